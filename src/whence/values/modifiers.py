"""The words of a time and those before it -> which part of it is meant, or which bound it is."""

from __future__ import annotations

import re

_REACH = 24
_PARTS = (
    ("START", r"early\b|(?:the\s+)?(?:start|beginning)\s+of\b"),
    ("MID", r"mid\b|(?:the\s+)?middle\s+of\b"),
    ("END", r"late\b|(?:the\s+)?end\s+of\b|(?:the\s+)?year[-\s]end\b"),
)
_BOUNDS = (
    ("EQUAL_OR_MORE", r"at\s+least|no\s+less\s+than|no\s+fewer\s+than|a\s+minimum\s+of"),
    (
        "EQUAL_OR_LESS",
        r"up\s+to|at\s+most|no\s+more\s+than|no\s+longer\s+than|within|a\s+maximum\s+of",
    ),
    ("MORE_THAN", r"more\s+than|over|longer\s+than"),
    ("LESS_THAN", r"less\s+than|fewer\s+than|under|just\s+under"),
    (
        "APPROX",
        r"about|around|some|nearly|almost|close\s+to|roughly|approximately|an\s+estimated|more\s+or\s+less",
    ),
)


def _alternatives(kinds: tuple[tuple[str, str], ...]) -> str:
    return "|".join(rf"(?P<{kind}>{words})" for kind, words in kinds)


_PART = re.compile(rf"(?i:(?:the\s+)?(?:{_alternatives(_PARTS)}))")
_POINTING = re.compile(r"(?i:the|this|these|those)\b")
_BOUND = re.compile(rf"(?<!\w)(?i:{_alternatives(_BOUNDS)})\s+$")


def modifier_of(text: str, start: int, end: int, value: str | None, floor: int) -> str | None:
    """As TIMEX3 writes it in `mod`; None where the whole time is meant.

    Lengths have bounds, which stand before them; other times have parts, which open them. No
    word before `floor` is looked at.
    """
    found = _PART.match(text, start, end)
    is_length = value is not None and value.startswith("P") and value[1:2] != "A"
    if is_length and not _POINTING.match(text, start):
        found = _BOUND.search(text[max(floor, start - _REACH) : start])
    return found.lastgroup if found else None
