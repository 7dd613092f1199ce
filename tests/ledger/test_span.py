"""Half-open ranges of characters."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.errors import SpanError, WhenceError
from whence.ledger.span import Span, hull, words_of

TEXT = "The 🌊 lake\n rose  again."
"""The wave is one character; the words after it count from there."""


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Any span of the first thousand characters."""
    start = draw(st.integers(0, 999))
    return Span(start, draw(st.integers(start + 1, 1000)))


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 0), (5, 5), (6, 5), (-1, 4), (-3, -1)],
    ids=["empty-at-start", "empty", "reversed", "before-the-text", "all-before"],
)
def test_a_span_that_cannot_be_is_refused(start: int, end: int) -> None:
    """An empty, reversed or negative range is a SpanError that names it, and a ValueError."""
    with pytest.raises(SpanError, match=rf"\[{start}, {end}\)") as caught:
        Span(start, end)

    assert isinstance(caught.value, WhenceError)
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "covers"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 9), Span(2, 4), True, True),
        (Span(0, 9), Span(0, 9), True, True),
        (Span(2, 4), Span(0, 9), True, False),
        (Span(0, 2), Span(7, 9), False, False),
    ],
    ids=["touching", "crossing", "inside", "equal", "outside", "apart"],
)
def test_overlap_and_cover(one: Span, other: Span, *, overlaps: bool, covers: bool) -> None:
    """Touching spans share nothing; a span covers itself."""
    assert one.overlaps(other) is overlaps
    assert one.covers(other) is covers


@given(spans(), spans())
def test_overlap_is_a_shared_character(one: Span, other: Span) -> None:
    """Two spans overlap where their sets of characters meet, whichever is asked."""
    shared = set(range(*one)) & set(range(*other))

    assert one.overlaps(other) is bool(shared) is other.overlaps(one)
    assert one.covers(other) is (shared == set(range(*other)))


@given(st.lists(spans(), min_size=1, max_size=6))
def test_hull_holds_all_and_no_more(pieces: list[Span]) -> None:
    """The hull begins and ends where the outermost pieces do, in any order."""
    whole = hull(pieces)

    assert all(whole.covers(piece) for piece in pieces)
    assert whole.start in {piece.start for piece in pieces}
    assert whole.end in {piece.end for piece in pieces}
    assert hull(reversed(pieces)) == whole


@given(spans())
def test_a_span_is_a_pair_in_json(span: Span) -> None:
    """A span is printed as [start, end], as the contract wants it."""
    assert msgspec.json.decode(msgspec.json.encode(span)) == [span.start, span.end]


def test_words_count_code_points() -> None:
    """An emoji is one character, so what follows it is found where it stands."""
    assert Span(6, 10).words(TEXT) == "lake"


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ((), ""),
        ((Span(6, 10),), "lake"),
        ((Span(0, 10), Span(12, 16)), "The 🌊 lake … rose"),
        ((Span(6, 23),), "lake rose again"),
    ],
    ids=["nothing", "one", "two", "line-end-and-blanks"],
)
def test_words_of_pieces(pieces: tuple[Span, ...], expected: str) -> None:
    """Pieces are joined by an ellipsis, and white space of any kind is one blank."""
    assert words_of(pieces, TEXT) == expected
