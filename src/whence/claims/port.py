"""What this stage needs from whoever knows which texts say alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol


class Compared(NamedTuple):
    """How two texts stand to each other: probabilities that come to 1."""

    same: float
    more_specific: float
    conflict: float
    different: float


class Vectors(Protocol):
    """Turns texts into vectors of length 1."""

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector for each text, each a function of its text alone."""


class Encoder(Vectors, Protocol):
    """Knows which texts are alike, and reads two at once to tell whether they say the same."""

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """The probabilities of each pair; the order of the two does not count."""


Pair = tuple[int, int, float]
"""Indices of two texts, the first below the second, and their likeness, -1 to 1."""
