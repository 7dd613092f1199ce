"""A refusal to comment is about what its sentence asks."""

from __future__ import annotations

import pytest

from whence.attributions.link import Linked
from whence.attributions.silence import answer_questions
from whence.ledger.span import Span, words_of

TEXT = "Pressed on whether he knew, Ito declined to comment. Asked why, Roy laughed at length."


def at(words: str) -> tuple[Span, ...]:
    """The span of some words."""
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


ASKED = Linked((), at("Pressed on"), at("whether he knew"), 0.9)
REFUSED = Linked(at("Ito"), at("declined"), at("to comment"), 0.9)
SENTENCES = [Span(0, 52), Span(53, len(TEXT))]


def test_question_and_refusal_are_one() -> None:
    """The refusal's cue takes its verb in, and its content is the question."""
    (found,) = answer_questions(TEXT, [ASKED, REFUSED], SENTENCES)

    assert words_of(found.source, TEXT) == "Ito"
    assert words_of(found.cue, TEXT) == "declined to comment"
    assert words_of(found.content, TEXT) == "whether he knew"


@pytest.mark.parametrize(
    "linked",
    [
        pytest.param([REFUSED], id="no-question"),
        pytest.param([ASKED, Linked(at("Roy"), at("laughed"), at("at length"), 0.9)], id="answer"),
        pytest.param(
            [Linked(at("Ito"), at("Pressed on"), at("whether he knew"), 0.9), REFUSED],
            id="somebody-asks",
        ),
    ],
)
def test_all_else_is_left(linked: list[Linked]) -> None:
    """Without a bare refusal or a question to nobody nothing changes."""
    assert answer_questions(TEXT, linked, SENTENCES) == linked
