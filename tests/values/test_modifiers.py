"""Times -> the part or the bound that their words tell."""

from __future__ import annotations

import pytest

from tests.values.reading import times_in

PARTS = [
    ("It burst in early June.", "START"),
    ("It burst at the start of the year.", "START"),
    ("It burst in mid-2023.", "MID"),
    ("It burst in the late 1990s.", "END"),
    ("It opens by the end of next month.", "END"),
    ("It opens by year-end.", "END"),
    ("It burst in June.", None),
    ("It lasted more than two weeks.", "MORE_THAN"),
    ("It lasted less than two weeks.", "LESS_THAN"),
    ("It lasted at least two weeks.", "EQUAL_OR_MORE"),
    ("It will end within 48 hours.", "EQUAL_OR_LESS"),
    ("It lasted up to two weeks.", "EQUAL_OR_LESS"),
    ("It lasted nearly two weeks.", "APPROX"),
    ("It lasted two weeks.", None),
    ("It leaked over the past two weeks.", None),
    ("It lasted for more than a year and over 2023.", "MORE_THAN"),
]


@pytest.mark.parametrize(("text", "modifier"), PARTS, ids=[row[0] for row in PARTS])
def test_parts_and_bounds(text: str, modifier: str | None) -> None:
    """ "Early" and "late" tell a part of a time, "more than" and "nearly" a bound of a length."""
    assert times_in(text)[0].modifier == modifier
