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

from whence.store.tables.base import META, REVISION, metadata
from whence.store.tables.decided import (
    OUTLETS,
    RULING_ACTORS,
    RULING_ARTICLES,
    RULING_CORRECTIONS,
    RULING_PLACES,
    RULINGS,
    SEARCHES,
    TOMBSTONES,
)
from whence.store.tables.derived import (
    ASSERTIONS,
    CLAIMS,
    CONFLICTS,
    COPIES,
    DERIVED,
    DIGESTS,
    LOST_HEDGES,
    STORIES,
    STORY_ARTICLES,
    STORY_ENTITIES,
)
from whence.store.tables.desk import AUDIT, BUCKETS, SESSIONS, USERS
from whence.store.tables.read import ARTICLES, ATTRIBUTIONS, ENTITIES, QUANTITIES, READINGS, VECTORS
from whence.store.tables.searched import SEARCHED_ARTICLES, SEARCHED_ASSERTIONS, SEARCHED_QUOTATIONS

__all__ = [
    "ARTICLES",
    "ASSERTIONS",
    "ATTRIBUTIONS",
    "AUDIT",
    "BUCKETS",
    "CLAIMS",
    "CONFLICTS",
    "COPIES",
    "DERIVED",
    "DIGESTS",
    "ENTITIES",
    "LOST_HEDGES",
    "META",
    "OUTLETS",
    "QUANTITIES",
    "READINGS",
    "REVISION",
    "RULINGS",
    "RULING_ACTORS",
    "RULING_ARTICLES",
    "RULING_CORRECTIONS",
    "RULING_PLACES",
    "SEARCHED_ARTICLES",
    "SEARCHED_ASSERTIONS",
    "SEARCHED_QUOTATIONS",
    "SEARCHES",
    "SESSIONS",
    "STORIES",
    "STORY_ARTICLES",
    "STORY_ENTITIES",
    "TOMBSTONES",
    "USERS",
    "VECTORS",
    "metadata",
]
