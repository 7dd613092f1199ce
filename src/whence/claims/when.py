"""Two claims -> whether they give times of day that cannot both be."""

from __future__ import annotations

import re
from functools import lru_cache

DAY = 24 * 60  # minutes
HALF = DAY // 2
ABOUT = 15  # minutes on each side of "around four"
SHORTLY = 30  # minutes of "shortly before four"
ROUND = 2  # minutes on each side of a time that is told to the minute

_CLOCK = re.compile(
    r"""
    (?P<how> (?:shortly|just|soon) \s+ (?:before|after) | before | after
      | about | around | roughly | at\ some\ time\ around )? \s*
    (?: at \s+ )?
    (?<![\d.,:]) (?P<hour> \d{1,2} ) (?: [.:] (?P<minute> [0-5]\d ) )?
    (?: \s* (?P<half> [ap] ) \.? \s? m \b \.? | (?= \s+ in\ the\ (?:morning|night) ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?:at|was|as|it)\s+(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?![\d%.:])(?!\s*(?:per|m\b|million|billion))",
    re.IGNORECASE,
)
_LATER_HALF = "p"

Window = tuple[int, int]


def clock_conflict(one: str, other: str) -> str | None:
    """Why two claims' times of day cannot both be, as a sentence; None if they can.

    Each must give one time alone: an hour with "a.m." or "p.m.", or told to the minute.
    """
    first, second = window_of(one), window_of(other)
    if first is None or second is None or _meet(first, second):
        return None
    return f"“{one}” and “{other}” give times of day that cannot both be"


@lru_cache(maxsize=50_000)
def window_of(words: str) -> Window | None:
    """The minutes of the day in which a claim's only time lies; None without, or with several."""
    found = [_window(match) for match in _CLOCK.finditer(words)]
    if not found:
        found = [_window(match) for match in _MINUTES.finditer(words)]
    return found[0] if len(found) == 1 else None


def _window(match: re.Match[str]) -> Window:
    groups = match.groupdict()
    hour, minute = int(groups["hour"]) % 24, int(groups.get("minute") or 0)
    half = (groups.get("half") or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == _LATER_HALF else 0)
    time = hour * 60 + minute
    how = (groups.get("how") or "").casefold()
    if how.endswith("before"):
        return time - (SHORTLY if " " in how else HALF), time
    if how.endswith("after"):
        return time, time + (SHORTLY if " " in how else HALF)
    room = ABOUT if how else ROUND
    return time - room, time + room


def _meet(one: Window, other: Window) -> bool:
    """Whether two windows share a minute, the clock running round."""
    return any(one[0] <= other[1] + turn and other[0] + turn <= one[1] for turn in (-DAY, 0, DAY))
