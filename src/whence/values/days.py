"""TIMEX3 values -> the days they cover, half-open.

TIMEX3: TimeML 1.2.1, section 2.2; ISO 8601 with additions of its own (seasons, parts of a
day, decades as three figures, centuries as two). Seasons are those of the northern half of
the world, from the first of March, June, September and December.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ONE_DAY = timedelta(days=1)

_DATE = re.compile(
    r"(?P<y>\d{4})"
    r"(?:-(?:(?P<m>\d\d)(?:-(?P<d>\d\d))?|W(?P<w>\d\d)(?P<we>-WE)?"
    r"|Q(?P<q>[1-4])|H(?P<h>[12])|(?P<s>SP|SU|FA|WI)))?"
    r"(?:T.*)?",
)
_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

Days = tuple[date, date]
"""First day, and first day after."""


def days_of(value: str | None) -> tuple[str, str] | tuple[None, None]:
    """First day and first day after, in ISO 8601; None for both where the value is no date."""
    days = None if value is None else _days(value)
    return (days[0].isoformat(), days[1].isoformat()) if days else (None, None)


def _days(value: str) -> Days | None:
    first, slash, last = value.partition("/")
    if slash:
        start, end = _days(first), _days(last)
        return (start[0], end[1]) if start and end and start[0] < end[1] else None
    if value.isdigit() and len(value) in {2, 3}:
        return _years(value)
    found = _DATE.fullmatch(value)
    try:
        return _dated(found) if found else None
    except (ValueError, OverflowError):  # the 31st of June, week 53 of a short year
        return None


def _years(value: str) -> Days | None:
    size = 10 ** (4 - len(value))
    first = int(value) * size
    if not MINYEAR <= first <= MAXYEAR - size:
        return None
    return date(first, 1, 1), date(first + size, 1, 1)


def _dated(found: re.Match[str]) -> Days:
    year = int(found["y"])
    if found["d"]:
        day = date(year, int(found["m"]), int(found["d"]))
        return day, day + ONE_DAY
    if found["w"]:
        monday = date.fromisocalendar(year, int(found["w"]), 1)
        return monday + timedelta(days=5 if found["we"] else 0), monday + timedelta(days=7)
    for name, size, first in _PARTS:
        if found[name]:
            month = first(found[name])
            return date(year, month, 1), _month(year, month + size)
    return date(year, 1, 1), date(year + 1, 1, 1)


_PARTS: tuple[tuple[str, int, Callable[[str], int]], ...] = (
    ("m", 1, int),
    ("q", 3, lambda part: 3 * int(part) - 2),
    ("h", 6, lambda part: 6 * int(part) - 5),
    ("s", 3, lambda part: _SEASON_MONTHS[part]),
)
"""Group of `_DATE`, its length in months, its first month."""


def _month(year: int, month: int) -> date:
    """The first day of a month, where 13 is the next January."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def week_of(day: date) -> str:
    """The ISO week of a day (`2024-W43`)."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_of(day: date, later: int = 0) -> str:
    """The month of a day, or that many months later (`2024-06`)."""
    months = day.year * 12 + day.month - 1 + later
    return f"{months // 12:04d}-{months % 12 + 1:02d}"
