"""`perception.toml` -> what people understand by estimative phrases."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from whence.lexicon.phrases import words_of_table
from whence.lexicon.yardsticks import spellings


class Quartiles(NamedTuple):
    """Of the probabilities, 0 to 1, that people gave one phrase, and how many gave one."""

    low: float
    median: float
    high: float
    judgements: int


@cache
def _quartiles() -> dict[str, Quartiles]:
    found = {}
    for line in words_of_table("perception", "perceived"):
        term, low, median, high, count = line.split(" | ")
        found[term] = Quartiles(float(low), float(median), float(high), int(count))
    return found


def perception_of(term: str) -> Quartiles | None:
    """What people understand by a term in lower case; None where nobody was asked about it."""
    return _quartiles().get(term) or _quartiles().get(spellings().get(term, ""))
