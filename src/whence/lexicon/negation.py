"""Negation word list -> phrases with what they do to the polarity of their clause."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from whence.lexicon.phrases import Phrases, words_of_table


class Negation(StrEnum):
    """What a negating phrase does; the values name tables of the list."""

    VOID = "void"
    NOT_EXCLUDED = "not_excluded"
    ABSENCE = "absence"
    UNDOUBTED = "undoubted"
    VERBAL = "verbal"
    NOMINAL = "nominal"
    APPROXIMATE = "approximate"
    PREDICATE = "predicates"


@cache
def negation_phrases() -> Phrases[Negation]:
    """What negates a clause, and what only looks so."""
    return Phrases((word, kind) for kind in Negation for word in words_of_table("negation", kind))


@cache
def cue_negators() -> Phrases[bool]:
    """What turns a cue into its contrary ("did not", "without")."""
    return Phrases((word, True) for word in words_of_table("negation", "cue_negators"))
