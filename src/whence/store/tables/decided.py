"""What a person said, as a history: of stories, outlets, articles that went; searches kept."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, PrimaryKeyConstraint, Table, Text

from whence.store.tables.base import metadata

SEARCHES = Table(
    "searches",
    metadata,
    Column("id", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("seen", Integer, nullable=False),  # number in `searched_articles` of the last one seen
)

RULINGS = Table(
    "rulings",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("decided_at", Text, nullable=False),
    Column("undoes", Integer),
    Column("subject", Text, nullable=False, server_default="story"),
    Column("decided_by", Text, nullable=False, server_default="local"),
    Column("reason", Text),
)

RULING_ARTICLES = Table(
    "ruling_articles",
    metadata,
    Column("ruling", Integer, ForeignKey("rulings.number", ondelete="CASCADE"), nullable=False),
    Column("side", Text, nullable=False),  # articles, others, target
    Column("position", Integer, nullable=False),
    Column("article", Text, nullable=False),
    PrimaryKeyConstraint("ruling", "side", "position"),
)

RULING_PLACES = Table(
    "ruling_places",
    metadata,
    Column("ruling", Integer, ForeignKey("rulings.number", ondelete="CASCADE"), nullable=False),
    Column("side", Text, nullable=False),  # places, other_places
    Column("position", Integer, nullable=False),
    Column("article", Text, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("attribution", Text, nullable=False),  # "" where the outlet speaks
    PrimaryKeyConstraint("ruling", "side", "position"),
)

RULING_ACTORS = Table(
    "ruling_actors",
    metadata,
    Column("ruling", Integer, ForeignKey("rulings.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    PrimaryKeyConstraint("ruling", "position"),
)

RULING_CORRECTIONS = Table(
    "ruling_corrections",
    metadata,
    Column("ruling", Integer, ForeignKey("rulings.number", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    PrimaryKeyConstraint("ruling", "position"),
)

OUTLETS = Table(  # a row each time that an outlet is set or removed; the last one holds
    "outlets",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False),
    Column("aliases", Text, nullable=False),  # one in a line
    Column("domains", Text, nullable=False),  # one in a line
    Column("country", Text),
    Column("ownership", Text),
    Column("reliability", Text),  # Admiralty, A to F
    Column("is_removed", Boolean, nullable=False),
    Column("set_at", Text, nullable=False),
)

TOMBSTONES = Table(
    "tombstones",
    metadata,
    Column("article", Text, primary_key=True),
    Column("reason", Text),
    Column("forgotten_at", Text, nullable=False),
)
