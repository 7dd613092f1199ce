"""A noun with "the" in the place of a name -> the entity that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from whence.entities.descriptions import is_government
from whence.entities.ranks import OF_STATE, has_role, rank_of
from whence.ledger.entity import Entity, EntityKind
from whence.lexicon.titles import title_sectors
from whence.lexicon.unnamed import unnamed

_STATE = frozenset({"GOV", "MIL", "SPY", "COP"})
SECTORS_OF = {
    "agency": _STATE | {"IGO"},
    "alliance": frozenset({"IGO"}),
    "army": frozenset({"MIL"}),
    "bank": frozenset({"BUS"}),
    "bloc": frozenset({"IGO"}),
    "body": frozenset({"IGO"}),
    "bureau": _STATE,
    "charity": frozenset({"NGO"}),
    "company": frozenset({"BUS"}),
    "court": frozenset({"JUD"}),
    "department": _STATE,
    "firm": frozenset({"BUS"}),
    "force": frozenset({"MIL"}),
    "group": frozenset({"REB", "NGO", "OPP"}),
    "institute": frozenset({"EDU"}),
    "military": frozenset({"MIL"}),
    "ministry": frozenset({"GOV", "MIL"}),
    "organisation": frozenset({"IGO", "NGO"}),
    "organization": frozenset({"IGO", "NGO"}),
    "party": frozenset({"PTY"}),
    "service": _STATE,
    "university": frozenset({"EDU"}),
}
"""Sectors of the bodies that a noun may name again; their names may also end in the noun."""


def find_called(noun: str, entities: Sequence[Entity], start: int) -> Entity | None:
    """The state, newspaper or body that a noun names again; the one mentioned last."""
    return _latest([each for each in entities if _is_called(each, noun)], start)


def find_holder(
    title: str, entities: Sequence[Entity], start: int, owner: Entity | None
) -> Entity | None:
    """The person with a title, of a state or body if one is given; the one mentioned last."""
    holders = [
        each
        for each in entities
        if each.kind is EntityKind.PERSON and has_role(each.role, title) and _belongs(each, owner)
    ]
    return _latest(holders, start)


def is_of_paragraph(
    text: str, title: str, holder: Entity, entities: Sequence[Entity], start: int
) -> bool:
    """Whether "the president" may be the holder where the paragraph speaks of some government."""
    rank = rank_of(title)
    if not (rank.office in OF_STATE and rank.fields <= {"prime"}):
        return True
    paragraph = text.rfind("\n", 0, start) + 1
    near = [
        entity
        for entity in entities
        if any(paragraph <= span.start and span.end <= start for span in entity.mentions)
    ]
    states = {each.country for each in near if is_government(each.kind, each.sector)} - {None}
    return holder in near or not states or holder.country in states


def _belongs(person: Entity, owner: Entity | None) -> bool:
    if owner is None:
        return True
    if owner.kind is EntityKind.PLACE:
        return person.country == owner.country
    partisan = owner.name.split()[0].lower()  # "republican presidential nominee"
    return person.affiliation == owner.name or (person.role or "").startswith(partisan)


@cache
def office_heads() -> frozenset[str]:
    """Last words of all titles and of "spokesman" and its like."""
    return frozenset(title.rsplit(maxsplit=1)[-1] for title in title_sectors())


def is_office(words: str) -> bool:
    """Whether a description is of an office, so that it means a certain person, no relative."""
    parts = words.split()
    ends = (" ".join(parts[index:]) for index in range(len(parts)))
    return any(title_sectors().get(end) or end.startswith("spokes") for end in ends)


def _is_called(entity: Entity, noun: str) -> bool:
    if entity.kind is EntityKind.PLACE:
        return noun in unnamed("countries") and entity.sector == "GOV"
    if entity.kind is not EntityKind.ORGANISATION:
        return False
    if noun in unnamed("papers") and entity.sector == "JRN":
        return True
    is_like = entity.sector in SECTORS_OF.get(noun, frozenset())
    return noun in unnamed("bodies") and (is_like or entity.name.casefold().endswith(noun))


def _latest(entities: Sequence[Entity], start: int) -> Entity | None:
    """The one mentioned last before a place; None where none was."""
    before = [
        (span.start, entity.id, entity)
        for entity in entities
        for span in entity.mentions
        if span.end <= start
    ]
    return max(before)[2] if before else None
