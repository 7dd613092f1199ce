"""How common words are: in how many of some 800 news articles each stem stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple


class Frequencies(NamedTuple):
    """Document frequencies.

    Attributes:
        articles: How many were counted.
        counts: Stem to the number of articles in which it stands, where at least three.
    """

    articles: int
    counts: Mapping[str, int]


@cache
def frequencies() -> Frequencies:
    """Of US campaign news of 2015 and 2016 (PolNeAR train), made by `training.frequencies`."""
    table = resources.files("whence.lexicon").joinpath("data/frequencies.txt")
    first, *rows = table.read_text(encoding="utf-8").splitlines()
    return Frequencies(int(first), {stem: int(count) for stem, count in map(str.split, rows)})
