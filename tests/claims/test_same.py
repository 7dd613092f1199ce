"""Assertions -> groups that say the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.making import ITO, LOPES, described, entity, pairs_of, reading_of, said_by
from whence.claims.compare import Said, describe, is_same_amount, is_same_unit, unit_kind
from whence.claims.port import Compared
from whence.claims.same import find_verdicts, group, why_same
from whence.ledger.claim import Amount, Assertion
from whence.ledger.entity import EntityKind
from whence.text.stems import stems_of


def amount(low: int | None, high: int | None, unit: str | None = "troops") -> Amount:
    return Amount(low, high, unit)


EXACT, UP_TO, AT_LEAST, ABOVE, BELOW = (
    amount(10_000, 10_000),
    amount(None, 10_000),
    amount(10_000, None),
    amount(10_001, None),
    amount(None, 9_999),
)
THOUSANDS = amount(1_000, None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (EXACT, EXACT, True),
        (EXACT, UP_TO, True),
        (EXACT, AT_LEAST, True),
        (UP_TO, AT_LEAST, True),
        (EXACT, ABOVE, True),
        (UP_TO, ABOVE, True),
        (EXACT, BELOW, True),
        (EXACT, amount(3_000, 3_000), False),
        (UP_TO, amount(None, 3_000), False),
        (UP_TO, amount(3_000, None), False),
        (EXACT, THOUSANDS, False),
        (amount(1_500, 3_000), amount(3_000, 3_000), True),
        (amount(1_500, 3_000), amount(2_000, 2_000), False),
        (amount(None, None), EXACT, False),
    ],
    ids=["equal", "bound-dropped", "least", "both-bounds", "more-than", "up-to-and-more-than",
         "fewer-than", "other", "other-bound", "both-other", "order", "end-of-range", "in-range",
         "unknown"],
)  # fmt: skip
def test_a_number_is_the_same_whatever_its_bound(
    one: Amount, other: Amount, *, expected: bool
) -> None:
    """The number in the words counts, asked either way."""
    assert is_same_amount(one, other) is expected
    assert is_same_amount(other, one) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("troops", "soldiers", True),
        ("troop", "Troops", True),
        ("houses", "house", True),
        ("troops", "houses", False),
        ("troops", None, True),
        (None, None, True),
        ("%", "%", True),
        ("%", "$", False),
    ],
)
def test_units(one: str | None, other: str | None, *, expected: bool) -> None:
    """Number and capitals do not count, and persons in uniform are one kind."""
    assert is_same_unit(amount(1, 1, one), amount(1, 1, other)) is expected


def test_a_kind_of_unit_is_its_own() -> None:
    """The kind of a kind is the kind."""
    for unit in ("troops", "servicemen", "houses", "cities", "%"):
        assert unit_kind(unit_kind(unit)) == unit_kind(unit)


def test_stems_are_content_words_without_endings() -> None:
    """Short words, numbers and words of grammar are left out."""
    assert list(stems_of("They said that the 300 troops were deployed, or deploying.")) == [
        "troop",
        "deploy",
        "deploy",
    ]


SAME = "the old dam will hold until friday"
OTHER = "bread grew dear in northern towns"

TABLE: list[tuple[str, str, str, Amount | None, Amount | None, float, bool]] = [
    ("the-same-words", SAME, SAME, None, None, 1.0, True),
    ("near-by-vectors-alone", SAME, OTHER, None, None, 0.99, False),
    ("the-same-number", "up to 10,000 troops may come", "10,000 troops come", UP_TO, EXACT, 0.7,
     True),
    ("another-number", "up to 10,000 troops may come", "up to 3,000 troops may come", UP_TO,
     amount(None, 3_000), 0.99, False),
    ("another-unit", "10,000 troops may come", "10,000 houses may come", EXACT,
     amount(10_000, 10_000, "houses"), 0.99, False),
    ("unlike", SAME, SAME, None, None, 0.2, False),
    ("too-few-words", "the development", "the development", None, None, 1.0, False),
    ("no-words", "it", "it", None, None, 1.0, False),
    ("a-number-on-one-side", SAME, "the old dam will hold 9 days until friday", None,
     amount(9, 9, "days"), 0.9, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "first", "second", "likeness", "expected"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_what_is_one_claim(
    one: str,
    other: str,
    first: Amount | None,
    second: Amount | None,
    likeness: float,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    """Vectors propose; numbers, units and shared words decide, asked either way."""
    said = described([said_by(LOPES, one, amount=first), said_by(ITO, other, amount=second)])

    assert (why_of(said[0], said[1], likeness) is not None) is expected
    assert (why_of(said[1], said[0], likeness) is not None) is expected


def test_the_reason_is_a_sentence_with_its_words() -> None:
    """The decision says which words are shared, how like the two are and how sure it is."""
    said = described([said_by(LOPES, SAME), said_by(ITO, SAME)])
    why = why_of(said[0], said[1], 0.9)

    assert why is not None
    assert why.startswith("7 words in a row, the words dam, friday, old, hold")
    assert "a likeness of 0.90: the same with a probability of 0." in why


def test_other_actors_are_other_claims() -> None:
    """What two different states do is not one claim, whatever the words."""
    (one,) = described([said_by(LOPES, SAME)], actors=["PRT"])
    (other,) = described([said_by(ITO, SAME)], actors=["JPN"])
    (nobody,) = described([said_by(ITO, SAME)])

    assert why_of(one, other, 1.0) is None
    assert why_of(one, nobody, 1.0) is not None


def test_a_heading_that_repeats_its_speaker_is_the_same() -> None:
    """Few words of a headline are enough where the same one says them in the same article."""
    heading = said_by(LOPES, "the old dam", is_heading=True)
    body = said_by(LOPES, SAME, at=50)
    said = described([heading, body])

    assert why_of(said[0], said[1], 0.1) is not None
    elsewhere = described([heading, said_by(LOPES, SAME, article="a2")])
    assert why_of(elsewhere[0], elsewhere[1], 0.1) is None


def test_actors_are_those_in_the_words() -> None:
    """A state counts by its code, a person without one by id; others of the article do not."""
    lake = entity("Lakeside", EntityKind.PLACE)
    read, reading = reading_of(
        "Portugal said that Lakeside flooded.\nJapan left.",
        entities=[lake, entity("Portugal", EntityKind.PLACE, country="PRT"), entity("Japan")],
    )
    words = read.span("that Lakeside flooded")
    found = describe(said_by(LOPES, words.words(read.text), at=words.start), reading)

    assert found.actors == {lake.id}


def why_of(one: Said, other: Said, likeness: float) -> str | None:
    """The reason by the figures alone."""
    verdict = find_verdicts([one, other], [(0, 1, likeness)], None).get((0, 1))
    return why_same(one, other, verdict)


def groups_of(assertions: list[Assertion]) -> list[list[int]]:
    said = described(assertions)
    return group(said, pairs_of(said), find_verdicts(said, pairs_of(said), None))


def test_a_group_never_holds_two_numbers() -> None:
    """A text without a number does not bring two others together that differ in theirs."""
    words = "troops may come to the old dam by friday"
    assertions = [
        said_by(LOPES, f"up to 10,000 {words}", amount=UP_TO),
        said_by(ITO, words, at=50),
        said_by(ITO, f"up to 3,000 {words}", amount=amount(None, 3_000), at=99),
    ]
    pairs = [(0, 1, 0.95), (0, 2, 0.99), (1, 2, 0.96)]

    said = described(assertions)

    assert group(said, pairs, find_verdicts(said, pairs, None)) == [[0], [1, 2]]


def test_what_refers_joins_what_it_means() -> None:
    """A denial of "this claim" is in the claim that it denies, whatever its words."""
    claim = said_by(LOPES, SAME)
    denial = said_by(ITO, "this claim", at=50, refers_to=claim.attribution)
    later = said_by(ITO, "it", at=70, refers_to=claim.attribution)
    stranger = said_by(ITO, OTHER, at=90)

    assert groups_of([claim, denial, later, stranger]) == [[0, 1, 2], [3]]


def test_what_refers_to_nothing_stands_alone() -> None:
    """Where the claim meant is not in the story, the reaction is a claim of its own."""
    assert groups_of([said_by(LOPES, SAME), said_by(ITO, "it", at=50, refers_to="gone")]) == [
        [0],
        [1],
    ]


WORDS = st.lists(
    st.sampled_from(["dam", "lake", "holds", "breaks", "friday", "troops", "night", "old"]),
    min_size=1,
    max_size=6,
).map(" ".join)
AMOUNTS = st.none() | st.builds(
    Amount, st.sampled_from([None, 3, 10]), st.sampled_from([None, 3, 10]), st.just("troops")
)


@st.composite
def stories(draw: st.DrawFn) -> list[Assertion]:
    """Assertions of one story, some with numbers, some of which refer to others."""
    rows = draw(st.lists(st.tuples(WORDS, AMOUNTS, st.booleans()), max_size=9))
    found: list[Assertion] = []
    for at, (text, number, refers) in enumerate(rows):
        target = found[0].attribution if refers and found else None
        found.append(
            said_by(
                ITO if refers else LOPES,
                text,
                at=at * 100,
                amount=None if target else number,
                refers_to=target if target and not found[0].refers_to else None,
            )
        )
    return found


@settings(max_examples=60)
@given(stories())
def test_groups_hold_each_once_and_no_two_numbers(assertions: list[Assertion]) -> None:
    """Every assertion is in one group; in a group no two numbers differ."""
    found = groups_of(assertions)

    assert sorted(index for members in found for index in members) == list(range(len(assertions)))
    assert all(members == sorted(members) for members in found)
    assert found == sorted(found)
    for members in found:
        numbers = [a for index in members if (a := assertions[index].quantity)]
        assert all(is_same_amount(one, other) for one, other in combinations(numbers, 2))


class Reader:
    """Says that every pair is the same, and remembers which it was asked of."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """Nothing asks for them here."""
        raise AssertionError(f"asked for vectors of {texts}")

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """All the same."""
        self.asked += pairs
        return [Compared(1.0, 0.0, 0.0, 0.0) for _ in pairs]


def test_the_network_reads_what_the_figures_leave_open() -> None:
    """It is asked of what may be the same, not of what something forbids; both count alike."""
    reader = Reader()
    open_, other = "the old dam will hold until friday", "the dam is to last to the week's end"
    clear = "bakers of the town closed for the feast of bread"
    said = described([said_by(LOPES, each) for each in (open_, other, clear)])

    pairs = [(0, 1, 0.7), (0, 2, 0.41)]
    alone, found = find_verdicts(said, pairs, None), find_verdicts(said, pairs, reader)

    assert reader.asked == [(open_, other)]
    assert found[0, 1].compared is not None
    assert found[0, 1].same == (alone[0, 1].same + 1) / 2
    assert (0, 2) not in found
