"""Scores, bins and the table that makes them probabilities."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gates.calibration import (
    Step,
    bins_of,
    calibrated,
    calibration_error,
    fit,
    square_error,
)
from gates.reliability import Judged, Roles, agree, pair, split
from gates.reliability_picture import draw

JUDGED = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=80)


def roles(source: str, content: str) -> Roles:
    """Characters by letters, each its own place."""
    return Roles(frozenset(map(ord, source)), frozenset(map(ord, content)))


def test_each_annotated_attribution_answers_one() -> None:
    """Of two that fit one annotated attribution the more alike is right."""
    wanted = [roles("s", "abcd")]
    assert pair(wanted, [roles("s", "abc"), roles("s", "abcd")]) == {1}


def test_another_source_is_wrong() -> None:
    """The right content from another source, or from nobody, is not right."""
    wanted = [roles("s", "abcd")]
    assert pair(wanted, [roles("t", "abcd"), roles("", "abcd")]) == set()
    assert agree(frozenset(), frozenset())


def test_half_of_the_content_is_enough() -> None:
    """Half of the characters of both is right, less is not."""
    assert pair([roles("", "abcd")], [roles("", "ab")]) == {0}
    assert pair([roles("", "abcd")], [roles("", "a")]) == set()


def test_bins_hold_their_scores_and_the_last_holds_one() -> None:
    """A bin has the mean of its scores and the share of right ones."""
    bins = bins_of([0.1, 0.3, 1.0], [True, False, True], count=2)
    assert [each.size for each in bins] == [2, 1]
    assert bins[0].score == pytest.approx(0.2)
    assert bins[0].share == 0.5


def test_calibration_error_weighs_bins_by_size() -> None:
    """Three at 0.2 of which none is right, and one at 1.0 that is: three quarters of 0.2."""
    bins = bins_of([0.2, 0.2, 0.2, 1.0], [False, False, False, True])
    assert calibration_error(bins) == pytest.approx(0.15)


def test_square_error_of_a_coin() -> None:
    """Half sure of everything costs a quarter."""
    assert square_error([0.5, 0.5], [True, False]) == 0.25


def test_violators_are_pooled() -> None:
    """A step that is less often right than the one before joins it."""
    found = fit([0.1, 0.2, 0.3, 0.4], [False, True, False, True], most=4)
    assert [each.probability for each in found] == [0.0, 0.5, 1.0]
    assert found[1].score == pytest.approx(0.25)


def test_between_steps_is_a_line_and_beyond_them_is_flat() -> None:
    """A score between two steps has a probability between theirs."""
    steps = [Step(0.2, 0.4), Step(0.6, 0.8)]
    assert calibrated(steps, 0.4) == pytest.approx(0.6)
    assert (calibrated(steps, 0.0), calibrated(steps, 1.0)) == (0.4, 0.8)


@given(JUDGED)
def test_a_table_ascends(judged: list[tuple[float, bool]]) -> None:
    """Whatever is fitted ascends strictly in score and probability, in ten steps at most."""
    scores, is_right = [each for each, _ in judged], [each for _, each in judged]
    steps = fit(scores, is_right)
    assert 1 <= len(steps) <= 10
    for one, other in pairwise(steps):
        assert one.score < other.score
        assert one.probability < other.probability


def test_articles_are_split_whole() -> None:
    """No article stands in both halves, and the same seed chooses the same articles."""
    judged = [Judged(f"{number % 4}.txt", 0.5, is_right=True) for number in range(12)]
    one, other = split(judged, 1)
    names = {each.article for each in one}
    assert len(names) == 2
    assert names.isdisjoint(each.article for each in other)
    assert split(judged[::-1], 1)[0][0].article in names


def test_the_picture_has_a_bar_and_a_count_for_each_bin() -> None:
    """The picture is well-formed, with bars where there is something to show."""
    picture = draw(bins_of([0.95, 0.94, 0.2], [True, False, True]), "by hand")
    root = ET.fromstring(picture)  # noqa: S314 - our own
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    bars = [each for each in root.iter("{http://www.w3.org/2000/svg}rect") if each.get("x")]
    assert len(bars) == 2
    assert texts.count("0") == 8
