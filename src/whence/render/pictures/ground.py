"""A window on the globe -> where people live in it: rows of short strokes, as in an engraving.

The strokes are the towns of at least 15,000 people of GeoNames, which the place names are
looked up in anyway; so the land that people live on can be recognised without a map's shapes.
"""

from __future__ import annotations

from itertools import groupby
from math import cos, floor, radians
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.towns import town_points

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whence.ledger.entity import Point

AROUND = 0.16  # of the window, on each side of the outermost places
SMALLEST = 3.0  # degrees that a window is high at least
TURN, HALF = 360.0, 180.0
POLE = 84.0  # degrees north or south that a window reaches at most
FLATTEST = 0.25  # of a degree east, as broad as one north, in the far north
STROKE = 0.72  # of a cell, that a single town covers


class Window(NamedTuple):
    """Degrees that are shown; `east` may be more than 180, beyond the line of date."""

    west: float
    south: float
    east: float
    north: float


class Stroke(NamedTuple):
    """A stroke from west to east."""

    west: float
    east: float
    lat: float


def east_of(lon: float, west: float) -> float:
    """The same meridian, at most a turn east of another."""
    return west + (lon - west) % TURN


def window_of(points: Sequence[Point], ratio: float) -> Window:
    """The smallest window around some points (at least one), with room at its sides.

    Its degrees are in proportion in its middle.

    Args:
        points: Of places.
        ratio: The picture's width, of its height.
    """
    lons = sorted({each.lon for each in points})
    gaps = [(lons[at] - lons[at - 1]) % TURN or TURN for at in range(len(lons))]
    west = lons[gaps.index(max(gaps))]
    broad = max(east_of(lon, west) for lon in lons) - west
    south, north = min(each.lat for each in points), max(each.lat for each in points)
    middle = (south + north) / 2
    share = max(cos(radians(middle)), FLATTEST)
    room = 1 + 2 * AROUND
    high = max((north - south) * room, broad * room * share / ratio, SMALLEST)
    broad_shown = min(high * ratio / share, TURN)
    start = west + broad / 2 - broad_shown / 2
    low, top = max(middle - high / 2, -POLE), min(middle + high / 2, POLE)
    return Window(start, low, start + broad_shown, top)


def strokes(window: Window, columns: int, rows: int) -> list[Stroke]:
    """The towns of a window, each in one of so many cells; neighbours of a row in one stroke."""
    wide = (window.east - window.west) / columns
    high = (window.north - window.south) / rows
    cells = {
        (
            floor((lat - window.south) / high),
            floor((east_of(lon, window.west) - window.west) / wide),
        )
        for lat, lon in town_points()
        if window.south <= lat < window.north and east_of(lon, window.west) < window.east
    }
    pad = (1 - STROKE) / 2 * wide
    return [
        Stroke(
            window.west + first * wide + pad,
            window.west + (last + 1) * wide - pad,
            window.south + (row + 0.5) * high,
        )
        for row, first, last in _runs(sorted(cells))
    ]


def _runs(cells: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Row, first and last column of cells that touch."""
    numbered = enumerate(cells)
    for _, group in groupby(numbered, key=lambda each: (each[1][0], each[1][1] - each[0])):
        run = [cell for _, cell in group]
        yield run[0][0], run[0][1], run[-1][1]
