"""What the ledger makes of one article: its claims, stories, other versions and copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, or_, select

from whence.ledger.attribution import Quotation
from whence.ledger.claim import Status
from whence.store.articles import end_of
from whence.store.codec import column_text
from whence.store.tables import (
    ARTICLES,
    ASSERTIONS,
    ATTRIBUTIONS,
    CLAIMS,
    COPIES,
    STORIES,
    STORY_ARTICLES,
)

MOST_VERSIONS = 100
"""Of one address, and of one text."""


MOST_ASKED = 5_000
"""Attributions of one question."""


class Passage(NamedTuple):
    """A claim of an article, and where it stands there.

    Attributes:
        attribution: Its id; None where the outlet speaks in its own voice.
        start: Its first character.
        end: The one after its last.
        degree: -3 to 3, according to who says it.
    """

    claim: str
    attribution: str | None
    text: str
    status: Status
    start: int
    end: int
    stance: str
    certainty: str
    degree: float
    is_heading: bool


class Version(NamedTuple):
    """An article beside another.

    Attributes:
        kind: "version" for one at the same URL, else that of the copy: "exact", "near", "wire".
        is_original: Whether the copy was taken from it.
    """

    article: str
    outlet: str | None
    title: str | None
    published_at: str | None
    learned_at: str
    kind: str
    is_original: bool = False


def passages_of(connection: Connection, article: str) -> list[Passage]:
    """The claims that stand in an article, in the order of their words."""
    query = (
        select(
            ASSERTIONS.c.claim,
            ASSERTIONS.c.attribution,
            CLAIMS.c.text,
            CLAIMS.c.status,
            ASSERTIONS.c.start_char.label("start"),
            ASSERTIONS.c.end_char.label("end"),
            ASSERTIONS.c.stance,
            ASSERTIONS.c.certainty,
            ASSERTIONS.c.degree,
            ASSERTIONS.c.is_heading,
        )
        .join(CLAIMS, CLAIMS.c.id == ASSERTIONS.c.claim)
        .where(ASSERTIONS.c.article == article)
        .order_by(ASSERTIONS.c.start_char, ASSERTIONS.c.claim, ASSERTIONS.c.position)
    )
    rows = (row._asdict() for row in connection.execute(query))
    return [Passage(**{**row, "status": Status(row["status"])}) for row in rows]


def stories_of(connection: Connection, article: str) -> list[tuple[str, str | None]]:
    """Id and title of the stories that an article is of."""
    query = (
        select(STORIES.c.id, STORIES.c.title)
        .join(STORY_ARTICLES, STORY_ARTICLES.c.story == STORIES.c.id)
        .where(STORY_ARTICLES.c.article == article)
        .order_by(STORIES.c.position)
    )
    return [(row.id, row.title) for row in connection.execute(query)]


def is_known(connection: Connection, article: str, day: str | None) -> bool:
    """Whether the store has an article, and had it at the end of a day."""
    query = select(ARTICLES.c.id).where(ARTICLES.c.id == article)
    if day is not None:
        query = query.where(ARTICLES.c.learned_at < end_of(day))
    return connection.scalar(query) is not None


def versions_of(connection: Connection, article: str, day: str | None = None) -> list[Version]:
    """What stands beside an article, without itself: versions oldest first, then copies.

    Args:
        connection: Any.
        article: Its id.
        day: Only what the store knew at its end; None for now.
    """
    own = connection.execute(select(ARTICLES.c.url).where(ARTICLES.c.id == article)).first()
    if own is None:
        return []
    known = [] if day is None else [ARTICLES.c.learned_at < end_of(day)]
    same = [] if own.url is None else _at_url(connection, own.url, known)
    versions = [each for each in same if each.article != article]
    taken = {article, *(each.article for each in versions)}
    copies = _copies(connection, article, known)
    return [*versions, *(each for each in copies if each.article not in taken)]


_COLUMNS = (
    ARTICLES.c.id,
    ARTICLES.c.outlet,
    ARTICLES.c.title,
    ARTICLES.c.published_at,
    ARTICLES.c.learned_at,
)


def _at_url(
    connection: Connection, url: str, known: Sequence[ColumnElement[bool]]
) -> list[Version]:
    """Those of one address, each after the one that it supersedes."""
    query = select(*_COLUMNS, ARTICLES.c.supersedes).where(ARTICLES.c.url == column_text(url))
    query = query.where(*known).order_by(ARTICLES.c.published_at.nulls_first(), ARTICLES.c.id)
    left = {row.id: row for row in connection.execute(query.limit(MOST_VERSIONS))}
    ordered: list[Version] = []
    while left:
        start = (each for each in left.values() if each.supersedes not in left)
        at = next(start, next(iter(left.values())))
        ordered.append(_version(at, "version"))
        del left[at.id]
    return ordered


def _copies(
    connection: Connection, article: str, known: Sequence[ColumnElement[bool]]
) -> list[Version]:
    """The original that an article is a copy of, the other copies of that, and its own copies."""
    original = connection.scalar(select(COPIES.c.original).where(COPIES.c.article == article))
    root = original or article
    query = (
        select(*_COLUMNS, COPIES.c.kind, COPIES.c.original)
        .join(COPIES, or_(COPIES.c.article == ARTICLES.c.id, COPIES.c.original == ARTICLES.c.id))
        .where(or_(COPIES.c.original == root, COPIES.c.article == root), *known)
        .order_by(ARTICLES.c.published_at.nulls_first(), ARTICLES.c.id)
        .limit(MOST_VERSIONS)
    )
    found: dict[str, Version] = {}
    for row in connection.execute(query):
        version = _version(row, row.kind, is_original=row.id == row.original)
        found.setdefault(row.id, version)
    return sorted(found.values(), key=lambda each: not each.is_original)


def _version(row: Row[*tuple[Any, ...]], kind: str, *, is_original: bool = False) -> Version:
    return Version(
        article=row.id,
        outlet=row.outlet,
        title=row.title,
        published_at=row.published_at,
        learned_at=row.learned_at,
        kind=kind,
        is_original=is_original,
    )


def quotations_of(connection: Connection, attributions: Sequence[str]) -> dict[str, Quotation]:
    """How some attributions give their content, by their ids; no more than `MOST_ASKED`."""
    asked = list(attributions)[:MOST_ASKED]
    query = select(ATTRIBUTIONS.c.id, ATTRIBUTIONS.c.quotation)
    rows = connection.execute(query.where(ATTRIBUTIONS.c.id.in_(asked)))
    return {row.id: Quotation(row.quotation) for row in rows}
