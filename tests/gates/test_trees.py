"""Trees against trees."""

from __future__ import annotations

from gates.gold_tokens import sentence_numbers
from gates.trees import compare, figures
from training.corpora.records import Document
from whence.ledger.marking import Parse

GOLD = Document(
    "invented",
    (("Bridges", "rust", "."), ("Ferries", "sail")),
    sentences=(0, 3),
    parts=("NOUN", "VERB", "PUNCT", "NOUN", "VERB"),
    heads=(1, -1, 1, 4, -1),
    relations=("nsubj", "root", "punct", "nsubj", "root"),
)


def parse(parts: tuple[str, ...], heads: tuple[int, ...], relations: tuple[str, ...]) -> Parse:
    """A parse of five tokens."""
    numbers = tuple(range(5))
    return Parse(numbers, numbers, parts, heads, relations, (0.0,) * 5, (-1,) * 5)


def test_the_gold_tree_is_all_right() -> None:
    """The same tree has all heads, relations and parts of speech."""
    found = parse(GOLD.parts or (), GOLD.heads or (), GOLD.relations or ())
    assert set(figures(compare(GOLD, found)).values()) == {1.0}


def test_a_relation_counts_only_with_its_head() -> None:
    """LAS wants head and relation, UAS the head alone, and punctuation counts in both."""
    found = parse(
        ("NOUN", "NOUN", "PUNCT", "NOUN", "VERB"),
        (1, -1, 0, 4, -1),
        ("obj", "root", "punct", "nsubj", "root"),
    )
    assert figures(compare(GOLD, found)) == {"UAS": 0.8, "LAS": 0.6, "part of speech": 0.8}


def test_sentences_are_numbered_by_token() -> None:
    """Each token has the number of its sentence."""
    assert sentence_numbers(GOLD).tolist() == [0, 0, 0, 1, 1]
