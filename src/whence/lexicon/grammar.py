"""Closed classes of English words -> sets of them, by the name of the class."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import Phrases, words_of_table


@cache
def word_class(*names: str) -> frozenset[str]:
    """The words of one class, or of several together ("be", "modals"), in lower case."""
    return frozenset(word for name in names for word in words_of_table("grammar", name))


@cache
def condition_phrases() -> Phrases[bool]:
    """Conditions of several words ("provided that")."""
    return Phrases((words, True) for words in words_of_table("grammar", "condition_phrases"))


@cache
def condition_starts() -> frozenset[str]:
    """The first words of these."""
    return frozenset(words.split()[0] for words in words_of_table("grammar", "condition_phrases"))


def auxiliaries() -> frozenset[str]:
    """Forms of be, have and do, and the modal verbs."""
    return word_class("be", "modals", "other_auxiliaries")
