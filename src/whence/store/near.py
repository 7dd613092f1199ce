"""A story or a place -> what is near it, asked of the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from whence.ledger.ruling import Place
from whence.store.tables import ASSERTIONS, ENTITIES, STORIES, STORY_ENTITIES

LEADING = 20
"""Entities of a story, the most named first, that are looked for in others."""

MOST_ARTICLES = 200
"""Of an entity, in which others are looked for."""


class Near(NamedTuple):
    """Another story.

    Attributes:
        shared: How many of the leading entities it has too.
    """

    id: str
    title: str | None
    first_seen_at: str | None
    last_seen_at: str | None
    claim_count: int
    shared: int


def stories_near(connection: Connection, story: str, *, words: str, most: int) -> list[Near]:
    """Other stories, those first that share the most of whom a story speaks.

    Args:
        connection: Any.
        story: Its id.
        words: Only stories with these in the title; "" for all.
        most: How many.
    """
    own = STORY_ENTITIES.alias()
    leading = select(own.c.entity).where(own.c.story == story, own.c.position < LEADING)
    both = STORY_ENTITIES.c.story == STORIES.c.id
    shared = func.count(STORY_ENTITIES.c.entity).label("shared")
    columns = (
        STORIES.c.id,
        STORIES.c.title,
        STORIES.c.first_seen_at,
        STORIES.c.last_seen_at,
        STORIES.c.claim_count,
    )
    query = (
        select(*columns, shared)
        .select_from(STORIES)
        .outerjoin(STORY_ENTITIES, both & STORY_ENTITIES.c.entity.in_(leading))
        .where(STORIES.c.id != story)
        .group_by(*columns)
        .order_by(shared.desc(), STORIES.c.last_seen_at.desc().nulls_last(), STORIES.c.id)
        .limit(most)
    )
    if words:
        query = query.where(func.lower(STORIES.c.title).contains(words.lower(), autoescape=True))
    return [Near(*row) for row in connection.execute(query)]


def entities_beside(
    connection: Connection,
    entity: str,
    name: str,
    articles: Sequence[str],
    *,
    words: str,
    most: int,
) -> list[tuple[str, str, str, int]]:
    """Id, name, kind and article count of others that may be one with an entity.

    Args:
        connection: Any.
        entity: Its id.
        name: Its name; without words, the others share its last word or are in its articles.
        articles: Ids of those; the first `MOST_ARTICLES` are looked at.
        words: Only entities with these in the name; "" for those near.
        most: How many, those in most articles first.
    """
    columns = ENTITIES.c
    count = func.count().label("count")
    query = (
        select(columns.id, func.min(columns.name), func.min(columns.kind), count)
        .where(columns.id != entity)
        .group_by(columns.id)
        .limit(most)
    )
    last = (name.split() or [name])[-1].lower()
    is_called = func.lower(columns.name).contains((words or last).lower(), autoescape=True)
    if words:
        query = query.where(is_called).order_by(count.desc(), columns.id)
    else:
        beside = columns.article.in_(articles[:MOST_ARTICLES])
        alike = func.max(case((is_called, 1), else_=0))
        query = query.where(is_called | beside).order_by(alike.desc(), count.desc(), columns.id)
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(query)]


def claim_at(connection: Connection, place: Place) -> str | None:
    """The id of the claim that has the assertion in a place; None where none has."""
    columns = ASSERTIONS.c
    query = select(columns.claim).where(
        columns.article == place.article,
        columns.start_char == place.start,
        columns.end_char == place.end,
        func.coalesce(columns.attribution, "") == place.attribution,
    )
    found: str | None = connection.scalar(query.limit(1))
    return found
