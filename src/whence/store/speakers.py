"""An entity -> what the ledger of all stories has of its words."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, distinct, func, select

from whence.store.articles import end_of
from whence.store.codec import column_text
from whence.store.tables import ARTICLES, ASSERTIONS, CLAIMS, COPIES, ENTITIES, STORIES

MOST_ROWS = 200
"""Articles that are asked what they call an entity."""


class Called(NamedTuple):
    """What an entity is, as most of some articles have it.

    Attributes:
        article_count: Articles that name it.
    """

    name: str
    kind: str | None
    role: str | None
    country: str | None
    affiliation: str | None
    article_count: int


class Heard(NamedTuple):
    """How often an entity is the first speaker in a story."""

    story: str
    title: str | None
    claim_count: int
    assertion_count: int
    first: str | None
    last: str | None


class Words(NamedTuple):
    """Some words of a first speaker.

    Attributes:
        start: First character in the article.
        end: The one after the last.
        via: Those between the outlet and the speaker, the outlet's side first.
    """

    claim: str
    text: str
    article: str
    title: str | None
    start: int
    end: int
    outlet: str | None
    via: tuple[str, ...]
    stance: str
    certainty: str
    degree: float
    asserted_at: str | None


def called(connection: Connection, entity: str) -> Called | None:
    """What an entity is called; None where neither an article nor the ledger has it."""
    known = ENTITIES.c.id == column_text(entity)
    count = connection.scalar(select(func.count()).select_from(ENTITIES).where(known)) or 0
    told = ASSERTIONS.c.origin_entity == column_text(entity)
    name = connection.scalar(select(ASSERTIONS.c.origin).where(told).limit(1))
    some = select(ENTITIES).where(known).limit(MOST_ROWS).subquery()
    columns = (some.c.name, some.c.kind, some.c.role, some.c.country, some.c.affiliation)
    order = (func.count().desc(), *(each.nulls_first() for each in columns))
    query = select(*columns).group_by(*columns).order_by(*order)
    row = connection.execute(query.limit(1)).first()
    if row is None:
        return Called(name, None, None, None, None, count) if name else None
    return Called(name or row.name, row.kind, row.role, row.country, row.affiliation, count)


def heard_in(
    connection: Connection, entity: str, day: str | None, *, limit: int
) -> tuple[list[Heard], int]:
    """The stories in which an entity speaks, the latest first, and how many there are.

    Args:
        connection: Any.
        entity: Its id in the ledger.
        day: Only articles that the store knew at its end; None for now.
        limit: Of the list.
    """
    last = func.max(ASSERTIONS.c.asserted_at)
    query = (
        select(
            CLAIMS.c.story,
            func.count(distinct(ASSERTIONS.c.claim)).label("claim_count"),
            func.count().label("assertion_count"),
            func.min(ASSERTIONS.c.asserted_at).label("first"),
            last.label("last"),
        )
        .join(CLAIMS, CLAIMS.c.id == ASSERTIONS.c.claim)
        .where(*_of(entity, day), CLAIMS.c.story.is_not(None))
        .group_by(CLAIMS.c.story)
    )
    count = connection.scalar(select(func.count()).select_from(query.subquery())) or 0
    found = query.order_by(last.desc().nulls_last(), CLAIMS.c.story).limit(limit).subquery()
    rows = connection.execute(
        select(found, STORIES.c.title)
        .join(STORIES, STORIES.c.id == found.c.story)
        .order_by(found.c.last.desc().nulls_last(), found.c.story)
    )
    return [Heard(**row._asdict()) for row in rows], count


def latest_words(
    connection: Connection, entity: str, day: str | None, *, limit: int, offset: int = 0
) -> list[Words]:
    """What an entity said last, in the text of articles that are no copies.

    Args:
        connection: Any.
        entity: Its id in the ledger.
        day: As `heard_in` takes it.
        limit: Of the list.
        offset: How many to pass over.
    """
    copied = select(COPIES.c.article)
    query = (
        select(
            ASSERTIONS.c.claim,
            ASSERTIONS.c.text,
            ASSERTIONS.c.article,
            ASSERTIONS.c.start_char.label("start"),
            ASSERTIONS.c.end_char.label("end"),
            ASSERTIONS.c.outlet,
            ASSERTIONS.c.via,
            ASSERTIONS.c.stance,
            ASSERTIONS.c.certainty,
            ASSERTIONS.c.degree,
            ASSERTIONS.c.asserted_at,
        )
        .where(*_of(entity, day))
        .where(ASSERTIONS.c.is_heading.is_(False), ASSERTIONS.c.article.not_in(copied))
        .order_by(
            ASSERTIONS.c.asserted_at.desc().nulls_last(),
            ASSERTIONS.c.article,
            ASSERTIONS.c.start_char,
        )
        .limit(limit)
        .offset(offset)
    )
    return _titled(connection, query)


def _titled(connection: Connection, query: Select[*tuple[object, ...]]) -> list[Words]:
    rows = list(connection.execute(query))
    ids = {row.article for row in rows}
    named = select(ARTICLES.c.id, ARTICLES.c.title).where(ARTICLES.c.id.in_(ids))
    titles = {row.id: row.title for row in connection.execute(named)}
    return [
        Words(
            **{
                **row._asdict(),
                "via": tuple((row.via or "").splitlines()),
                "title": titles.get(row.article),
            }
        )
        for row in rows
    ]


def _of(entity: str, day: str | None) -> list[ColumnElement[bool]]:
    own = [ASSERTIONS.c.origin_entity == column_text(entity)]
    if day is not None:
        known = select(ARTICLES.c.id).where(ARTICLES.c.learned_at < end_of(day))
        own.append(ASSERTIONS.c.article.in_(known))
    return own
