"""`nearby.toml` -> words beside a name that tell what the name means there."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import words_of_table


@cache
def nearby(kind: str) -> frozenset[str]:
    """One of the lists, in lower case."""
    return frozenset(words_of_table("nearby", kind))
