"""What a person said of actors -> the reading with its entities as that person names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.reading import Reading
from whence.ledger.ruling import Field, Ruling, Subject, in_force


def with_actors(reading: Reading, rulings: Sequence[Ruling]) -> Reading:
    """The reading with actors merged, split and corrected; itself where nothing is said of them.

    Rulings are followed in the order in which they were made, so a later one can name an
    entity as an earlier one left it.

    Args:
        reading: Of an article; without one it stays as it is.
        rulings: Of whatever subject, all of them.
    """
    if reading.article is None or not rulings:
        return reading
    article = reading.article.id
    own = [
        each
        for each in in_force(tuple(rulings), Subject.ACTOR)
        if not each.articles or article in each.articles
    ]
    now = {each.id: _followed(each, own) for each in reading.entities}
    changed = {old: new.id for old, new in now.items() if new.id != old}
    entities = _joined(list(now.values()))
    if entities == reading.entities:
        return reading
    attributions = tuple(
        replace(each, entity=changed[each.entity]) if each.entity in changed else each
        for each in reading.attributions
    )
    return replace(reading, entities=entities, attributions=attributions)


def _followed(entity: Entity, rulings: Sequence[Ruling]) -> Entity:
    """What an entity is after some rulings."""
    for ruling in rulings:
        if entity.id in ruling.actors:
            entity = _as_said(entity, ruling)
    return entity


def _as_said(entity: Entity, ruling: Ruling) -> Entity:
    values = {each.field: each.after for each in ruling.corrections}
    name = values.get(Field.NAME) or entity.name
    kind = EntityKind(values.get(Field.KIND) or entity.kind)
    role = values.get(Field.ROLE, entity.role)
    return replace(entity, id=entity_id(kind, name), name=name, kind=kind, role=role)


def _joined(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Each entity once, with the mentions of all that became it; the most named one leads."""
    found: dict[str, Entity] = {}
    for each in entities:
        first = found.get(each.id)
        if first is None:
            found[each.id] = each
            continue
        mentions = tuple(sorted({*first.mentions, *each.mentions}))
        leading = max(first, each, key=lambda one: len(one.mentions))
        found[each.id] = replace(leading, mentions=mentions)
    return tuple(found.values())
