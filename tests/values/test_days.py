"""Values of times -> the days that they cover; words -> one absolute day."""

from __future__ import annotations

import pytest

from whence.values.days import days_of
from whence.values.times import read_date

COVERED = [
    ("2024-06", "2024-06-01", "2024-07-01"),
    ("2024-12", "2024-12-01", "2025-01-01"),
    ("2024-W43", "2024-10-21", "2024-10-28"),
    ("2024-W42-WE", "2024-10-19", "2024-10-21"),
    ("2024-10-21", "2024-10-21", "2024-10-22"),
    ("2024-10-21TMO", "2024-10-21", "2024-10-22"),
    ("2024-10-21T10:42Z", "2024-10-21", "2024-10-22"),
    ("2024", "2024-01-01", "2025-01-01"),
    ("2024-Q4", "2024-10-01", "2025-01-01"),
    ("2024-H2", "2024-07-01", "2025-01-01"),
    ("2023-WI", "2023-12-01", "2024-03-01"),
    ("199", "1990-01-01", "2000-01-01"),
    ("18", "1800-01-01", "1900-01-01"),
    ("2014/2016", "2014-01-01", "2017-01-01"),
    ("2024-10-03/2024-10-05", "2024-10-03", "2024-10-06"),
]


@pytest.mark.parametrize(("value", "start", "end"), COVERED, ids=[row[0] for row in COVERED])
def test_the_days_of_a_value(value: str, start: str, end: str) -> None:
    """A value covers its first day and the days up to, not with, the end."""
    assert days_of(value) == (start, end)


@pytest.mark.parametrize("value", ["P3Y", "T05:30", "PAST_REF", "XXXX-WXX-1", "2024-13", None, "0"])
def test_values_without_days(value: str | None) -> None:
    """What is no date covers no days."""
    assert days_of(value) == (None, None)


DATES = [
    ("October 21, 2024", "2024-10-21"),
    ("Published: 21st Oct 2024 10:30", "2024-10-21"),
    ("— A Name (@a_name2016) October 21, 2024", "2024-10-21"),
    ("2024-10-21T09:30:00Z", "2024-10-21"),
    ("Updated 3:15 PM EDT, Mon October 21, 2024", "2024-10-21"),
    ("October 21", None),
    ("October 2024", None),
    ("1 May 2020 or 2 May 2020", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "day"), DATES, ids=[row[0] or "nothing" for row in DATES])
def test_one_absolute_date(words: str, day: str | None) -> None:
    """One absolute day is read; none or several give None."""
    assert read_date(words) == day
