"""The claims of two days -> what is otherwise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.claims.making import BOARD, ITO, LOPES, own, said_by
from tests.claims.standing import claim_of
from tests.strategies.claims import claims as any_claims
from whence.claims.differences import find_differences
from whence.claims.matching import match_claims
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim, Conflict, Detail, Origin, Status
from whence.ledger.difference import Difference, DifferenceKind

WALL = "the wall of the dam leaks"
FIRST = said_by(LOPES, WALL)


def kinds(found: list[Difference]) -> list[str]:
    """The kinds of some differences."""
    return [each.kind.value for each in found]


def after(*assertions: Assertion, status: Status, name: str = "c") -> list[Claim]:
    """One claim of the later day."""
    return [claim_of(name, *assertions, status=status)]


def reaction(stance: Stance, text: str = WALL, **kwargs: object) -> Assertion:
    """What Ito says to it in another paper."""
    made = said_by(ITO, text, article="a2", outlet="Star", day="2031-05-06", stance=stance)
    return replace(made, **kwargs)  # type: ignore[arg-type]


BEFORE = [claim_of("c", FIRST)]


def test_what_is_as_it_was_is_not_told() -> None:
    """Two equal days have no difference."""
    assert find_differences("s", BEFORE, BEFORE) == []


@given(st.lists(any_claims(), max_size=4))
def test_a_day_does_not_differ_from_itself(found: list[Claim]) -> None:
    """Whatever the claims are; an assertion is of one claim."""
    places = [(a.article, a.attribution, a.span) for each in found for a in each.assertions]
    assume(len(places) == len(set(places)))

    assert find_differences("s", found, found) == []


def test_a_new_claim_comes_with_who_says_it() -> None:
    """Speaker, outlet and the day of the article stand in the line."""
    (found,) = find_differences("s", [], BEFORE)

    assert found.kind is DifferenceKind.CLAIM
    assert (found.who, found.outlet, found.day) == ("Ana Lopes", "Herald", "2031-05-04")
    assert (found.text, found.claim, found.before) == (WALL, "c", None)


def test_a_claim_that_only_got_another_id_is_not_new() -> None:
    """An earlier assertion that comes late changes the id, not the claim."""
    late = said_by(BOARD, WALL, article="a0", day="2031-05-01")

    (matched,) = match_claims(BEFORE, after(late, FIRST, status=Status.CORROBORATED, name="d"))

    assert matched.before == BEFORE[0]
    assert matched.fresh == (late,)


def test_of_two_that_became_one_the_larger_part_is_it() -> None:
    """A claim is the one that it has most assertions of."""
    other = [said_by(ITO, WALL, article=f"a{at}") for at in (3, 4)]
    was = [*BEFORE, claim_of("d", *other)]

    (matched,) = match_claims(was, after(FIRST, *other, status=Status.CORROBORATED))

    assert matched.before is not None
    assert matched.before.id == "d"


def test_a_denial_disputes_a_claim() -> None:
    """It is told by itself, and as the reason why the claim stands otherwise."""
    now = after(FIRST, reaction(Stance.DENIES), status=Status.DISPUTED)

    denial, status = find_differences("s", BEFORE, now)

    assert (denial.kind, denial.who, denial.outlet) == (DifferenceKind.DENIAL, "Jon Ito", "Star")
    assert (status.before, status.after) == ("single_source", "disputed")
    assert status.why == "Jon Ito denied it"


@pytest.mark.parametrize(
    ("stance", "kind"),
    [
        (Stance.DOUBTS, DifferenceKind.DOUBT),
        (Stance.NEITHER, DifferenceKind.SILENCE),
        (Stance.DECLINES, DifferenceKind.SILENCE),
    ],
)
def test_doubts_and_silences(stance: Stance, kind: DifferenceKind) -> None:
    """Who doubts or keeps silent is told once, with what "it" means."""
    said = reaction(stance, "it", refers_to=FIRST.attribution)
    again = replace(said, article="a3")
    now = after(FIRST, said, again, status=Status.SINGLE_SOURCE)

    (found,) = find_differences("s", BEFORE, now)

    assert (found.kind, found.text, found.why) == (kind, "it", WALL)


NOT_TOLD = {
    "a copy": reaction(Stance.DENIES, copied_from="a1"),
    "a pronoun": replace(said_by("they", WALL, article="a2", stance=Stance.DENIES)),
    "the same denier again": said_by(BOARD, "no leak", article="a2", stance=Stance.DENIES),
}


@pytest.mark.parametrize("said", NOT_TOLD.values(), ids=NOT_TOLD)
def test_what_is_no_new_denial(said: Assertion) -> None:
    """Copies, nobody in particular, and who had denied it before."""
    was = [claim_of("c", FIRST, said_by(BOARD, WALL, at=40, stance=Stance.DENIES))]
    now = [claim_of("c", *was[0].assertions, said)]

    assert find_differences("s", was, now) == []


STATUSES = {
    "corroborated": (said_by(ITO, WALL, article="a2"), Status.CORROBORATED, "Jon Ito says it too"),
    "repeated": (own(WALL, article="a2", outlet="Star"), Status.REPEATED, "Star prints it too"),
    "withdrawn": (own(WALL, article="a2"), Status.WITHDRAWN, "Herald took it back"),
    "the opposite": (
        said_by(ITO, WALL, article="a2", degree=-3.0),
        Status.DISPUTED,
        "Jon Ito said the opposite of it",
    ),
}


@pytest.mark.parametrize(("said", "status", "why"), STATUSES.values(), ids=STATUSES)
def test_why_a_claim_stands_otherwise(said: Assertion, status: Status, why: str) -> None:
    """The assertion that did it is named."""
    (found,) = find_differences("s", BEFORE, after(FIRST, said, status=status))

    assert (found.kind, found.after, found.why) == (DifferenceKind.STATUS, status.value, why)


def test_a_conflict_says_what_with() -> None:
    """The reason of the conflict is the reason of the status."""
    clash = Conflict("d", Detail.QUANTITY, "two numbers do not meet")
    now = [replace(BEFORE[0], status=Status.CONFLICTING, conflicts=(clash,))]

    (there,) = find_differences("s", BEFORE, now)
    (gone,) = find_differences("s", now, BEFORE)

    assert there.why == "two numbers do not meet"
    assert gone.why == "no other claim conflicts with it any more"


def test_a_copy_is_no_reason_to_count_an_outlet_more() -> None:
    """What a copy repeats is told as a copy."""
    copy = replace(FIRST, article="a2", outlet="Star", copied_from="a1")

    assert find_differences("s", BEFORE, after(FIRST, copy, status=Status.REPEATED)) == []


def test_a_new_first_speaker() -> None:
    """Who stands behind a known claim now, and who did before."""
    was = [replace(BEFORE[0], origins=(Origin("Ana Lopes", LOPES.id, True, 1),))]  # noqa: FBT003 - the record's order
    second = said_by(ITO, WALL, article="a2")
    origins = (*was[0].origins, Origin("Jon Ito", ITO.id, True, 1))  # noqa: FBT003 - the record's order
    now = [replace(claim_of("c", FIRST, second), origins=origins)]

    (found,) = find_differences("s", was, now)

    assert (found.kind, found.before, found.after) == (
        DifferenceKind.ORIGIN,
        "Ana Lopes",
        "Jon Ito",
    )


def test_a_claim_that_is_gone() -> None:
    """No assertion of it is left; a heading that folded into its body is not gone."""
    heading = claim_of("h", said_by(ITO, "Wall leaks", is_heading=True))

    assert kinds(find_differences("s", [*BEFORE, heading], [])) == ["claim_gone"]
