"""Two texts -> how they stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.reader.comparer import Comparer
from whence.reader.words import Words

LEAK = "the dam above Lakeside is leaking"


@pytest.fixture(scope="module")
def comparer() -> Comparer:
    """The one that is shipped."""
    return Comparer(words=Words())


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_have_shares(comparer: Comparer, one: str, other: str) -> None:
    """They come to 1, and the order of the two, or of pairs, does not count."""
    both = comparer.compare([(one, other), (other, one)])

    assert both[0] == both[1]
    assert sum(both[0]) == pytest.approx(1, abs=0.001)
    assert comparer.compare([(other, one)]) == both[1:]


def test_what_says_the_same_is_told_from_what_does_not(comparer: Comparer) -> None:
    """A paraphrase is more probably the same than another matter is."""
    same, other = comparer.compare(
        [(LEAK, "water leaks from the dam over Lakeside"), (LEAK, "bakers closed for the feast")]
    )

    assert same[0] > 0.5 > other[0]
    assert other[3] > 0.5


def test_a_long_text_is_cut(comparer: Comparer) -> None:
    """What stands beyond the pieces looked at changes nothing."""
    long = "the dam leaks " * 40
    assert comparer.compare([(long, LEAK)]) == comparer.compare([(long + "and bread rose", LEAK)])


def test_nothing_asked_nothing_told(comparer: Comparer) -> None:
    """No pair, no answer."""
    assert comparer.compare([]) == []
