"""Claims -> pairs that cannot both be so, in one detail."""

from __future__ import annotations

import pytest

from tests.claims.making import ITO, LOPES, described, said_by
from whence.claims.compare import Said
from whence.claims.conflicts import find_conflicts, quantity_conflict
from whence.ledger.claim import Amount, Detail

WORDS = "houses flooded in the old town"


def said(low: int | None, high: int | None, unit: str = "houses", words: str = WORDS, *,
         is_approximate: bool = False, actors: tuple[str, ...] = ()) -> Said:  # fmt: skip
    made = said_by(LOPES, words, amount=Amount(low, high, unit), is_approximate=is_approximate)
    return described([made], actors)[0]


TABLE = [
    ("apart", said(300, 300), said(500, 500), True),
    ("apart-by-bounds", said(None, 300), said(500, None), True),
    ("apart-by-range", said(100, 300), said(301, 400), True),
    ("meeting-ranges", said(100, 300), said(300, 400), False),
    ("inside", said(100, 900), said(300, 300), False),
    ("up-to", said(None, 900), said(300, 300), False),
    ("at-least", said(100, None), said(300, 300), False),
    ("open-both", said(None, None), said(300, 300), False),
    ("order-of-magnitude", said(1_000, None, is_approximate=True), said(9_000, 9_000), False),
    ("dozens-and-thousands", said(12, None, is_approximate=True), said(9_000, 9_000), False),
    ("about-near", said(300, 300, is_approximate=True), said(320, 320), False),
    ("about-far", said(300, 300, is_approximate=True), said(500, 500), True),
    ("exact-near", said(300, 300), said(320, 320), True),
    ("other-unit", said(300, 300), said(500, 500, "cars"), False),
    ("one-kind-of-unit", said(300, 300, "troops"), said(500, 500, "soldiers"), True),
    ("other-actors", said(300, 300, actors=("PRT",)), said(500, 500, actors=("JPN",)), False),
    ("shared-actor", said(300, 300, actors=("PRT",)), said(500, 500, actors=("PRT", "JPN")), True),
    ("other-words", said(300, 300), said(500, 500, words="shops burnt near a bridge"), False),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_only_bounds_that_do_not_meet_conflict(
    one: Said, other: Said, expected: bool  # noqa: FBT001 - a column of the table
) -> None:  # fmt: skip
    """Two numbers conflict where none fits both, of the same things; asked either way."""
    assert (quantity_conflict(one, other, 0.9) is not None) is expected
    assert (quantity_conflict(other, one, 0.9) is not None) is expected


def test_what_is_not_alike_does_not_conflict() -> None:
    """Below the likeness of one topic, numbers are not compared; nor where one is missing."""
    (bare,) = described([said_by(ITO, WORDS)])

    assert quantity_conflict(said(300, 300), said(500, 500), 0.3) is None
    assert quantity_conflict(said(300, 300), bare, 0.9) is None


def test_conflicts_are_between_claims() -> None:
    """Each pair of claims once, with a sentence that shows both; none inside a claim."""
    all_said = [said(300, 300), said(500, 500), said(500, 500)]
    pairs = [(0, 1, 0.8), (0, 2, 0.9), (1, 2, 0.99)]

    found = find_conflicts(all_said, {0: 0, 1: 1, 2: 1}, pairs)
    assert list(found) == [(0, 1)]
    detail, why = found[0, 1]
    assert detail is Detail.QUANTITY
    assert why.count(WORDS) == 2
    assert find_conflicts(all_said, {0: 0, 1: 0, 2: 0}, pairs) == {}
