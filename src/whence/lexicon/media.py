"""`media.toml` -> newspapers, agencies and broadcasters."""

from __future__ import annotations

from functools import cache

from whence.lexicon.bodies import Body, body_of
from whence.lexicon.phrases import words_of_table
from whence.lexicon.rows import rows_of


@cache
def media() -> tuple[Body, ...]:
    """News media; their sector is JRN."""
    return tuple(body_of(row) for row in rows_of("media", "media"))


@cache
def state_owned() -> frozenset[str]:
    """Names of media that a government or its party runs: what they say may be its word."""
    names = frozenset(words_of_table("media", "state_owned"))
    rows = rows_of("media", "media")
    return names | {
        alias for row in rows if row.one("name") in names for alias in row.many("aliases")
    }
