"""Scores and whether each was right -> a table that makes a score a probability.

Source: isotonic regression by pooling adjacent violators (Ayer et al. 1955; Zadrozny and
Elkan 2002), here over bins of equally many scores, so that no step stands on a handful.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

MOST_STEPS = 10


class Step(NamedTuple):
    """A mean score and the share of right ones there."""

    score: float
    probability: float


class Bin(NamedTuple):
    """Those of some scores whose score is in `[low, high)`; the last bin has 1 too.

    Attributes:
        size: How many.
        score: Their mean score, 0 where there are none.
        share: Share of right ones, 0 where there are none.
    """

    low: float
    high: float
    size: int
    score: float
    share: float


def fit(scores: Sequence[float], is_right: Sequence[bool], most: int = MOST_STEPS) -> list[Step]:
    """The table that fits some judged scores.

    Args:
        scores: 0 to 1, at least one.
        is_right: Whether each was right.
        most: Steps at most.

    Returns:
        Ascending in both, strictly.
    """
    order = np.argsort(scores, kind="stable")
    blocks: list[tuple[float, int, int]] = []  # sum of scores, right ones, all
    for part in np.array_split(order, most):
        if len(part):
            total = sum(scores[at] for at in part)
            blocks.append((total, sum(is_right[at] for at in part), len(part)))
        while len(blocks) > 1 and not _ascends(*blocks[-2:]):
            last, before = blocks.pop(), blocks.pop()
            blocks.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    return [Step(total / count, right / count) for total, right, count in blocks]


def calibrated(steps: Sequence[Step], score: float) -> float:
    """The probability of a score: on the line between the steps beside it, flat beyond them."""
    xs, ys = zip(*steps, strict=True)
    return float(np.interp(score, xs, ys))


def bins_of(scores: Sequence[float], is_right: Sequence[bool], count: int = 10) -> list[Bin]:
    """Some judged scores in bins of equal width."""
    numbers = [min(int(score * count), count - 1) for score in scores]
    bins = []
    for number in range(count):
        inside = [at for at, each in enumerate(numbers) if each == number]
        size = max(len(inside), 1)
        mean = sum(scores[at] for at in inside) / size
        right = sum(is_right[at] for at in inside) / size
        bins.append(Bin(number / count, (number + 1) / count, len(inside), mean, right))
    return bins


def calibration_error(bins: Sequence[Bin]) -> float:
    """Mean distance of score and share, by size (ECE, Naeini et al. 2015)."""
    total = sum(each.size for each in bins)
    return sum(each.size * abs(each.score - each.share) for each in bins) / max(total, 1)


def square_error(scores: Sequence[float], is_right: Sequence[bool]) -> float:
    """Brier's: mean squared distance of a score from 1 where right and 0 where not."""
    pairs = zip(scores, is_right, strict=True)
    return sum((score - right) ** 2 for score, right in pairs) / max(len(scores), 1)


def _ascends(one: tuple[float, int, int], other: tuple[float, int, int]) -> bool:
    """Whether both the mean score and the share of right ones are greater in the second."""
    is_higher = one[0] * other[2] < other[0] * one[2]
    return is_higher and one[1] * other[2] < other[1] * one[2]
