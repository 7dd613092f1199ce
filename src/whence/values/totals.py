"""The words around a number -> whether it tells how many there are in all."""

from __future__ import annotations

import re

_REACH = 70
_NAMES = r"(?:death\s+|casualty\s+)?toll|totals?|tally|overall|altogether|combined|aggregate"
_LINK = r"(?:to|at|of|is|was|now|reached|hit|exceeded|passed|topped|stands?|stood|as|totall?ing)"
_BEFORE = re.compile(
    rf"\b(?i:{_NAMES})\b(?:\s+(?!and\b|but\b)[\w’'-]+){{0,6}}?\s+(?i:{_LINK})\s+$"
    r"|\b(?i:bring|bringing|brings|brought|taking|took|takes|raising|raised|raises|pushing|pushed"
    r"|lifting|lifted|putting)\s+(?:the|its|their)\s+(?:[\w’'-]+\s+){0,3}(?i:number|count|figure)"
    r"\b(?:\s+(?!and\b)[\w’'-]+){0,5}?\s+(?:to|at)\s+$"
    r"|\b(?i:totall?ing|totall?ed|totals)\s+$",
)
_AFTER = re.compile(
    r"(?:\s+[\w’'-]+){0,3}?,?\s+(?:in\s+total|in\s+all|altogether|overall|combined)\b"
)


def tells_total(text: str, start: int, end: int, floor: int) -> bool:
    """Read "bringing the total to 1,200", "the death toll rose to 41", "300 houses in all"."""
    if _BEFORE.search(text[max(floor, start - _REACH) : start]):
        return True
    return _AFTER.match(text, end, end + _REACH) is not None
