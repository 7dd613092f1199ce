"""`unnamed.toml` -> nouns that stand for a source without naming it, by kind."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import words_of_table


@cache
def unnamed(kind: str) -> frozenset[str]:
    """Nouns of one kind, in lower case.

    Args:
        kind: "people" who name nobody, "products" of a source, "spokesmen" of a body;
            "papers", "bodies", "countries" when they are named again.
    """
    return frozenset(words_of_table("unnamed", kind))
