"""Where an actor turned, and what is no turn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import BOARD, COURIER, ITO, LOPES, said_by
from tests.claims.standing import claim_of, cued, scene
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Link
from whence.ledger.factuality import Certainty, Probability
from whence.ledger.position import Change, Turn

LEAKS = "the old wall of the dam was leaking in April"
EVERYBODY = (LOPES, ITO, BOARD, COURIER)


def later(text: str, stance: Stance = Stance.ASSERTS, degree: float = 3.0) -> Assertion:
    """What Lopes says five days on, in another article."""
    return said_by(LOPES, text, article="a2", stance=stance, degree=degree, day="2031-05-09")


def denied(text: str = LEAKS) -> Assertion:
    """What she denied at first."""
    return said_by(LOPES, text, stance=Stance.DENIES, degree=-3.0)


def changes_between(*claims: tuple[Assertion, ...]) -> list[Change]:
    """The changes among some claims' assertions."""
    made = [claim_of(f"c{at}", *each) for at, each in enumerate(claims)]
    return scene(made, EVERYBODY).changes()


def test_a_denial_that_becomes_a_concession() -> None:
    """Both quotations come with their days, and the sentence says what was done when."""
    (change,) = changes_between((denied(), cued(later(LEAKS), "conceded")))

    assert change.turn is Turn.STANCE
    assert (change.earlier.said_on, change.later.said_on) == ("2031-05-04", "2031-05-09")
    assert change.why == "denied on 4 May 2031, conceded on 9 May 2031"
    assert change.matter == "both are of one claim"


def test_two_claims_may_be_one_matter() -> None:
    """Claims that share their rarer words and sense are compared; the words are named."""
    (change,) = changes_between((denied(),), (later("the old wall of the dam was leaking"),))

    assert "dam" in change.matter
    assert "likeness" in change.matter


def test_a_negation_that_comes_is_a_turn() -> None:
    """One says that it will, and then in nearly the same words that it will not."""
    first = said_by(LOPES, "the dam will hold through the winter")
    (change,) = changes_between(
        (first, later("the dam will not hold through the winter", degree=-3.0))
    )

    assert change.turn is Turn.POLARITY
    assert change.why.endswith("said that it was not so on 9 May 2031")


def test_estimates_that_grow_firmer() -> None:
    """Two estimates in words of one claim differ in firmness, with their bands where known."""
    first = replace(
        said_by(LOPES, "it is unlikely to break", certainty=Certainty.POSSIBLE, degree=1.0),
        probability=Probability(0.1, 0.2, "PHIA", "unlikely"),
    )
    second = replace(
        later("it is likely to break", degree=2.0),
        probability=Probability(0.55, 0.75, "PHIA", "likely"),
    )
    (change,) = changes_between((first, second))

    assert change.turn is Turn.FIRMNESS
    assert change.why == (
        "went from “unlikely” (10–20 %) on 4 May 2031 to “likely” (55–75 %) on 9 May 2031"
    )


def test_who_kept_silent_and_then_denies_has_turned() -> None:
    """Neither confirming nor denying is a stance of its own towards a claim."""
    first = said_by(LOPES, LEAKS, stance=Stance.NEITHER, degree=0.0)
    (change,) = changes_between((first, later(LEAKS, Stance.DENIES, -3.0)))

    assert change.why.startswith("neither confirmed nor denied on 4 May")


TOLD = said_by(LOPES, LEAKS)
NO_TURN = {
    "same day": (denied(), said_by(LOPES, LEAKS, article="a2")),
    "another speaker": (denied(), replace(later(LEAKS), chain=said_by(ITO).chain)),
    "a heading": (denied(), replace(later(LEAKS), is_heading=True)),
    "a copy": (denied(), replace(later(LEAKS), copied_from="a1")),
    "the same again": (denied(), later(LEAKS, Stance.DENIES, -3.0)),
    "no day": (denied(), replace(later(LEAKS), asserted_at=None)),
    "denied and said not to be": (denied(), later("the wall was not leaking in April")),
    "may and will": (
        said_by(LOPES, "it may leak soon", certainty=Certainty.POSSIBLE, degree=1.0),
        later("it leaks soon"),
    ),
    "declined": (TOLD, later("the old wall of the dam", Stance.DECLINES, 0.0)),
    "opposed and said": (said_by(LOPES, LEAKS, stance=Stance.OPPOSES), later(LEAKS)),
    "one quotation cut twice": (
        said_by(LOPES, "the river runs high and nobody sleeps in this town tonight", degree=-3.0),
        later("the river runs high and nobody sleeps in this town tonight, she is awake"),
    ),
    "what another says of her": (
        denied(),
        replace(
            later(LEAKS),
            chain=(
                Link("Herald", None, None),
                Link(ITO.name, ITO.id, "said"),
                Link(LOPES.name, LOPES.id, "admits"),
            ),
        ),
    ),
    "both sides on the later day": (
        denied(),
        later(LEAKS),
        said_by(LOPES, LEAKS, article="a3", stance=Stance.DENIES, degree=-3.0, day="2031-05-09"),
    ),
}


@pytest.mark.parametrize("assertions", NO_TURN.values(), ids=NO_TURN)
def test_what_is_no_turn(assertions: tuple[Assertion, ...]) -> None:
    """It is better to miss a change than to make one up."""
    assert changes_between(assertions) == []


NOT_ONE_MATTER = {
    "other words": "the mayor was born in the valley",
    "one rare word": "the wall of the church was painted",
    "no clause": "the old leaking wall of the dam in April",
}


@pytest.mark.parametrize("text", NOT_ONE_MATTER.values(), ids=NOT_ONE_MATTER)
def test_two_matters_are_no_turn(text: str) -> None:
    """Other claims count only where they are near, and say that something is so."""
    assert changes_between((denied(),), (later(text),)) == []


def test_a_bodys_spokesman_is_the_body() -> None:
    """What the board denied and its spokesman concedes is a change of the board."""
    voice = replace(ITO, role="spokesman", affiliation=BOARD.name)
    first = said_by(BOARD, LEAKS, stance=Stance.DENIES, degree=-3.0)
    second = said_by(voice, LEAKS, article="a2", day="2031-05-09")

    (change,) = scene([claim_of("c", first, second)], (BOARD, voice)).changes()

    assert (change.earlier.actor.name, change.later.actor.name) == ("Water Board", "Jon Ito")
