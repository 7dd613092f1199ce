"""Sentences -> the feasts in them, as days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.values.reading import told
from whence.values.feasts import easter

FEASTS = [
    ("The dam burst at Christmas.", "Christmas", "2023-12-25"),
    ("The dam will open before Christmas.", "Christmas", "2024-12-25"),
    ("The dam burst last Christmas.", "last Christmas", "2023-12-25"),
    ("The dam opens next Easter.", "next Easter", "2025-04-20"),
    ("The dam burst on Good Friday 2023.", "Good Friday 2023", "2023-04-07"),
    ("It burst on New Year’s Eve.", "New Year’s Eve", "2023-12-31"),
    ("It has been guarded since 9/11.", "9/11", "2001-09-11"),
    ("It shut after the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
    ("It shut on Sept. 11.", "Sept. 11", "2024-09-11"),
]


@pytest.mark.parametrize(("text", "words", "value"), FEASTS, ids=[row[0] for row in FEASTS])
def test_feasts_are_days(text: str, words: str, value: str) -> None:
    """A feast is its day in the year that its words or the tense tell."""
    assert told(text) == [(words, value)]


@pytest.mark.parametrize("text", ["Anna Christmas left.", "They sold Christmas trees."])
def test_names_of_people_and_trees_are_no_feasts(text: str) -> None:
    """A surname or a thing named after a feast is no time."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "1961-04-02"), (2000, "2000-04-23"), (2024, "2024-03-31")]
)
def test_easter_of_some_years(year: int, day: str) -> None:
    """Easter falls where the almanacs have it."""
    assert easter(year) == date.fromisoformat(day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    """Easter is a Sunday from 22 March to 25 April."""
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)
