"""Word lists of names -> one look-up by longest name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from whence.entities.words import Words, keys_of
from whence.ledger.entity import EntityKind
from whence.lexicon.bodies import Body, bodies
from whence.lexicon.countries import countries
from whence.lexicon.groups import blocs, party_members, standing_groups
from whence.lexicon.media import media
from whence.lexicon.metonyms import metonyms
from whence.lexicon.people import people
from whence.lexicon.places import places


class Sort(StrEnum):
    """What a listed name is, as far as grammar cares."""

    COUNTRY = "country"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    PLACE = "place"
    BODY = "body"
    PERSON = "person"
    BLOC = "bloc"


@dataclass(frozen=True, slots=True)
class Profile:
    """What an entity is, apart from where it is mentioned; fields as in `Entity`."""

    name: str
    kind: EntityKind
    country: str | None = None
    role: str | None = None
    sector: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed name at the words `[start, end)`.

    Attributes:
        place: For a capital the town itself; `profile` is then the state.
    """

    start: int
    end: int
    sort: Sort
    profile: Profile
    place: Profile | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    sort: Sort
    profile: Profile
    place: Profile | None = None


Names = dict[str, list[tuple[tuple[str, ...], _Known]]]

SHOUTED_WORDS = frozenset({"Who", "Is", "It", "Au", "Pa", "Va", "Us", "Fed", "Shell", "Apple"})
"""Names that in a line of capitals are more often plain words."""

EUROPEAN_UNION = Profile("European Union", EntityKind.ORGANISATION, sector="IGO")


def find_listed(words: Words) -> list[Hit]:
    """All listed names, the longest at each place, apart from each other."""
    plain, shouted = _names(), _shouted_names()
    hits: list[Hit] = []
    keys, index, count = words.keys, 0, len(words)
    while index < count:
        names = shouted if words.shouts[index] else plain
        group = names.get(keys[index])
        found = _longest(words, index, group) if group else None
        if found:
            hits.append(found)
        index = found.end if found else index + 1
    return hits


def _longest(words: Words, index: int, group: list[tuple[tuple[str, ...], _Known]]) -> Hit | None:
    keys = words.keys
    for parts, known in group:
        end = index + len(parts)
        if len(parts) > 1 and tuple(keys[index:end]) != parts:
            continue
        if any(words.opens[index + 1 : end]):
            continue
        return Hit(index, end, known.sort, known.profile, known.place)
    return None


@cache
def listed_persons() -> dict[str, Profile]:
    """Persons of the list by the name that they are kept under."""
    return {
        person.name: Profile(
            person.name, EntityKind.PERSON, person.country, person.role, person.sector
        )
        for person in people()
    }


@cache
def _names() -> Names:
    names: Names = {}
    seen: set[tuple[str, ...]] = set()
    for name, known in _listed():
        parts = keys_of(name)
        if parts and parts not in seen:
            seen.add(parts)
            names.setdefault(parts[0], []).append((parts, known))
    for group in names.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return names


@cache
def _shouted_names() -> Names:
    names: Names = {}
    for group in _names().values():
        for parts, known in group:
            titled = tuple(part.title().replace("'S", "'s") for part in parts)
            if titled not in {(word,) for word in SHOUTED_WORDS}:
                names.setdefault(titled[0], []).append((titled, known))
    for group in names.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return names


def _listed() -> Iterator[tuple[str, _Known]]:
    """All names in order of right: of two with one spelling the first is meant."""
    yield from _of_countries()
    for name in blocs():
        yield name, _Known(Sort.BLOC, Profile(name, EntityKind.GROUP))
    for name in standing_groups():
        profile = Profile(name.removeprefix("the "), EntityKind.GROUP)
        yield name, _Known(Sort.PEOPLE, profile)
        yield name.replace("the ", "The "), _Known(Sort.PEOPLE, profile)
    for members in party_members():
        profile = Profile(members.name, EntityKind.GROUP, members.country, sector=members.sector)
        yield members.name, _Known(Sort.PEOPLE, profile)
    for body in (*bodies(), *metonyms(), *media()):
        known = _Known(Sort.BODY, _of_body(body))
        for name in (body.name, *body.aliases):
            yield name, known
    for person in people():
        for name in (person.name, *person.aliases):
            yield name, _Known(Sort.PERSON, listed_persons()[person.name])
    for name, code in places().items():
        yield name, _Known(Sort.PLACE, Profile(name, EntityKind.PLACE, code))


def _of_countries() -> Iterator[tuple[str, _Known]]:
    for country in countries():
        state = Profile(country.name, EntityKind.PLACE, country.code, sector="GOV")
        for name in country.names:
            yield name, _Known(Sort.COUNTRY, state)
        for name in country.adjectives:
            yield name, _Known(Sort.ADJECTIVE, state)
        for name in country.people:
            group = Profile(name, EntityKind.GROUP, country.code)
            yield name, _Known(Sort.PEOPLE, group)
        for name in country.capitals:
            town = Profile(country.capitals[0], EntityKind.PLACE, country.code)
            yield name, _Known(Sort.CAPITAL, state, town)
    town = Profile("Brussels", EntityKind.PLACE, "BEL")
    yield "Brussels", _Known(Sort.CAPITAL, EUROPEAN_UNION, town)


def _of_body(body: Body) -> Profile:
    return Profile(body.name, EntityKind.ORGANISATION, body.country, sector=body.sector)
