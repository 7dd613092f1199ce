"""What was read in the articles, with the numbers of texts; it stays until it is forgotten."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from whence.store.tables.base import metadata, of_article

ARTICLES = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("path", Text),
    Column("url", Text, index=True),
    Column("outlet", Text, index=True),
    Column("title", Text),
    Column("authors", Text, nullable=False),  # one in a line
    Column("published_at", Text, index=True),
    Column("language", Text),
    Column("agency", Text),
    Column("learned_at", Text, nullable=False),
    Column("supersedes", Text),  # the version before it at the same URL
    Column("text", Text, nullable=False),
    Index("ix_articles_learned", "learned_at", "id", "published_at"),  # what came on which day
)

READINGS = Table(
    "readings",
    metadata,
    of_article(is_key=True),
    Column("reader", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("earlier", Text),  # the readers before this one, one in a line
)

ATTRIBUTIONS = Table(
    "attributions",
    metadata,
    Column("id", Text, primary_key=True),
    of_article(index=True),
    Column("position", Integer, nullable=False),
    Column("within", Text),
    Column("source", Text),
    Column("cue", Text),
    Column("content", Text, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("entity", Text, index=True),
    Column("quotation", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("degree", Float, nullable=False),
    Column("probability_low", Float),
    Column("probability_high", Float),
    Column("probability_scale", Text),
    Column("probability_words", Text),
    Column("basis", Text),
    Column("medium", Text),
    Column("said_at", Text),
    Column("is_named", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Column("reader", Text, nullable=False),
)

ENTITIES = Table(
    "entities",
    metadata,
    of_article(),
    Column("id", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    Column("role", Text),
    Column("sector", Text),
    Column("affiliation", Text),
    Column("mention_count", Integer, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    PrimaryKeyConstraint("article", "id"),
)

QUANTITIES = Table(
    "quantities",
    metadata,
    of_article(),
    Column("position", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("is_approximate", Boolean, nullable=False),
    Column("unit", Text),
    Column("of_whom", Text),
    Column("change", Text),
    Column("attribution", Text),
    PrimaryKeyConstraint("article", "position"),
)

VECTORS = Table(
    "vectors",
    metadata,
    Column("encoder", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("numbers", LargeBinary, nullable=False),  # float32, little-endian
    PrimaryKeyConstraint("encoder", "text_hash"),
)
