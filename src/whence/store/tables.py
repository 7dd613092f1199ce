"""The tables of a store, as SQLAlchemy Core describes them.

What was read stays until it is forgotten: `articles`, `readings`, `attributions`, `entities`,
`quantities`, `vectors`. What a person said stays as well: `rulings` with their articles, places,
actors and corrections, `outlets`, `tombstones`, `searches`. Who may use the desk stands in `users`,
`sessions` and `buckets`, what they did in `audit`. What follows from what was read is made anew
after each change: `stories`, `claims`, `assertions`, `conflicts`, `copies`, `lost_hedges` and those
that join them; `digests` keep what is told of a story until that changes. `record` holds a whole
record for the program; the other columns say the same for whoever asks in SQL. `searched_*` number
what the full-text indexes of SQLite hold, which triggers keep in step.
Characters are counted as everywhere: `[start_char, end_char)` of `articles.text`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0009"
"""The newest migration; four digits that count up."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)


def _of_article(*, is_key: bool = False, index: bool = False) -> Column[str]:
    """The article that a row belongs to; the row goes when the article goes."""
    target = ForeignKey("articles.id", ondelete="CASCADE")
    return Column("article", Text, target, nullable=False, primary_key=is_key, index=index)


META = Table("meta", metadata, Column("name", Text, primary_key=True), Column("value", Text))

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
    Column("learned_at", Text, nullable=False, index=True),
    Column("supersedes", Text),  # the version before it at the same URL
    Column("text", Text, nullable=False),
)

READINGS = Table(
    "readings",
    metadata,
    _of_article(is_key=True),
    Column("reader", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Column("earlier", Text),  # the readers before this one, one in a line
)

ATTRIBUTIONS = Table(
    "attributions",
    metadata,
    Column("id", Text, primary_key=True),
    _of_article(index=True),
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
    _of_article(),
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
    _of_article(),
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
    _of_article(index=True),
    PrimaryKeyConstraint("story", "position"),
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
    _of_article(index=True),
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
    _of_article(is_key=True),
    Column("original", Text, nullable=False),
    Column("kind", Text, nullable=False),
)

LOST_HEDGES = Table(
    "lost_hedges",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=False),
    _of_article(),
    Column("heading_start_char", Integer, nullable=False),
    Column("heading_end_char", Integer, nullable=False),
    Column("body_chars", Text, nullable=False),  # pieces of the text as "12-40 52-60"
    Column("hedge", Text, nullable=False),
)

VECTORS = Table(
    "vectors",
    metadata,
    Column("encoder", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("numbers", LargeBinary, nullable=False),  # float32, little-endian
    PrimaryKeyConstraint("encoder", "text_hash"),
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

USERS = Table(
    "users",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password_hash", Text),  # argon2id, as PHC writes it
    Column("issuer", Text),
    Column("subject", Text),
    Column("created_at", Text, nullable=False),
    Column("disabled_at", Text),
    UniqueConstraint("issuer", "subject"),
)

SESSIONS = Table(
    "sessions",
    metadata,
    Column("token_hash", Text, primary_key=True),  # SHA-256; the token itself is kept nowhere
    Column("who", Text, ForeignKey("users.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("address", Text),
    Column("created_at", Text, nullable=False),
    Column("used_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
)

BUCKETS = Table(  # token buckets of what may not be tried often
    "buckets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("level", Float, nullable=False),
    Column("filled_at", Float, nullable=False),  # seconds since 1970
)

AUDIT = Table(  # triggers refuse to change or delete a row
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Text, nullable=False, index=True),
    Column("who", Text, nullable=False),
    Column("role", Text),
    Column("address", Text),
    Column("action", Text, nullable=False),
    Column("about", Text),
    Column("detail", Text, nullable=False),  # a JSON object of texts
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
