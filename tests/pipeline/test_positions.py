"""Readings and their ledger -> actors by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.claims.making import LOPES, PORTUGAL, entity, said_by
from tests.claims.standing import claim_of, reading_with
from tests.pipeline.readers import WordVectors
from whence.errors import ActorError
from whence.ledger.attribution import Stance
from whence.ledger.claim import Claim
from whence.ledger.entity import EntityKind
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.pipeline.build import Ledger
from whence.pipeline.positions import Stands

OTHER = entity("Berta Lopes")
MINISTRY = entity("Water Ministry", EntityKind.ORGANISATION, country="PRT", sector="GOV")
VOICE = replace(entity("Rui Faro"), role="spokesman", affiliation="Water Ministry")
EVERYBODY = (LOPES, OTHER, PORTUGAL, MINISTRY, VOICE)

LEAKS = "the old wall of the dam was leaking"
CLAIMS = [
    claim_of(
        "c",
        said_by(LOPES, LEAKS),
        said_by(VOICE, LEAKS, at=50, stance=Stance.DENIES, degree=-3.0),
        said_by(MINISTRY, LEAKS, article="a2", day="2031-05-09"),
    ),
    claim_of("d", said_by(OTHER, "the letter", at=99, stance=Stance.DECLINES, degree=0.0)),
]
ARTICLES = ("a1", "a2")
READINGS = [reading_with(each, EVERYBODY) for each in ARTICLES]
STORY = Story("s", "Dam", ARTICLES, None, None, (), 2)


def stands(claims: Sequence[Claim] = CLAIMS, readings: Sequence[Reading] = READINGS) -> Stands:
    """All actors of one story."""
    return Stands(readings, Ledger((STORY,), tuple(claims), ()), WordVectors())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Ana Lopes", "Ana Lopes"),
        ("ana", "Ana Lopes"),
        ("the water ministry", "Water Ministry"),
        ("Faro", "Rui Faro"),
        ("Lisbon", "Portugal"),
        ("Portuguese", "Portugal"),
        ("PRT", "Portugal"),
    ],
)
def test_an_actor_is_found_by_name(name: str, found: str) -> None:
    """The name, a part that only one has, or what a state and its capital are called."""
    assert stands().of(name).actor.name == found


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Lopes", "'Lopes' may be any of Ana Lopes, Berta Lopes; write the whole name"),
        ("Lopez", "nobody called 'Lopez' says anything here; did you mean Ana Lopes, Berta Lopes?"),
        ("Spain", "nobody called 'Spain' says anything here"),
        ("", "nobody called ''"),
    ],
)
def test_who_is_not_found_is_told_with_the_nearest(name: str, message: str) -> None:
    """Several that fit are all named; of none the names that look alike."""
    with pytest.raises(ActorError) as error:
        stands().of(name)

    assert str(error.value).startswith(message)


def test_a_state_has_all_who_speak_for_it() -> None:
    """Its ministry, the spokesman and the minister, each by name, and the ministry's change."""
    found = stands().of("Portugal")

    assert {each.name for each in found.voices} == {"Ana Lopes", "Rui Faro", "Water Ministry"}
    assert len(found.positions) == 3
    (change,) = found.changes
    assert (change.earlier.actor.name, change.later.actor.name) == ("Rui Faro", "Water Ministry")


def test_a_person_has_only_what_the_person_says() -> None:
    """The ministry's words are not its spokesman's."""
    found = stands().of("Rui Faro")

    assert [each.stance for each in found.positions] == [Stance.DENIES]
    assert (found.voices, found.changes) == ((), ())


def test_everybody_is_counted() -> None:
    """Those who say most first; silences and changes beside them."""
    rows = {each.actor.name: each for each in stands().every()}

    assert rows["Berta Lopes"].silence_count == 1
    assert rows["Berta Lopes"].position_count == 0
    assert rows["Water Ministry"].change_count == 1
    assert "Portugal" not in rows


def test_the_order_of_the_readings_does_not_count() -> None:
    """Positions are the same in whatever order articles came."""
    assert stands(readings=READINGS[::-1]).of("Portugal") == stands().of("Portugal")
