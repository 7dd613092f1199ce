"""Certainty times polarity on one axis."""

from __future__ import annotations

import math

import pytest

from whence.ledger.factuality import Certainty, Polarity, degree_of

CT, PR, PS, U = (
    Certainty.CERTAIN,
    Certainty.PROBABLE,
    Certainty.POSSIBLE,
    Certainty.UNCOMMITTED,
)
POS, NEG, UNK = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.UNKNOWN

TABLE = [
    (CT, POS, 3.0),
    (PR, POS, 2.0),
    (PS, POS, 1.0),
    (U, POS, 0.0),
    (CT, NEG, -3.0),
    (PR, NEG, -2.0),
    (PS, NEG, -1.0),
    (U, NEG, 0.0),
    (CT, UNK, 0.0),
    (PR, UNK, 0.0),
    (PS, UNK, 0.0),
    (U, UNK, 0.0),
]


@pytest.mark.parametrize(
    ("certainty", "polarity", "expected"), TABLE, ids=[f"{c}-{p}" for c, p, _ in TABLE]
)
def test_degree(certainty: Certainty, polarity: Polarity, expected: float) -> None:
    """Three steps on each side of zero, and zero is never written with a minus."""
    degree = degree_of(certainty, polarity)

    assert degree == expected
    assert math.copysign(1, degree) == (-1 if expected < 0 else 1)


def test_the_table_is_whole() -> None:
    """Every pair of certainty and polarity is in it once."""
    assert sorted((c, p) for c, p, _ in TABLE) == sorted(
        (c, p) for c in Certainty for p in Polarity
    )
