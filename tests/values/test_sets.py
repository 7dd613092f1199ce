"""Sentences -> their repeated times, with how often."""

from __future__ import annotations

import pytest

from tests.values.reading import times_in

SETS = [
    ("The council meets every Friday.", "every Friday", "XXXX-WXX-5", "EVERY", None),
    ("The gauge is read every day.", "every day", "XXXX-XX-XX", "EVERY", None),
    ("The gauge is read each morning.", "each morning", "XXXX-XX-XXTMO", "EVERY", None),
    ("The gauge is read every two weeks.", "every two weeks", "P2W", "EVERY", None),
    ("The gauge is read every few days.", "every few days", "PXD", "EVERY", None),
    ("The gauge is read every hour.", "every hour", "PT1H", "EVERY", None),
    ("The gauge is read every other day.", "every other day", "P2D", "EVERY", None),
    ("The gauge is read every third day.", "every third day", "P3D", "EVERY", None),
    ("They meet every second Tuesday.", "every second Tuesday", "XXXX-WXX-2", "EVERY", "1X2W"),
    ("The lake rises every June.", "every June", "XXXX-06", "EVERY", None),
    ("The lake rises each spring.", "each spring", "XXXX-SP", "EVERY", None),
    ("The gauge is read twice a week.", "twice a week", "P1W", None, "2X"),
    ("The gauge is read once a month.", "once a month", "P1M", None, "1X"),
    ("It is read three times per year.", "three times per year", "P1Y", None, "3X"),
    ("It is read several times a day.", "several times a day", "P1D", None, "XX"),
    ("The gauge is read daily.", "daily", "XXXX-XX-XX", "EVERY", None),
    ("The guards are paid monthly.", "monthly", "XXXX-XX", "EVERY", None),
    ("The gauge is read on Mondays.", "Mondays", "XXXX-WXX-1", None, None),
]


@pytest.mark.parametrize(
    ("text", "words", "value", "quantifier", "frequency"), SETS, ids=[row[1] for row in SETS]
)
def test_repeated_times(
    text: str, words: str, value: str, quantifier: str | None, frequency: str | None
) -> None:
    """What comes again has a value without a year, "every" as quantifier, "twice" as frequency."""
    (time,) = times_in(text)

    assert (time.span.words(text), time.value) == (words, value)
    assert (time.quantifier, time.frequency) == (quantifier, frequency)
    assert (time.start, time.end) == (None, None)


@pytest.mark.parametrize(
    "text", ["The Daily Heron wrote it.", "It costs $5 a day.", "It rose three times."]
)
def test_what_is_no_repeated_time(text: str) -> None:
    """Names, rates of money and bare counts are no repeated times."""
    assert times_in(text) == []
