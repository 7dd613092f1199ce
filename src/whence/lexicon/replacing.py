"""`replacing.toml` -> words that say that a number takes the place of others."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import Phrases, words_of_table


@cache
def replacing(kind: str) -> Phrases[bool]:
    """Phrases of one kind.

    Args:
        kind: "own" in the sentence of the new number; "after" beside it, where the sentence
            begins with one of "openings"; "every" and "one" tell what is replaced;
            "standing" for the counted thing; "since" before a time that the number holds for.
    """
    return Phrases((word, True) for word in words_of_table("replacing", kind))
