"""Cue word list -> phrases with the stance that they show, and word sets to read them by."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from whence.ledger.attribution import Stance
from whence.lexicon.phrases import Phrases, verb_forms, words_of_table

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def irregular_forms() -> dict[str, tuple[str, ...]]:
    """For a verb in its base form its other forms, where spelling rules do not give them."""
    lines = (line.split() for line in words_of_table("cues", "irregular"))
    return {base: tuple(forms) for base, *forms in lines}


def forms_of(verbs: tuple[str, ...]) -> list[str]:
    """Verbs, or phrases that start with one, in all their forms."""
    irregular = irregular_forms()
    return [form for verb in verbs for form in verb_forms(verb, irregular)]


@cache
def stance_phrases() -> Phrases[Stance]:
    """Every cue that the list knows, in all its forms, with its stance."""
    return Phrases(_stance_entries())


def _stance_entries() -> Iterator[tuple[str, Stance]]:
    for stance in Stance:
        for word in words_of_table("cues", "words", stance.value):
            yield word, stance
    for stance in Stance:
        for form in forms_of(words_of_table("cues", "verbs", stance.value)):
            yield form, stance


@cache
def proposal_nouns() -> frozenset[str]:
    """What can be rejected without being called untrue ("the offer")."""
    return frozenset(words_of_table("cues", "proposals"))


@cache
def claim_nouns() -> frozenset[str]:
    """What can be true or not ("reports", "it")."""
    return frozenset(words_of_table("cues", "claims"))


@cache
def false_predicates() -> Phrases[bool]:
    """By what a speaker calls something untrue ("baseless", "not true")."""
    return Phrases((word, True) for word in words_of_table("cues", "false"))


@cache
def self_doubts() -> Phrases[bool]:
    """By what a speaker says that he doubts ("he was sceptical that")."""
    return Phrases((word, True) for word in words_of_table("cues", "doubting"))


class Trait(StrEnum):
    """Kinds of verbs that stance asks about; the values name tables of the list."""

    LIGHT = "light"
    SILENCE = "silence"
    EXCLUDING = "excluding"
    NAMING = "naming"
    SPEAKING = "speaking"
    TELLING = "telling"
    REJECTING = "rejecting"
    QUESTIONING = "questioning"
    DIRECTING = "directing"
    RAISING = "raising"
    UNKNOWING = "unknowing"
    CLAUSAL = "clausal"
    WISHING = "wishing"


@cache
def verbs_with(trait: Trait) -> frozenset[str]:
    """The verbs of one kind, in all forms."""
    return frozenset(forms_of(words_of_table("cues", trait.value)))


@cache
def reporting_words() -> frozenset[str]:
    """Single words, lower case, that show that a content holds an attribution of its own."""
    verbs = forms_of(words_of_table("cues", "reporting"))
    return frozenset(verbs) | frozenset(words_of_table("cues", "reporting_words"))
