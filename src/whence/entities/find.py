"""An article's text -> the persons, bodies, places and groups that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from whence.entities.acronyms import find_acronyms
from whence.entities.aliases import find_aliases
from whence.entities.descriptions import find_descriptions
from whence.entities.gazetteer import Profile, Sort
from whence.entities.groups import find_groups, with_organs
from whence.entities.namesakes import find_namesakes
from whence.entities.organisations import find_organisations
from whence.entities.persons import find_persons
from whence.entities.places import stands_for
from whence.entities.points import point_of
from whence.entities.roles import Surroundings
from whence.entities.seen import Named, Seen, see
from whence.entities.states import with_states
from whence.entities.told import find_told
from whence.entities.towns import find_towns
from whence.entities.unlisted import find_unlisted
from whence.entities.words import Words, split_words
from whence.ledger.article import Block
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.marking import Name
from whence.ledger.span import Span


def find_entities(
    text: str, blocks: Sequence[Block], sentences: Sequence[Span], names: Sequence[Name] = ()
) -> list[Entity]:
    """Everyone and everything named in an article; a function of the article alone.

    Args:
        text: The article's text.
        blocks: Boilerplate and bylines are not read; headings teach no names.
        sentences: Ascending.
        names: What a reader takes for names; what only it knows is believed where no rule
            says otherwise.

    Returns:
        By first mention. Mentions of different entities do not overlap; pronouns are none.
    """
    words = split_words(text, blocks, sentences)
    seen = see(words)
    told = find_told(seen, names)
    taken = bytearray(len(words))
    organisations = find_organisations(seen, taken)
    organisations += find_namesakes(seen, taken)
    around = Surroundings(seen, organisations)
    persons = find_persons(seen, around, told, taken)
    groups = find_groups(seen, taken)
    named = [*persons, *find_aliases(seen, persons, taken)]
    found = [*organisations, *groups, *with_organs(seen, named, taken)]
    found += find_unlisted(seen, told, found, taken)
    found += _listed(seen, taken)
    found += find_towns(seen, found, taken)
    found += find_acronyms(seen, found, taken)
    found = with_states(seen, found)
    found += find_descriptions(seen, found, taken)
    return gather(words, found)


def _listed(seen: Seen, taken: bytearray) -> list[Named]:
    """The rest of the listed names: states, towns, bodies."""
    found = []
    for hit in seen.hits.values():
        if hit.sort is Sort.BLOC or any(taken[hit.start : hit.end]):
            continue
        taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
        found.append(Named(hit.start, hit.end, stands_for(seen, hit)))
    return found


def gather(words: Words, found: Iterable[Named]) -> list[Entity]:
    """One entity for each kind and name, with all its mentions."""
    mentions: dict[str, list[Span]] = {}
    profiles: dict[str, Profile] = {}
    id_of = cache(entity_id)
    for named in sorted(found, key=lambda each: (each.start, each.end)):
        own = id_of(named.profile.kind, named.profile.name)
        mentions.setdefault(own, []).append(words.span(named.start, named.end))
        profiles[own] = _filled(profiles.get(own), named.profile)
    return [
        Entity(
            id=own,
            name=profile.name,
            kind=profile.kind,
            country=profile.country,
            role=profile.role if profile.kind is EntityKind.PERSON else None,
            sector=profile.sector,
            affiliation=profile.affiliation,
            mentions=tuple(sorted(mentions[own])),
            point=profile.point or point_of(profile),
        )
        for own, profile in profiles.items()
    ]


def _filled(first: Profile | None, second: Profile) -> Profile:
    """The first profile, its gaps filled from the second."""
    if first is None or first == second:
        return second
    return replace(
        first,
        country=first.country or second.country,
        role=first.role or second.role,
        sector=first.sector or second.sector,
        affiliation=first.affiliation or second.affiliation,
        point=first.point or second.point,
    )
