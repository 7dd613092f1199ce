"""Numbers as printed -> their value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.values.numerals import read_number

NUMBERS = [
    ("12", 12, False),
    ("10,000", 10000, False),
    ("10 000", 10000, False),
    ("1.5 million", 1500000, False),
    ("2.3bn", 2300000000, False),
    ("10k", 10000, False),
    ("0.7", 0.7, False),
    ("seven", 7, False),
    ("twenty-one", 21, False),
    ("a hundred", 100, False),
    ("two hundred and six", 206, False),
    ("one hundred twenty-five thousand", 125000, False),
    ("two million three hundred thousand", 2300000, False),
    ("one and a half million", 1500000, False),
    ("half a dozen", 6, False),
    ("tens of thousands", 10000, True),
    ("hundreds of millions", 100000000, True),
    ("hundreds, if not thousands", 100, True),
    ("a couple of hundred", 200, True),
]


@pytest.mark.parametrize(("words", "number", "is_least"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_the_value_of_a_number(words: str, number: float, *, is_least: bool) -> None:
    """Figures and words have their value; collectives the least that they can be."""
    value = read_number(words)

    assert value is not None
    assert (value.number, value.is_least) == (number, is_least)


@pytest.mark.parametrize("words", ["", "and", "soldiers", "12a"])
def test_what_is_no_number(words: str) -> None:
    """Other words have no value."""
    assert read_number(words) is None


@given(st.integers(0, 10**15))
def test_grouped_figures_come_back(number: int) -> None:
    """A whole number printed with commas is itself."""
    value = read_number(f"{number:,}")
    assert value is not None
    assert value.number == number
