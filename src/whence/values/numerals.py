"""Numbers as printed, in figures or words -> their value.

`10,000`, `1.5 million`, `10k`, `twenty-one`, `three hundred`, `half a million`, `a dozen`;
collectives ("thousands", "tens of thousands", "several hundred") give the least they can be.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.quantities import count_words

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

BLANKS = " \u00a0\u2009\u202f\u2007"
"""Blanks that may stand between groups of three figures."""

FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
"""Signs after a whole number, or alone."""

_FRACTION = "|".join(FRACTIONS)
FIGURES = (
    rf"\d{{1,3}}(?:\s?[½¼¾]|\s(?:1/2|1/4|3/4)(?!\d))|[½¼¾]"
    rf"|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d,]*\d)|\d{{1,3}}(?:[{BLANKS[1:]}]\d{{3}})+(?!\d)"
    r"|[1-9]\d{0,2}(?: (?!000)\d{3}| 000)+(?![\d,.]*\d)|\d+\.\d+|\d+|(?<![\w.])\.\d+"
)
_AFTER_SCORES = (
    r"(?:of|more|(?:were\s+|are\s+|have\s+been\s+)?(?:killed|injured|wounded|hurt|dead|missing"
    r"|arrested|detained|displaced|feared))\b"
)
MAX_DIGITS = 24
"""Longer figures are codes."""

FEW = ("several", "a few", "a couple of", "a couple", "many")
SOME = ("several", "a few")
"""Words that stand for a number of people or things by themselves."""

LEAST = 2
"""What "several", "a few" and "many" are at least, as the contract has it for a handful."""


_ALONE: dict[str, Number] = {
    "zero": 0,
    "half a": 0.5,
    "half of a": 0.5,
    "a half": 0.5,
    "a quarter": 0.25,
}
"""Numbers that stand in no larger one; the halves before a percentage point only."""


class Value(NamedTuple):
    """A number; `is_least` where the words tell only the least that it can be."""

    number: Number
    is_least: bool = False


def _join(words: object) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def word_pattern() -> str:
    """Exact numbers in words."""
    words = count_words()
    ones = (
        rf"(?:(?:{_join(words.tens)})(?:[-\s](?:{_join(words.ones)})\b)?"
        rf"|(?:{_join(words.teens)})|(?:{_join(words.ones)}))\b"
    )
    hundred = rf"(?:(?:an?\s+|{ones}[-\s])hundred\b(?:\s+(?:and\s+)?{ones})?|{ones})"
    scale = rf"(?:{_join(words.scales)})\b"
    few = _join(FEW)
    large = rf"(?:hundred\b|dozen\b|{scale})"
    return (
        rf"(?:half\s+an?\s+{scale}|zero\b|{_join(words.groups)}"
        rf"|an?\s+quarter\s+of\s+an?\s+{scale}"
        rf"|(?:{few})\s+(?:hundred\s+{scale}|{large})|{ones}\s+dozen\b"
        rf"|{ones}\s+and\s+a\s+half\s+{scale}"
        rf"|(?:{hundred}|an?)[-\s]{scale}(?:[\s,]+(?:and\s+)?{hundred}(?:\s+{scale})?)*"
        rf"|{hundred})(?!\w)"
    )


@cache
def vague_pattern() -> str:
    """Collectives, as "tens of thousands" and "hundreds, if not thousands"."""
    words = count_words()
    large = _join([name for name in words.collectives if name != "scores"])
    first = rf"(?:tens|dozens|scores|hundreds|thousands)\s+of\s+(?:{large})"
    chained = rf"hundreds\s+of\s+thousands\s+of\s+(?:{large})"
    either = rf"(?:,?\s+(?:if\s+not|or\s+even|or|and)\s+(?:{first}|{large}))"
    handful = _join(words.handful)
    return (
        rf"(?:(?:{chained}|{first}|{large}){either}?|{handful}|scores(?=\s+{_AFTER_SCORES}))(?!\w)"
    )


def read_number(words: str) -> Value | None:
    """The value of one number, in figures with a scale or in words; None where it is none."""
    text = " ".join(words.lower().split())
    if re.match(r"\.?\d|[½¼¾]", text):
        return _figures(text)
    return _collective(text) or _words(text)


def _figures(text: str) -> Value | None:
    found = re.match(rf"({FIGURES})[-\s]?([a-z]*)$", text)
    if not found:
        return None
    part = re.search(rf"\s?({_FRACTION})$", found[1])
    if part:
        whole = int(found[1][: part.start()] or 0) + FRACTIONS[part[1]]
        return Value(tidy(whole * count_words().scales.get(found[2], 1)))
    digits = re.sub(rf"[,{BLANKS}]", "", found[1])
    words = count_words()
    scale = {"": 1, **words.scales, **words.scale_marks}.get(found[2])
    if scale is None or len(digits) > MAX_DIGITS:
        return None
    return Value(tidy(float(digits) * scale) if "." in digits else int(digits) * scale)


def tidy(number: Number) -> Number:
    """A whole number as an int, another rounded to nine places."""
    rounded = round(number, 9)
    return int(rounded) if rounded == int(rounded) else rounded


def _collective(text: str) -> Value | None:
    words = count_words()
    if text in words.handful or text in SOME:
        return Value(words.handful.get(text, LEAST), is_least=True)
    parts = re.split(r",? (?:if not|or even|or|and) ", text)[0].split(" of ")
    sizes = {"tens": 10, **words.collectives}
    if not all(part in sizes for part in parts):
        return None
    number = 1
    for part in parts:
        number *= sizes[part]
    return Value(number, is_least=True)


def _words(text: str) -> Value | None:
    words = count_words()
    if text in words.groups or text in _ALONE:
        return Value(words.groups.get(text, _ALONE.get(text, 0)))
    for few in FEW:
        if text.startswith(f"{few} "):
            rest = _accumulate(f"one {text[len(few) + 1 :]}")
            return Value(tidy(LEAST * rest), is_least=True) if rest else None
    text = text.replace("half a ", "half ").replace("a quarter of a ", "quarter ")
    number = _accumulate(text.replace("and a half", "half"))
    return Value(tidy(number)) if number else None


def _accumulate(text: str) -> float:
    words = count_words()
    small = {
        **words.ones,
        **words.teens,
        **words.tens,
        "a": 1,
        "an": 1,
        "half": 0.5,
        "quarter": 0.25,
    }
    total, current = 0.0, 0.0
    for word in re.split(r"[\s,-]+", text):
        if word in small:
            current += small[word]
        elif word in {"hundred", "dozen"}:
            current = (current or 1) * (100 if word == "hundred" else 12)
        elif word in words.scales:
            total += (current or 1) * words.scales[word]
            current = 0.0
        elif word != "and":
            return 0.0
    return total + current
