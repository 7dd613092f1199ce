"""Numbers of what the full-text indexes of SQLite hold; triggers keep them in step."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from whence.store.tables.base import metadata

SEARCHED_ARTICLES = Table(  # rows of the index `article_words`; a number is never given again
    "searched_articles",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("article", Text, nullable=False, unique=True),
    sqlite_autoincrement=True,
)

SEARCHED_QUOTATIONS = Table(  # rows of the index `quotation_words`
    "searched_quotations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("attribution", Text, nullable=False, unique=True),
)

SEARCHED_ASSERTIONS = Table(  # rows of the index `assertion_words`
    "searched_assertions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("claim", Text, nullable=False),
    Column("position", Integer, nullable=False),
    UniqueConstraint("claim", "position"),
)
