"""Articles <-> rows of `articles`, with what is new about each."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from sqlalchemy import Connection, Table, func, insert, select, update

from whence.ledger.article import Article
from whence.store.codec import column_text
from whence.store.tables import ARTICLES, STORY_ARTICLES

_AT_ONCE = 500
"""Ids in one query; SQLite takes 999 in its older versions."""


class State(StrEnum):
    """What became of an input of `add`; closed list of the contract."""

    ADDED = "added"
    KNOWN = "known"
    NEW_VERSION = "new_version"
    DUPLICATE_OF = "duplicate_of"
    FAILED = "failed"


class Kept(NamedTuple):
    """An article and its state.

    Attributes:
        of: The article that it is a version or a duplicate of.
        is_older: Whether it is an older version than that one.
    """

    article: str
    state: State
    of: str | None = None
    is_older: bool = False


class _Version(NamedTuple):
    """What tells which of two versions is the newer."""

    article: str
    published_at: str | None
    learned_at: str

    def is_newer(self, other: _Version) -> bool:
        """Whether it was printed later or, where that cannot be told, learned of no earlier."""
        if self.published_at is not None and other.published_at is not None:
            order = _order(self.published_at, other.published_at)
            if order:
                return order > 0
        return _order(self.learned_at, other.learned_at) >= 0


def _order(one: str, other: str) -> int:
    """-1, 0 or 1; a day and a moment of that day cannot be told apart."""
    size = min(len(one), len(other))
    return (one[:size] > other[:size]) - (one[:size] < other[:size])


def keep_article(connection: Connection, article: Article, learned_at: str) -> Kept:
    """Keep an article, unless it is there; other versions stay beside it.

    Which version is the newer is told by when they were printed, else by when the store
    learned of them, else by which was added later.

    Args:
        connection: Of a transaction that writes.
        article: Any.
        learned_at: A day or a moment; what is there keeps its own.
    """
    if connection.scalar(select(ARTICLES.c.id).where(ARTICLES.c.id == article.id)):
        return Kept(article.id, State.KNOWN)
    versions = _versions(connection, article.url)
    own = _Version(article.id, article.published_at, learned_at)
    place = _insert(versions, own)
    connection.execute(insert(ARTICLES), [_row(article, learned_at)])
    for before, after in pairwise([None, *(each.article for each in versions)]):
        row = update(ARTICLES).where(ARTICLES.c.id == after)
        connection.execute(row.values(supersedes=before))
    if len(versions) == 1:
        return Kept(article.id, State.ADDED)
    if place:
        return Kept(article.id, State.NEW_VERSION, versions[place - 1].article)
    return Kept(article.id, State.NEW_VERSION, versions[1].article, is_older=True)


def _insert(versions: list[_Version], own: _Version) -> int:
    """Put a version after the last one that it is newer than; its place."""
    newer_than = (at for at in reversed(range(len(versions))) if own.is_newer(versions[at]))
    place = next(newer_than, -1) + 1
    versions.insert(place, own)
    return place


def _versions(connection: Connection, url: str | None) -> list[_Version]:
    """The articles at a URL, the oldest first: each supersedes the one before it."""
    if url is None:
        return []
    columns = (ARTICLES.c.id, ARTICLES.c.published_at, ARTICLES.c.learned_at, ARTICLES.c.supersedes)
    query = select(*columns).where(ARTICLES.c.url == column_text(url)).order_by(ARTICLES.c.id)
    left = {row.id: row for row in connection.execute(query)}
    versions: list[_Version] = []
    before: str | None = None
    while row := next((each for each in left.values() if each.supersedes == before), None):
        versions.append(_Version(row.id, row.published_at, row.learned_at))
        before = row.id
        del left[row.id]
    for row in left.values():  # version 0.1.0 could let two supersede one
        _insert(versions, _Version(row.id, row.published_at, row.learned_at))
    return versions


def _row(article: Article, learned_at: str) -> dict[str, object]:
    return {
        "id": article.id,
        "path": column_text(article.path),
        "url": column_text(article.url),
        "outlet": column_text(article.outlet),
        "title": column_text(article.title),
        "authors": column_text("\n".join(article.authors)),
        "published_at": article.published_at,
        "language": article.language,
        "agency": column_text(article.agency),
        "learned_at": learned_at,
        "text": column_text(article.text),
    }


def known_articles(connection: Connection) -> set[str]:
    """The ids of all articles."""
    return set(connection.scalars(select(ARTICLES.c.id)))


def find_ids(connection: Connection, table: Table, start: str, limit: int = 5) -> list[str]:
    """The ids that begin so, ascending; no more than `limit`."""
    identity = table.c["id"]
    query = select(identity).where(identity.startswith(start, autoescape=True))
    return list(connection.scalars(query.order_by(identity).limit(limit)))


def titles(connection: Connection, articles: Iterable[str]) -> dict[str, str]:
    """Title of each of some articles that has one."""
    wanted = set(articles)
    query = select(ARTICLES.c.id, ARTICLES.c.title)
    if len(wanted) <= _AT_ONCE:
        query = query.where(ARTICLES.c.id.in_(wanted))
    return {
        row.id: row.title for row in connection.execute(query) if row.id in wanted and row.title
    }


def end_of(day: str) -> str:
    """What all moments of a day and of those before it are smaller than; a moment is itself."""
    if len(day) > len("2024-10-21"):
        return day
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def learned_days(connection: Connection, story: str | None = None) -> list[str]:
    """The days on which the store learned of articles, or of those of a story, ascending."""
    day = func.substr(ARTICLES.c.learned_at, 1, 10)
    query = select(day).distinct().order_by(day)
    if story is not None:
        joined = STORY_ARTICLES.c.article == ARTICLES.c.id
        query = query.join(STORY_ARTICLES, joined).where(STORY_ARTICLES.c.story == story)
    return list(connection.scalars(query))


def printed_days(connection: Connection, outlets: Collection[str]) -> list[str]:
    """The days on which the store learned of articles of some outlets as printed, ascending."""
    day = func.substr(ARTICLES.c.learned_at, 1, 10)
    query = select(day).distinct().order_by(day).where(ARTICLES.c.outlet.in_(outlets))
    return list(connection.scalars(query))
