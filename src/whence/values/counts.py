"""How many units of time ("three", "a few", "a year and a half" without its unit) -> a number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from whence.values.numerals import FEW, any_number, read_number

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

_OPEN = (
    *FEW,
    "a couple of",
    "couple of",
    "many",
    "some",
    "dozens of",
    "hundreds of",
    "thousands of",
)


@cache
def count_pattern() -> str:
    """Figures, number words, "a", and words that leave the number open."""
    open_words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in _OPEN)
    return rf"(?i:{open_words}|{any_number()}|an?|one|half\s+an?)"


def read_count(words: str) -> Number | None:
    """The number; None where the words leave it open ("several", "dozens of")."""
    text = " ".join(words.lower().split())
    if text in {"a", "an"}:
        return 1
    if text in {"half a", "half an"}:
        return 0.5
    if text in {"a couple of", "couple of", "a couple"}:
        return 2
    if text in _OPEN:
        return None
    value = read_number(text)
    return None if value is None or value.is_least else value.number
