"""`casualties.toml` -> words for what befalls people, with where they stand beside a number."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from whence.lexicon.phrases import Phrases, tables_of, words_of_table


class Fate(StrEnum):
    """What befell the people who are counted; the values name tables of the list."""

    DEAD = "dead"
    INJURED = "injured"
    MISSING = "missing"
    RESCUED = "rescued"
    ARRESTED = "arrested"
    CAPTURED = "captured"
    DISPLACED = "displaced"
    ABOARD = "aboard"


def _words(fate: Fate, part: str) -> list[str]:
    fates = tables_of("casualties")["fates"]
    table = fates[fate.value]
    words = table[part] if isinstance(table, dict) else ()
    return [str(word) for word in words]


@cache
def fate_nouns() -> Phrases[Fate]:
    """Names of those people, or of their number ("dead", "death toll", "injuries")."""
    return Phrases((word, fate) for fate in Fate for word in _words(fate, "nouns"))


@cache
def fate_verbs() -> Phrases[Fate]:
    """What is said of them after the number ("14 people *were killed*")."""
    return Phrases((word, fate) for fate in Fate for word in _words(fate, "verbs"))


@cache
def fate_blows() -> Phrases[Fate]:
    """What is done to them, before the number ("*killing* 14 people")."""
    return Phrases((word, fate) for fate in Fate for word in _words(fate, "blows"))


@cache
def anybody() -> frozenset[str]:
    """Nouns that stand for all who were hit, not for a part of them; in lower case."""
    return frozenset(words_of_table("casualties", "people"))


@cache
def barriers() -> frozenset[str]:
    """Words between a blow and a number after which the number does not count who was hit."""
    return frozenset(words_of_table("casualties", "barriers"))
