"""A sentence -> the ages told in it ("24-year-old", "aged 24", "Ana Silva, 56,")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from whence.ledger.quantity import Quantity
from whence.ledger.span import Span
from whence.values.numerals import read_number, word_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@cache
def _age() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}|{word_pattern()})"
    return re.compile(
        rf"(?<![\w.,-])(?P<old>(?i:{number}))[-\s]years?-olds?\b"
        r"|(?:(?<=\baged\s)|(?<=\bages\s)|(?<=\bage\s)|(?<=\bage\sof\s))(?P<aged>\d{1,3})(?![\w,.]\d)"
        r"|(?<=[a-z]{2},\s)(?P<bare>[1-9]\d?)(?=,\s|\.$|\)|,?\s+(?:who|was|said|of)\b)",
    )


_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:Jr\.?|Sr\.?|I+))?,\s$")
_MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|\w+ember|October),\s$"
)


def ages_in(text: str, sentence: Span, times: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """Ages: "24-year-old", "aged 24", and "Ana Silva, 56,"."""
    for found in _age().finditer(text, *sentence):
        before = text[max(sentence.start, found.start() - 30) : found.start()]
        if found["bare"] and (not _NAME_BEFORE.search(before) or _MONTH_BEFORE.search(before)):
            continue
        if any(first < found.end() and found.start() < last for first, last in times):
            continue
        value = read_number(found["old"] or found["aged"] or found["bare"])
        if value is not None:
            yield Quantity(
                Span(*found.span()), value.number, value.number, value.is_least, "years", None
            )
