"""What a person said of actors -> a reading with its entities so."""

from __future__ import annotations

from dataclasses import replace

from tests.claims.making import ITO, LOPES, attribution, reading_of
from whence.entities.rulings import with_actors
from whence.ledger.entity import EntityKind, entity_id
from whence.ledger.reading import Reading
from whence.ledger.ruling import Correction, Field, Ruling, RulingKind, Subject


def _reading() -> Reading:
    read, reading = reading_of(
        "[Jon Ito](source) [said](cue) [the dam holds](content). Ana Lopes left.",
        entities=[ITO, LOPES],
    )
    spans = (read.spans[each][0] for each in ("source", "cue", "content"))
    return replace(reading, attributions=(attribution(reading, *spans),))


def _named(
    name: str, kind: str = "person", articles: tuple[str, ...] = (), number: int = 1
) -> Ruling:
    changes = (Correction(Field.NAME, ITO.name, name), Correction(Field.KIND, "person", kind))
    return Ruling(
        number,
        RulingKind.CORRECT,
        articles,
        (),
        (),
        "2026-11-22T10:00:00Z",
        subject=Subject.ACTOR,
        actors=(ITO.id,),
        corrections=changes,
    )


def test_a_merged_actor_is_the_other_one() -> None:
    """One entity is left, with the mentions of both, and the words of the one are the other's."""
    found = with_actors(_reading(), [_named(LOPES.name)])

    (left,) = found.entities
    assert left.id == LOPES.id
    assert len(left.mentions) == 2
    assert [each.entity for each in found.attributions] == [LOPES.id]


def test_a_ruling_of_other_articles_changes_nothing() -> None:
    """The reading is the same one."""
    reading = _reading()
    assert with_actors(reading, [_named("Jo Ito", articles=("elsewhere",))]) is reading
    assert reading.article is not None
    own = with_actors(reading, [_named("Jo Ito", articles=(reading.article.id,))])
    assert {each.name for each in own.entities} == {"Jo Ito", "Ana Lopes"}


def test_a_name_and_a_kind_make_the_id() -> None:
    """A corrected entity has the id that it would have had, read so."""
    found = with_actors(_reading(), [_named("Ito Water", "organisation")])
    wanted = entity_id(EntityKind.ORGANISATION, "Ito Water")
    assert wanted in {each.id for each in found.entities}


def test_doing_it_again_changes_nothing() -> None:
    """What is as decided stays so."""
    rulings = [_named("Jo Ito")]
    once = with_actors(_reading(), rulings)
    assert with_actors(once, rulings) == once


def test_what_was_taken_back_names_nobody() -> None:
    """The reading is the same one."""
    undo = Ruling(2, RulingKind.UNDO, (), (), (), "2026-11-22T11:00:00Z", 1, Subject.ACTOR)
    reading = _reading()
    assert with_actors(reading, [_named("Jo Ito"), undo]) is reading
