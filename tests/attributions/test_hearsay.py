"""Adverbs of hearsay."""

from __future__ import annotations

import pytest

from whence.attributions.hearsay import add_hearsay
from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.span import Span

TABLE = [
    ("alone", "The dam allegedly leaks at night.", ["The dam", "leaks at night"]),
    (
        "in-a-relative-clause",
        "Images show men, who are reportedly paid by the week, at work.",
        ["are", "paid by the week"],
    ),
    ("too-short", "It leaks, allegedly.", []),
    ("first-word", "Reportedly the mayor left, and nobody saw her.", ["the mayor left"]),
]


@pytest.mark.parametrize(
    ("text", "content"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_the_clause_around_the_adverb_is_the_content(text: str, content: list[str]) -> None:
    """The adverb is the cue, its clause the content, and there is no source."""
    found = list(add_hearsay(text, [Span(0, len(text))], []))

    assert [piece.words(text) for each in found for piece in each.linked.content] == content
    assert all(each.linked.source == () and each.outer is None for each in found)


def test_it_hangs_below_whoever_says_the_clause() -> None:
    """Inside a content the new one is within it; the tightest content counts."""
    text = "Moss said that images show men who are reportedly paid by the week."
    outer = Nested(Linked((Span(0, 4),), (Span(5, 9),), (Span(15, 66),), 1.0), None)
    inner = Nested(Linked((Span(15, 21),), (Span(22, 26),), (Span(27, 66),), 1.0), 0)
    (found,) = add_hearsay(text, [Span(0, len(text))], [outer, inner])

    assert found.outer == 1


def test_an_adverb_that_is_a_cue_already_is_left() -> None:
    """What the network found is not found again."""
    text = "The dam allegedly leaks at night."
    known = Nested(Linked((), (Span(8, 17),), (Span(0, 7), Span(18, 32)), 1.0), None)

    assert list(add_hearsay(text, [Span(0, len(text))], [known])) == []
