"""Vectors -> the pairs of them that are alike. N vectors of D numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

ROWS = 512  # compared at once, so that memory stays flat


def similar_pairs(vectors: Sequence[Sequence[float]], least: float) -> list[tuple[int, int, float]]:
    """The pairs whose product is at least `least`.

    Args:
        vectors: Each of length 1. Shape (N, D).
        least: -1 to 1.

    Returns:
        (index, greater index, product rounded to four places), ascending.
    """
    if not vectors:
        return []
    matrix = np.asarray(vectors, dtype=np.float64)
    found: list[tuple[int, int, float]] = []
    for start in range(0, len(matrix), ROWS):
        likeness = matrix[start : start + ROWS] @ matrix.T  # (ROWS, N)
        for row, column in np.argwhere(likeness >= least):
            one, other = start + int(row), int(column)
            if one < other:
                found.append((one, other, round(float(likeness[row, column]), 4)))
    return found
