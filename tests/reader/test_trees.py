"""Scores of arcs -> trees."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.reader.trees import best_tree, broken


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every token leads to the root, by one token."""
    for start in range(len(heads)):
        at, seen = start, set()
        while heads[at] != 0:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at] - 1
    return sum(head == 0 for head in heads) == 1


def random_scores(seed: int, size: int) -> np.ndarray:
    """Scores as the network's, without arcs from a token to itself."""
    scores = np.random.default_rng(seed).normal(0, 5, (size, size + 1)).astype(np.float32)
    scores[range(size), range(1, size + 1)] = -1e9
    return scores


@given(st.integers(0, 100_000), st.integers(1, 5))
def test_no_tree_is_better(seed: int, size: int) -> None:
    """Of all trees with one root, the one found has the greatest sum."""
    scores = random_scores(seed, size)
    found = tuple(best_tree(scores).tolist())
    rows = np.arange(size)
    best = max(
        scores[rows, list(heads)].sum()
        for heads in product(range(size + 1), repeat=size)
        if is_tree(heads)
    )

    assert is_tree(found)
    assert scores[rows, list(found)].sum() >= best - 1e-3


@given(st.integers(0, 100_000), st.integers(1, 40))
def test_every_sentence_becomes_a_tree(seed: int, size: int) -> None:
    """Long sentences with any scores end in one root, without a cycle."""
    assert is_tree(tuple(best_tree(random_scores(seed, size)).tolist()))


@given(st.lists(st.integers(0, 6), min_size=6, max_size=6))
def test_broken_sentences_are_found(heads: list[int]) -> None:
    """Exactly those heads are broken that are no tree with one root."""
    found = broken(np.array(heads), np.zeros(6, dtype=np.int64))

    assert (len(found) == 0) is is_tree(tuple(heads))
