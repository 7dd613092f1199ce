"""Vectors -> the pairs of them that are alike."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.reader import similar
from whence.reader.similar import similar_pairs

Vector = tuple[float, ...]


def unit(numbers: list[int]) -> Vector:
    """A vector of length 1 in some direction; the first axis where there is none."""
    length = math.hypot(*numbers)
    return tuple(each / length for each in numbers) if length else (1.0, 0.0, 0.0)


VECTORS = st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3).map(unit), max_size=14)


def plain(vectors: list[Vector], least: float) -> dict[tuple[int, int], float]:
    """The same by a double loop."""
    found = {}
    for one in range(len(vectors)):
        for other in range(one + 1, len(vectors)):
            value = math.fsum(a * b for a, b in zip(vectors[one], vectors[other], strict=True))
            if value >= least:
                found[one, other] = value
    return found


@given(VECTORS, st.sampled_from([-0.9, -0.2, 0.1, 0.47, 0.83]))
def test_the_pairs_are_those_of_a_double_loop(vectors: list[Vector], least: float) -> None:
    """Each pair once, the smaller index first, ascending, with its product."""
    found = similar_pairs(vectors, least)
    wanted = plain(vectors, least)

    assert [(one, other) for one, other, _ in found] == sorted(wanted)
    for one, other, value in found:
        assert value == pytest.approx(wanted[one, other], abs=1e-4)


@settings(max_examples=20)
@given(VECTORS)
def test_the_order_of_vectors_does_not_count(vectors: list[Vector]) -> None:
    """Turned round, the same pairs are found with the same likeness."""
    last = len(vectors) - 1
    forward = similar_pairs(vectors, 0.47)
    backward = similar_pairs(vectors[::-1], 0.47)

    assert sorted((last - b, last - a, value) for a, b, value in backward) == forward


def test_pairs_over_the_edge_of_a_block_are_found() -> None:
    """Vectors are compared in blocks of rows; those of different blocks are compared too."""
    count = similar.ROWS + 3
    vectors: list[Vector] = [(math.cos(at), math.sin(at)) for at in range(count)]
    vectors[0] = vectors[-1] = vectors[similar.ROWS] = (0.6, 0.8)

    found = [(a, b) for a, b, value in similar_pairs(vectors, 0.9999999) if value == 1.0]
    assert {(0, similar.ROWS), (0, count - 1), (similar.ROWS, count - 1)} <= set(found)
    wanted = plain(vectors, 0.99)
    assert [(a, b) for a, b, _ in similar_pairs(vectors, 0.99)] == sorted(wanted)


def test_nothing_has_no_pairs() -> None:
    """No vectors, or one, make no pair."""
    assert similar_pairs([], 0.0) == []
    assert similar_pairs([(1.0, 0.0)], 0.0) == []
