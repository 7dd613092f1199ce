"""A ruling of any subject -> the store with it; and a store's rulings with how each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from whence.claims.port import Encoder
from whence.errors import NotFoundError
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.ruling import Field, Place, Ruling, RulingKind, Subject, in_force, void_numbers
from whence.ledger.span import Span, hull
from whence.pipeline.anew import decide
from whence.pipeline.decisions import Decided
from whence.pipeline.keep import keep_word
from whence.pipeline.outlets import named_alike
from whence.pipeline.rule import undo
from whence.pipeline.ruled import as_ruled
from whence.store.articles import known_articles
from whence.store.engine import Store
from whence.store.near import entities_beside
from whence.store.outlets import load_outlets
from whence.store.readings import load_reading
from whence.store.rulings import (
    articles_with,
    entities_called,
    load_rulings,
    stories_of,
    stories_with,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Standing(NamedTuple):
    """A ruling and how it stands.

    Attributes:
        undone_by: Number of the ruling that took it back; None where it holds.
        applies: Whether what it is about is still there, as it was read then.
    """

    ruling: Ruling
    undone_by: int | None
    applies: bool


class Beside(NamedTuple):
    """An actor beside another one."""

    id: str
    name: str
    kind: str
    article_count: int


def settle(store: Store, encoder: Encoder, version: str, ruling: Ruling) -> int:
    """Keep a ruling and let it take effect; its number.

    One of claims or actors is done when this returns, unless it touches many stories; one of
    stories takes effect when the ledger is next asked for.
    """
    if ruling.subject is Subject.STORY:
        return keep_word(store, ruling)
    with store.reading() as connection:
        stories = _touched(connection, ruling)
    return decide(store, encoder, version, ruling, stories)


def take_back(rulings: Sequence[Ruling], number: int, decided: Decided) -> Ruling:
    """One ruling, of whatever subject, does not hold any more.

    Raises:
        RulingError: There is none with this number, or it was taken back already.
    """
    made = undo(rulings, number, decided.at)
    return replace(made, decided_by=decided.by, reason=decided.reason)


def standings(
    store: Store, *, as_of: str | None = None, before: int | None = None, most: int | None = None
) -> list[Standing]:
    """What was decided, the latest first, each with how it stands.

    Args:
        store: Open.
        as_of: A day; only what was decided by its end.
        before: Only rulings with a smaller number.
        most: How many; None for all.
    """
    with store.reading() as connection:
        rulings = load_rulings(connection, as_of)
        void = void_numbers(tuple(rulings))
        wanted = [each for each in reversed(rulings) if before is None or each.number < before]
        check = _Check(connection, rulings)
        return [
            Standing(each, void.get(each.number), check.applies(each)) for each in wanted[:most]
        ]


def actor_in(store: Store, entity: str) -> tuple[Entity, list[str]]:
    """An entity as it is after all decisions, and the articles in which it occurs.

    Raises:
        NotFoundError: No article has it.
    """
    with store.reading() as connection:
        rulings = load_rulings(connection)
        before = {entity} | _before(entity, rulings)
        articles = sorted({each for one in before for each in articles_with(connection, one)})
        found = [load_reading(connection, each) for each in articles]
        outlets = load_outlets(connection)
    own: dict[str, Entity] = {}
    for reading in as_ruled(named_alike([each for each in found if each], outlets), rulings):
        for each in reading.entities:
            if each.id == entity and reading.article:
                own[reading.article.id] = each
    if not own:
        raise NotFoundError("actor", entity)
    most = max(own.values(), key=lambda each: len(each.mentions))
    return most, sorted(own)


def actors_called(store: Store, words: str) -> list[str]:
    """The ids of the entities with a name, or with this id, after all decisions; ascending."""
    with store.reading() as connection:
        known = entities_called(connection, words)
        rulings = load_rulings(connection)
    made = {
        becomes(each)
        for each in rulings
        for change in each.corrections
        if change.field is Field.NAME and (change.after or "").casefold() == words.casefold()
    }
    found = {each for each in (*known, *made) if each is not None}
    return sorted(each for each in found if _is_there(store, each))


def actors_beside(
    store: Store, entity: Entity, articles: Sequence[str], *, words: str, most: int
) -> list[Beside]:
    """Others that may be one with an entity, as they are called after all decisions.

    Args:
        store: Open.
        entity: As `actor_in` gives it.
        articles: Its articles.
        words: Only actors with these in the name; "" for those near.
        most: How many; actors that a person named come first.
    """
    with store.reading() as connection:
        said = in_force(tuple(load_rulings(connection)), Subject.ACTOR)
        found = entities_beside(
            connection, entity.id, entity.name, articles, words=words, most=2 * most
        )
    gone = {one for each in said if not each.articles and becomes(each) for one in each.actors}
    made = dict.fromkeys(becomes(each) or "" for each in said)
    known = {each[0] for each in found}
    named = []
    for one in made.keys() - known - {entity.id, ""}:
        if _is_there(store, one):
            other, articles = actor_in(store, one)
            if words.casefold() in other.name.casefold():
                named.append(Beside(one, other.name, other.kind.value, len(articles)))
    rest = [Beside(*each) for each in found if each[0] not in gone or each[0] in made]
    return [*sorted(named, key=lambda each: each.name), *rest][:most]


def _is_there(store: Store, entity: str) -> bool:
    try:
        actor_in(store, entity)
    except NotFoundError:
        return False
    return True


def _before(entity: str, rulings: Sequence[Ruling]) -> set[str]:
    """The ids that became an entity by what was decided."""
    found = {entity}
    for ruling in sorted(rulings, key=lambda each: -each.number):
        if ruling.subject is Subject.ACTOR and becomes(ruling) in found:
            found |= set(ruling.actors)
    return found


def becomes(ruling: Ruling) -> str | None:
    """The id that a ruling's actors have after it; None where neither name nor kind changes."""
    values = {each.field: each.after for each in ruling.corrections}
    name, kind = values.get(Field.NAME), values.get(Field.KIND)
    return entity_id(EntityKind(kind), name) if name and kind else None


