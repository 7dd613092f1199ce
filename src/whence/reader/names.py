"""Labels of names -> names, by paragraph; O, B- and I- of each kind."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.reader.chains import Tables, best_labels
from whence.reader.heads import NAMES

NEVER = -1e4
TOUCHING = -3.0  # a name directly after another; by CrossNER's and GUM's dev parts, 2026-11

Floats = npt.NDArray[np.float32]


class NamePiece(NamedTuple):
    """Tokens `first` to `last` (included) that name something; `score` as of `chains.Piece`."""

    first: int
    last: int
    kind: str
    score: float


def names_of(
    scores: Floats, opens: npt.NDArray[np.bool_], labels: tuple[str, ...] = NAMES
) -> list[NamePiece]:
    """The names that the best sequence of labels spells.

    Args:
        scores: Raw. Shape (T, L).
        opens: Whether a token begins a paragraph: no name crosses that. Shape (T,).
        labels: O, then B- and I- of each kind in turn.
    """
    if not len(scores):
        return []
    logs = _normalised(scores)
    best = best_labels(logs, np.cumsum(opens) - 1, _tables(labels))
    goes_on = np.array([label[0] == "I" for label in labels])[best]
    starts = np.flatnonzero((best != 0) & ~goes_on)
    after = np.append(np.flatnonzero(~goes_on), len(best))  # O or a new name
    ends = after[np.searchsorted(after, starts, side="right")]
    sure = np.exp(logs[np.arange(len(best)), best])
    found = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        mean = np.add.reduce(sure[start:end]) / sure.dtype.type(end - start)
        kind = labels[best[start]][2:]
        found.append(NamePiece(start, end - 1, kind, round(float(mean), 4)))
    return found


def _normalised(scores: Floats) -> Floats:
    logs: Floats = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return logs


@cache
def _tables(labels: tuple[str, ...]) -> Tables:
    """I goes on with its own kind alone; a name seldom follows another at once."""
    count = len(labels)
    steps = np.zeros((count, count), dtype=np.float32)
    for to, label in enumerate(labels):
        for of, before in enumerate(labels):
            if label[0] == "I" and before[2:] != label[2:]:
                steps[of, to] = NEVER
            elif label[0] == "B" and before != "O":
                steps[of, to] = TOUCHING
    start = np.array([NEVER if label[0] == "I" else 0.0 for label in labels], np.float32)
    return Tables(steps, start, np.zeros(count, np.float32))
