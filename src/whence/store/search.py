"""A query -> the articles, quotations and claims that answer it, page by page.

What is found of a claim is one wording of it: who said it, where, as that article prints it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, column, func, literal, select, table

from whence.errors import StoreError
from whence.ledger.hit import MOST_COUNTED, Hit, Kind
from whence.store.conditions import Clause, clauses_of, matches, matching
from whence.store.found import joined, load_hits
from whence.store.tables import (
    ARTICLES,
    SEARCHED_ARTICLES,
    SEARCHED_ASSERTIONS,
    SEARCHED_QUOTATIONS,
)
from whence.store.words import ARTICLE_WORDS, ASSERTION_WORDS, QUOTATION_WORDS, all_of, any_of
from whence.text.queries import Field, Query

DEEPEST = 10_000
"""Hits that can be passed over."""
SEVERAL = 4
"""Wordings of one claim that a page reckons with before it asks again."""


class Sort(StrEnum):
    """Which hits come first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"  # by publication
    LEARNED = "learned"  # by when the store learned of the article, the last first


@dataclass(frozen=True, slots=True)
class Asked:
    """Which hits are asked for.

    Attributes:
        limit: Hits of a page.
        after: How many were passed.
        as_of: A day; only articles that the store knew at its end.
        since: A number that `last_number` gave; only articles that came after it.
    """

    kind: Kind
    sort: Sort = Sort.RELEVANCE
    limit: int = 20
    after: int = 0
    as_of: str | None = None
    since: int | None = None


class Found(NamedTuple):
    """A page of hits.

    Attributes:
        next: `after` of the next page; None at the end.
    """

    hits: tuple[Hit, ...]
    next: int | None


class _Index(NamedTuple):
    """An index of words.

    Attributes:
        columns: In which words are looked for.
        key: What hits of one number are counted as one by.
    """

    name: str
    columns: str
    number: Any
    key: Any


_INDEXES = {
    Kind.ARTICLES: _Index(
        ARTICLE_WORDS, "title text", SEARCHED_ARTICLES.c.number, SEARCHED_ARTICLES.c.number
    ),
    Kind.QUOTATIONS: _Index(
        QUOTATION_WORDS,
        "content source",
        SEARCHED_QUOTATIONS.c.number,
        SEARCHED_QUOTATIONS.c.number,
    ),
    Kind.CLAIMS: _Index(
        ASSERTION_WORDS, "text origin", SEARCHED_ASSERTIONS.c.number, SEARCHED_ASSERTIONS.c.claim
    ),
}


def find(
    connection: Connection, query: Query, asked: Asked, every: int = MOST_COUNTED + 1
) -> Found:
    """A page of what answers a query; nothing answers one that asks nothing.

    Args:
        connection: Any.
        query: Any.
        asked: Which page.
        every: How many answer it, as `count` tells; where that is known, less is looked up.

    Raises:
        StoreError: The database has no index of words.
    """
    _check(connection)
    if not _is_asked(query, asked.kind) or every == 0:
        return Found((), None)
    most = (asked.after + asked.limit + 1) * SEVERAL
    found = _page(connection, query, asked, most)
    expected = asked.limit + 1 if every > MOST_COUNTED else every - asked.after
    if len(found) < min(expected, asked.limit + 1):  # few claims may have had all the rows
        found = _page(connection, query, asked, None)
    scores = {row.number: 0.0 - row.score for row in found[: asked.limit]}
    terms = [term for group in query.groups for term in group]
    hits = load_hits(connection, asked.kind, scores, terms)
    return Found(tuple(hits), asked.after + asked.limit if len(found) > asked.limit else None)


