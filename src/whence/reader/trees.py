"""Scores of arcs -> sentences as trees: every token has one head, one of them the root.

Letters: W tokens of a window, A numbers of an arc's vector, L relations.

Source: deep biaffine parsing (Dozat and Manning 2017, https://arxiv.org/abs/1611.01734); trees
by Chu and Liu (1965) and Edmonds (1967), with one root (Zmigrod et al. 2020).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from whence.reader.heads import ARC, PLACES

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

NEVER = np.float32(-1e9)


class TreeWeights(NamedTuple):
    """What belongs to the heads of trees beside their parts of the row.

    Attributes:
        arc: Between a dependent's and a head's vector. (A, A).
        arc_bias: How readily a token is a head. (A,).
        arc_root: Vector of the root, not yet rectified. (A,).
        relation: (R, L).
        relation_bias: (L,).
        relation_root: Vector of the root. (R,).
    """

    arc: Floats
    arc_bias: Floats
    arc_root: Floats
    relation: Floats
    relation_bias: Floats
    relation_root: Floats


def parse(row: Floats, sentences: Numbers, weights: TreeWeights) -> tuple[Numbers, Numbers]:
    """Heads and relations of a window's tokens.

    Args:
        row: Shape (W, N).
        sentences: Number of each token's sentence, ascending. Shape (W,).
        weights: Of the heads.

    Returns:
        Heads as tokens of the window, -1 for a root (W,), and numbers of relations (W,).
    """
    scores = arc_scores(row, weights)
    scores[:, 1:][sentences[:, None] != sentences] = NEVER
    np.fill_diagonal(scores[:, 1:], NEVER)
    heads = scores.argmax(axis=1)
    for sentence in broken(heads, sentences):
        first, last = np.searchsorted(sentences, [sentence, sentence + 1])
        columns = np.append(0, np.arange(first + 1, last + 1))
        tree = best_tree(scores[first:last, columns])
        heads[first:last] = np.where(tree == 0, 0, tree + first)
    return heads - 1, relations_to(row, heads, weights)


def arc_scores(row: Floats, weights: TreeWeights) -> Floats:
    """Score of each token's heads, the root first. (W, N) -> (W, 1 + W)."""
    dependent = np.maximum(row[:, PLACES["arc_dependent"]], 0)
    head = np.maximum(np.vstack([weights.arc_root, row[:, PLACES["arc_head"]]]), 0) @ weights.arc
    scores: Floats = dependent @ head.T + head @ weights.arc_bias
    return scores * np.float32(1 / ARC**0.5)


def relations_to(row: Floats, heads: Numbers, weights: TreeWeights) -> Numbers:
    """The relation of each token to its head, 0 for the root. (W,)."""
    head = np.vstack([weights.relation_root, row[:, PLACES["relation_head"]]])[heads]
    hidden = np.maximum(row[:, PLACES["relation_dependent"]] + head, 0)
    best: Numbers = (hidden @ weights.relation + weights.relation_bias).argmax(axis=1)
    return best


def broken(heads: Numbers, sentences: Numbers) -> Numbers:
    """The sentences that have a cycle, or not one root. Heads from 1, root 0."""
    above = np.append(0, heads)
    for _ in range(max(1, len(heads).bit_length())):
        above = above[above]
    is_lost = above[1:] != 0
    roots = np.bincount(sentences, weights=heads == 0)[sentences]
    found = sentences[is_lost | (roots != 1)]
    once: Numbers = found[np.diff(found, prepend=-1) != 0]
    return once


def best_tree(scores: Floats) -> Numbers:
    """The best tree with one root. (n, 1 + n), the root first -> heads (n,), 0 for the root.

    Tries the likeliest roots, one after the other, while one can still be better.
    """
    without = scores.copy()
    without[:, 0] = NEVER
    reach = without.max(axis=1)
    ceiling = reach.sum() - reach  # what the others can reach
    best, total = np.zeros(len(scores), dtype=np.int64), -np.inf
    for root in np.argsort(-(scores[:, 0] + ceiling), kind="stable")[:MOST_ROOTS]:
        if scores[root, 0] + ceiling[root] <= total:
            break
        one = without.copy()
        one[root] = NEVER * 2
        one[root, 0] = scores[root, 0]
        heads = _arborescence(one)
        value = float(one[np.arange(len(one)), heads].sum())
        if value > total:
            best, total = heads, value
    return best


MOST_ROOTS = 5


def _arborescence(scores: Floats) -> Numbers:
    """Chu-Liu/Edmonds by contraction. (n, 1 + n) -> heads (n,)."""
    heads: Numbers = scores.argmax(axis=1)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.array(cycle)
    is_outside = np.ones(len(heads), dtype=np.bool_)
    is_outside[inside] = False
    outside = np.flatnonzero(is_outside)
    kept = scores[inside, heads[inside]]
    enter = scores[inside] - kept[:, None]  # gain of breaking the cycle at each token
    small = np.full((len(outside) + 1, len(outside) + 2), NEVER, dtype=scores.dtype)
    columns = np.append(0, outside + 1)
    small[:-1, :-1] = scores[outside[:, None], columns]
    leave = scores[outside[:, None], inside + 1]
    small[:-1, -1] = leave.max(axis=1) if len(outside) else 0
    small[-1, :-1] = enter[:, columns].max(axis=0)
    found = _arborescence(small)
    onto = np.append(columns, 0)[found[:-1]]
    heads[outside] = np.where(found[:-1] == len(columns), inside[leave.argmax(axis=1)] + 1, onto)
    column = columns[found[-1]]
    heads[inside[enter[:, column].argmax()]] = column
    return heads


def _cycle(heads: Numbers) -> list[int] | None:
    """The tokens of one cycle, or None. Heads from 1, root 0."""
    state = [0] * len(heads)  # 0 not seen, otherwise the walk that saw it
    above = heads.tolist()
    for start in range(len(above)):
        at, walk = start, start + 1
        while at >= 0 and state[at] == 0:
            state[at] = walk
            at = above[at] - 1
        if at >= 0 and state[at] == walk:
            cycle, here = [at], above[at] - 1
            while here != at:
                cycle.append(here)
                here = above[here] - 1
            return sorted(cycle)
    return None
