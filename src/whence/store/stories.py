"""Stories and copies <-> rows of `stories`, `story_articles`, `story_entities` and `copies`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Select, Table, case, func, insert, literal, select

from whence.ledger.story import Copy, Story
from whence.store.articles import end_of
from whence.store.codec import column_text
from whence.store.tables import ARTICLES, COPIES, STORIES, STORY_ARTICLES, STORY_ENTITIES

RECENT = timedelta(days=90)
"""How far back it is looked first for the stories with the last news."""


def keep_stories(
    connection: Connection,
    stories: Sequence[Story],
    copies: Sequence[Copy],
    marks: Mapping[str, str],
) -> None:
    """Keep stories and copies in tables that were emptied before.

    Args:
        connection: Of a transaction that writes.
        stories: In the order in which they are listed.
        copies: Of all articles.
        marks: By story; see `store.digests`.
    """
    articles = [
        {"story": story.id, "position": at, "article": article}
        for story in stories
        for at, article in enumerate(story.articles)
    ]
    entities = [
        {"story": story.id, "position": at, "entity": entity}
        for story in stories
        for at, entity in enumerate(story.entities)
    ]
    rows = [_story_row(at, story, marks[story.id]) for at, story in enumerate(stories)]
    same = [
        {"article": copy.article, "original": copy.original, "kind": copy.kind} for copy in copies
    ]
    tables = ((STORIES, rows), (STORY_ARTICLES, articles), (STORY_ENTITIES, entities))
    for table, found in (*tables, (COPIES, same)):
        if found:
            connection.execute(insert(table), found)


def _story_row(position: int, story: Story, mark: str) -> dict[str, object]:
    return {
        "id": story.id,
        "position": position,
        "title": column_text(story.title),
        "first_seen_at": story.first_seen_at,
        "last_seen_at": story.last_seen_at,
        "claim_count": story.claim_count,
        "thread": story.thread,
        "mark": mark,
    }


def load_stories(
    connection: Connection, ids: Sequence[str] | None = None, *, with_entities: bool = True
) -> list[Story]:
    """All stories in the order in which they were kept, or those of some ids.

    Args:
        connection: Any.
        ids: None for all.
        with_entities: Whether the entities are looked up, of which there are many; else none.
    """
    articles = _members(connection, STORY_ARTICLES, "article", ids)
    entities = _members(connection, STORY_ENTITIES, "entity", ids if with_entities else [])
    query = select(STORIES).order_by(STORIES.c.position)
    if ids is not None:
        query = query.where(STORIES.c.id.in_(ids))
    return [
        Story(
            id=row.id,
            title=row.title,
            articles=tuple(articles[row.id]),
            first_seen_at=row.first_seen_at,
            last_seen_at=row.last_seen_at,
            entities=tuple(entities[row.id]),
            claim_count=row.claim_count,
            thread=row.thread,
        )
        for row in connection.execute(query)
    ]


def _members(
    connection: Connection, table: Table, name: str, ids: Sequence[str] | None
) -> dict[str, list[str]]:
    found = defaultdict(list)
    query = select(table.c.story, table.c[name]).order_by(table.c.story, table.c.position)
    if ids is not None:
        query = query.where(table.c.story.in_(ids))
    for story, member in connection.execute(query):
        found[story].append(member)
    return found


def load_copies(connection: Connection, story: str | None = None) -> list[Copy]:
    """All copies, by article, or those of one story."""
    query = select(COPIES).order_by(COPIES.c.article)
    if story is not None:
        query = query.where(COPIES.c.article.in_(articles_of(story)))
    rows = connection.execute(query)
    return [Copy(row.article, row.original, row.kind) for row in rows]


def articles_of(story: str) -> Select[tuple[str]]:
    """A query for the ids of a story's articles."""
    return select(STORY_ARTICLES.c.article).where(STORY_ARTICLES.c.story == story)


def known_articles_of(connection: Connection, story: str, day: str) -> set[str]:
    """The articles of a story that the store knew at the end of a day."""
    query = select(ARTICLES.c.id).where(
        ARTICLES.c.id.in_(articles_of(story)), ARTICLES.c.learned_at < end_of(day)
    )
    return set(connection.scalars(query))


