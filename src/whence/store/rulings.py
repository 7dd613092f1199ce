"""What a person said of stories, claims and actors <-> rows of `rulings` and what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, Row, Select, Table, func, insert, select

from whence.ledger.ruling import Correction, Field, Place, Ruling, RulingKind, Subject
from whence.store.codec import column_text
from whence.store.tables import (
    ARTICLES,
    ENTITIES,
    RULING_ACTORS,
    RULING_ARTICLES,
    RULING_CORRECTIONS,
    RULING_PLACES,
    RULINGS,
    STORIES,
    STORY_ARTICLES,
    STORY_ENTITIES,
)

SIDES = ("articles", "others", "target")
PLACE_SIDES = ("places", "other_places")


def keep_ruling(connection: Connection, ruling: Ruling) -> int:
    """Keep one after those that are there; the number that it gets."""
    number = (connection.scalar(select(func.max(RULINGS.c.number))) or 0) + 1
    row = {
        "number": number,
        "kind": ruling.kind.value,
        "decided_at": ruling.decided_at,
        "undoes": ruling.undoes,
        "subject": ruling.subject.value,
        "decided_by": column_text(ruling.decided_by),
        "reason": column_text(ruling.reason),
    }
    connection.execute(insert(RULINGS), [row])
    for table, rows in (
        (RULING_ARTICLES, _articles(ruling)),
        (RULING_PLACES, _places(ruling)),
        (RULING_ACTORS, _actors(ruling)),
        (RULING_CORRECTIONS, _corrections(ruling)),
    ):
        if rows:
            connection.execute(insert(table), [{**each, "ruling": number} for each in rows])
    return number


def _actors(ruling: Ruling) -> list[dict[str, object]]:
    return [{"position": at, "entity": each} for at, each in enumerate(ruling.actors)]


def _articles(ruling: Ruling) -> list[dict[str, object]]:
    return [
        {"side": side, "position": at, "article": article}
        for side in SIDES
        for at, article in enumerate(getattr(ruling, side))
    ]


def _places(ruling: Ruling) -> list[dict[str, object]]:
    return [
        {
            "side": side,
            "position": at,
            "article": place.article,
            "start_char": place.start,
            "end_char": place.end,
            "attribution": place.attribution,
        }
        for side in PLACE_SIDES
        for at, place in enumerate(getattr(ruling, side))
    ]


def _corrections(ruling: Ruling) -> list[dict[str, object]]:
    return [
        {
            "position": at,
            "field": each.field.value,
            "before": column_text(each.before),
            "after": column_text(each.after),
        }
        for at, each in enumerate(ruling.corrections)
    ]


def load_rulings(connection: Connection, as_of: str | None = None) -> list[Ruling]:
    """All of them, the earliest first; with `as_of`, those made by the end of that day."""
    query = select(RULINGS).order_by(RULINGS.c.number)
    if as_of is not None:
        query = query.where(func.substr(RULINGS.c.decided_at, 1, 10) <= as_of)
    return _loaded(connection, query)


def stories_of(connection: Connection, articles: Sequence[str]) -> list[str]:
    """The ids of the stories of some articles, ascending."""
    table = STORY_ARTICLES
    query = select(table.c.story).where(table.c.article.in_(articles)).distinct()
    return sorted(connection.scalars(query))


def stories_with(connection: Connection, entities: Sequence[str]) -> list[str]:
    """The ids of the stories in which some entities occur, in the order of the stories."""
    table = STORY_ENTITIES
    query = (
        select(STORIES.c.id)
        .where(STORIES.c.id.in_(select(table.c.story).where(table.c.entity.in_(entities))))
        .order_by(STORIES.c.position)
    )
    return list(connection.scalars(query))


def entities_called(connection: Connection, words: str) -> list[str]:
    """The ids of the entities with a name in whatever case, or with this id, ascending."""
    is_meant = (func.lower(ENTITIES.c.name) == words.lower()) | (ENTITIES.c.id == words)
    query = select(ENTITIES.c.id).where(is_meant | (ENTITIES.c.name == words)).distinct()
    return sorted(connection.scalars(query))


def words_at(connection: Connection, places: Iterable[Place]) -> dict[Place, str]:
    """The words that stand in some places of articles; those that are gone are left out."""
    found = {}
    for place in sorted(set(places)):
        words = func.substr(ARTICLES.c.text, place.start + 1, place.end - place.start)
        text = connection.scalar(select(words).where(ARTICLES.c.id == place.article))
        if text:
            found[place] = text
    return found


def articles_with(connection: Connection, entity: str) -> list[str]:
    """The ids of the articles in whose reading an entity occurs, ascending."""
    query = select(ENTITIES.c.article).where(ENTITIES.c.id == entity)
    return list(connection.scalars(query.order_by(ENTITIES.c.article)))


def _loaded(connection: Connection, query: Select[tuple[object, ...]]) -> list[Ruling]:
    rows = connection.execute(query).all()
    numbers = [row.number for row in rows]
    articles: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in _of(connection, RULING_ARTICLES, numbers):
        articles[row.ruling, row.side].append(row.article)
    places: dict[tuple[int, str], list[Place]] = defaultdict(list)
    for row in _of(connection, RULING_PLACES, numbers):
        place = Place(row.article, row.start_char, row.end_char, row.attribution)
        places[row.ruling, row.side].append(place)
    actors: dict[int, list[str]] = defaultdict(list)
    for row in _of(connection, RULING_ACTORS, numbers):
        actors[row.ruling].append(row.entity)
    corrections: dict[int, list[Correction]] = defaultdict(list)
    for row in _of(connection, RULING_CORRECTIONS, numbers):
        corrections[row.ruling].append(Correction(Field(row.field), row.before, row.after))
    return [
        Ruling(
            number=row.number,
            kind=RulingKind(row.kind),
            articles=tuple(articles[row.number, "articles"]),
            others=tuple(articles[row.number, "others"]),
            target=tuple(articles[row.number, "target"]),
            decided_at=row.decided_at,
            undoes=row.undoes,
            subject=Subject(row.subject),
            decided_by=row.decided_by,
            reason=row.reason,
            places=tuple(places[row.number, "places"]),
            other_places=tuple(places[row.number, "other_places"]),
            actors=tuple(actors[row.number]),
            corrections=tuple(corrections[row.number]),
        )
        for row in rows
    ]


def _of(connection: Connection, table: Table, numbers: Sequence[int]) -> Iterator[Row[object]]:
    """The rows of some rulings, in the order of the table's key."""
    if numbers:
        between = table.c.ruling.between(min(numbers), max(numbers))
        yield from connection.execute(
            select(table).where(between).order_by(*table.primary_key.columns)
        )
