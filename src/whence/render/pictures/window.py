"""Places on the globe -> the window of degrees through which they are shown."""

from __future__ import annotations

from enum import StrEnum
from math import cos, hypot, radians
from typing import TYPE_CHECKING, NamedTuple

from whence.ledger.entity import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

AROUND = 0.16  # of the window, on each side of the outermost places
SMALLEST = 3.0  # degrees that a window is high at least
TURN, HALF = 360.0, 180.0
POLE = 84.0  # degrees north or south that a window reaches at most
FLATTEST = 0.25  # of a degree east, as broad as one north, in the far north
BULK = 0.8  # of the weight, that a window around the bulk holds
FEWEST = 3  # places that a window around the bulk holds
CORNER = 0.08  # of a window, that nothing beyond its edges is shown in
NEARBY = 40.0  # degrees that a window is broad at most, without anything in it being far away
GROWN = 2.0  # times the breadth of that window, that one with its neighbours has at most
FAR = 0.5  # of the breadth of the window around all, that one around the bulk has at most


class Window(NamedTuple):
    """Degrees that are shown; `east` may be more than 180, beyond the line of date."""

    west: float
    south: float
    east: float
    north: float


class Edge(StrEnum):
    """A side of a window."""

    WEST = "west"
    SOUTH = "south"
    EAST = "east"
    NORTH = "north"


class Seen(NamedTuple):
    """Where in a window a point is shown.

    Attributes:
        lon: At or east of the window's west.
        lat: Degrees north.
        beyond: The edge that it lies beyond and is shown at; None where it lies in the window.
    """

    lon: float
    lat: float
    beyond: Edge | None


def east_of(lon: float, west: float) -> float:
    """The same meridian, at most a turn east of another."""
    return west + (lon - west) % TURN


def seen_in(window: Window, point: Point) -> Seen:
    """Where a point is shown: in its place, or at the nearest edge, away from the corners."""
    middle, lat = (window.west + window.east) / 2, point.lat
    lon = east_of(point.lon, middle - HALF)
    if window.west <= lon <= window.east and window.south <= lat <= window.north:
        return Seen(lon, lat, None)
    room = CORNER * (window.north - window.south)
    up = min(max(lat, window.south + room), window.north - room)
    if lon < window.west:
        return Seen(window.west, up, Edge.WEST)
    if lon > window.east:
        return Seen(window.east, up, Edge.EAST)
    room = CORNER * (window.east - window.west)
    at = min(max(lon, window.west + room), window.east - room)
    if lat < window.south:
        return Seen(at, window.south, Edge.SOUTH)
    return Seen(at, window.north, Edge.NORTH)


def window_of(points: Sequence[Point], ratio: float) -> Window:
    """The smallest window around some points (at least one), with room at its sides.

    The points are in its middle, its degrees in proportion there; it begins between 180 degrees
    west and 180 east.

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
    high = min(high, 2 * POLE)
    broad_shown = min(max(high * ratio / share, broad * room), TURN)
    start = east_of(west + broad / 2 - broad_shown / 2, -HALF)
    low = min(max(middle - high / 2, -POLE), POLE - high)
    return Window(start, low, start + broad_shown, low + high)


def window_of_bulk(points: Sequence[Point], weights: Sequence[float], ratio: float) -> Window:
    """The window around all, or around most of the weight where a few lie far away.

    Args:
        points: Of places, at least one.
        weights: Of each, more than 0.
        ratio: The picture's width, of its height.
    """
    window = window_of(points, ratio)
    if _breadth(window) <= NEARBY:
        return window
    bulks = (_around(at, points, weights) for at in range(len(points)))
    near = [(window_of(bulk, ratio), bulk) for bulk in bulks if len(bulk) >= FEWEST]
    tight, bulk = min(near, key=lambda each: _breadth(each[0]), default=(window, []))
    found = _with_neighbours(tight, bulk, points, ratio)
    return found if _breadth(found) <= FAR * _breadth(window) else window


def _with_neighbours(
    tight: Window, bulk: list[Point], points: Sequence[Point], ratio: float
) -> Window:
    """A window that holds the nearest of the other points too, where it need not grow much."""
    middle = Point((tight.south + tight.north) / 2, _west_or_east(tight))
    others = sorted({*points} - {*bulk}, key=lambda each: (_apart(middle, each), each.lon))
    held, window, most = list(bulk), tight, max(GROWN * _breadth(tight), NEARBY)
    for each in others:
        wider = window_of([*held, each], ratio)
        if _breadth(wider) <= most:
            held.append(each)
            window = wider
    return window


def _west_or_east(window: Window) -> float:
    """Its middle meridian, from 180 degrees west to 180 east."""
    return east_of((window.west + window.east) / 2, -HALF)


def _breadth(window: Window) -> float:
    return window.east - window.west


def _around(at: int, points: Sequence[Point], weights: Sequence[float]) -> list[Point]:
    """The points nearest to one of them, until they have most of the weight."""
    enough, found = BULK * sum(weights), []
    order = sorted(range(len(points)), key=lambda other: (_apart(points[at], points[other]), other))
    for other in order:
        found.append(points[other])
        enough -= weights[other]
        if enough <= 0:
            break
    return found


def _apart(one: Point, other: Point) -> float:
    """Degrees between two points, roughly."""
    east = abs(one.lon - other.lon) % TURN
    share = cos(radians((one.lat + other.lat) / 2))
    return hypot(one.lat - other.lat, min(east, TURN - east) * share)