def _touched(connection: Connection, ruling: Ruling) -> list[str]:
    """The ids of the stories that a ruling changes."""
    if ruling.undoes is not None:
        by_number = {each.number: each for each in load_rulings(connection)}
        return _touched(connection, by_number[ruling.undoes])
    if ruling.subject is Subject.ACTOR:
        return stories_with(connection, [*ruling.actors, becomes(ruling) or ""])
    places = (*ruling.places, *ruling.other_places)
    return stories_of(connection, sorted({each.article for each in places}))


class _Check:
    """Whether what rulings are about is still there; each article is looked at once."""

    def __init__(self, connection: Connection, rulings: Sequence[Ruling]) -> None:
        self._connection = connection
        self._made = {becomes(each) for each in rulings if each.subject is Subject.ACTOR}
        self._articles: set[str] | None = None
        self._places: dict[str, set[Place]] = {}

    def applies(self, ruling: Ruling) -> bool:
        """Whether both sides that a ruling names are there."""
        if ruling.kind is RulingKind.UNDO:
            return True
        if ruling.subject is Subject.STORY:
            sides = (ruling.articles, ruling.others or ruling.target)
            return all(any(self._has(each) for each in side) for side in sides)
        if ruling.subject is Subject.ACTOR:
            return any(self._is_named(each, ruling.articles) for each in ruling.actors)
        sides_of = [ruling.places]
        if ruling.kind is not RulingKind.CORRECT:
            sides_of.append(ruling.other_places)
        return all(any(self._stands(each) for each in side) for side in sides_of)

    def _has(self, article: str) -> bool:
        if self._articles is None:
            self._articles = known_articles(self._connection)
        return article in self._articles

    def _is_named(self, entity: str, scope: Sequence[str]) -> bool:
        found = articles_with(self._connection, entity)
        is_in_scope = bool(found) and (not scope or not set(scope).isdisjoint(found))
        return is_in_scope or entity in self._made

    def _stands(self, place: Place) -> bool:
        if place.article not in self._places:
            self._places[place.article] = self._places_in(place.article)
        return place in self._places[place.article]

    def _places_in(self, article: str) -> set[Place]:
        reading = load_reading(self._connection, article)
        if reading is None:
            return set()
        said = {_place(article, hull(each.content), each.id) for each in reading.attributions}
        return said | {_place(article, each.span, "") for each in reading.own_words}


def _place(article: str, span: Span, attribution: str) -> Place:
    return Place(article, span.start, span.end, attribution)
