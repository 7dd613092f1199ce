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

_OLD = re.compile(r"[-\s–](?P<unit>year|month|week|day)s?[-\s–]olds?\b")
_BARE = re.compile(r"(?<=[a-z]{2},\s)([1-9]\d?)(?=,\s|\.$|\)|,?\s+(?:who|was|said|of)\b)")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'-]+(?:\s+(?:Jr\.?|Sr\.?|I+))?,\s$")
_MONTH_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|\w+ember|October),\s$"
)
_REACH = 30
_LONGEST = 40


@cache
def _number_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,-])(?i:\d{{1,3}}(?:,\d{{3}})?|\d{{4}}|{word_pattern()})$")


@cache
def _aged() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}(?![\w,.]\d)|(?i:{word_pattern()}))"
    return re.compile(
        rf"\b(?:[Aa]ged|[Aa]ges?|age\s+of)\s+(?:between\s+)?"
        rf"(?P<low>{number})(?:(?:\s?[-–]\s?|\s+(?:to|and)\s+)(?P<high>{number}))?\b"
    )


def ages_in(text: str, sentence: Span, times: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    """Ages: "24-year-old", "aged 24", "aged 12 to 15", and "Ana Silva, 56,"."""
    for start, end, low, high, unit in sorted(_found(text, sentence)):
        if any(first < end and start < last for first, last in times):
            continue
        least, most = read_number(low), read_number(high)
        if least is not None and most is not None and least.number <= most.number:
            yield Quantity(Span(start, end), least.number, most.number, least.is_least, unit, None)


def _found(text: str, sentence: Span) -> Iterator[tuple[int, int, str, str, str]]:
    """First character, the one after the last, the words of least and greatest age, the unit."""
    words = text[sentence.start : sentence.end]
    if "old" in words:
        for old in _OLD.finditer(text, *sentence):
            number = _number_before().search(
                text, max(sentence.start, old.start() - _LONGEST), old.start()
            )
            if number:
                yield number.start(), old.end(), number[0], number[0], f"{old['unit']}s"
    if "age" in words or "Age" in words:
        for aged in _aged().finditer(text, *sentence):
            high = aged["high"] or aged["low"]
            yield aged.start("low"), aged.end(), aged["low"], high, "years"
    if ", " in words:
        for bare in _BARE.finditer(text, *sentence):
            before = text[max(sentence.start, bare.start() - _REACH) : bare.start()]
            if _NAME_BEFORE.search(before) and not _MONTH_BEFORE.search(before):
                yield *bare.span(), bare[0], bare[0], "years"
