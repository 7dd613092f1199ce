"""Fields of records in words."""

from __future__ import annotations

import pytest

from whence.ledger.factuality import Perceived, Probability
from whence.ledger.quantity import Number
from whence.render.phrases import band_words, bounds_words, day_words


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2024-10-21", "21 October 2024"),
        ("2024-02-01T09:30:00Z", "1 February 2024"),
        ("2024-06", "June 2024"),
        ("2024-W42", "2024-W42"),
        ("2024-13-01", "2024-13-01"),
        (None, "undated"),
    ],
)
def test_days_are_written_out(moment: str | None, expected: str) -> None:
    """A day is day, month, year; what is no day is left as it is."""
    assert day_words(moment) == expected


@pytest.mark.parametrize(
    ("low", "high", "is_approximate", "expected"),
    [
        (1500, 1500, False, "1,500"),
        (None, 10000, False, "up to 10,000"),
        (3000, None, False, "at least 3,000"),
        (11000, 11000, True, "about 11,000"),
        (1500, 3000, False, "1,500–3,000"),
        (1000, None, True, "about at least 1,000"),
        (2.5, 2.5, False, "2.5"),
        (None, None, False, "a number left open"),
    ],
)
def test_bounds_are_words(
    low: Number | None,
    high: Number | None,
    is_approximate: bool,  # noqa: FBT001  # a column of the table
    expected: str,
) -> None:
    """Bounds read as the contract's table writes them."""
    assert bounds_words(low, high, is_approximate=is_approximate) == expected


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (Probability(0.8, 0.9, "PHIA", "highly likely"), "“highly likely” = 80–90 % (PHIA)"),
        (Probability(0.55, 0.75, None, "likely"), "“likely” = 55–75 %"),
        (Probability(None, None, None, "may well"), "“may well”"),
        (
            Probability(None, None, None, "likely", Perceived(0.67, 0.75, 0.8, 5146)),
            "“likely”; readers understand 67–80 %",
        ),
        (
            Probability(None, None, None, "about even", Perceived(0.5, 0.5, 0.5, 5131)),
            "“about even”; readers understand 50 %",
        ),
    ],
)
def test_bands_keep_their_words(probability: Probability, expected: str) -> None:
    """The words stand first; a band only where there is one."""
    assert band_words(probability) == expected