class Extent(NamedTuple):
    """How many articles of a story were known, of how many there are now."""

    known: int
    every: int

    @property
    def is_whole(self) -> bool:
        """Whether all were known."""
        return self.known == self.every


def extents_of(
    connection: Connection, stories: Sequence[str], day: str | None
) -> dict[str, Extent]:
    """What the store knew of some stories at the end of a day; None for now."""
    is_known = case((ARTICLES.c.learned_at < end_of(day), 1), else_=0) if day else literal(1)
    query = (
        select(STORY_ARTICLES.c.story, func.sum(is_known), func.count())
        .join(ARTICLES, ARTICLES.c.id == STORY_ARTICLES.c.article)
        .where(STORY_ARTICLES.c.story.in_(stories))
        .group_by(STORY_ARTICLES.c.story)
    )
    return {story: Extent(known, every) for story, known, every in connection.execute(query)}


class Listed(NamedTuple):
    """A story of a list.

    Attributes:
        new_count: Its articles that the store learned of between the days; 0 where none are given.
    """

    story: str
    new_count: int


def recent_stories(
    connection: Connection,
    *,
    since: str | None = None,
    until: str | None = None,
    limit: int,
    offset: int = 0,
) -> tuple[list[Listed], int]:
    """Stories with what was known of them, those with the last news first, and how many there are.

    Args:
        connection: Any.
        since: A day; only stories with articles that the store learned of after it.
        until: A day; only articles that the store knew at its end.
        limit: Of the list.
        offset: How many to pass over.
    """
    query = _recent() if since is None and until is None else _known(since, until)
    found = query.subquery()
    most = () if since is None else (found.c.new.desc(),)
    order = (found.c.last.desc().nulls_last(), *most, found.c.story)
    page = select(found, func.count().over().label("every")).order_by(*order)
    rows = connection.execute(page.limit(limit).offset(offset)).all()
    if rows or offset == 0:
        return [Listed(row.story, row.new) for row in rows], rows[0].every if rows else 0
    return [], connection.scalar(select(func.count()).select_from(found)) or 0


def latest_stories(connection: Connection, until: str | None, *, limit: int) -> list[str]:
    """The first of `recent_stories`, without counting the others.

    Args:
        connection: Any.
        until: A day; only articles that the store knew at its end; None for now.
        limit: How many.
    """
    if (
        until is not None
    ):  # what was printed in the last weeks mostly gives enough, and rarely costs
        first = date.fromisoformat(until[:10]) - RECENT
        known = _known(None, until, printed_since=first.isoformat()).subquery()
        order = (known.c.last.desc(), known.c.story)
        found = list(connection.scalars(select(known.c.story).order_by(*order).limit(limit)))
        if len(found) == limit:
            return found
    return [each.story for each in recent_stories(connection, until=until, limit=limit)[0]]


def _recent() -> Select[tuple[str, int, str | None]]:
    """All stories, by the day that the ledger has for their last news."""
    return select(
        STORIES.c.id.label("story"), literal(0).label("new"), STORIES.c.last_seen_at.label("last")
    )


def _known(
    since: str | None, until: str | None, printed_since: str | None = None
) -> Select[tuple[str, int, str | None]]:
    """Stories by those of their articles that the store learned of between two days."""
    learned = ARTICLES.c.learned_at
    articles = select(ARTICLES.c.id, ARTICLES.c.published_at)
    if since is not None:
        articles = articles.where(learned >= end_of(since))
    if until is not None:
        articles = articles.where(learned < end_of(until))
    if printed_since is not None:
        articles = articles.where(ARTICLES.c.published_at >= printed_since)
    # SQLite would go through all stories for the articles of a few
    known = articles.cte("known").prefix_with("MATERIALIZED")
    return (
        select(
            STORY_ARTICLES.c.story,
            func.count().label("new"),
            func.max(known.c.published_at).label("last"),
        )
        .join(known, known.c.id == STORY_ARTICLES.c.article)
        .group_by(STORY_ARTICLES.c.story)
    )
