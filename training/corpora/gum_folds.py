"""Which of GUM's documents each of five folds holds back."""

from __future__ import annotations

from collections.abc import Sequence

FOLDS = 5


def held_of(names: Sequence[str], fold: int) -> frozenset[str]:
    """The documents that a fold, 0 to 4, holds back."""
    return frozenset(sorted(names)[fold::FOLDS])
