"""Land, lakes and borders as data of a drawing."""

from __future__ import annotations

from whence.render.pictures.ground import Row, ground_rows
from whence.render.pictures.window import Window

ALPS = Window(5.0, 43.0, 17.0, 49.0)
WIDTH = 780


def degrees(row: Row, name: str) -> list[float]:
    """The longitudes or latitudes of all corners of a level."""
    values = row[name]
    assert isinstance(values, list)
    return [each for each in values if each is not None]


def test_there_is_a_row_for_each_level() -> None:
    """Its two lists run side by side, with a gap after each shape."""
    rows = ground_rows(ALPS, WIDTH)

    assert [each["level"] for each in rows] == ["land", "lake", "isle", "border"]
    for each in rows:
        assert len(each["lon"]) == len(each["lat"])
        assert each["lon"][-1:] in ([None], [])
    assert degrees(rows[1], "lon")  # the lakes of Geneva, Constance and Garda


def test_who_moves_the_map_finds_land_beside_it() -> None:
    """A quarter of the window on each side, and no more."""
    land = ground_rows(ALPS, WIDTH)[0]

    assert (min(degrees(land, "lon")), max(degrees(land, "lon"))) == (2.0, 20.0)
    assert (min(degrees(land, "lat")), max(degrees(land, "lat"))) == (41.5, 50.5)


def test_the_whole_earth_is_there_once() -> None:
    """A window of a full turn has nothing beside it."""
    land = ground_rows(Window(-180.0, -84.0, 180.0, 84.0), WIDTH)[0]

    assert (min(degrees(land, "lon")), max(degrees(land, "lon"))) == (-180.0, 180.0)
    assert len(degrees(land, "lon")) < 6_000
