"""Claims -> pairs that cannot both be so, in one detail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.claims.making import ITO, LOPES, described, said_by
from whence.claims.compare import Said
from whence.claims.conflicts import conflict_of, find_conflicts, quantity_conflict
from whence.claims.port import Compared
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


def told(words: str, *actors: str) -> Said:
    """What somebody says, with any numbers in it left aside."""
    return described([said_by(LOPES, words)], actors)[0]


@pytest.mark.parametrize(
    ("one", "other", "detail"),
    [
        ("The blast came shortly before 4 a.m.", "The blast came at 4.40am", Detail.TIME),
        ("The blast came shortly before 4 a.m.", "The ground shook at 3.52am", None),
        ("The first call came at 1:47 a.m.", "The first call came at 13:47", Detail.TIME),
        ("The first call came at 11.58 p.m.", "The first call came at about 12 a.m.", None),
        ("The fire began in shed 3", "The fire began in the north gallery", Detail.PLACE),
        ("The fire began in shed 3", "Smoke hung in the north gallery", None),
        ("The fire began in the old shed", "The fire did not begin in the gallery", None),
        ("Ana Lopes gave the order to load", "The order to load came from Kenji Ito", Detail.ACTOR),
        ("Ana Lopes gave the order to load", "Ana Lopes herself gave the order to load", None),
        ("Ana Lopes condemned the attack", "Kenji Ito condemned the attack", None),
    ],
    ids=["clock", "within-shortly", "half-of-the-day", "round-midnight", "place", "another-act",
         "denied", "actor", "one-actor", "not-exclusive"],
)  # fmt: skip
def test_details_that_cannot_both_be(one: str, other: str, detail: Detail | None) -> None:
    """Time of day, place and actor conflict where one event has two of them; asked either way."""
    first, second = told(one), told(other)
    if "not" in other.split():
        second = replace(second, assertion=replace(second.assertion, degree=-3.0))

    for found in (conflict_of(first, second, 0.9), conflict_of(second, first, 0.9)):
        assert (found[0] if found else None) is detail


class Reader:
    """Finds two texts the same where they are to the letter."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """Nothing asks for them here."""
        raise AssertionError(f"asked for vectors of {texts}")

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """All or nothing."""
        self.asked += pairs
        return [
            Compared(float(one == other), 0.0, 0.0, float(one != other)) for one, other in pairs
        ]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("up to 3,000 troops crossed the river at Elbow", True),
        ("at least 300 troops crossed the river at Elbow in May", False),
    ],
)
def test_other_numbers_of_one_thing_conflict(other: str, *, expected: bool) -> None:
    """The network reads both without their numbers; what is then not the same is no conflict."""
    one = "more than 9,000 troops crossed the river at Elbow"
    said = described(
        [
            said_by(LOPES, one, amount=Amount(9_001, None, "troops")),
            said_by(ITO, other, amount=Amount(None, 3_000, "troops")),
        ]
    )
    reader = Reader()

    found = find_conflicts(said, {0: 0, 1: 1}, [(0, 1, 0.9)], reader)
    assert bool(found) is expected
    assert reader.asked[0][0] == "many troops crossed the river at Elbow"
