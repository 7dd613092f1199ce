"""The tables of the ledger -> some of their records after a place, and no more than asked for.

Claims and stories come in the order of their ids, articles in the order in which the store
learned of them: what is added meanwhile moves no record to another place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Table, func, select, tuple_

from whence.ledger.article import Listing
from whence.ledger.claim import Claim
from whence.ledger.story import Story
from whence.store.articles import end_of
from whence.store.codec import column_text, decode_claim
from whence.store.tables import (
    ARTICLES,
    ASSERTIONS,
    CLAIMS,
    STORIES,
    STORY_ARTICLES,
    STORY_ENTITIES,
)


class WantedClaims(NamedTuple):
    """Which claims are asked for; None asks for all.

    Attributes:
        outlet: Name of one that prints it, as the ledger names it.
        speaker: Name of a first speaker of it.
        stance: Of one of its assertions.
        since: A day; some of its words stand in an article that was learned of then or later.
    """

    story: str | None = None
    status: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    stance: str | None = None
    since: str | None = None


class WantedArticles(NamedTuple):
    """Which articles are asked for; None asks for all.

    Attributes:
        outlet: As the article prints its name.
        since: A day; learned of then or later.
        until: A day; learned of by its end. Or a moment; learned of before it.
    """

    story: str | None = None
    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None


def list_claims(
    connection: Connection, wanted: WantedClaims, after: str | None, limit: int
) -> list[Claim]:
    """Claims by id.

    Args:
        connection: Any.
        wanted: All of what is asked for applies to each.
        after: The id of the one before the first; need not be there any more.
        limit: No more than these.
    """
    query = select(CLAIMS.c.record).order_by(CLAIMS.c.id).limit(limit)
    if after is not None:
        query = query.where(CLAIMS.c.id > column_text(after))
    if wanted.story is not None:
        query = query.where(CLAIMS.c.story == column_text(wanted.story))
    if wanted.status is not None:
        query = query.where(CLAIMS.c.status == wanted.status)
    named = select(ASSERTIONS.c.claim)
    if wanted.outlet is not None:
        own = named.where(ASSERTIONS.c.outlet == column_text(wanted.outlet))
        query = query.where(CLAIMS.c.id.in_(own))
    if wanted.speaker is not None:
        own = named.where(ASSERTIONS.c.origin == column_text(wanted.speaker))
        query = query.where(CLAIMS.c.id.in_(own))
    if wanted.since is not None:
        rows = ASSERTIONS.join(ARTICLES, ARTICLES.c.id == ASSERTIONS.c.article)
        own = named.select_from(rows).where(ARTICLES.c.learned_at >= wanted.since)
        query = query.where(CLAIMS.c.id.in_(own))
    if wanted.stance is not None:
        query = query.where(_is_taken(wanted.stance))
    return [decode_claim(data) for data in connection.scalars(query)]


def _is_taken(stance: str) -> ColumnElement[bool]:
    """That somebody takes this stance to the claim; most claims are asserted, so each is asked."""
    own, taken = ASSERTIONS.c.claim == CLAIMS.c.id, ASSERTIONS.c.stance == stance
    return select(ASSERTIONS.c.claim).where(own, taken).correlate(CLAIMS).exists()


def ids_of_stories(
    connection: Connection, since: str | None, until: str, after: str | None, limit: int
) -> list[str]:
    """Ids of stories with an article that the store had learned of by the end of a day.

    Args:
        connection: Any.
        since: A day; such an article was learned of then or later.
        until: The day.
        after: The id of the one before the first; need not be there any more.
        limit: No more than these.
    """
    query = (
        select(STORY_ARTICLES.c.story)
        .distinct()
        .join(ARTICLES, ARTICLES.c.id == STORY_ARTICLES.c.article)
        .where(ARTICLES.c.learned_at < end_of(until))
        .order_by(STORY_ARTICLES.c.story)
        .limit(limit)
    )
    if since is not None:
        query = query.where(ARTICLES.c.learned_at >= since)
    if after is not None:
        query = query.where(STORY_ARTICLES.c.story > column_text(after))
    return list(connection.scalars(query))


def list_stories(
    connection: Connection, since: str | None, after: str | None, limit: int
) -> list[Story]:
    """Stories by id; with `since`, those with an article that was learned of then or later.

    Args:
        connection: Any.
        since: A day.
        after: The id of the one before the first; need not be there any more.
        limit: No more than these.
    """
    query = select(STORIES).order_by(STORIES.c.id).limit(limit)
    if after is not None:
        query = query.where(STORIES.c.id > column_text(after))
    if since is not None:
        members = STORY_ARTICLES.join(ARTICLES, ARTICLES.c.id == STORY_ARTICLES.c.article)
        news = select(STORY_ARTICLES.c.story).select_from(members)
        query = query.where(STORIES.c.id.in_(news.where(ARTICLES.c.learned_at >= since)))
    return _stories(connection, connection.execute(query).all())


def _stories(connection: Connection, rows: Sequence[Row[Any]]) -> list[Story]:
    ids = [row.id for row in rows]
    articles = _members(connection, STORY_ARTICLES, "article", ids)
    entities = _members(connection, STORY_ENTITIES, "entity", ids)
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
        for row in rows
    ]


def _members(
    connection: Connection, table: Table, name: str, stories: list[str]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {story: [] for story in stories}
    query = select(table.c.story, table.c[name]).where(table.c.story.in_(stories))
    for story, member in connection.execute(query.order_by(table.c.story, table.c.position)):
        found[story].append(member)
    return found


def every_claim(connection: Connection, story: str | None = None) -> Iterator[Claim]:
    """All claims, or those of a story, by id; some hundreds are fetched together."""
    query = select(CLAIMS.c.record).order_by(CLAIMS.c.id)
    if story is not None:
        query = query.where(CLAIMS.c.story == column_text(story))
    rows = connection.execution_options(yield_per=_AT_ONCE).scalars(query)
    return map(decode_claim, rows)


def every_story(connection: Connection, story: str | None = None) -> Iterator[Story]:
    """All stories, or one, by id; some hundreds are fetched together."""
    query = select(STORIES).order_by(STORIES.c.id)
    if story is not None:
        query = query.where(STORIES.c.id == column_text(story))
    for rows in connection.execution_options(yield_per=_AT_ONCE).execute(query).partitions():
        yield from _stories(connection, rows)


def list_articles(
    connection: Connection, wanted: WantedArticles, after: tuple[str, str] | None, limit: int
) -> list[Listing]:
    """Articles by when the store learned of them, then by id.

    Args:
        connection: Any.
        wanted: All of what is asked for applies to each.
        after: `learned_at` and id of the one before the first.
        limit: No more than these.
    """
    own = STORY_ARTICLES.c.article == ARTICLES.c.id
    story = select(func.min(STORY_ARTICLES.c.story)).where(own).correlate(ARTICLES)
    order = (ARTICLES.c.learned_at, ARTICLES.c.id)
    names = ("id", "outlet", "title", "published_at", "learned_at", "language", "url")
    columns = [ARTICLES.c[name] for name in names]
    query = select(*columns, story.scalar_subquery().label("story")).order_by(*order).limit(limit)
    if after is not None:
        query = query.where(tuple_(*order) > tuple_(*map(column_text, after)))
    if wanted.story is not None:
        named = STORY_ARTICLES.c.story == column_text(wanted.story)
        members = select(STORY_ARTICLES.c.article).where(named)
        query = query.where(ARTICLES.c.id.in_(members))
    if wanted.outlet is not None:
        query = query.where(ARTICLES.c.outlet == column_text(wanted.outlet))
    if wanted.language is not None:
        query = query.where(ARTICLES.c.language == column_text(wanted.language))
    if wanted.since is not None:
        query = query.where(ARTICLES.c.learned_at >= wanted.since)
    if wanted.until is not None:
        query = query.where(ARTICLES.c.learned_at < end_of(wanted.until))
    return [Listing(**row._mapping) for row in connection.execute(query)]  # noqa: SLF001 - its name


def printed_outlets(connection: Connection) -> dict[str, int]:
    """How many articles print each outlet's name, by the name."""
    query = select(ARTICLES.c.outlet, func.count()).where(ARTICLES.c.outlet.is_not(None))
    rows = connection.execute(query.group_by(ARTICLES.c.outlet).order_by(ARTICLES.c.outlet))
    return {str(name): int(count) for name, count in rows}


def learned_at_of(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """When the store learned of each of some articles; those that it has."""
    wanted = sorted(set(articles))
    found: dict[str, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        query = select(ARTICLES.c.id, ARTICLES.c.learned_at).where(ARTICLES.c.id.in_(some))
        found |= {row.id: row.learned_at for row in connection.execute(query)}
    return found


_AT_ONCE = 500
"""Ids in one question: the databases allow some thousands."""
