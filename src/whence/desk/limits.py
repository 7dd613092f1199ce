"""A request -> whether its sender asked too often, as this process remembers it.

In memory: asking must not wait until `whence add` has written. What must hold for all processes,
the guesses of a log-in, is counted in the store (`pipeline.sessions`).
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from threading import Lock

from fastapi import Depends, Request, params

from whence.desk.persons import access_of, address_of
from whence.errors import LimitError
from whence.pipeline.sessions import network_of

MOST_BUCKETS = 10_000


class Buckets:
    """Token buckets by name; the one that was not used longest goes first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """With a clock of seconds that never goes back."""
        self._clock = clock
        self._lock = Lock()
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, name: str, per_minute: int) -> float:
        """Take one of `per_minute`; 0 where it was there, else the seconds until it will be."""
        now, per_s = self._clock(), per_minute / 60
        with self._lock:
            level, filled = self._levels.pop(name, (float(per_minute), now))
            level = min(level + (now - filled) * per_s, per_minute)
            is_there = level >= 1
            self._levels[name] = (level - is_there, now)
            if len(self._levels) > MOST_BUCKETS:
                self._levels.popitem(last=False)
        return 0.0 if is_there else (1 - level) / per_s


def limited(what: str, *, per_minute: int) -> params.Depends:
    """A dependency of a route that is not to be asked often.

    `@router.get("/search", dependencies=[limited("search", per_minute=60)])`

    Args:
        what: Counted under this name, for each user; where nobody logs in, it is not counted.
        per_minute: At once and in each minute.
    """

    def check(request: Request) -> None:
        if not access_of(request).needs_log_in:
            return  # whoever sits at the machine may ask it what they like
        person = request.state.person
        is_known = person is not None
        who = f"as {person.name}" if is_known else f"from {network_of(address_of(request))}"
        buckets: Buckets = request.app.state.buckets
        wait_s = buckets.take(f"{what} {who}", per_minute)
        if wait_s:
            raise LimitError(f"requests for {what}", ceil(wait_s))

    dependency: params.Depends = Depends(check)
    return dependency
