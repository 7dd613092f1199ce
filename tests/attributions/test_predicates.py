"""A content goes on to the verb of its clause."""

from __future__ import annotations

from tests.attributions.test_clauses import tree_of_words
from whence.attributions.link import Linked
from whence.attributions.predicates import with_predicate
from whence.ledger.span import Span, words_of

SAYING = (
    "He/PRON/1/nsubj said/VERB/-1/root that/SCONJ/6/mark the/DET/4/det envoys/NOUN/6/nsubj "
    "had/AUX/6/aux promised/VERB/1/ccomp a/DET/8/det repair/NOUN/6/obj ./PUNCT/1/punct"
)


def widened(content: str) -> str:
    """What a content becomes."""
    text, tree = tree_of_words(SAYING)
    start = text.index(content)
    linked = Linked((Span(0, 2),), (Span(3, 7),), (Span(start, start + len(content)),), 0.9)
    return words_of(with_predicate(text, linked, tree).content, text)


def test_a_content_without_its_verb_gets_the_clause() -> None:
    """From "that" on the whole clause is the content."""
    assert widened("that the envoys") == "that the envoys had promised a repair"


def test_a_content_with_a_verb_is_left() -> None:
    """Nothing is added to a clause, nor to words that open none."""
    assert widened("that the envoys had promised a") == "that the envoys had promised a"
    assert widened("the envoys") == "the envoys"
