"""Sentences -> which numbers are of all that there are."""

from __future__ import annotations

import pytest

from tests.values.reading import quantities_in

TOTALS = {
    "toll": ("The death toll rose to 41.", [(41, True)]),
    "toll with a bound": ("The death toll from the flood stands at at least 41.", [(41, True)]),
    "step and toll": ("The toll rose by 12 to 41.", [(12, False), (41, True)]),
    "bringing": ("A further 300 fled, bringing the total to 1,200.", [(300, False), (1200, True)]),
    "bringing the number": (
        "Another 300 fled, taking the number of homeless to 1,200.",
        [(300, False), (1200, True)],
    ),
    "a total of": ("A total of 300 houses burnt.", [(300, True)]),
    "in all": ("The flood took 300 houses in all.", [(300, True)]),
    "altogether": ("It took 300 houses altogether.", [(300, True)]),
    "none": ("The flood took 300 houses.", [(300, False)]),
    "another clause": ("The total is not known and 300 houses burnt.", [(300, False)]),
}


@pytest.mark.parametrize(("text", "expected"), TOTALS.values(), ids=TOTALS.keys())
def test_totals(text: str, expected: list[tuple[int, bool]]) -> None:
    """A toll, a total and "in all" say how many there are; they are no change."""
    found = quantities_in(text)

    assert [(each.low, each.is_total) for each in found] == expected
    assert all(each.change is None for each in found if each.is_total)
