"""Coasts and borders, as the installed package has them."""

from __future__ import annotations

import itertools

import pytest

from whence.render.pictures.shapes import Level, Outline, borders, coasts
from whence.render.pictures.window import Window

EUROPE = Window(-15.0, 33.0, 45.0, 72.0)
EARTH = Window(-180.0, -84.0, 180.0, 84.0)


def covers(outline: Outline, lon: float, lat: float) -> bool:
    """Whether a point lies within a ring: a ray to the east crosses it an odd number of times."""
    ring, is_in = outline.corners, False
    for (x, y), (to_x, to_y) in itertools.pairwise(ring):
        if (y > lat) is not (to_y > lat) and lon < x + (lat - y) / (to_y - y) * (to_x - x):
            is_in = not is_in
    return is_in


def seen_at(window: Window, grain: float, lon: float, lat: float) -> Level | None:
    """What is painted last at a point; None for the sea."""
    over = [each.level for each in coasts(window, grain) if covers(each, lon, lat)]
    return over[-1] if over else None


@pytest.mark.parametrize("grain", [0.01, 0.08, 0.5])
@pytest.mark.parametrize(
    ("lon", "lat", "level"),
    [
        pytest.param(2.0, 47.0, Level.LAND, id="France"),
        pytest.param(18.0, 40.0 - 5.5, None, id="the Ionian Sea"),
        pytest.param(-5.0, 45.0, None, id="the Bay of Biscay"),
        pytest.param(31.5, 60.9, Level.LAKE, id="Lake Ladoga"),
        pytest.param(-4.0, 57.0, Level.LAND, id="Scotland"),
    ],
)
def test_land_and_water_are_where_they_are(
    grain: float, lon: float, lat: float, level: Level | None
) -> None:
    """In every detail."""
    assert seen_at(EUROPE, grain, lon, lat) is level


def test_an_isle_in_a_lake_lies_on_the_lake() -> None:
    """Manitoulin, in Lake Huron."""
    assert seen_at(Window(-90.0, 40.0, -75.0, 50.0), 0.01, -82.2, 45.75) is Level.ISLE


@pytest.mark.parametrize("turn", [0.0, 360.0])
def test_land_goes_on_beyond_the_line_of_date(turn: float) -> None:
    """Alaska, Chukotka and Fiji lie in a window that begins in the east and ends in the west."""
    window = Window(160.0 - 360 + turn, -25.0, 215.0 - 360 + turn, 75.0)

    assert seen_at(window, 0.08, 207.0 - 360 + turn, 65.0) is Level.LAND
    assert seen_at(window, 0.08, 182.0 - 360 + turn, 67.5) is Level.LAND
    assert seen_at(window, 0.01, 178.0 - 360 + turn, -17.8) is Level.LAND
    assert seen_at(window, 0.08, 190.0 - 360 + turn, 30.0) is None


def test_nothing_lies_outside_the_window() -> None:
    """Coasts are cut at its sides; rings stay closed."""
    found = coasts(EUROPE, 0.08)

    assert len(found) > 50
    for each in found:
        assert each.corners[0] == each.corners[-1]
        assert all(-15 <= lon <= 45 and 33 <= lat <= 72 for lon, lat in each.corners)


def test_a_coarser_grain_has_fewer_points() -> None:
    """Those of the whole earth go into a drawing."""
    sizes = [sum(len(each.corners) for each in coasts(EARTH, grain)) for grain in (0.2, 0.46, 1.0)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[1] < 6_000


def test_borders_lie_between_states() -> None:
    """One runs along the Rhine near Basel, none near Paris, and none is there twice."""
    found = borders(EUROPE, 0.05)

    def is_near(lon: float, lat: float) -> bool:
        return any(abs(x - lon) < 0.3 and abs(y - lat) < 0.3 for b in found for x, y in b.corners)

    assert is_near(7.6, 47.9)
    assert not is_near(2.3, 48.9)
    assert len({each.corners for each in found}) == len(found)
    assert {each.level for each in found} == {Level.BORDER}


def test_an_empty_sea_has_no_shapes() -> None:
    """In the middle of the South Pacific there is nothing."""
    sea = Window(-130.0, -50.0, -120.0, -44.0)

    assert coasts(sea, 0.01) == []
    assert borders(sea, 0.01) == []
