"""Pronouns and nouns -> the earlier words that they refer back to.

M mentions' heads in a window, K numbers of a vector.

Source: Lee et al. (2017), https://arxiv.org/abs/1707.07045, by heads instead of spans
(Dobrovolskii 2021, https://arxiv.org/abs/2109.04127).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.reader.heads import PLACES, REFERENCE

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

MENTIONED = frozenset({"NOUN", "PROPN", "PRON"})
"""Parts of speech that head a mention."""

INSIDE = frozenset({"compound", "flat", "fixed", "goeswith", "expl"})
"""Relations that do not."""


class ReferenceWeights(NamedTuple):
    """The vector that stands for "nothing before" (K,), and its bias (1,)."""

    none: Floats
    bias: Floats


def antecedents(row: Floats, at: Numbers, weights: ReferenceWeights) -> Numbers:
    """For each mention's head the token it refers back to, -1 for none.

    Args:
        row: Shape (W, N).
        at: Tokens of mentions' heads, ascending. Shape (M,).
        weights: Of the head.
    """
    if not len(at):
        return at
    scale = np.float32(1 / REFERENCE**0.5)
    refers = row[at, PLACES["refers"]]
    scores = refers @ row[at, PLACES["referred"]].T * scale  # (M, M)
    scores[at[:, None] <= at] = -np.inf
    none = refers @ weights.none * scale + weights.bias
    best = scores.argmax(axis=1)
    is_sure = scores[np.arange(len(at)), best] > none
    return np.where(is_sure, at[best], -1)
