"""Evidence word list -> phrases with the basis, or the medium, that they name."""

from __future__ import annotations

from functools import cache

from whence.ledger.attribution import Basis, Medium
from whence.lexicon.phrases import Phrases, words_of_table


@cache
def evidence() -> Phrases[tuple[Basis, ...]]:
    """Words that name some evidence, with every basis that they can be."""
    found: dict[str, tuple[Basis, ...]] = {}
    for word in words_of_table("basis", "evidence_of_nothing"):
        found[word] = ()
    for basis in Basis:
        for word in words_of_table("basis", "evidence", basis.value):
            found[word] = (*found.get(word, ()), basis)
    return Phrases(found.items())


@cache
def grounds() -> Phrases[bool]:
    """Words that lead to evidence: True where to any ("citing"), else to what was seen ("with")."""
    entries = [(word, True) for word in words_of_table("basis", "citations")]
    return Phrases([*entries, *((word, False) for word in words_of_table("basis", "grounds"))])


@cache
def backing() -> Phrases[bool]:
    """Words for what evidence does ("showed"); the evidence stands before them."""
    return Phrases((word, True) for word in words_of_table("basis", "backing"))


@cache
def governments() -> frozenset[str]:
    """Names of states and capitals, lower case, which speak as their government."""
    return frozenset(words_of_table("basis", "states") + words_of_table("basis", "capitals"))


@cache
def medium_phrases() -> Phrases[Medium]:
    """Words that tell where something was said."""
    entries = [(w, medium) for medium in Medium for w in words_of_table("basis", "medium", medium)]
    return Phrases(entries)


@cache
def interviewers() -> Phrases[bool]:
    """Whom one gives an interview."""
    words = words_of_table("basis", "interviewers") + words_of_table("basis", "evidence", "media")
    return Phrases((word, True) for word in words)


@cache
def state_broadcasters() -> Phrases[bool]:
    """Broadcasters of a state, which one tells something on air."""
    return Phrases((word, True) for word in words_of_table("basis", "broadcasters"))
