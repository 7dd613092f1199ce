"""Reactions to "this claim" -> the assertion before them that they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tests.claims.making import ITO, LOPES, ROY, own, said_by
from whence.claims.reference import NEAR, REACTIONS, Meant, resolve_references
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion

PLAIN = said_by(LOPES, "the dam will hold", at=0)
NUMBER = said_by(ROY, "300 houses flooded", at=40, amount=Amount(300, 300, "houses"))
LATER = said_by(LOPES, "the road is closed", at=80)

TABLE = [
    ("it", LATER),
    ("this", LATER),
    ("that", LATER),
    ("this claim", LATER),
    ("This claim", LATER),
    ("the claims", LATER),
    ("these reports", LATER),
    ("the allegation", LATER),
    ("the latest report", LATER),
    ("Lopes’s account", LATER),
    ("the mayor's statement", LATER),
    ("on the matter", LATER),
    ("both stories", LATER),
    ("the figure", NUMBER),
    ("the figures", NUMBER),
    ("that number", NUMBER),
    ("the board's estimate", NUMBER),
    ("such estimates", NUMBER),
    ("the dam", None),
    ("this claim that the dam held", None),
    ("the claim of victory", None),
    ("item", None),
    ("", None),
]


def resolved(
    assertions: Sequence[Assertion], countries: Mapping[str, tuple[str, str]] | None = None
) -> list[Assertion]:
    """Resolve with the countries (named, speaking) of some assertions, by their words."""

    def meant(assertion: Assertion) -> Meant:
        named, speaking = (countries or {}).get(assertion.text, ("", ""))
        return Meant(frozenset(named.split()), frozenset(speaking.split()))

    return resolve_references(assertions, meant)


@pytest.mark.parametrize(("words", "expected"), TABLE, ids=[row[0] or "empty" for row in TABLE])
def test_what_a_reaction_means(words: str, expected: object) -> None:
    """A pointing word leads to the nearest claim before, "the figure" to the nearest number."""
    reaction = said_by(ITO, words, at=120, stance=Stance.DENIES, degree=-3.0)
    *before, found = resolved([PLAIN, NUMBER, LATER, reaction])

    assert before == [PLAIN, NUMBER, LATER]
    assert found.refers_to == getattr(expected, "attribution", None)
    assert found.text == words


@pytest.mark.parametrize("stance", Stance)
def test_only_reactions_refer(stance: Stance) -> None:
    """Who asserts "it" says something else."""
    found = resolved([PLAIN, said_by(ITO, "it", at=40, stance=stance)])[-1]

    assert (found.refers_to is not None) is (stance in REACTIONS)


def test_a_reaction_to_a_reaction_means_the_same_claim() -> None:
    """One denies a claim, another doubts it: both stand against the claim."""
    denial = said_by(ITO, "this claim", at=40, stance=Stance.DENIES)
    doubt = said_by(ROY, "it", at=80, stance=Stance.DOUBTS)
    found = resolved([PLAIN, denial, doubt])

    assert [each.refers_to for each in found] == [None, PLAIN.attribution, PLAIN.attribution]


def test_the_figure_goes_over_claims_without_one() -> None:
    """A number further up is meant, and no claim without a number."""
    reaction = said_by(ITO, "the figure", at=120, stance=Stance.DENIES)

    assert resolved([PLAIN, LATER, reaction])[-1].refers_to is None
    assert resolved([NUMBER, LATER, reaction])[-1].refers_to == NUMBER.attribution


def test_nothing_before_means_nothing() -> None:
    """A denial at the start of an article, or after the outlet's own words, stays as it is."""
    reaction = said_by(ITO, "it", at=120, stance=Stance.DENIES)

    assert resolved([reaction]) == [reaction]
    assert resolved([own(), reaction])[-1] == reaction
    assert resolved([]) == []


def test_a_denial_with_words_of_its_own_is_a_claim_to_refer_to_for_nobody() -> None:
    """ "It" after a plain denial goes on to the claim that somebody puts forward."""
    denial = said_by(ITO, "having opened the dam", at=40, stance=Stance.DENIES)
    doubt = said_by(ROY, "it", at=80, stance=Stance.DOUBTS)

    assert resolved([PLAIN, denial, doubt])[-1].refers_to == PLAIN.attribution


def test_a_nationality_leads_to_its_speaker() -> None:
    """ "The Portuguese figure" is one that a Portuguese gave, also further up."""
    other = said_by(LOPES, "500 cars sank", at=80, amount=Amount(500, 500, "cars"))
    reaction = said_by(ITO, "the Portuguese figure", at=120, stance=Stance.DENIES)
    countries = {
        NUMBER.text: ("", "PRT"),
        other.text: ("", "JPN"),
        reaction.text: ("PRT", "JPN"),
    }

    assert resolved([NUMBER, other, reaction], countries)[-1].refers_to == NUMBER.attribution
    countries[NUMBER.text] = ("", "USA")
    assert resolved([NUMBER, other, reaction], countries)[-1].refers_to is None


def test_who_reacts_means_what_names_his_state() -> None:
    """Of several claims before, the one about the reacting state is meant, if it is near."""
    reaction = said_by(ITO, "it", at=900, stance=Stance.NEITHER)
    countries = {PLAIN.text: ("JPN", "PRT"), "it": ("", "JPN")}
    between = [said_by(LOPES, f"road {n} is closed", at=80 + n) for n in range(NEAR)]

    near = [PLAIN, *between[1:], reaction]
    assert resolved(near, countries)[-1].refers_to == PLAIN.attribution
    far = [PLAIN, *between, reaction]
    assert resolved(far, countries)[-1].refers_to == between[-1].attribution
