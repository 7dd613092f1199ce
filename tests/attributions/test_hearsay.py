"""Adverbs of hearsay."""

from __future__ import annotations

import pytest

from whence.attributions.hearsay import find_hearsay
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
    found = list(find_hearsay(text, [Span(0, len(text))], []))

    assert [piece.words(text) for each in found for piece in each.content] == content
    assert all(each.source == () for each in found)


def test_an_adverb_that_is_a_cue_already_is_left() -> None:
    """What the network found is not found again."""
    text = "The dam allegedly leaks at night."
    known = Nested(Linked((), (Span(8, 17),), (Span(0, 7), Span(18, 32)), 1.0), None)

    assert list(find_hearsay(text, [Span(0, len(text))], [known])) == []


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "There are growing fears that the dam could break, with the town below it.",
            "fears",
            "the dam could break, with the town below it",
        ),
        ("There are fears.", None, None),
    ],
    ids=["fears", "nothing-feared"],
)
def test_what_is_feared_is_nobodys(text: str, cue: str | None, content: str | None) -> None:
    """The noun is the cue, all that follows the content, and there is no source."""
    found = list(find_hearsay(text, [Span(0, len(text))], []))

    assert [each.cue[0].words(text) for each in found] == ([cue] if cue else [])
    if content:
        assert found[0].content[0].words(text) == content
    assert all(each.source == () for each in found)


def test_what_is_held_already_is_left() -> None:
    """A fear that is somebody's is not nobody's too."""
    text = "Ito said there are fears that the dam could break."
    held = Nested(Linked((Span(0, 3),), (Span(4, 8),), (Span(9, 49),), 1.0), None)

    assert list(find_hearsay(text, [Span(0, len(text))], [held])) == []
