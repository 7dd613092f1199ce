"""`media.toml` -> newspapers, agencies and broadcasters."""

from __future__ import annotations

from functools import cache

from whence.lexicon.bodies import Body, body_of
from whence.lexicon.rows import rows_of


@cache
def media() -> tuple[Body, ...]:
    """News media; their sector is JRN."""
    return tuple(body_of(row) for row in rows_of("media", "media"))
