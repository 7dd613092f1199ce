"""The full-text indexes of a store: their names, and how words are asked of them.

SQLite's FTS5 alone has them; `store/migrations/versions/step_0006.py` makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.text.queries import Term

ARTICLE_WORDS = "article_words"
QUOTATION_WORDS = "quotation_words"
ASSERTION_WORDS = "assertion_words"
INDEXES = (ARTICLE_WORDS, QUOTATION_WORDS, ASSERTION_WORDS)


def all_of(groups: Iterable[Sequence[Term]], columns: str | None = None) -> str:
    """The index's own words for: one term at least of each group.

    Args:
        groups: At least one, none empty.
        columns: Where to look ("text origin"); None for everywhere.
    """
    told = " AND ".join(f"({any_of(group)})" for group in groups)
    return f"{{{columns}}} : ({told})" if columns else told


def any_of(terms: Iterable[Term], columns: str | None = None) -> str:
    """The index's own words for: one of these at least."""
    told = " OR ".join(f'"{" ".join(each.words)}"{" *" * each.is_prefix}' for each in terms)
    return f"{{{columns}}} : ({told})" if columns else told


def merged(index: str) -> str:
    """A statement after which an index holds no trace of words that were deleted."""
    return f"INSERT INTO {index} ({index}) VALUES ('optimize')"  # noqa: S608 - a name of ours
