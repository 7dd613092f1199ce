"""Cues before and after a number ("up to", "or more") -> its least and greatest value."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.quantities import count_words

if TYPE_CHECKING:
    from whence.ledger.quantity import Number
    from whence.values.numerals import Value

REACH = 48
"""Characters before a number that are looked at for one cue."""


class Cues(NamedTuple):
    """What the words around a number say of it.

    Attributes:
        start: Where the first of them starts.
        kinds: "upper", "lower", "above", "below", "about", "more"; the nearest first.
    """

    start: int
    kinds: tuple[str, ...]


def _words(phrases: tuple[str, ...]) -> str:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)


@cache
def _before() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{_words(cues)})" for kind, cues in count_words().cues.items())
    return re.compile(rf"(?<![\w-])(?i:{kinds})(?:\s+|(?<=~))(?:the\s+|an?\s+total\s+of\s+)?$")


@cache
def _cue_ends() -> frozenset[str]:
    """Last words of the cues and of what may stand between them and the number."""
    cues = (cue for kind in count_words().cues.values() for cue in kind)
    return frozenset({"the", "of", *(cue.split()[-1] for cue in cues)})


@cache
def _after() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{_words(tails)})" for kind, tails in count_words().tails.items())
    return re.compile(rf"(?:(?<=[\d%])\s?|\s+|(?=[-+]))(?i:{kinds})(?!\w|\s+than\b)")


_PREPOSITIONS = re.compile(r"(?:up to|about|over|above|under|around|below|beyond)", re.IGNORECASE)
_LAST = re.compile(r"([\w.]+|~)\s*$")
_LAST_WORD = re.compile(r"(\w+)[\s,]+$")


def cues_before(text: str, start: int, floor: int) -> Cues:
    """The cues that end where a number starts; nothing before `floor` is looked at."""
    kinds: list[str] = []
    while True:
        window = text[max(floor, start - REACH) : start]
        last = _LAST.search(window)
        if not last or last[1].lower() not in _cue_ends():
            return Cues(start, tuple(kinds))
        found = _before().search(window)
        if not found or found.lastgroup is None or _is_preposition(found, window):
            return Cues(start, tuple(kinds))
        kinds.append(found.lastgroup)
        start -= len(window) - found.start()


def _is_preposition(found: re.Match[str], window: str) -> bool:
    cue = " ".join(found[0].lower().split())
    if not _PREPOSITIONS.fullmatch(cue):
        return False
    last = _LAST_WORD.search(window[: found.start()])
    words = count_words()
    blocked = words.up_to_blocked if cue == "up to" else words.about_blocked
    return last is not None and last[1].lower() in blocked


def tail_after(text: str, end: int, ceiling: int) -> tuple[int, str | None]:
    """Where a phrase that bounds the number before it ends, and its kind; `end`, None without."""
    found = _after().match(text, end, ceiling)
    return (found.end(), found.lastgroup) if found else (end, None)


def next_above(number: Number) -> Number:
    """The next whole number; one that is not whole stays, as the next is not told."""
    return number + 1 if isinstance(number, int) else number


def next_below(number: Number) -> Number:
    """As `next_above`, downwards; one stays, as "less than 1 %" is not nothing."""
    return number - 1 if isinstance(number, int) and number > 1 else number


def bounded(value: Value, kinds: tuple[str, ...]) -> tuple[Number | None, Number | None, bool]:
    """Low, high and whether it is approximate, as the contract's table has it."""
    number = value.number
    is_approximate = "about" in kinds or value.is_least
    high: Number | None = None if value.is_least else number
    low: Number | None = number
    for kind in kinds:
        if kind == "upper":
            return None, number, is_approximate
        if kind == "below":
            return None, next_below(number), is_approximate
        if kind == "lower":
            return low, None, is_approximate
        if kind == "above":
            return (number if value.is_least else next_above(number)), None, is_approximate
    return low, high, is_approximate
