"""What a person said of stories, claims and actors <-> rows of `rulings` and what they name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Row, Select, Table, func, insert, select

from whence.ledger.ruling import Correction, Field, Place, Ruling, RulingKind, Subject
from whence.store.codec import column_text
from whence.store.tables import (
    ENTITIES,
    RULING_ACTORS,
    RULING_ARTICLES,
    RULING_CORRECTIONS,
    RULING_PLACES,
    RULINGS,
    STORIES,
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
        (RULING_ACTORS, [{"entity": each} for each in ruling.actors]),
        (RULING_CORRECTIONS, _corrections(ruling)),
    ):
        if rows:
            found = [{"position": at, **each, "ruling": number} for at, each in enumerate(rows)]
            connection.execute(insert(table), found)
    return number


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
            "field": each.field.value,
            "before": column_text(each.before),
            "after": column_text(each.after),
        }
        for each in ruling.corrections
    ]


def load_rulings(connection: Connection, as_of: str | None = None) -> list[Ruling]:
    """All of them, the earliest first; with `as_of`, those made by the end of that day."""
    query = select(RULINGS).order_by(RULINGS.c.number)
    if as_of is not None:
        query = query.where(func.substr(RULINGS.c.decided_at, 1, 10) <= as_of)
    return _loaded(connection, query)


def load_latest_rulings(connection: Connection, *, before: int | None, most: int) -> list[Ruling]:
    """The last ones, the latest first.

    Args:
        connection: Any.
        before: Only those with a smaller number; None for all.
        most: How many.
    """
    query = select(RULINGS).order_by(RULINGS.c.number.desc()).limit(most)
    if before is not None:
        query = query.where(RULINGS.c.number < before)
    return _loaded(connection, query)


def stories_with(connection: Connection, entities: Sequence[str]) -> list[str]:
    """The ids of the stories in which some entities occur, in the order of the stories."""
    table = STORY_ENTITIES
    query = (
        select(STORIES.c.id)
        .where(STORIES.c.id.in_(select(table.c.story).where(table.c.entity.in_(entities))))
        .order_by(STORIES.c.position)
    )
    return list(connection.scalars(query))


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
