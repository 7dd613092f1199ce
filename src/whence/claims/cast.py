"""The entities of many articles -> actors: one for each who speaks, whatever it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from whence.ledger.claim import Link
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.position import Actor
from whence.ledger.reading import Reading
from whence.lexicon.countries import countries, country_names

OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "JUD"})
"""Sectors of persons and bodies that speak for their state; members of parliaments do not."""

CHAMBER = "LEG"
SPOKEN_BY = ("spokesman", "spokeswoman", "spokesperson", "representative", "press secretary")
"""Endings of the roles of those whose every word is their body's."""

PRESS = "JRN"


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of some articles.

    Attributes:
        keys: Article and entity's id to the actor's key.
        actors: By key, the most named first.
        bodies: Key of a person to that of the body it speaks or works for.
        voices: Keys of those who are a body's spokesman.
        press: Keys of outlets and agencies.
        called: Words that the articles use to the keys of those they mean, in lower case.
    """

    keys: Mapping[tuple[str, str], str]
    actors: Mapping[str, Actor]
    bodies: Mapping[str, str]
    voices: frozenset[str]
    press: frozenset[str]
    called: Mapping[str, tuple[str, ...]]

    def key(self, article: str, link: Link) -> str | None:
        """The actor that a link of a chain is; None for nobody in particular."""
        if link.entity is not None:
            return self.keys.get((article, link.entity))
        key = _plain(link.name or "")
        named = key.rpartition(", ")[2]  # "the operator, Vale Line" is Vale Line
        return next((each for each in (named, key) if each in self.actors), None)

    def members(self, key: str) -> frozenset[str]:
        """The actor itself, and those whose words are its own: a body's people, a state's all."""
        own = {key} | {one for one, body in self.bodies.items() if body == key}
        if key.startswith(STATE):
            name = self.actors[key].name
            own |= {one for one, actor in self.actors.items() if name in actor.speaks_for}
        return frozenset(own)


STATE = "state:"
LONGEST_NAME = 5  # words of what a speaker who is no entity is called

_PRONOUN = re.compile(
    r"i|it|he|she|they|we|you|who|which|that|this|these|those|one|both|all|others?|some|many"
    r"|nobody|none|somebody|everyone|people|(?:his|her|their|our|my|its)\b.*|none of them"
)


def find_cast(
    readings: Mapping[str, Reading],
    stories: Iterable[Sequence[str]],
    sources: Iterable[str] = (),
) -> Cast:
    """Fold the entities of some articles into actors.

    Entities of one name are one, whatever their kind; a person called by the last name alone
    is the one person of that story who has it; a capital that speaks is its state.

    Args:
        readings: By article id.
        stories: The articles of each.
        sources: What speakers are called who are no entity ("Swedish specialists"); pronouns
            and long descriptions are no actors.
    """
    keys: dict[tuple[str, str], str] = {}
    rows: dict[str, list[Entity]] = {}
    called: dict[str, Counter[str]] = {}
    for articles in stories:
        own = [(each, readings[each]) for each in articles if each in readings]
        known = {_plain(e.name) for _, reading in own for e in reading.entities if _is_person(e)}
        for article, reading in own:
            text = reading.article.text if reading.article else ""
            for entity in reading.entities:
                key = _key_of(entity, known)
                keys[article, entity.id] = key
                rows.setdefault(key, []).append(entity)
                for words in {_plain(each.words(text)) for each in entity.mentions}:
                    called.setdefault(words, Counter())[key] += 1
    for name in sorted(set(sources)):
        is_known = _plain(name).rpartition(", ")[2] in rows
        is_name = len(name.split()) <= LONGEST_NAME and not _PRONOUN.fullmatch(_plain(name))
        if is_name and not is_known:
            rows.setdefault(_plain(name), []).append(_unlisted(name))
    actors = {key: _actor(key, entities, rows) for key, entities in sorted(rows.items())}
    ranked = sorted(rows, key=lambda key: (-len(rows[key]), key))
    bodies = {
        key: body
        for key in ranked
        if (body := _body_of(rows[key])) in rows
        and body != key
        and _is_one_state(actors[key], actors[body])
    }
    return Cast(
        keys=keys,
        actors={key: actors[key] for key in ranked},
        bodies=bodies,
        voices=frozenset(key for key in rows if any(map(_is_voice, rows[key]))),
        press=frozenset(key for key in rows if any(e.sector == PRESS for e in rows[key])),
        called={words: tuple(sorted(found)) for words, found in sorted(called.items())},
    )


def _unlisted(name: str) -> Entity:
    """A speaker that is no entity of its article, with the state whose adjective it has."""
    words = f" {_plain(name)} "
    states = {country for adjective, country in _adjectives() if f" {adjective} " in words}
    return Entity(
        id=entity_id(EntityKind.GROUP, name),
        name=name,
        kind=EntityKind.GROUP,
        country=states.pop() if len(states) == 1 else None,
        role=None,
        sector=None,
        affiliation=None,
        mentions=(),
    )


@cache
def _adjectives() -> tuple[tuple[str, str], ...]:
    return tuple((_plain(name), each.code) for each in countries() for name in each.adjectives)


def plain_name(name: str) -> str:
    """A name in lower case without its article and double blanks."""
    return _plain(name)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _is_person(entity: Entity) -> bool:
    return entity.kind is EntityKind.PERSON


def _is_voice(entity: Entity) -> bool:
    return _is_person(entity) and (entity.role or "").endswith(SPOKEN_BY)


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset((each.code, _plain(name)) for each in countries() for name in each.capitals)


def _key_of(entity: Entity, persons: Collection[str]) -> str:
    """The key of an entity among the persons of its story."""
    name = _plain(entity.name)
    is_place = entity.kind is EntityKind.PLACE and entity.country is not None
    if is_place and (entity.sector is not None or (entity.country, name) in _capitals()):
        return f"{STATE}{entity.country}"
    return _whole_name(name, persons) if _is_person(entity) else name


def _whole_name(name: str, persons: Collection[str]) -> str:
    """The name that a last name, or a name with a rank before it, stands for."""
    if " " in name:  # "Cdr Anne Lee" is Anne Lee
        shorter = {each for each in persons if " " in each and name.endswith(f" {each}")}
        return shorter.pop() if len(shorter) == 1 else name
    fuller = {_whole_name(each, persons) for each in persons if each.endswith(f" {name}")}
    return fuller.pop() if len(fuller) == 1 else name


def _most(values: Iterable[str | None]) -> str | None:
    counts = Counter(each for each in values if each)
    return min(counts, key=lambda each: (-counts[each], each), default=None)


def _body_of(entities: Sequence[Entity]) -> str:
    """The key of the body that a person works for; "" where none is known."""
    return _plain(_most(each.affiliation for each in entities if _is_person(each)) or "")


def _is_one_state(person: Actor, body: Actor) -> bool:
    return None in {person.country, body.country} or person.country == body.country


def _actor(key: str, entities: Sequence[Entity], rows: Mapping[str, Sequence[Entity]]) -> Actor:
    """The actor behind some entities that are one."""
    body = rows.get(_body_of(entities), ())
    country = _most(each.country for each in entities) or _most(each.country for each in body)
    if key.startswith(STATE) and country:
        name = country_names().get(country, country)
        return Actor(entity_id(EntityKind.PLACE, name), name, country)
    named = _most(each.name for each in entities if _plain(each.name) == key) or entities[0].name
    kind = Counter(each.kind for each in entities if each.name == named).most_common(1)
    chosen = kind[0][0] if kind else entities[0].kind
    if country and _most(each.country for each in body) not in {None, country}:
        body = ()
    state = country_names().get(country) if country and _is_official([*entities, *body]) else None
    belongs = [_most(each.name for each in body), state]
    return Actor(
        id=entity_id(chosen, named),
        name=named,
        country=country,
        speaks_for=tuple(each for each in belongs if each and each != named),
    )


def _is_official(entities: Sequence[Entity]) -> bool:
    """Whether they speak for their state."""
    return any(
        each.sector in OFFICIAL or (each.sector == CHAMBER and not _is_person(each))
        for each in entities
    )
