"""A number as printed -> its value, its unit where that is part of it, a share as per cent."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.quantities import count_words
from whence.values.numerals import FIGURES, Value, read_number, tidy, vague_pattern, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from whence.ledger.quantity import Number


class Figure(NamedTuple):
    """A number or a range, before the words around it are looked at.

    Attributes:
        low: Its value, or that of the first number of a range.
        high: None where it is one number.
        unit: Where it is part of the number: a currency, "%".
        words: As printed, in lower case, for numbers in words; "" for figures.
        joint: What stands between the numbers of a range, in lower case; "" for one number.
    """

    start: int
    end: int
    low: Value
    high: Number | None
    unit: str | None
    words: str
    joint: str


_IN_WORDS = ("fraction", "part", "half", "vague", "words", "some")
_POINTS = r"percent|per\s+cent|percentage[-\s]points?"
_PART_ENDS = (
    r"\s*[,.;)]|\s+(?:in|since|to|over|from|on|compared|last|this|between|after|as|by|and|when)\b|$"
)
_VERBS = "were|are|was|is|said|say|voted|have|had|did|do|would|will|fled|died"
_SURE = r"(?:two|three|four)[-\s](?:thirds|fifths|tenths)\b|three-quarters\b"
_BY_PART = re.compile(r"\b(?:by|of)\s+(?:[\w-]+\s+){0,2}$")


@cache
def number_pattern() -> re.Pattern[str]:
    """One number in figures or words, with its currency, scale and per cent."""
    words = count_words()
    currencies = alternatives(words.currencies)
    percent = (
        rf"(?P<percent>\s?%|[-\s]+(?i:{alternatives(w for w in words.percent if w != '%')})\b)"
    )
    marks = f"{alternatives(words.scale_marks)}|M|B|K"
    scale = rf"[-\s\u00a0]?(?i:{alternatives(words.scales)})(?!\w)|(?:{marks})(?!\w)"
    measure = alternatives(words.measures)
    figures = rf"(?:(?P<currency>{currencies})\s?)?(?P<figure>{FIGURES})(?!,\d)(?P<scale>{scale})?"
    parts = rf"(?:an?|one|two|three|four)[-\s](?:{alternatives(words.fractions)})"
    fraction = (
        rf"(?P<fraction>{parts}(?=\s+(?:of|{_VERBS})\b)|{_SURE}|half(?=\s+(?:of|the|its|their|{_VERBS})\b))"
        rf"|(?P<part>{parts}|half)(?={_PART_ENDS})"
    )
    points = (
        rf"(?P<half>half\s+(?:of\s+)?an?|an?\s+(?:half|quarter)(?:\s+of\s+an?)?)"
        rf"(?=[-\s]+(?:{_POINTS})\b)"
    )
    return re.compile(
        rf"(?:(?i:{fraction}|{points})|(?P<vague>(?i:{vague_pattern()}))"
        rf"|(?P<words>(?i:{word_pattern()}))|(?P<some>(?i:several|a\s+few)(?=\s))|{figures})"
        rf"{percent}?(?=(?:{measure}|[CF])(?!\w)|[^\w]|$|(?<=%))",
    )


def alternatives(names: Iterable[str]) -> str:
    """Longest first, white space of any kind between their words."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


def read_figure(found: re.Match[str]) -> Figure | None:
    """What `number_pattern` found; None where it is no number after all."""
    currency, percent = found["currency"], found["percent"]
    unit = currency
    if percent:
        unit = count_words().percent[" ".join(percent.lower().replace("-", " ").split())]
    words = _words_of(found)
    if found["fraction"] or found["part"]:
        if found["part"] and not _BY_PART.search(
            found.string[max(0, found.start() - 30) : found.start()]
        ):
            return None
        return Figure(*found.span(), Value(_fraction(words)), None, "%", words.lower(), "")
    scale = found["scale"] or ""
    end = found.end()
    if scale in {"m", "b", "B", "t"} and not currency and not _COUNTED.match(found.string, end):
        scale, end = "", found.start("scale")
    value = read_number(words or found["figure"] + scale)
    if value is None:
        return None
    return Figure(found.start(), end, value, None, unit, words.lower(), "")


_COUNTED = re.compile(
    r"(?:\s?(?:-|–|to\b)\s?\d[\d.,]*(?:m|bn?)?)?(?:\s+(?:[a-z]+\s+){0,2}[a-z]+s\b|\s+people\b)"
)


def _words_of(found: re.Match[str]) -> str:
    return next((found[name] for name in _IN_WORDS if found[name]), "")


def _fraction(words: str) -> Number:
    lists = count_words()
    parts = re.split(r"[-\s]+", words.lower())
    count = lists.ones.get(parts[0], 1) if len(parts) > 1 else 1
    return tidy(round(100 * count / lists.fractions[parts[-1]], 2))
