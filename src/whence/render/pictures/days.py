"""Days -> an axis of time, moments that Vega reads in UTC, and days between two."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any

DAILY, FORTNIGHT = 14, 28  # days between the ends up to which each, or every other, has a tick
BEFORE, AFTER = 0.04, 0.06  # of the axis, left of the first day and right of the last
SHORTEST = 4  # days that an axis shows

_DAY = re.compile(r"[1-8]\d{3}-\d\d-\d\d(?=$|T)")
"""A day that a calendar has room around."""


def day_of(moment: str | None) -> str | None:
    """The day of a day or a moment; None where no day is told."""
    found = _DAY.match(moment or "")
    return found[0] if found else None


def midnight(day: str, hours: float = 0.0) -> str:
    """The beginning of a day, some hours moved, as a moment."""
    at = datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(hours=hours)
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def day_count(first: str, last: str) -> int:
    """Days from one to another."""
    return (datetime.fromisoformat(last) - datetime.fromisoformat(first)).days


def days_axis(first: str, last: str, *, is_labelled: bool = True) -> Any:  # noqa: ANN401 - altair's
    """Days from left to right; over more than one year, months.

    Args:
        first: The first day.
        last: The last one, not before it.
        is_labelled: Whether the days are written under it.
    """
    import altair as alt

    length = max(day_count(first, last), SHORTEST)
    step = 1 if length <= DAILY else 2
    ticks: Any = {"interval": "day", "step": step} if length <= FORTNIGHT else 8
    spare = (length - day_count(first, last)) / 2
    ends = [
        midnight(first, -24 * (spare + BEFORE * length)),
        midnight(last, 24 * (spare + AFTER * length)),
    ]
    return alt.X(
        "at:T",
        scale=alt.Scale(type="utc", domain=ends),
        axis=alt.Axis(
            title=None,
            format="%b %Y" if first[:4] != last[:4] else "%-d %b",
            grid=False,
            labels=is_labelled,
            tickCount=ticks,
            labelFlush=False,
            labelOverlap=True,
        ),
    )
