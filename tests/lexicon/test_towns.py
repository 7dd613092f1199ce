"""The tables of towns, states and capitals."""

from __future__ import annotations

import subprocess
import sys

import pytest

from whence.lexicon.towns import points_of, towns_called


def test_towns_of_a_name_are_the_largest_first() -> None:
    """All of one name are found, with their regions."""
    found = towns_called("Springfield")

    assert len(found) > 5
    assert [each.population for each in found] == sorted(
        (each.population for each in found), reverse=True
    )
    assert {"Illinois", "Ohio"} <= {each.region for each in found}


@pytest.mark.parametrize(("one", "other"), [("Kiev", "Kyiv"), ("Odessa", "Odesa")])
def test_another_spelling_is_the_same_town(one: str, other: str) -> None:
    """Spellings of our own lists lead to the town that GeoNames spells otherwise."""
    assert towns_called(one)[0][1:] == towns_called(other)[0][1:]


@pytest.mark.parametrize("name", ["", "Nowhere-at-all", "Kurs", "\t"])
def test_what_is_no_name_has_no_towns(name: str) -> None:
    """Only whole names are found."""
    assert towns_called(name) == ()


@pytest.mark.parametrize("table", ["countries", "capitals"])
def test_points_are_on_earth(table: str) -> None:
    """Alpha-3 codes, and degrees within their bounds."""
    found = points_of(table)

    assert len(found) > 190
    assert all(len(code) == 3 and code.isupper() for code in found)
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in found.values())


def test_nothing_is_read_before_a_town_is_asked_for() -> None:
    """Importing the command line reads no table."""
    code = (
        "import whence.cli.app, whence.entities.find, whence.lexicon.towns as towns;"
        "print(towns._table.cache_info().currsize, towns.points_of.cache_info().currsize)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )

    assert result.stdout.split() == ["0", "0"]
