"""What is common to the commands: their settings, their inputs, their store, their end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from whence.cli.output import CallError, is_terminal, put, tell, width
from whence.cli.progress import FEW, progress_bar, progress_lines
from whence.pipeline.logs import Log, make_log
from whence.pipeline.settings import Settings, make_settings

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from whence.articles.files import Given
    from whence.cli.progress import Progress
    from whence.ledger.reading import Reading
    from whence.store.engine import Store


@dataclass(slots=True)
class Call:
    """One call of the program.

    Attributes:
        has_failures: Whether an input could not be read: the exit code is 1.
    """

    settings: Settings
    log: Log
    is_quiet: bool
    is_verbose: bool
    has_failures: bool = field(default=False)

    @property
    def colour(self) -> bool:
        """Whether to print in colour."""
        return self.settings.has_colour and is_terminal()

    def failed(self, messages: Sequence[str]) -> None:
        """One input could not be read; it is told and the run goes on."""
        self.has_failures = True
        for message in messages:
            tell(message)

    def say(self, message: str) -> None:
        """Something worth knowing that is no data."""
        if not self.is_quiet:
            tell(message)

    def end(self) -> None:
        """Leave with the exit code that the inputs call for."""
        raise typer.Exit(1 if self.has_failures else 0)

    def nothing(self, message: str) -> typer.Exit:
        """Leave because there is nothing to print."""
        tell(message)
        return typer.Exit(1)

    def progress(
        self, what: str, *, is_streaming: bool = False
    ) -> AbstractContextManager[Progress | None]:
        """A way to tell how far the run is; None where nobody looks.

        Args:
            what: What is being done, one word.
            is_streaming: Whether data is printed meanwhile, so that a bar would stand in it.
        """
        if sys.stderr.isatty() and not self.is_quiet and not (is_streaming and is_terminal()):
            return progress_bar(what)
        return progress_lines(what, self.log) if self.is_verbose else nullcontext()

    @contextmanager
    def waiting(self, what: str, count: int) -> Iterator[None]:
        """Show that something with `count` parts is under way, if that takes long enough."""
        with self.progress(what) as progress:
            if progress and count > FEW:
                progress(0, None)
            yield


def make_call(
    *,
    store: str | None = None,
    jobs: int | None = None,
    is_quiet: bool = False,
    is_verbose: bool = False,
) -> Call:
    """The call that these options make, in this environment."""
    settings = make_settings(os.environ, store=store, jobs=jobs)
    return Call(settings, make_log(is_verbose=is_verbose), is_quiet, is_verbose)


def given(outlet: str | None, date: str | None) -> Given:
    """What the user says of all inputs."""
    from whence.articles.files import Given

    return Given(outlet, moment("--date", date) if date else None)


def moment(option: str, words: str) -> str:
    """The day or moment that an option gives."""
    from whence.articles.dates import read_date

    found = read_date(words)
    if found is None:
        raise CallError(f"{option} {words!r} is not a date; write it as 2024-10-21")
    return found


def day(option: str, words: str | None) -> str | None:
    """The day that an option gives, if it is given."""
    return moment(option, words)[:10] if words else None


def now() -> str:
    """This moment in UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def stdin() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read()


def readings_of(call: Call, paths: Sequence[str], given: Given) -> list[Reading]:
    """Read what the paths name; those that could not be read are told and kept out."""
    from whence.pipeline.gather import read_paths

    readings = []
    with call.progress("reading") as progress:
        found = read_paths(
            paths,
            given,
            jobs=call.settings.jobs,
            stdin=stdin,
            progress=progress,
            is_verbose=call.is_verbose,
        )
        with closing(found) as stream:
            for reading in stream:
                if reading.article is None:
                    call.failed([notice.message for notice in reading.notices])
                readings.append(reading)
    return readings


@contextmanager
def opened(call: Call) -> Iterator[Store]:
    """The store of the call, open for as long as it is used."""
    from whence.store.engine import open_store, store_exists
    from whence.store.location import shown

    location = call.settings.store
    if not store_exists(location):
        raise CallError(f"no store at {shown(location)}; make one with `whence init`")
    with closing(open_store(location)) as store:
        yield store


def printed(text: str) -> None:
    """Print a whole text that ends in a line feed."""
    put(text if text.endswith("\n") else f"{text}\n")


__all__ = [
    "Call",
    "day",
    "given",
    "make_call",
    "moment",
    "now",
    "opened",
    "printed",
    "readings_of",
    "stdin",
    "width",
]
