"""Articles -> results, by processes of their own, in the order of the articles.

Not `concurrent.futures`: there one process that dies breaks the whole pool, and after a
`kill -9` of the program its processes live on. Here each has a pipe of its own. A process
whose pipe ends, ends; an article whose process dies is given back as failed, and the next
articles get a new process. Processes are spawned, not forked: the program and its
libraries have threads.
"""

from __future__ import annotations

import gc
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, NamedTuple, TypeVar

from whence.articles.loaded import Loaded
from whence.attributions.port import Reader
from whence.errors import ReaderError, WhenceError
from whence.ledger.article import Article
from whence.ledger.notice import Notice
from whence.ledger.reading import Reading

Result = TypeVar("Result")

AHEAD = 8
"""Articles for each process that may be done or under way before the next one to come out."""

MOST_NEW = 50_000
"""New objects before the collector looks for cycles: an article has few, and looking costs."""

_GRACE_S = 5


@dataclass(frozen=True, slots=True)
class Work(Generic[Result]):
    """What is done with each article; everything in it can be pickled.

    Attributes:
        make_reader: Called once in each process.
        finish: Makes of a reading what the caller wants of it.
        is_known: Of an article's id: it needs no reading and comes out with nothing read.
        is_verbose: Whether a fault inside one article is told with its traceback.
    """

    make_reader: Callable[[], Reader]
    finish: Callable[[Reading], Result]
    is_known: Callable[[str], bool] | None = None
    is_verbose: bool = False

    def needs_reading(self, loaded: Loaded) -> bool:
        """Whether there is an article and it is not known."""
        if loaded.article is None:
            return False
        return not (self.is_known and self.is_known(loaded.article.id))

    def unread(self, loaded: Loaded) -> Result:
        """The result for one that is not read."""
        return self.finish(Reading(loaded.path, loaded.article, notices=loaded.notices))

    def failed(self, loaded: Loaded, why: str) -> Result:
        """The result for one whose reading failed."""
        message = f"{loaded.path}: reading it failed ({why}); the others were read, report this"
        notice = Notice("failed", None, message)
        return self.finish(Reading(loaded.path, None, notices=(*loaded.notices, notice)))

    def read(self, loaded: Loaded, article: Article, reader: Reader) -> Result:
        """The result for one article; a fault in it is its own, the run goes on."""
        from whence.pipeline.read import read_article

        try:
            return self.finish(read_article(article, reader, loaded.notices))
        except Exception as error:  # noqa: BLE001 - the border: one bad article of 10,000
            if self.is_verbose:
                traceback.print_exc(file=sys.stderr)
            return self.failed(loaded, f"{type(error).__name__}: {error}")


def read_here(loaded: Iterator[Loaded], work: Work[Result]) -> Generator[Result, None, None]:
    """The results, one article after the other in this process."""
    reader: Reader | None = None
    for each in loaded:
        if each.article is None or not work.needs_reading(each):
            yield work.unread(each)
        else:
            reader = reader or work.make_reader()
            yield work.read(each, each.article, reader)


def read_apart(
    loaded: Iterator[Loaded], work: Work[Result], jobs: int
) -> Generator[Result, None, None]:
    """The same results in the same order, by as many as `jobs` processes.

    Raises:
        ReaderError: A process cannot load the reader.
    """
    with _workers(work, jobs) as crew:
        waiting: deque[_Numbered] = deque()
        done: dict[int, Result] = {}
        next_in = next_out = 0
        has_more = True
        while True:
            crew.hand_out(waiting)
            may_load = has_more and len(waiting) < jobs and next_in - next_out < jobs * AHEAD
            if may_load:
                following = next(loaded, None)
                if following is None:
                    has_more = False
                elif work.needs_reading(following):
                    waiting.append(_Numbered(next_in, following))
                else:
                    done[next_in] = work.unread(following)
                next_in += following is not None
            elif not crew.is_busy and not waiting and next_out == next_in:
                return
            done.update(crew.collect(wait=not may_load and next_out not in done))
            while next_out in done:
                yield done.pop(next_out)
                next_out += 1


