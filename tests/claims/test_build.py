"""The assertions of one story -> its claims."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.making import (
    BOARD,
    ENTITIES,
    ITO,
    LOPES,
    PORTUGAL,
    ROY,
    described,
    own,
    pairs_of,
    said_by,
)
from whence.claims.build import build_claims, fold_headings, sort_key
from whence.claims.compare import is_same_amount
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion, Claim, Detail, Status

DAM = "the old dam in the north will hold until friday"
HOUSES = "300 houses flooded in the old town by the lake"
CARS = "the mayor of the town opened a new bakery"


def built(assertions: Sequence[Assertion], story: str | None = "s") -> list[Claim]:
    """The claims of some assertions in any order, by their plain likeness."""
    said = described(sorted(assertions, key=sort_key))
    return build_claims(said, pairs_of(said, 0.4), ENTITIES, story)


def test_one_claim_of_two_outlets() -> None:
    """Two outlets with one speaker each make one claim with its counts, days and order."""
    first = said_by(LOPES, DAM, day="2031-05-04")
    second = said_by(ITO, DAM, article="a2", outlet="Courier", day="2031-05-06")
    (claim,) = built([second, first])

    assert claim.story == "s"
    assert claim.text == DAM
    assert claim.status is Status.CORROBORATED
    assert (claim.first_seen_at, claim.last_seen_at) == ("2031-05-04", "2031-05-06")
    assert claim.assertions == (first, second)
    assert (claim.origin_count, claim.origin_count_high, claim.outlet_count) == (2, 2, 2)
    assert claim.conflicts == ()


def test_ten_outlets_with_one_speaker_are_a_repetition() -> None:
    """One official through ten outlets is one origin."""
    (claim,) = built([said_by(LOPES, DAM, article=f"a{n}", outlet=f"O{n}") for n in range(10)])

    assert claim.status is Status.REPEATED
    assert (claim.origin_count, claim.outlet_count) == (1, 10)


def test_articles_without_an_outlet_count_as_one_each() -> None:
    """Where an outlet is not known, the article stands for it."""
    (claim,) = built([said_by(LOPES, DAM, article=f"a{n}", outlet=None) for n in range(3)])

    assert claim.outlet_count == 3


def test_who_denies_is_in_the_claim_and_no_origin() -> None:
    """A denial joins the claim that it means, disputes it, and leaves its origins alone."""
    claim_said = said_by(LOPES, DAM)
    denial = said_by(
        ITO,
        "this claim",
        at=90,
        stance=Stance.DENIES,
        degree=-3.0,
        refers_to=claim_said.attribution,
    )
    (claim,) = built([denial, claim_said])

    assert claim.status is Status.DISPUTED
    assert claim.text == DAM
    assert [each.name for each in claim.origins] == ["Ana Lopes"]
    assert len(claim.assertions) == 2


def test_numbers_that_leave_no_room_conflict() -> None:
    """Two claims of the same things with numbers apart name each other and the detail."""
    few = said_by(LOPES, HOUSES, amount=Amount(300, 300, "houses"))
    many = said_by(
        ITO, HOUSES.replace("300", "500"), article="a2", amount=Amount(500, 500, "houses")
    )
    one, other = built([few, many])

    assert [each.claim for each in one.conflicts] == [other.id]
    assert [each.claim for each in other.conflicts] == [one.id]
    assert one.conflicts[0].detail is Detail.QUANTITY
    assert one.status is other.status is Status.CONFLICTING


def test_a_corrected_number_is_withdrawn_and_conflicts_with_nothing() -> None:
    """What an outlet took back is withdrawn, whatever else is said of it."""
    wrong = said_by(LOPES, HOUSES, amount=Amount(300, 300, "houses"))
    correction = own(
        "An earlier version said 300 houses flooded in the old town",
        article="a2",
        day="2031-05-05",
        amount=Amount(300, 300, "houses"),
    )
    right = said_by(
        ITO, HOUSES.replace("300", "500"), article="a3", amount=Amount(500, 500, "houses")
    )
    found = {claim.text: claim for claim in built([wrong, correction, right])}

    assert found[HOUSES].status is Status.WITHDRAWN
    assert found[HOUSES].conflicts == ()


def test_a_heading_folds_into_its_body() -> None:
    """A headline that the body repeats is no assertion, but the claim keeps it in mind."""
    heading = own(DAM, is_heading=True)
    body = said_by(LOPES, DAM, at=90)
    (claim,) = built([heading, body])

    assert claim.assertions == (body,)
    assert claim.is_headlined


FOLDS = [
    ("the outlet's own", own(DAM, is_heading=True), True),
    ("nobody's", said_by(None, DAM, is_heading=True), True),
    ("the same speaker's", said_by(LOPES, DAM, is_heading=True), True),
    ("her state's", said_by(PORTUGAL, DAM, is_heading=True), True),
    ("her countryman's", said_by(ROY, DAM, is_heading=True), False),
    ("another speaker's", said_by(ITO, DAM, is_heading=True), False),
    ("of another article", own(DAM, is_heading=True, article="a2"), False),
    ("not a heading", own(DAM, at=3), False),
]


def test_which_headings_fold() -> None:
    """A heading folds where its source agrees; a source of its own stays."""
    body = said_by(LOPES, DAM, at=90)

    for name, heading, folds in FOLDS:
        assert (heading not in fold_headings([heading, body], ENTITIES)) is folds, name


def test_headings_alone_stay() -> None:
    """Where the body says nothing of it, the headline is the assertion."""
    headings = [own(DAM, is_heading=True), said_by(LOPES, DAM, at=60, is_heading=True)]

    assert fold_headings(headings, ENTITIES) == headings


def test_a_claim_keeps_its_id_with_another_story() -> None:
    """The id is of the first assertion, so a later article does not change it."""
    first = said_by(LOPES, DAM, day="2031-05-04")
    later = said_by(ITO, DAM, article="a2", day="2031-05-09")

    assert built([first])[0].id == built([later, first], "t")[0].id


def test_nothing_is_said() -> None:
    """No assertion makes no claim."""
    assert built([]) == []


WORDS = [DAM, HOUSES, CARS, DAM.replace("friday", "sunday"), "the old dam", "it"]
AMOUNTS = [None, None, Amount(300, 300, "houses"), Amount(None, 500, "houses")]


@st.composite
def stories(draw: st.DrawFn) -> list[Assertion]:
    """Any assertions of some articles, no two at one place."""
    count = draw(st.integers(0, 10))
    found: list[Assertion] = []
    for at in range(count):
        article = draw(st.sampled_from(["a1", "a2", "a3"]))
        kwargs: dict[str, object] = {
            "article": article,
            "outlet": draw(st.sampled_from(["Herald", None])) if article == "a3" else article,
            "at": at * 100,
            "day": draw(st.sampled_from(["2031-05-04", "2031-05-05T10:00:00Z", None])),
            "amount": draw(st.sampled_from(AMOUNTS)),
            "is_heading": draw(st.booleans()),
        }
        words = draw(st.sampled_from(WORDS))
        if draw(st.booleans()):
            found.append(own(words, **kwargs))
            continue
        earlier = [each.attribution for each in found if each.article == article]
        speaker = draw(st.sampled_from([LOPES, ITO, ROY, BOARD, "two men", None]))
        kwargs["stance"] = draw(st.sampled_from([Stance.ASSERTS, Stance.DENIES, Stance.FEARS]))
        kwargs["degree"] = draw(st.sampled_from([3.0, -3.0, 0.0]))
        kwargs["refers_to"] = draw(st.sampled_from([None, *earlier]))
        found.append(said_by(speaker, words, **kwargs))  # type: ignore[arg-type]
    return found


@settings(max_examples=80)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_count(assertions: list[Assertion], random: Random) -> None:
    """Shuffled, the same assertions give the same claims to the last field."""
    shuffled = list(assertions)
    random.shuffle(shuffled)

    assert built(shuffled) == built(assertions)


@settings(max_examples=80)
@given(stories())
def test_claims_are_sound(assertions: list[Assertion]) -> None:
    """Each assertion is in one claim at most, ids differ, numbers agree, counts are in order."""
    claims = built(assertions)

    held = [each for claim in claims for each in claim.assertions]
    assert len(held) == len({(each.article, each.span, each.attribution) for each in held})
    assert all(each in assertions for each in held)
    assert all(each in held for each in assertions if not each.is_heading)
    ids = {claim.id for claim in claims}
    assert len(ids) == len(claims)
    for claim in claims:
        assert claim.text
        assert claim.assertions
        assert 1 <= claim.origin_count <= claim.origin_count_high
        assert 1 <= claim.outlet_count <= len(claim.assertions)
        assert claim.origins
        assert list(claim.assertions) == sorted(claim.assertions, key=sort_key)
        assert all(conflict.claim in ids - {claim.id} for conflict in claim.conflicts)
        numbers = [each.quantity for each in claim.assertions if each.quantity]
        plain = [each for each in claim.assertions if each.refers_to is None]
        if len(plain) == len(claim.assertions):
            assert all(is_same_amount(*pair) for pair in combinations(numbers, 2))
