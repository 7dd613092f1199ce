"""The words around a number -> whether it tells how much more or fewer."""

from __future__ import annotations

import re

from whence.lexicon.quantities import count_words

_PREVIOUS = re.compile(r"([\w’']+)\s+$")
_BY = re.compile(r"(\w+)\s+(?:by|of)\s+(?:an?\s+)?$")


def change_before(text: str, start: int, floor: int, *, is_percent: bool) -> str | None:
    """Read "rose by 5 %", "fell 3 %", "an increase of 200"; "up to" and "rose to" are no change."""
    before = text[max(floor, start - 30) : start]
    by, plain = _BY.search(before), _PREVIOUS.search(before)
    lists = count_words()
    word = by or plain
    if word is None:
        return None
    name = word[1].lower()
    if not by and name in lists.takes_by and not is_percent:
        return None
    if name in lists.rise:
        return "increase"
    return "decrease" if name in lists.fall else None


_NEXT = re.compile(r"[-\s]+(?:(?:year-on-year|annual|sharp|further)\s+)?([a-z]+)")


def change_after(text: str, end: int, ceiling: int) -> str | None:
    """Read "a 5 % rise", "5 % higher"."""
    following = _NEXT.match(text, end, ceiling)
    if not following:
        return None
    lists = count_words()
    if following[1] in lists.rise or following[1] == "higher":
        return "increase"
    return "decrease" if following[1] in lists.fall or following[1] == "lower" else None
