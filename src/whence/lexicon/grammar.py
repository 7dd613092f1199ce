"""Closed classes of English words -> sets of them, by the name of the class."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import words_of_table


@cache
def word_class(*names: str) -> frozenset[str]:
    """The words of one class, or of several together ("be", "modals"), in lower case."""
    return frozenset(word for name in names for word in words_of_table("grammar", name))


def auxiliaries() -> frozenset[str]:
    """Forms of be, have and do, and the modal verbs."""
    return word_class("be", "modals", "other_auxiliaries")
