"""Scores of labels -> the best sequences and the pieces they spell."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.reader.chains import Piece, Tables, best_labels, pieces_of
from whence.reader.heads import PIECES
from whence.reader.manifest import package_folder
from whence.reader.read import HEADS
from whence.reader.weights import read_weights

TABLES = read_weights((package_folder() / HEADS).read_bytes()).chains
LABELS = len(PIECES)


def spell(*names: str) -> np.ndarray:
    """Scores that leave no doubt about some labels."""
    scores = np.zeros((len(names), LABELS), dtype=np.float32)
    scores[range(len(names)), [PIECES.index(name) for name in names]] = 30
    return scores


def pieces(scores: np.ndarray, chains: list[int]) -> list[Piece]:
    """What the outer head's tables make of scores."""
    return pieces_of(best_labels(scores, np.array(chains), TABLES[0]), scores)


def total(scores: np.ndarray, labels: tuple[int, ...], tables: Tables) -> float:
    """What a sequence of one chain scores."""
    steps = sum(tables.steps[one, other] for one, other in pairwise(labels))
    own = sum(scores[at, label] for at, label in enumerate(labels))
    return float(tables.start[labels[0]] + steps + own + tables.stop[labels[-1]])


def test_pieces_have_their_tokens_and_roles() -> None:
    """A source of two tokens, a cue of one, a content of three."""
    scores = spell("B-Source", "E-Source", "S-Cue", "B-Content", "I-Content", "E-Content", "O")

    assert [piece[:4] for piece in pieces(scores, [0] * 7)] == [
        (0, 1, "source", False),
        (2, 2, "cue", False),
        (3, 5, "content", False),
    ]


def test_a_further_piece_may_be_of_any_length() -> None:
    """More of a content stands for itself, in one token or several."""
    scores = spell("S-Content", "O", "M-Content", "O", "M-Content", "I-Content", "E-Content")

    assert [piece[:4] for piece in pieces(scores, [0] * 7)] == [
        (0, 0, "content", False),
        (2, 2, "content", True),
        (4, 6, "content", True),
    ]


def test_no_piece_crosses_a_paragraph() -> None:
    """What one paragraph begins, another does not end."""
    scores = spell("B-Content", "I-Content", "I-Content", "E-Content")
    found = pieces(scores, [0, 0, 1, 1])

    assert [(piece.first, piece.last) for piece in found] == [(0, 1), (2, 3)]


def test_nothing_gives_nothing() -> None:
    """No tokens, or none with a role."""
    assert pieces(np.zeros((0, LABELS), dtype=np.float32), []) == []
    assert pieces(spell("O", "O"), [0, 1]) == []


@given(st.integers(0, 10_000), st.integers(1, 3))
def test_no_sequence_is_better(seed: int, size: int) -> None:
    """The labels found score as much as the best of all sequences, tried one by one."""
    scores = np.random.default_rng(seed).normal(0, 4, (size, LABELS)).astype(np.float32)
    scores[0, 0] = scores[0].min() - 1  # so that the chain is looked at
    found = tuple(best_labels(scores, np.zeros(size, dtype=np.int64), TABLES[1]).tolist())
    best = max(total(scores, each, TABLES[1]) for each in product(range(LABELS), repeat=size))

    assert abs(total(scores, found, TABLES[1]) - best) < 1e-3


@given(st.integers(0, 10_000), st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_chains_do_not_touch_each_other(seed: int, sizes: list[int]) -> None:
    """A chain beside others has the labels that it has alone."""
    scores = np.random.default_rng(seed).normal(0, 4, (sum(sizes), LABELS)).astype(np.float32)
    chains = np.repeat(np.arange(len(sizes)), sizes)
    together = best_labels(scores, chains, TABLES[0])

    for chain in range(len(sizes)):
        own = scores[chains == chain]
        alone = best_labels(own, np.zeros(len(own), dtype=np.int64), TABLES[0])
        assert alone.tolist() == together[chains == chain].tolist()