def _page(connection: Connection, query: Query, asked: Asked, most: int | None) -> Sequence[Any]:
    """Numbers and scores of a page and of one hit more; `most` as `_candidates` has it."""
    rows = _candidates(connection, query, asked, most).subquery()
    ways: dict[Sort, tuple[ColumnElement[Any], ColumnElement[Any]]] = {
        Sort.RELEVANCE: (func.min(rows.c.score), rows.c.number),
        Sort.NEWEST: (func.max(func.coalesce(rows.c.published_at, "")), rows.c.number.desc()),
        Sort.LEARNED: (func.max(rows.c.learned_at), rows.c.number.desc()),
    }
    best, order = ways[_sort(query, asked)]
    # SQLite gives the columns beside a single min or max from the row that has it
    page = (
        select(rows.c.number, rows.c.score, best.label("best"))
        .group_by(rows.c.key)
        .order_by(best if _sort(query, asked) is Sort.RELEVANCE else best.desc(), order)
        .limit(asked.limit + 1)
        .offset(asked.after)
    )
    return connection.execute(page).all()


def count(connection: Connection, query: Query, asked: Asked) -> int:
    """How many answer it: exact up to MOST_COUNTED, one more for more.

    Raises:
        StoreError: The database has no index of words.
    """
    _check(connection)
    if not _is_asked(query, asked.kind):
        return 0
    rows = _candidates(connection, query, asked, None, is_counted=True).subquery()
    some = select(rows.c.key).distinct().limit(MOST_COUNTED + 1).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def last_number(connection: Connection) -> int:
    """The number of the article that came last; 0 where none did."""
    return connection.scalar(select(func.max(SEARCHED_ARTICLES.c.number))) or 0


def _check(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        raise StoreError("searching needs a store in SQLite; this one has no index of words")


def _is_asked(query: Query, kind: Kind) -> bool:
    kinds = query.values(Field.IN)
    return not query.is_empty and (not kinds or kind in kinds)


def _sort(query: Query, asked: Asked) -> Sort:
    """Without words nothing is more relevant than another."""
    is_ranked = asked.sort is not Sort.RELEVANCE or query.groups
    return asked.sort if is_ranked else Sort.NEWEST


def _candidates(
    connection: Connection,
    query: Query,
    asked: Asked,
    most: int | None,
    *,
    is_counted: bool = False,
) -> Select[Any]:
    """What answers: number, key, score, days.

    Args:
        connection: Any.
        query: It asks something.
        asked: Its page does not count.
        most: Where words alone are asked for and relevance alone orders: rows that are enough,
            so that a word that is everywhere costs little. None for all.
        is_counted: Days and order do not matter.
    """
    index = _INDEXES[asked.kind]
    clauses = clauses_of(connection, query, asked.kind, as_of=asked.as_of, since=asked.since)
    row = (index.number.label("number"), index.key.label("key"))
    days = (ARTICLES.c.published_at, ARTICLES.c.learned_at)
    origin = joined(asked.kind)
    if not query.groups:
        clauses += _not_these(query, index, index.number)
        return select(*row, literal(0.0).label("score"), *days).select_from(origin).where(*clauses)
    words = table(index.name, column("rowid"), column("rank"))
    own = [matches(index.name, all_of(query.groups, index.columns))]
    own += _not_these(query, index, words.c.rowid)
    is_ordered = most is None or _sort(query, asked) is not Sort.RELEVANCE
    if clauses or (is_ordered and not is_counted):
        origin = words.join(origin, words.c.rowid == index.number)
        score = words.c.rank.label("score")
        return select(*row, score, *days).select_from(origin).where(*own, *clauses)
    found = select(words).where(*own)
    if not is_counted:
        found = found.order_by(words.c.rank, words.c.rowid).limit(most)
    best = found.subquery()
    origin = best.join(index.number.table, best.c.rowid == index.number)
    none = (literal("").label("published_at"), literal("").label("learned_at"))
    return select(*row, best.c.rank.label("score"), *none).select_from(origin)


def _not_these(query: Query, index: _Index, number: ColumnElement[int]) -> list[Clause]:
    if not query.without:
        return []
    return [number.not_in(matching(index.name, any_of(query.without, index.columns)))]
