"""The tables of the ledger -> their rows one after another, of one story or of all.

Rows are fetched some hundreds at a time, so that a table of any size goes through little
memory. The columns are those that say what the records say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Column, Connection, Select, Table, select

from whence.store.codec import column_text
from whence.store.tables import (
    ARTICLES,
    ASSERTIONS,
    CLAIMS,
    CONFLICTS,
    COPIES,
    QUANTITIES,
    STORIES,
    STORY_ARTICLES,
)

AT_ONCE = 500
"""Rows that are fetched together."""

Value = str | int | float | bool | None


class _Source(NamedTuple):
    """Where the rows of one table come from.

    Attributes:
        without: Columns that are no matter of a row's: places in an order, records, texts.
        order: The columns that order the rows.
        story: The column that leads to the story: its id, an article's or a claim's.
    """

    table: Table
    without: frozenset[str]
    order: tuple[Column[str], ...]
    story: Column[str]


_SOURCES = {
    "stories": _Source(STORIES, frozenset({"position"}), (STORIES.c.id,), STORIES.c.id),
    "claims": _Source(CLAIMS, frozenset({"position", "record"}), (CLAIMS.c.id,), CLAIMS.c.story),
    "assertions": _Source(
        ASSERTIONS, frozenset(), (ASSERTIONS.c.claim, ASSERTIONS.c.position), ASSERTIONS.c.claim
    ),
    "articles": _Source(
        ARTICLES, frozenset({"text", "path"}), (ARTICLES.c.learned_at, ARTICLES.c.id), ARTICLES.c.id
    ),
    "quantities": _Source(
        QUANTITIES,
        frozenset(),
        (QUANTITIES.c.article, QUANTITIES.c.position),
        QUANTITIES.c.article,
    ),
    "conflicts": _Source(
        CONFLICTS, frozenset(), (CONFLICTS.c.claim, CONFLICTS.c.position), CONFLICTS.c.claim
    ),
    "copies": _Source(COPIES, frozenset(), (COPIES.c.article,), COPIES.c.article),
}

TABLES = tuple(_SOURCES)
"""What `table_rows` knows."""


def columns_of(table: str) -> tuple[str, ...]:
    """The names of a table's columns, in their order."""
    source = _SOURCES[table]
    return tuple(each.name for each in source.table.c if each.name not in source.without)


def table_rows(
    connection: Connection, table: str, story: str | None = None
) -> Iterator[Mapping[str, Value]]:
    """The rows of a table, a value for each of its columns.

    Args:
        connection: Used until the last row was taken.
        table: One of `TABLES`.
        story: The id of the only story wanted; an article counts to the story that holds it.
    """
    source = _SOURCES[table]
    names = columns_of(table)
    query = select(*(source.table.c[name] for name in names)).order_by(*source.order)
    if story is not None:
        query = _of_story(query, source.story, story)
    for row in connection.execution_options(yield_per=AT_ONCE).execute(query):
        yield dict(zip(names, row, strict=True))


def _of_story(
    query: Select[tuple[object, ...]], column: Column[str], story: str
) -> Select[tuple[object, ...]]:
    name = column_text(story)
    if column in {STORIES.c.id, CLAIMS.c.story}:
        return query.where(column == name)
    if column in {ASSERTIONS.c.claim, CONFLICTS.c.claim}:
        return query.where(column.in_(select(CLAIMS.c.id).where(CLAIMS.c.story == name)))
    members = select(STORY_ARTICLES.c.article).where(STORY_ARTICLES.c.story == name)
    return query.where(column.in_(members))


def has_story(connection: Connection, story: str) -> bool:
    """Whether the ledger has a story."""
    query = select(STORIES.c.id).where(STORIES.c.id == column_text(story))
    return connection.scalar(query) is not None
