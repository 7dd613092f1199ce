"""Marks that nest, touch or cross come out as brackets that match."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.readings import article_texts, articles, spans
from whence.ledger.article import Article
from whence.ledger.span import Span
from whence.render.marks import Mark, Turn, marks_by_part, parts_of, steps

TEXT = "abcdefgh"


def bracketed(text: str, *marks: tuple[int, int]) -> str:
    """The text with `1[` and `]` for the first mark, and so on; `+[` where one goes on."""
    found = [Mark(Span(*place), number, "cue") for number, place in enumerate(marks, start=1)]
    printed = ""
    for step in steps(text, 0, len(text), found):
        if step.mark is None:
            printed += step.words
        elif step.turn is Turn.OPEN:
            printed += f"{step.mark.number if step.at_edge else '+'}["
        else:
            printed += "]" if step.at_edge else "]-"
    return printed


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param([(2, 4)], "ab1[cd]efgh", id="one"),
        pytest.param([(0, 8)], "1[abcdefgh]", id="the whole"),
        pytest.param([(1, 7), (2, 4)], "a1[b2[cd]efg]h", id="nested"),
        pytest.param([(2, 4), (1, 7)], "a2[b1[cd]efg]h", id="nested, inner first"),
        pytest.param([(1, 3), (3, 5)], "a1[bc]2[de]fgh", id="touching"),
        pytest.param([(1, 4), (2, 6)], "a1[b2[cd]-]+[ef]gh", id="crossing"),
        pytest.param([(2, 4), (2, 4)], "ab1[2[cd]]efgh", id="the same twice"),
    ],
)
def test_marks_become_brackets(marks: list[tuple[int, int]], expected: str) -> None:
    """Brackets stand where the marks begin and end, and close in order."""
    assert bracketed(TEXT, *marks) == expected


@given(st.data(), article_texts())
def test_every_character_is_walked_once_with_the_marks_that_hold_it(
    data: st.DataObject, text: str
) -> None:
    """The words of the steps are the text, and each is inside just the marks that cover it."""
    marks = [Mark(span, at, "cue") for at, span in enumerate(data.draw(st.lists(spans(text))))]
    opened: list[Mark] = []
    place = 0
    for step in steps(text, 0, len(text), marks):
        if step.mark is None:
            words = range(place, place + len(step.words))
            assert text[place : words.stop] == step.words
            held = [mark for mark in marks if mark.span.words(text).strip()]
            for at in words:
                covering = {mark.number for mark in held if mark.span.start <= at < mark.span.end}
                assert {mark.number for mark in opened} == covering
            place = words.stop
        elif step.turn is Turn.OPEN:
            opened.append(step.mark)
        else:
            assert opened.pop() == step.mark

    assert place == len(text)
    assert not opened


@given(articles(), st.data())
def test_parts_cover_the_text_and_find_their_marks(article: Article, data: st.DataObject) -> None:
    """Parts follow each other without a gap; each holds just the marks that overlap it."""
    parts = [span for span, _ in parts_of(article)]
    marks = [
        Mark(span, at, "cue") for at, span in enumerate(data.draw(st.lists(spans(article.text))))
    ]

    assert "".join(part.words(article.text) for part in parts) == article.text
    for part, held in zip(parts, marks_by_part(parts, marks), strict=True):
        assert set(held) == {mark for mark in marks if mark.span.overlaps(part)}
