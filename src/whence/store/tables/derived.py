"""What follows from what was read, made anew after each change, and what is told of it."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from whence.store.tables.base import metadata, of_article

STORIES = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text),
    Column("first_seen_at", Text),
    Column("last_seen_at", Text),
    Column("claim_count", Integer, nullable=False),
    Column("thread", Text),  # the first story of its near neighbours
    Column("mark", Text),  # a hash of all that its digests are made of
)


def _of_story() -> Column[str]:
    return Column("story", Text, ForeignKey("stories.id", ondelete="CASCADE"), nullable=False)


STORY_ARTICLES = Table(
    "story_articles",
    metadata,
    _of_story(),
    Column("position", Integer, nullable=False),
    of_article(),
    PrimaryKeyConstraint("story", "position"),
    Index("ix_story_articles_of_article", "article", "story"),
)

STORY_ENTITIES = Table(
    "story_entities",
    metadata,
    _of_story(),
    Column("position", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    PrimaryKeyConstraint("story", "position"),
)

CLAIMS = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("story", Text),
    Column("text", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("first_seen_at", Text),
    Column("last_seen_at", Text),
    Column("origin_count", Integer, nullable=False),
    Column("origin_count_high", Integer, nullable=False),
    Column("outlet_count", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index(  # lists and counts of a story's claims, without reading the records
        "ix_claims_of_story",
        "story",
        "status",
        "origin_count_high",
        "outlet_count",
        "first_seen_at",
        "last_seen_at",
        "id",
    ),
)

Index("ix_claims_status", CLAIMS.c.status, CLAIMS.c.id)  # the claims of a status by their ids


def _of_claim() -> Column[str]:
    return Column("claim", Text, ForeignKey("claims.id", ondelete="CASCADE"), nullable=False)


ASSERTIONS = Table(
    "assertions",
    metadata,
    _of_claim(),
    Column("position", Integer, nullable=False),
    of_article(index=True),
    Column("attribution", Text),
    Column("text", Text, nullable=False),
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("outlet", Text),
    Column("via", Text),  # the names between the outlet and the origin, one in a line
    Column("origin", Text, index=True),
    Column("origin_entity", Text, index=True),
    Column("is_named", Boolean, nullable=False),
    Column("stance", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("degree", Float, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("unit", Text),
    Column("is_approximate", Boolean, nullable=False),
    Column("basis", Text),
    Column("is_heading", Boolean, nullable=False),
    Column("asserted_at", Text),
    PrimaryKeyConstraint("claim", "position"),
    Index(  # whose words an outlet prints, without reading the rows
        "ix_assertions_of_outlet",
        "outlet",
        "origin_entity",
        "claim",
        "attribution",
        "is_named",
        "origin",
    ),
)

CONFLICTS = Table(
    "conflicts",
    metadata,
    _of_claim(),
    Column("position", Integer, nullable=False),
    Column("other", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("why", Text, nullable=False),
    PrimaryKeyConstraint("claim", "position"),
)

COPIES = Table(
    "copies",
    metadata,
    of_article(is_key=True),
    Column("original", Text, nullable=False),
    Column("kind", Text, nullable=False),
)

LOST_HEDGES = Table(
    "lost_hedges",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    of_article(),
    Column("heading_start_char", Integer, nullable=False),
    Column("heading_end_char", Integer, nullable=False),
    Column("body_chars", Text, nullable=False),  # pieces of the text as "12-40 52-60"
    Column("hedge", Text, nullable=False),
)

DIGESTS = Table(
    "digests",
    metadata,
    Column("story", Text, nullable=False),
    Column("kind", Text, nullable=False),  # brief, positions
    Column("mark", Text, nullable=False),  # of the story when it was made; stale where they differ
    Column("record", LargeBinary, nullable=False),
    PrimaryKeyConstraint("story", "kind"),
)

DERIVED = (
    CONFLICTS,
    ASSERTIONS,
    CLAIMS,
    STORY_ENTITIES,
    STORY_ARTICLES,
    STORIES,
    COPIES,
    LOST_HEDGES,
)
"""Tables that are made anew from the readings, in the order in which they can be emptied."""
