"""What two assertions have in common -> whether they say the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.making import ITO, LOPES, described, said_by
from whence.claims.compare import features, longest_run, words_of
from whence.claims.judge import Sameness, judge, model

WORDS = st.lists(
    st.sampled_from(["dam", "lake", "holds", "breaks", "friday", "troops", "night", "old"]),
    max_size=7,
)


@settings(max_examples=60)
@given(WORDS, WORDS, st.floats(-1, 1))
def test_the_order_of_two_does_not_count(one: list[str], other: list[str], likeness: float) -> None:
    """Both ways the figures are the same, and so is what the model says."""
    first, second = described([said_by(LOPES, " ".join(one)), said_by(ITO, " ".join(other), at=50)])
    ways = features(first, second, likeness), features(second, first, likeness)

    assert ways[0] == pytest.approx(ways[1])
    assert judge(first, second, likeness).same == pytest.approx(judge(second, first, likeness).same)


@settings(max_examples=60)
@given(WORDS, WORDS, st.floats(-1, 1))
def test_a_verdict_is_a_share_of_what_can_be(
    one: list[str], other: list[str], likeness: float
) -> None:
    """Both probabilities are from 0 to 1, and together at most 1."""
    first, second = described([said_by(LOPES, " ".join(one)), said_by(ITO, " ".join(other), at=50)])
    found = judge(first, second, likeness)

    assert 0 <= found.same <= 1
    assert 0 <= found.more_specific <= 1
    assert found.same + found.more_specific <= 1 + 1e-9


def test_the_same_words_are_the_same_and_others_are_not() -> None:
    """The model is sure of two extremes."""
    words = "the old dam above the valley will hold until friday"
    same = described([said_by(LOPES, words), said_by(ITO, words, at=50)])
    other = described([said_by(LOPES, words), said_by(ITO, "bread grew dear in town", at=50)])

    assert judge(same[0], same[1], 1.0).same > 0.9
    assert judge(other[0], other[1], 0.1).same < 0.05


def test_the_weights_are_of_the_figures() -> None:
    """Each class has a weight for each figure, and the figures are those that are taken."""
    known = model()
    first, second = described([said_by(LOPES, "dam"), said_by(ITO, "dam", at=9)])
    taken = set(features(first, second, 0.5))

    assert set(known.weights) == {kind.value for kind in Sameness}
    assert all(set(weights) == taken for weights in known.weights.values())
    assert set(known.mean) == set(known.scale) == taken


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 0),
        ("a b c", "a b c", 3),
        ("a b c", "c b a", 1),
        ("x a b c y", "z a b c", 3),
        ("a a a b", "a a b b", 3),
        ("a", "b", 0),
        ("No, the wall holds.", "He says the WALL holds well", 3),
    ],
)
def test_the_longest_run(one: str, other: str, expected: int) -> None:
    """The words in a row that two claims share, counted either way."""
    assert longest_run(words_of(one), words_of(other)) == expected
    assert longest_run(words_of(other), words_of(one)) == expected
