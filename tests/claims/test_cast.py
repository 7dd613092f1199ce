"""Who is one actor, and for whom it speaks."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.making import LOPES, PORTUGAL, entity
from tests.claims.standing import reading_with
from whence.claims.cast import find_cast
from whence.ledger.claim import Link
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.span import Span

MINISTRY = entity("Water Ministry", EntityKind.ORGANISATION, country="PRT", sector="GOV")
VOICE = replace(entity("Rui Faro"), role="spokesman", affiliation="Water Ministry")


def keys(*articles: tuple[Entity, ...]) -> list[str | None]:
    """The actor of the first entity of each article of one story."""
    readings = {f"a{at}": reading_with(f"a{at}", each) for at, each in enumerate(articles)}
    cast = find_cast(readings, [sorted(readings)])
    links = [Link(each[0].name, each[0].id, None) for each in articles]
    return [cast.key(f"a{at}", link) for at, link in enumerate(links)]


def test_a_last_name_is_its_only_bearer() -> None:
    """Where two persons have the name it stands for itself."""
    lone, other = entity("Lopes"), entity("Berta Lopes")

    assert keys((LOPES,), (lone,)) == ["ana lopes", "ana lopes"]
    assert keys((LOPES,), (lone,), (other,)) == ["ana lopes", "lopes", "berta lopes"]


def test_a_rank_before_a_name_is_no_other_person() -> None:
    """Cdr Ana Lopes is Ana Lopes."""
    assert keys((LOPES,), (entity("Cdr Ana Lopes"),)) == ["ana lopes", "ana lopes"]


def test_one_name_is_one_actor_whatever_its_kind() -> None:
    """A firm that was read as a person in one article is one actor."""
    firm, mistaken = entity("Vale Line", EntityKind.ORGANISATION), entity("Vale Line")

    assert keys((firm,), (mistaken,)) == ["vale line", "vale line"]


def test_a_capital_that_speaks_is_its_state() -> None:
    """Lisbon and Portugal are one actor; another town is none of it."""
    lisbon = entity("Lisbon", EntityKind.PLACE, country="PRT")
    faro = entity("Faro", EntityKind.PLACE, country="PRT")

    assert keys((PORTUGAL,), (lisbon,), (faro,)) == ["state:PRT", "state:PRT", "faro"]


def test_bodies_and_people_speak_for_their_state() -> None:
    """The ministry, its spokesman and the minister count for the state, marked as such."""
    readings = {"a": reading_with("a", (MINISTRY, VOICE, PORTUGAL, LOPES, entity("Kit Hale")))}
    cast = find_cast(readings, [["a"]])

    assert cast.actors["rui faro"].speaks_for == ("Water Ministry", "Portugal")
    assert cast.actors["rui faro"].country == "PRT"
    assert cast.members("water ministry") == {"water ministry", "rui faro"}
    assert cast.members("state:PRT") == {"state:PRT", "water ministry", "rui faro", "ana lopes"}
    assert cast.voices == {"rui faro"}


def test_a_member_of_parliament_does_not_speak_for_the_state() -> None:
    """The chamber does, one of its members does not."""
    member = entity("Eva Sol", country="PRT", sector="LEG")
    chamber = entity("Assembly", EntityKind.ORGANISATION, country="PRT", sector="LEG")
    cast = find_cast({"a": reading_with("a", (member, chamber, PORTUGAL))}, [["a"]])

    assert cast.members("state:PRT") == {"state:PRT", "assembly"}


def test_a_body_of_another_state_is_not_ones_own() -> None:
    """A person of one state does not speak for the body of another."""
    far = replace(entity("Jon Ito", country="JPN"), affiliation="Water Ministry")
    cast = find_cast({"a": reading_with("a", (MINISTRY, far))}, [["a"]])

    assert cast.bodies == {}
    assert cast.actors["jon ito"].speaks_for == ()


def test_words_of_the_articles_lead_to_those_they_mean() -> None:
    """What an article calls somebody is known, in lower case and without its article."""
    called = replace(MINISTRY, mentions=(Span(0, 9),))
    cast = find_cast({"a": reading_with("a", (called,), "The water board")}, [["a"]])

    assert cast.called == {"water": ("water ministry",)}
