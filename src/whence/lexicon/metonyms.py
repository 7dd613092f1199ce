"""`metonyms.toml` -> places and chambers that stand for a government or parliament."""

from __future__ import annotations

from functools import cache

from whence.lexicon.bodies import Body, body_of
from whence.lexicon.rows import rows_of


@cache
def metonyms() -> tuple[Body, ...]:
    """Kremlin, White House, Bundestag and their like."""
    return tuple(body_of(row) for row in rows_of("metonyms", "metonyms"))
