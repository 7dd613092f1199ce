"""Pieces of attributions -> which hangs on which, by the network's own scores.

A content chooses its source, a cue and a further piece of a content choose the content, each
among those in its window, or none. S pieces of a window, K numbers of a vector.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.reader.chains import Piece
from whence.reader.heads import LINK, PLACES

Floats = npt.NDArray[np.float32]


class LinkWeights(NamedTuple):
    """What belongs to the head beside its part of the row.

    Attributes:
        none: Vector that stands for no source, content of a cue, content of a piece. (3, K).
        bias: Shape (3,).
    """

    none: Floats
    bias: Floats


def hang(
    pieces: Sequence[Piece],
    groups: Sequence[int],
    row: Floats,
    start: int,
    weights: LinkWeights,
) -> list[int | None]:
    """For each piece the index of the one it hangs on.

    Args:
        pieces: Of one window, in reading order.
        groups: Pieces choose among those of their own group.
        row: The window's rows. Shape (W, N).
        start: Number of the window's first token.
        weights: Of the head.
    """
    if not pieces:
        return []
    first = np.array([piece.first for piece in pieces]) - start
    last = np.array([piece.last for piece in pieces]) - start
    leaving = row[first, PLACES["from_first"]] + row[last, PLACES["from_last"]]
    arriving = row[first, PLACES["to_first"]] + row[last, PLACES["to_last"]]
    kinds = np.array([_kind(piece) for piece in pieces])
    chooses = np.array([_CHOICE[kind] for kind in kinds])
    belongs = np.array(groups)
    may = (_TARGET[kinds][:, None] == kinds) & (belongs[:, None] == belongs)
    scale = np.float32(1 / LINK**0.5)
    scores = np.where(may, leaving @ arriving.T * scale, -np.inf)  # (S, S)
    none = (leaving * weights.none[chooses]).sum(axis=1) * scale + weights.bias[chooses]
    best = scores.argmax(axis=1)
    sure = scores[np.arange(len(pieces)), best] > none
    return [at if ok else None for at, ok in zip(best.tolist(), sure.tolist(), strict=True)]


_SOURCE, _CUE, _CONTENT, _MORE = range(4)
_CHOICE = np.array([0, 1, 0, 2])
_TARGET = np.array([-1, _CONTENT, _SOURCE, _CONTENT])


def _kind(piece: Piece) -> int:
    if piece.role == "content":
        return _MORE if piece.is_more else _CONTENT
    return _SOURCE if piece.role == "source" else _CUE
