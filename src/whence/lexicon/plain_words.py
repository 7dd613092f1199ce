"""`plain_words.toml` -> words that no person is called."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import words_of_table


@cache
def plain_words() -> frozenset[str]:
    """In lower case."""
    return frozenset(words_of_table("plain_words", "plain"))
