"""A sentence -> the counts of nobody told in it ("no casualties", "nobody was hurt")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from whence.ledger.quantity import Quantity
from whence.ledger.span import Span
from whence.lexicon.quantities import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = r"(?:civilian|military|reported|serious|major|confirmed|known|fatal|human|other)\s+"
_NO_ONE = re.compile(
    r"\b(?P<no>(?i:no\s+one|nobody|no-one))\s+(?:was|were|is|had\s+been|has\s+been)\s+"
    r"(?:\w+ly\s+)?(?:killed|hurt|injured|wounded|harmed|arrested|detained)\b"
)


@cache
def _none() -> re.Pattern[str]:
    nouns = "|".join(sorted(count_words().harm_nouns))
    return re.compile(rf"\b(?P<no>[Nn]o)\s+(?:{_BETWEEN}){{0,2}}(?P<unit>{nouns})\b")


def zeros_in(text: str, sentence: Span) -> Iterator[Quantity]:
    """None and nobody, as nought up to nought."""
    words = text[sentence.start : sentence.end]
    if "no" not in words and "No" not in words:
        return
    for pattern in (_none(), _NO_ONE):
        for found in pattern.finditer(text, *sentence):
            unit = found.groupdict().get("unit")
            yield Quantity(Span(*found.span("no")), 0, 0, is_approximate=False, unit=unit, of=None)
