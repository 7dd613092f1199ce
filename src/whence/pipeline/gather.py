"""Many inputs -> a reading of each, in their order, by as many processes as it is worth."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeVar

from whence.articles.files import Given, load
from whence.articles.loaded import Loaded
from whence.articles.paths import find_paths
from whence.attributions.port import Reader
from whence.ledger.reading import Reading
from whence.pipeline.assemble import trained_reader
from whence.pipeline.workers import Work, read_apart, read_here
from whence.store.codec import decode_reading, encode

Result = TypeVar("Result")

Progress = Callable[[int, int | None], None]
"""Told after each article: how many are done, and of how many where that is known."""

APART_FROM_CHARS = 60_000
"""Text from which processes of their own pay: three seconds of reading, 2026-11, against the
0.7 s until a process has loaded what it needs."""


def read_paths(
    paths: Sequence[str],
    given: Given,
    *,
    jobs: int,
    stdin: Callable[[], bytes] | BinaryIO,
    progress: Progress | None = None,
    is_known: Callable[[str], bool] | None = None,
    make_reader: Callable[[], Reader] = trained_reader,
    is_verbose: bool = False,
) -> Generator[Reading, None, None]:
    """Read what the paths name; the same readings for any number of jobs.

    Args:
        paths: As `articles.files.load` takes them.
        given: What the user says of all inputs.
        jobs: Processes that read, at most.
        stdin: What "-" stands for.
        progress: Told after each.
        is_known: Of an article's id: it needs no reading, only the article comes out.
        make_reader: Something that can be pickled.
        is_verbose: Whether a fault inside one article is told with its traceback.
    """
    work = Work(make_reader, encode, is_known, is_verbose)
    inputs = load(paths, given, stdin)
    total = count_inputs(paths) if progress else None
    results = read_each(inputs, work, jobs=jobs)
    for data in with_progress(results, progress, total):
        yield decode_reading(data)


def read_each(
    loaded: Iterable[Loaded], work: Work[Result], *, jobs: int
) -> Generator[Result, None, None]:
    """What `work` makes of each input, in their order; at most some dozen are held at a time."""
    remaining = iter(loaded)
    first = list(_until_worth_it(remaining, work)) if jobs > 1 else []
    inputs = chain(first, remaining)
    if sum(_chars(each, work) for each in first) < APART_FROM_CHARS:
        return read_here(inputs, work)
    return read_apart(inputs, work, jobs)


def _until_worth_it(loaded: Iterator[Loaded], work: Work[Result]) -> Iterator[Loaded]:
    """Inputs until their text is worth processes of their own."""
    chars = 0
    for each in loaded:
        yield each
        chars += _chars(each, work)
        if chars >= APART_FROM_CHARS:
            return


def _chars(loaded: Loaded, work: Work[Result]) -> int:
    if loaded.article is None or not work.needs_reading(loaded):
        return 0
    return len(loaded.article.text)


def with_progress(
    results: Iterable[Result], progress: Progress | None, total: int | None
) -> Iterator[Result]:
    """The same results; progress is told after each, and at the start."""
    if progress is None:
        yield from results
        return
    progress(0, total)
    for done, result in enumerate(results, start=1):
        yield result
        progress(done, total if total is None or done <= total else None)


def count_inputs(paths: Sequence[str]) -> int | None:
    """How many articles the paths will give, as far as their names and lines tell."""
    total = 0
    for candidate in find_paths(paths):
        name = candidate.path.lower()
        if candidate.notice is None and name.endswith(".jsonl"):
            total += _line_count(candidate.path)
        elif name == "-" or name.endswith(".jsonl.gz"):
            return None
        else:
            total += 1
    return total


def _line_count(path: str) -> int:
    try:
        with Path(path).open("rb") as file:
            return sum(1 for line in file if line.strip())
    except OSError:
        return 1
