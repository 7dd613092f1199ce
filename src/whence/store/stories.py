"""Stories and copies <-> rows of `stories`, `story_articles`, `story_entities` and `copies`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Table, insert, select

from whence.ledger.story import Copy, Story
from whence.store.codec import column_text
from whence.store.tables import COPIES, STORIES, STORY_ARTICLES, STORY_ENTITIES


def keep_stories(connection: Connection, stories: Sequence[Story], copies: Sequence[Copy]) -> None:
    """Keep stories and copies in tables that were emptied before."""
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
    rows = [_story_row(at, story) for at, story in enumerate(stories)]
    same = [
        {"article": copy.article, "original": copy.original, "kind": copy.kind} for copy in copies
    ]
    tables = ((STORIES, rows), (STORY_ARTICLES, articles), (STORY_ENTITIES, entities))
    for table, found in (*tables, (COPIES, same)):
        if found:
            connection.execute(insert(table), found)


def _story_row(position: int, story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "position": position,
        "title": column_text(story.title),
        "first_seen_at": story.first_seen_at,
        "last_seen_at": story.last_seen_at,
        "claim_count": story.claim_count,
        "thread": story.thread,
    }


def load_stories(connection: Connection, story: str | None = None) -> list[Story]:
    """All stories in the order in which they were kept; with an id, that one or none."""
    articles = _members(connection, STORY_ARTICLES, "article", story)
    entities = _members(connection, STORY_ENTITIES, "entity", story)
    query = select(STORIES).order_by(STORIES.c.position)
    if story is not None:
        query = query.where(STORIES.c.id == story)
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
    connection: Connection, table: Table, name: str, wanted: str | None
) -> dict[str, list[str]]:
    found = defaultdict(list)
    query = select(table.c.story, table.c[name]).order_by(table.c.story, table.c.position)
    if wanted is not None:
        query = query.where(table.c.story == wanted)
    for story, member in connection.execute(query):
        found[story].append(member)
    return found


def load_copies(connection: Connection) -> list[Copy]:
    """All copies, by article."""
    rows = connection.execute(select(COPIES).order_by(COPIES.c.article))
    return [Copy(row.article, row.original, row.kind) for row in rows]
