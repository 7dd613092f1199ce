"""What this stage needs from whoever knows which texts say alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Vectors(Protocol):
    """Turns texts into vectors of length 1."""

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector for each text, each a function of its text alone."""


Pair = tuple[int, int, float]
"""Indices of two texts, the first below the second, and their likeness, -1 to 1."""