class _Numbered(NamedTuple):
    number: int
    loaded: Loaded


class _Fault(NamedTuple):
    """The reader cannot be loaded; nothing can be read."""

    message: str


class _Ready(NamedTuple):
    """The reader is loaded."""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    is_ready: bool = False
    task: _Numbered | None = None


class _Crew(Generic[Result]):
    """The processes and what each is at."""

    def __init__(self, work: Work[Result], jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._workers: list[_Worker] = []

    @property
    def is_busy(self) -> bool:
        """Whether a process is at an article."""
        return any(worker.task for worker in self._workers)

    def hand_out(self, waiting: deque[_Numbered]) -> None:
        """Give each idle process an article; start more processes while articles wait."""
        for worker in [each for each in self._workers if each.is_ready and each.task is None]:
            if not waiting:
                return
            worker.task = waiting.popleft()
            try:
                worker.pipe.send(worker.task.loaded)
            except OSError:  # it died while idle: the article is not to blame
                waiting.appendleft(worker.task)
                self._dismiss(worker)
        starting = sum(not worker.is_ready for worker in self._workers)
        if len(waiting) > starting and len(self._workers) < self._jobs:
            self._workers.append(_start(self._work))

    def collect(self, *, wait: bool) -> dict[int, Result]:
        """What the processes have given back; with `wait`, after at least one has spoken."""
        pipes = [worker.pipe for worker in self._workers]
        spoken = connection.wait(pipes, None if wait and pipes else 0)
        results = {}
        for worker in [each for each in self._workers if each.pipe in spoken]:
            task = worker.task
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._dismiss(worker)
                results.update(self._after_death(worker, task))
                continue
            if isinstance(answer, _Fault):
                raise ReaderError(answer.message)
            if isinstance(answer, _Ready):
                worker.is_ready = True
            elif task is not None:
                results[task.number] = answer
                worker.task = None
        return results

    def _after_death(self, worker: _Worker, task: _Numbered | None) -> dict[int, Result]:
        code = worker.process.exitcode
        if not worker.is_ready:
            raise ReaderError(f"a reading process ended before it began (exit code {code})")
        if task is None:
            return {}
        why = f"its process ended with code {code}"
        return {task.number: self._work.failed(task.loaded, why)}

    def _dismiss(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join(_GRACE_S)

    def end(self) -> None:
        """End all processes: an idle one when its pipe ends, a busy one at once."""
        for worker in self._workers:
            worker.pipe.close()
            if worker.task or not worker.is_ready:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_GRACE_S)
            if worker.process.is_alive():
                worker.process.kill()


@contextmanager
def _workers(work: Work[Result], jobs: int) -> Iterator[_Crew[Result]]:
    crew = _Crew(work, jobs)
    try:
        yield crew
    finally:
        crew.end()


def _start(work: Work[Result]) -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    # `is_known` stays here: it may hold the ids of a whole store
    carried = Work(work.make_reader, work.finish, is_verbose=work.is_verbose)
    process = context.Process(target=_serve, args=(theirs, carried), daemon=True)
    with _without_interrupt():
        process.start()
    theirs.close()
    return _Worker(process, ours)


@contextmanager
def _without_interrupt() -> Iterator[None]:
    """A process started here inherits that Ctrl-C is not for it; its pipe tells it to end."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # only the main thread may set signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _serve(pipe: Connection, work: Work[Result]) -> None:
    """The life of a process: load the reader, then read until the pipe ends."""
    try:
        reader = work.make_reader()
    except WhenceError as error:
        pipe.send(_Fault(str(error)))
        return
    gc.freeze()  # what is loaded stays; an article's records go when it is done
    gc.set_threshold(MOST_NEW)
    try:
        pipe.send(_Ready())
        while True:
            loaded: Loaded = pipe.recv()
            if loaded.article is not None:
                pipe.send(work.read(loaded, loaded.article, reader))
    except (EOFError, OSError):
        return
