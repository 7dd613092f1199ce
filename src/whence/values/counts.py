"""How many units of time ("three", "a few", "two and a half" without its unit) -> a number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from whence.lexicon.quantities import count_words
from whence.values.grammar import FIGURE, any_of
from whence.values.numerals import FEW, read_number

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

_OPEN = (
    *FEW,
    "few",
    "a couple of",
    "couple of",
    "some",
    "a dozen or so",
    "dozens of",
    "hundreds of",
    "thousands of",
)
_NO_COUNT = re.compile(
    r"^an?[- ](?!hundred|thousand|million|billion|dozen|half|few|couple|quarter)"
    r"|(?<!half)(?<!of)(?<!and)\s+an?\b"
)
"""The article of a noun, not a number: "a three-day" truce, "$2 billion a year"."""

_SMALL: dict[str, Number] = {
    "a": 1, "an": 1, "half": 0.5, "a half": 0.5, "half a": 0.5, "half an": 0.5,
    "a couple of": 2, "couple of": 2, "a couple": 2,
    "quarter": 0.25, "a quarter": 0.25, "a quarter of a": 0.25, "quarter of a": 0.25,
}  # fmt: skip
_LINKS = ("a", "an", "and", "half", "quarter", "couple", "few", "of", "or", "so")
_OPENERS = ("a", "an", "half", "quarter", "couple", "few", "several", "many", "some", "tens")


@cache
def _words() -> frozenset[str]:
    lists = count_words()
    exact = {*lists.ones, *lists.teens, *lists.tens, *lists.scales, "hundred", "dozen"}
    return frozenset(exact | set(lists.collectives))


@cache
def count_pattern() -> str:
    """Words of numbers in any order; `read_count` says which are a number."""
    first = any_of([*(_words() - set(count_words().scales)), *_OPENERS])
    later = any_of([*_words(), *_LINKS])
    figures = r"(?:\d[\d,]*(?:\.\d+)?(?:[½¼¾]|\s1/2)?|[½¼¾])"
    return rf"(?i:(?:{figures}|{first}\b)(?:[-\s]+(?:{later}\b|\d[\d,.]*))*?)"


@cache
def count_opens() -> frozenset[str]:
    """First words of counts."""
    return frozenset({*_words(), *_OPENERS, FIGURE})


def is_open(words: str) -> bool:
    """Whether the words tell no number ("several")."""
    return " ".join(words.lower().split()) in _OPEN


def read_count(words: str) -> Number | None:
    """The number; None where the words leave it open ("several", "dozens of") or are none."""
    text = " ".join(words.lower().split())
    if text in _OPEN or _NO_COUNT.search(text):
        return None
    if text in _SMALL:
        return _SMALL[text]
    value = read_number(re.sub(r"[-\s]and[-\s]a[-\s]half$", " and a half", text))
    return None if value is None or value.is_least else value.number
