"""Outer attributions that the network gave too little."""

from __future__ import annotations

from whence.attributions.link import Linked
from whence.attributions.outer import widen_to_inner, wrap_trailing
from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span


def mark(text: str, role: Role, words: str) -> Marking:
    """The first place of some words, with a role."""
    at = text.index(words)
    return Marking(role, Span(at, at + len(words)), is_more=False, score=0.9)


def test_according_to_at_the_end_holds_the_sentence() -> None:
    """Images show, an analyst says: the analyst is outside."""
    text = "Images show a crack, according to Moss."
    parts = [
        mark(text, Role.SOURCE, "Images"),
        mark(text, Role.CUE, "show"),
        mark(text, Role.CONTENT, "a crack"),
        mark(text, Role.CUE, "according to"),
        mark(text, Role.SOURCE, "Moss"),
    ]
    inner = Linked((parts[0].span,), (parts[1].span,), (parts[2].span,), 0.9)
    (found,) = wrap_trailing(text, parts, [inner], [Span(0, len(text))])

    assert [span.words(text) for span in (*found.source, *found.cue, *found.content)] == [
        "Moss",
        "according to",
        "Images show a crack",
    ]


def test_a_speaker_between_cue_and_content_goes_into_the_content() -> None:
    """Moss told them that the survey shows a crack: the survey speaks inside."""
    text = "Moss told them that the survey shows that the dam leaks."
    parts = [
        mark(text, Role.SOURCE, "Moss"),
        mark(text, Role.CUE, "told"),
        mark(text, Role.SOURCE, "the survey"),
        mark(text, Role.CUE, "shows"),
        mark(text, Role.CONTENT, "that the dam leaks"),
    ]
    outer = Linked((parts[0].span,), (parts[1].span,), (parts[4].span,), 0.9)
    (found,) = widen_to_inner(text, parts, [outer])

    assert found.content[0].words(text) == "the survey shows that the dam leaks"
