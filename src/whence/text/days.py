"""A day or moment in ISO 8601 -> the words for it."""

from __future__ import annotations

import re

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?")


def day_words(moment: str) -> str:
    """`21 October 2024`, `June 2024`; the time of day is left out, other words stay."""
    found = _DAY.fullmatch(moment)
    if found is None or not 1 <= int(found[2]) <= len(MONTHS):
        return moment
    day = f"{int(found[3])} " if found[3] else ""
    return f"{day}{MONTHS[int(found[2]) - 1]} {found[1]}"
