"""The words beside what is counted -> the country or body whose it is."""

from __future__ import annotations

import re
from functools import cache

from whence.lexicon.quantities import count_words

_OF = re.compile(r"\s+(?:of|from|belonging\s+to)\s+(?:the\s+)?")
_OWNED = re.compile(r"[’']s?\s+(?:(?:own|entire|estimated|the|first|last)\s+)*$")
_START = re.compile(r"(?<!\w)[^\W\d_]")
_REACH = 60
"""Characters before a number that are looked at for its owner."""


def owner_after(text: str, start: int, ceiling: int) -> str | None:
    """Whose, where "of the United States" stands after the words."""
    of = _OF.match(text, start, ceiling)
    if of:
        for name in _names_at(text, of.end(), ceiling):
            end = of.end() + len(name)
            if end >= ceiling or not _is_letter(text[end]):
                return _owner(name)
    return None


def owner_before(text: str, start: int, floor: int) -> str | None:
    """Whose, where "North Korea's" stands before the number."""
    window = text[max(floor, start - _REACH) : start]
    if "'" not in window and "’" not in window:
        return None
    for first in _START.finditer(window):
        for name in _names_at(window, first.start(), len(window)):
            if _OWNED.match(window, first.start() + len(name)):
                return _owner(name)
    return None


def owner_inside(words: str) -> str | None:
    """Whose, where some words name one ("U.S. troops")."""
    for first in _START.finditer(words):
        at = first.start()
        if words[at - 1 : at] != "-":
            for name in _names_at(words, at, len(words)):
                after = words[at + len(name) :][:1]
                if after != "-" and not _is_letter(after):
                    return _owner(name)
    return None


def _names_at(text: str, start: int, ceiling: int) -> list[str]:
    """All names that stand at a place, the longest first."""
    names, room = _names(), ceiling - start
    sizes = _sizes().get(text[start : start + 1], ())
    return [
        name for size in sizes if size <= room and (name := text[start : start + size]) in names
    ]


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _owner(name: str) -> str:
    return count_words().countries.get(name, name)


@cache
def _names() -> frozenset[str]:
    return frozenset(count_words().countries) | count_words().bodies


@cache
def _sizes() -> dict[str, list[int]]:
    """The lengths of the names that begin with a letter, the greatest first."""
    sizes: dict[str, set[int]] = {}
    for name in _names():
        sizes.setdefault(name[0], set()).add(len(name))
    return {first: sorted(each, reverse=True) for first, each in sizes.items()}
