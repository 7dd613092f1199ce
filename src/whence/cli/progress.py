"""Counts of what is done -> a bar on the terminal, or a line of the log now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from whence.pipeline.logs import Log

Progress = Callable[[int, int | None], None]

FEW = 3
"""Articles up to which nobody wants a bar."""

_BETWEEN_LINES_S = 5.0


@contextmanager
def progress_bar(what: str) -> Iterator[Progress]:
    """A bar with count, rate and time left; it goes when all is done."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
        transient=True,
    )
    task = bar.add_task(what, total=None, rate="")
    start = time.monotonic()

    def show(done: int, total: int | None) -> None:
        if total is not None and total <= FEW:
            return
        if not bar.live.is_started:
            bar.start()
        seconds = time.monotonic() - start
        rate = f"{done / seconds:.1f}/s" if done and seconds > 0 else ""
        bar.update(task, completed=done, total=total, rate=rate)

    try:
        yield show
    finally:
        bar.stop()


@contextmanager
def progress_lines(what: str, log: Log) -> Iterator[Progress]:
    """A line of the log every few seconds, and one at the end."""
    start = told = time.monotonic()
    count = 0

    def show(done: int, total: int | None) -> None:
        nonlocal told, count
        now, count = time.monotonic(), done
        if now - told >= _BETWEEN_LINES_S:
            told = now
            log.info(what, done=done, total=total, seconds=round(now - start, 1))

    try:
        yield show
    finally:
        log.info(what, done=count, seconds=round(time.monotonic() - start, 1))
