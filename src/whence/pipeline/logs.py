"""Events with their values -> lines on standard error, for `--verbose` only."""

from __future__ import annotations

import sys
from typing import Protocol


class Log(Protocol):
    """What the program tells about its own work."""

    def info(self, event: str, **values: object) -> object:
        """Write one line: the event and its values as `key=value`."""


class _Silent:
    """A log that keeps nothing."""

    def info(self, event: str, **values: object) -> None:
        """Keep nothing."""


def make_log(*, is_verbose: bool) -> Log:
    """A log on standard error, or one that keeps nothing."""
    if not is_verbose:
        return _Silent()
    import structlog

    log: Log = structlog.wrap_logger(
        structlog.PrintLogger(sys.stderr),
        processors=[
            structlog.processors.TimeStamper(fmt="%H:%M:%S", utc=False),
            structlog.processors.KeyValueRenderer(key_order=["timestamp", "event"]),
        ],
    )
    return log
