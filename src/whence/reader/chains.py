"""Scores of labels -> the best sequence of each chain; broken pieces cannot come out.

A chain is a paragraph's part in a window. The best sequence is searched among those that the
tables allow (Viterbi 1967), for all chains of an article at once.
Letters: T tokens of an article, L labels, C chains.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.reader.heads import PIECES

Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]


class Tables(NamedTuple):
    """What a CRF has learned; very low where a step is impossible.

    Attributes:
        steps: From a label to the next. Shape (L, L).
        start: Shape (L,).
        stop: Shape (L,).
    """

    steps: Scores
    start: Scores
    stop: Scores


def best_labels(scores: Scores, chains: Numbers, tables: Tables) -> Numbers:
    """The best label of each token.

    Args:
        scores: Raw. Shape (T, L).
        chains: Number of each token's chain, ascending from 0. Shape (T,).
        tables: Of the CRF.

    Returns:
        Shape (T,). A chain in which O is every token's best label is O throughout.
    """
    return best_of_levels([scores], chains, [tables])[0]


def best_of_levels(
    levels: Sequence[Scores], chains: Numbers, tables: Sequence[Tables]
) -> list[Numbers]:
    """The same for levels with tables of their own, which take their steps together."""
    count, scores = len(chains), np.concatenate(levels)
    labels = np.zeros(len(scores), dtype=np.int64)
    firsts = np.flatnonzero(np.diff(chains, prepend=-1))
    starts = np.concatenate([firsts + count * level for level in range(len(levels))])
    ends = np.append(starts[1:], len(scores))
    if count:
        busy = np.add.reduceat(scores.argmax(axis=1) != 0, starts) > 0
        starts, ends = starts[busy], ends[busy]
    if len(starts):
        order = np.argsort(starts - ends, kind="stable")  # the longest first
        starts, sizes = starts[order], (ends - starts)[order]
        own = [tables[level] for level in (starts // count).tolist()]
        totals = _forward(scores, starts, sizes, own)
        _back(labels, totals, starts, own)
    return np.split(labels, len(levels))


def _forward(
    scores: Scores, starts: Numbers, sizes: Numbers, tables: Sequence[Tables]
) -> list[Scores]:
    """The best total that ends in each label, step by step; each (L, C that long)."""
    places = np.minimum(starts + np.arange(sizes[0])[:, None], len(scores) - 1)  # (steps, C)
    laid = np.ascontiguousarray(scores[places].transpose(0, 2, 1))  # chains last: long runs
    total: Scores = np.stack([each.start for each in tables], axis=1) + laid[0]
    totals = [total]
    steps = np.stack([each.steps for each in tables], axis=2)  # (L from, L to, C)
    going = np.searchsorted(-sizes, -np.arange(1, sizes[0]), side="left")
    for at, count in enumerate(going.tolist(), start=1):
        reached = np.maximum.reduce(total[:, None, :count] + steps[:, :, :count], axis=0)
        total = reached + laid[at, :, :count]
        totals.append(total)
    return totals


def _back(
    labels: Numbers, totals: Sequence[Scores], starts: Numbers, tables: Sequence[Tables]
) -> None:
    """Write the labels of the best sequences, from the last step to the first."""
    now = np.zeros(0, dtype=np.int64)  # labels of the chains that are so long
    stop = np.stack([each.stop for each in tables])
    onto = np.concatenate([each.steps.T for each in tables])  # (C times L to, L from)
    rows = np.arange(len(tables)) * stop.shape[1]
    places, found = [], []
    for at in range(len(totals) - 1, -1, -1):
        total, count = totals[at].T, len(now)
        now = (total[:count] + onto.take(rows[:count] + now, axis=0)).argmax(axis=1)
        if len(total) > count:
            now = np.append(now, (total[count:] + stop[count : len(total)]).argmax(axis=1))
        places.append(starts[: len(now)] + at)
        found.append(now)
    labels[np.concatenate(places)] = np.concatenate(found)


class Piece(NamedTuple):
    """Tokens `first` to `last` (included) with one role.

    Attributes:
        role: "source", "cue" or "content".
        is_more: Whether it goes on with a content before it.
        score: Mean probability of its labels, each taken alone; 0 to 1.
    """

    first: int
    last: int
    role: str
    is_more: bool
    score: float


def pieces_of(labels: Numbers, scores: Scores) -> list[Piece]:
    """The pieces that labels spell, in reading order. (T,), (T, L)."""
    begins = np.flatnonzero(_BEGINS[labels])
    if not len(begins):
        return []
    after = np.flatnonzero(~_GOES_ON[labels])  # O or a new piece
    ends = np.append(after, len(labels))[np.searchsorted(after, begins, side="right")]
    busy = labels != 0
    raw = scores[busy]
    chosen = raw[np.arange(len(raw)), labels[busy]]
    sure = np.zeros(len(labels))
    sure[busy] = np.exp(chosen - np.logaddexp.reduce(raw, axis=1))
    sums = np.append(0.0, np.cumsum(sure))
    found = []
    for first, end in zip(begins.tolist(), ends.tolist(), strict=True):
        place, _, role = PIECES[labels[first]].partition("-")
        score = round(float(sums[end] - sums[first]) / (end - first), 4)
        found.append(Piece(first, end - 1, role.lower(), place == "M", score))
    return found


_BEGINS = np.array([label[0] in "BSM" for label in PIECES])
_GOES_ON = np.array([label[0] in "IE" for label in PIECES])
