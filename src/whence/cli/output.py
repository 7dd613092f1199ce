"""Text -> standard output; words about the run -> standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys

import typer

from whence.errors import WhenceError

NARROW = 80
"""Columns where the output is no terminal and `COLUMNS` is not set."""

WIDEST = 120
"""Columns after which lines of prose are hard to read, however wide the terminal."""


class CallError(WhenceError):
    """The call itself is wrong: exit code 2."""


class OutputError(WhenceError):
    """Standard output takes nothing more: exit code 3."""


def use_utf8() -> None:
    """Let both outputs carry every character, whatever the machine's locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """Print data; where the reader has gone away (`| head`) the run ends quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # what is still buffered must not fail again when Python ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(0) from None
        raise OutputError(f"standard output cannot be written: {error.strerror}") from error


def tell(message: str) -> None:
    """One line on standard error."""
    line = " ".join(message.split())
    try:
        sys.stderr.write(f"whence: {line}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        return


def width() -> int:
    """Columns to print text in."""
    return min(shutil.get_terminal_size((NARROW, 24)).columns, WIDEST)


def is_terminal() -> bool:
    """Whether data goes to a person."""
    return sys.stdout.isatty()
