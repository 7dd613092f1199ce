"""Assertions -> positions and silences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import BOARD, COURIER, ITO, LOPES, OFFICIALS, own, said_by
from tests.claims.standing import claim_of, cued, scene
from whence.claims.positions import find_stands, is_told, of_actor, silence_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Link
from whence.ledger.position import Reply

EVERYBODY = (LOPES, ITO, BOARD, COURIER, OFFICIALS)


def test_the_outlets_own_words_are_nobodys_position() -> None:
    """A position is of somebody whom the article gives as its source."""
    claim = claim_of("c", own(), said_by("she"), said_by(LOPES, at=40))

    (stand,) = scene([claim], EVERYBODY).stands

    assert stand.position.actor.name == "Ana Lopes"
    assert stand.position.text == claim.text


def test_who_is_no_entity_may_speak_as_well() -> None:
    """A description of a few words is an actor, with the state whose adjective it has."""
    claim = claim_of("c", said_by("Portuguese divers"), said_by("the man who sold the old boat"))

    (stand,) = scene([claim], EVERYBODY).stands

    assert (stand.position.actor.name, stand.position.actor.country) == ("Portuguese divers", "PRT")


def test_a_description_before_a_name_is_the_named() -> None:
    """The mayor, Ana Lopes, is Ana Lopes, also where the article's reading did not see it."""
    (stand,) = scene([claim_of("c", said_by("The mayor, Ana Lopes"))], EVERYBODY).stands

    assert stand.position.actor.name == "Ana Lopes"


def test_what_a_reaction_means_is_shown() -> None:
    """Words that only point bring what they point to."""
    told = said_by(ITO, "the wall leaks")
    denial = said_by(LOPES, "the claim", at=50, stance=Stance.DENIES, refers_to=told.attribution)

    stands = scene([claim_of("c", told, denial)], EVERYBODY).stands

    assert [each.position.about for each in stands] == [None, "the wall leaks"]


@pytest.mark.parametrize(
    ("words", "stance", "is_clear"),
    [
        ("it", Stance.DENIES, False),
        ("his lawyer", Stance.ASSERTS, False),
        ("any part in the flood", Stance.DENIES, True),
        ("the wall leaks at night", Stance.ASSERTS, True),
    ],
)
def test_what_cannot_be_told_is_no_position(words: str, stance: Stance, is_clear: bool) -> None:  # noqa: FBT001 - a row of the table
    """A bare pronoun or a noun alone does not say what it is about."""
    (stand,) = scene([claim_of("c", said_by(LOPES, words, stance=stance))], EVERYBODY).stands

    assert is_told(stand.position) is is_clear


@pytest.mark.parametrize(
    ("stance", "cue", "words", "reply", "about"),
    [
        (Stance.DECLINES, "declined to comment", "on the letter", Reply.DECLINED, "the letter"),
        (Stance.DECLINES, "declined", "to comment on the wall", Reply.DECLINED, "the wall"),
        (Stance.NEITHER, "would neither confirm", "the date", Reply.NEITHER, "the date"),
        (Stance.DECLINES, "did not respond", "to questions", Reply.NO_ANSWER, "questions"),
        (Stance.DECLINES, "did not reply", "it", Reply.NO_ANSWER, "the wall leaks"),
    ],
)
def test_silences(stance: Stance, cue: str, words: str, reply: Reply, about: str) -> None:
    """Who was asked and said nothing keeps silent in one of three ways, on something."""
    silent = cued(said_by(LOPES, words, at=50, stance=stance, degree=0.0), cue)
    claim = claim_of("c", said_by(ITO, "the wall leaks"), silent)

    (stand,) = of_actor(scene([claim], EVERYBODY).stands, {"ana lopes"})
    silence = silence_of(stand.position)

    assert silence is not None
    assert (silence.reply, silence.about) == (reply, about)


def test_who_says_something_is_not_silent() -> None:
    """An assertion is no silence."""
    (stand,) = scene([claim_of("c", said_by(LOPES))], EVERYBODY).stands

    assert silence_of(stand.position) is None


def test_those_between_are_named_and_the_press_is_no_speaker() -> None:
    """A paper on the way passes words on; a man on the way says them of another."""
    said = said_by(LOPES)
    outlet, last = said.chain
    by_press = replace(said, chain=(outlet, Link(COURIER.name, COURIER.id, "told"), last))
    by_ito = replace(said, article="a2", chain=(outlet, Link(ITO.name, ITO.id, "said"), last))

    stands = scene([claim_of("c", by_press, by_ito)], EVERYBODY).stands

    assert [each.position.through for each in stands] == [("Courier",), ("Jon Ito",)]
    assert [each.between for each in stands] == [(), ("jon ito",)]


def test_positions_are_in_the_order_they_were_said() -> None:
    """The earliest first, whatever the order of the claims."""
    late, early = said_by(LOPES, day="2031-05-09"), said_by(LOPES, article="a2", day="2031-05-02")
    made = scene([claim_of("c", late), claim_of("d", early)], EVERYBODY)

    found = of_actor(find_stands(made.claims, made.cast), {"ana lopes"})

    assert [each.position.said_on for each in found] == ["2031-05-02", "2031-05-09"]
