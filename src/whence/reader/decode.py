"""Scores of labels -> spans with a role; broken spans cannot come out.

Letters: W words, L labels. Labels are B- (begins), I- (goes on) and, for a content that
was interrupted ("…," he said, "…"), M-Content: a further piece of the content before.
The best sequence is searched among those where I- follows its own role only, and never
crosses a paragraph's end (Viterbi 1967).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

LABELS = (
    "O",
    "B-Source",
    "I-Source",
    "B-Cue",
    "I-Cue",
    "B-Content",
    "I-Content",
    "M-Content",
)
"""The network's labels, in the order of its scores; the manifest must name the same."""

Scores = npt.NDArray[np.float32]


class Piece(NamedTuple):
    """Words `first` to `last` (included) with one role.

    Attributes:
        role: "source", "cue" or "content".
        is_more: Whether it goes on with the content before it.
        score: Mean probability of its labels, 0 to 1, not calibrated.
    """

    first: int
    last: int
    role: str
    is_more: bool
    score: float


def decode(scores: Scores, paragraphs: Sequence[int]) -> list[Piece]:
    """The best pieces of one window.

    Args:
        scores: Raw scores of each word's first piece. Shape (W, L).
        paragraphs: The paragraph of each word. Length W.

    Returns:
        Pieces in reading order that do not overlap.
    """
    if not len(scores):
        return []
    logs = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    path = _best_path(logs.astype(np.float64), paragraphs)
    pieces: list[Piece] = []
    start = 0
    for end in range(1, len(path) + 1):
        goes_on = end < len(path) and LABELS[path[end]].startswith("I-")
        if goes_on:
            continue
        name = LABELS[path[start]]
        if name != "O":
            sure = np.exp(logs[range(start, end), path[start:end]]).mean()
            role = name[2:].lower()
            pieces.append(Piece(start, end - 1, role, name.startswith("M-"), round(float(sure), 4)))
        start = end
    return pieces


def _best_path(logs: npt.NDArray[np.float64], paragraphs: Sequence[int]) -> list[int]:
    """The likeliest allowed label of each word. (W, L) -> W."""
    total = np.where(_STARTS, logs[0], -np.inf)
    steps = []
    for at in range(1, len(logs)):
        allowed = _INSIDE if paragraphs[at] == paragraphs[at - 1] else _ACROSS
        options = total[:, None] + allowed  # (L from, L to)
        steps.append(options.argmax(axis=0))
        total = options.max(axis=0) + logs[at]
    label = int(total.argmax())
    path = [label]
    for step in reversed(steps):
        label = int(step[label])
        path.append(label)
    return path[::-1]


def _transitions(*, goes_on: bool) -> npt.NDArray[np.float64]:
    """0 where a label may follow another, -inf where not. Shape (L, L)."""
    allowed = np.zeros((len(LABELS), len(LABELS)))
    for to, name in enumerate(LABELS):
        if not name.startswith("I-"):
            continue
        for before, other in enumerate(LABELS):
            is_same = goes_on and other[2:] == name[2:]
            allowed[before, to] = 0.0 if is_same else -np.inf
    return allowed


_INSIDE = _transitions(goes_on=True)
_ACROSS = _transitions(goes_on=False)
_STARTS = np.array([not name.startswith("I-") for name in LABELS])
