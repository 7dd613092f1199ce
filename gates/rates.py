"""Counts and pairs of numbers -> rates; nothing to divide by gives 0."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]


class Found(NamedTuple):
    """How many were to be found, how many were given, how many are in both.

    Those of several documents are added with `plus`.
    """

    gold: int = 0
    given: int = 0
    both: int = 0

    def plus(self, other: Found) -> Found:
        """The counts of both together."""
        return Found(self.gold + other.gold, self.given + other.given, self.both + other.both)

    @property
    def f1(self) -> float:
        """Twice those in both, of those to be found and those given."""
        return share(2 * self.both, self.gold + self.given)


def compare(gold: Collection[Hashable], given: Collection[Hashable]) -> Found:
    """Those that are the same; one stated twice counts twice."""
    both = Counter(gold) & Counter(given)
    return Found(len(gold), len(given), both.total())


def share(part: float, whole: float) -> float:
    """`part` of `whole`, 0 of nothing."""
    return part / whole if whole else 0.0


def correlation(given: Floats, gold: Floats) -> float:
    """Pearson's r of two rows of numbers; 0 where one of them does not vary."""
    if len(gold) < 2 or not given.std() or not gold.std():  # noqa: PLR2004 - a pair
        return 0.0
    return float(np.corrcoef(given, gold)[0, 1])


def mean_error(given: Floats, gold: Floats) -> float:
    """Mean of the absolute differences, in the numbers' own unit."""
    return float(np.abs(given - gold).mean()) if len(gold) else 0.0
