"""Scores of labels -> spans with a role."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.reader.decode import LABELS, Piece, decode

Scores = npt.NDArray[np.float32]

NUMBERS = st.floats(-30, 30, width=32) | st.sampled_from([0.0, 5.0, -1000.0, 1000.0])


@st.composite
def windows(draw: st.DrawFn, longest: int = 14) -> tuple[Scores, list[int]]:
    """Any scores of any words, in any paragraphs."""
    size = draw(st.integers(0, longest))
    rows = draw(
        st.lists(
            st.lists(NUMBERS, min_size=len(LABELS), max_size=len(LABELS)),
            min_size=size,
            max_size=size,
        )
    )
    steps = draw(st.lists(st.integers(0, 1), min_size=size, max_size=size))
    paragraphs = np.cumsum(steps).tolist()
    return np.array(rows, dtype=np.float32).reshape(size, len(LABELS)), paragraphs


def scores_for(labels: list[str], sure: float = 9.0) -> Scores:
    """Scores that leave no doubt."""
    scores = np.zeros((len(labels), len(LABELS)), dtype=np.float32)
    for row, label in enumerate(labels):
        scores[row, LABELS.index(label)] = sure
    return scores


@given(windows())
def test_no_broken_span_comes_out(window: tuple[Scores, list[int]]) -> None:
    """Pieces ascend, are apart, inside the words, and in one paragraph each."""
    scores, paragraphs = window
    pieces = decode(scores, paragraphs)

    assert all(one.last < other.first for one, other in pairwise(pieces))
    for piece in pieces:
        assert 0 <= piece.first <= piece.last < len(paragraphs)
        assert len(set(paragraphs[piece.first : piece.last + 1])) == 1
        assert piece.role in {"source", "cue", "content"}
        assert piece.role == "content" or not piece.is_more
        assert 0.0 <= piece.score <= 1.0


def is_allowed(labels: tuple[str, ...], paragraphs: list[int]) -> bool:
    """Whether each I- goes on with its own role inside its paragraph."""
    for at, label in enumerate(labels):
        if label.startswith("I-"):
            same = at > 0 and labels[at - 1][2:] == label[2:]
            if not same or paragraphs[at] != paragraphs[at - 1]:
                return False
    return True


def pieces_of(labels: tuple[str, ...]) -> list[tuple[int, int, str, bool]]:
    """The pieces that a row of allowed labels means."""
    found: list[tuple[int, int, str, bool]] = []
    for at, label in enumerate(labels):
        if label.startswith("I-"):
            first, _, role, is_more = found[-1]
            found[-1] = (first, at, role, is_more)
        elif label != "O":
            found.append((at, at, label[2:].lower(), label.startswith("M-")))
    return found


@settings(max_examples=25, deadline=None)
@given(windows(longest=4))
def test_the_best_allowed_labels_are_found(window: tuple[Scores, list[int]]) -> None:
    """No allowed row of labels, of all that there are, has higher scores."""
    scores, paragraphs = window
    exact = scores.astype(np.float64)
    found = [(p.first, p.last, p.role, p.is_more) for p in decode(scores, paragraphs)]

    best = own = -np.inf
    for labels in product(LABELS, repeat=len(scores)):
        if not is_allowed(labels, paragraphs):
            continue
        total = sum(exact[at, LABELS.index(label)] for at, label in enumerate(labels))
        best = max(best, total)
        if pieces_of(labels) == found:
            own = max(own, total)
    assert own == pytest.approx(best, abs=1e-2)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-Source", "I-Source", "B-Cue"], [(0, 1, "source", False), (2, 2, "cue", False)]),
        (["B-Content", "B-Content"], [(0, 0, "content", False), (1, 1, "content", False)]),
        (
            ["B-Content", "B-Source", "B-Cue", "M-Content", "I-Content"],
            [
                (0, 0, "content", False),
                (1, 1, "source", False),
                (2, 2, "cue", False),
                (3, 4, "content", True),
            ],
        ),
        (["B-Cue", "M-Content", "M-Content"],
         [(0, 0, "cue", False), (1, 1, "content", True), (2, 2, "content", True)]),
    ],
    ids=["nothing", "outside", "source-cue", "two-contents", "interrupted", "two-more"],
)  # fmt: skip
def test_labels_become_pieces(
    labels: list[str], expected: list[tuple[int, int, str, bool]]
) -> None:
    """B- begins, I- goes on, M- begins a further piece of a content."""
    found = decode(scores_for(labels), [0] * len(labels))

    assert [(each.first, each.last, each.role, each.is_more) for each in found] == expected
    assert all(each.score > 0.99 for each in found)


@pytest.mark.parametrize(
    ("labels", "paragraphs"),
    [(["I-Cue", "I-Cue"], [0, 0]), (["B-Cue", "I-Content"], [0, 0]), (["B-Cue", "I-Cue"], [0, 1])],
    ids=["begins-inside", "another-role", "over-a-paragraph"],
)
def test_a_broken_row_is_mended(labels: list[str], paragraphs: list[int]) -> None:
    """A row that cannot be is read as the likeliest row that can."""
    found = decode(scores_for(labels), paragraphs)

    assert all(len(set(paragraphs[each.first : each.last + 1])) == 1 for each in found)
    assert not any(each.role == "content" and each.first == 0 for each in found)


def test_the_score_is_the_mean_probability() -> None:
    """A piece of two words, one sure and one even between two labels, scores between."""
    scores = np.full((2, len(LABELS)), -50, dtype=np.float32)
    scores[0, LABELS.index("B-Cue")] = 0
    scores[1, [LABELS.index("I-Cue"), LABELS.index("O")]] = 0, -0.001

    assert decode(scores, [0, 0]) == [Piece(0, 1, "cue", is_more=False, score=0.7501)]
