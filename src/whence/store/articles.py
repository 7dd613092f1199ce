"""Articles <-> rows of `articles`, with what is new about each."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, Table, insert, select

from whence.ledger.article import Article
from whence.store.codec import column_text
from whence.store.tables import ARTICLES


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
        of: The article that it is a new version or a duplicate of.
    """

    article: str
    state: State
    of: str | None = None


def keep_article(connection: Connection, article: Article, learned_at: str) -> Kept:
    """Keep an article, unless it is there; an older version stays beside it.

    Args:
        connection: Of a transaction that writes.
        article: Any.
        learned_at: A day or a moment; what is there keeps its own.
    """
    if connection.scalar(select(ARTICLES.c.id).where(ARTICLES.c.id == article.id)):
        return Kept(article.id, State.KNOWN)
    older = _at_url(connection, article.url)
    connection.execute(insert(ARTICLES), [_row(article, learned_at, older)])
    return Kept(article.id, State.NEW_VERSION if older else State.ADDED, older)


def _at_url(connection: Connection, url: str | None) -> str | None:
    """The article that was last learned of at a URL."""
    if url is None:
        return None
    order = (ARTICLES.c.learned_at.desc(), ARTICLES.c.id)
    query = select(ARTICLES.c.id).where(ARTICLES.c.url == column_text(url)).order_by(*order)
    found: str | None = connection.scalar(query.limit(1))
    return found


def _row(article: Article, learned_at: str, supersedes: str | None) -> dict[str, object]:
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
        "supersedes": supersedes,
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
    rows = connection.execute(select(ARTICLES.c.id, ARTICLES.c.title))
    return {row.id: row.title for row in rows if row.id in wanted and row.title}
