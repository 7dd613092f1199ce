"""Word lists of names -> one look-up by longest name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import compress
from typing import NamedTuple

from whence.entities.words import Words, keys_of
from whence.ledger.entity import EntityKind, Point
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
    point: Point | None = None


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


class _Known(NamedTuple):
    sort: Sort
    profile: Profile
    place: Profile | None = None


class Names:
    """Names by their words; of two with the same words the first is meant."""

    __slots__ = ("known", "sizes")

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], _Known]]) -> None:
        self.known: dict[tuple[str, ...], _Known] = {}
        self.sizes: dict[str, list[int]] = {}
        for parts, known in entries:
            if parts and self.known.setdefault(parts, known) is known:
                sizes = self.sizes.setdefault(parts[0], [])
                if len(parts) not in sizes:
                    sizes.append(len(parts))
        for sizes in self.sizes.values():
            sizes.sort(reverse=True)


SHOUTED_WORDS = frozenset({"Who", "Is", "It", "Au", "Pa", "Va", "Us", "Fed", "Shell", "Apple"})
"""Names that in a line of capitals are more often plain words."""

EUROPEAN_UNION = Profile("European Union", EntityKind.ORGANISATION, sector="IGO")


def find_listed(words: Words) -> list[Hit]:
    """All listed names, the longest at each place, apart from each other."""
    plain = _names()
    shouted = _shouted_names() if True in words.shouts else plain
    hits: list[Hit] = []
    done = 0
    firsts = plain.sizes if shouted is plain else plain.sizes.keys() | shouted.sizes.keys()
    for index in compress(range(len(words)), map(firsts.__contains__, words.keys)):
        names = shouted if words.shouts[index] else plain
        found = _longest(words, index, names) if index >= done else None
        if found:
            hits.append(found)
            done = found.end
    return hits


def _longest(words: Words, index: int, names: Names) -> Hit | None:
    for size in names.sizes.get(words.keys[index], ()):
        end = index + size
        known = names.known.get(tuple(words.keys[index:end]))
        if known and end <= len(words) and (size == 1 or not any(words.opens[index + 1 : end])):
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
    return Names((keys_of(name), known) for name, known in _listed())


@cache
def _shouted_names() -> Names:
    """The same in title case, as words in a line of capitals are."""
    plain = _names()
    place_of = {first: place for place, first in enumerate(plain.sizes)}
    titled = (
        (tuple(part.title().replace("'S", "'s") for part in parts), known)
        for parts, known in sorted(plain.known.items(), key=lambda each: place_of[each[0][0]])
    )
    return Names(
        (parts, known) for parts, known in titled if len(parts) > 1 or parts[0] not in SHOUTED_WORDS
    )


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
