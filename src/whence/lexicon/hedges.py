"""Hedge word list -> phrases with the certainty that they leave."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from whence.ledger.factuality import Certainty
from whence.lexicon.cues import forms_of
from whence.lexicon.phrases import Phrases, words_of_table

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hedge(StrEnum):
    """What a hedging phrase does to its clause; the values name tables of the list."""

    POSSIBLE = "possible"
    POSSIBLE_ADJECTIVE = "possible_adjectives"
    PROBABLE = "probable"
    HEARSAY = "hearsay"
    HEARSAY_ADJECTIVE = "hearsay_adjectives"
    NORM = "norms"
    UNKNOWN = "unknown"
    UNSEEN = "unseen"


CERTAINTY_OF = {
    Hedge.POSSIBLE: Certainty.POSSIBLE,
    Hedge.POSSIBLE_ADJECTIVE: Certainty.POSSIBLE,
    Hedge.PROBABLE: Certainty.PROBABLE,
    Hedge.HEARSAY: Certainty.UNCOMMITTED,
    Hedge.HEARSAY_ADJECTIVE: Certainty.UNCOMMITTED,
    Hedge.NORM: Certainty.UNCOMMITTED,
    Hedge.UNKNOWN: Certainty.UNCOMMITTED,
    Hedge.UNSEEN: Certainty.UNCOMMITTED,
}

ADJECTIVES = frozenset({Hedge.POSSIBLE_ADJECTIVE, Hedge.HEARSAY_ADJECTIVE})
"""They hedge the clause only as predicates, or where a content has no verb."""


@cache
def hedge_phrases() -> Phrases[Hedge]:
    """What hedges a clause."""
    return Phrases((word, hedge) for hedge in Hedge for word in words_of_table("hedges", hedge))


@cache
def hearsay_cues() -> Phrases[bool]:
    """Cues behind which nobody stands, where no source is named with them ("reportedly")."""
    return Phrases((word, True) for word in words_of_table("hedges", "cue_hearsay"))


@cache
def hearsay_sources() -> frozenset[str]:
    """Sources that are nobody ("reports")."""
    return frozenset(words_of_table("hedges", "hearsay_sources"))


@cache
def cue_certainties() -> Phrases[Certainty]:
    """How firmly a source stands behind what a cue links to it; certain where it is not listed."""
    return Phrases(_cue_entries())


def _cue_entries() -> Iterator[tuple[str, Certainty]]:
    for name, certainty in (
        ("cue_probable", Certainty.PROBABLE),
        ("cue_possible", Certainty.POSSIBLE),
        ("cue_uncommitted", Certainty.UNCOMMITTED),
    ):
        for form in forms_of(words_of_table("hedges", name)):
            yield form, certainty
    for word in words_of_table("hedges", "cue_certain_words"):
        yield word, Certainty.CERTAIN
    for word in words_of_table("hedges", "cue_probable_words"):
        yield word, Certainty.PROBABLE
    for word in words_of_table("hedges", "cue_possible_words"):
        yield word, Certainty.POSSIBLE
