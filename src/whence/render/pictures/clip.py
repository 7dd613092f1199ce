"""Lines and rings of degrees -> what of them lies in a window, without points that nobody sees."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.render.pictures.window import Window

Corner = tuple[float, float]
"""Degrees east and north."""

FEWEST = 4  # points of a ring, the last of which is the first again


def clipped_ring(ring: Sequence[Corner], window: Window) -> list[Corner]:
    """A closed ring cut at the four sides of a window; empty where nothing of it is left.

    Source:
        Sutherland and Hodgman (1974), one side after the other, doi:10.1145/360767.360802.
    """
    left = list(ring)
    for axis, bound, sign in (
        (0, window.west, 1),
        (0, window.east, -1),
        (1, window.south, 1),
        (1, window.north, -1),
    ):
        left = _cut(left, axis, bound, sign)
    return left if len(left) >= FEWEST else []


def _cut(ring: list[Corner], axis: int, bound: float, sign: int) -> list[Corner]:
    """What of a ring lies on one side of a meridian (axis 0) or a parallel (axis 1)."""
    found: list[Corner] = []
    for before, here in itertools.pairwise(ring):
        was_in = (before[axis] - bound) * sign >= 0
        is_in = (here[axis] - bound) * sign >= 0
        if was_in:
            found.append(before)
        if was_in is not is_in:
            found.append(_crossing(before, here, axis, bound))
    return [*found, found[0]] if found else []


def _crossing(one: Corner, other: Corner, axis: int, bound: float) -> Corner:
    share = (bound - one[axis]) / (other[axis] - one[axis])
    along = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (bound, along) if axis == 0 else (along, bound)


def clipped_line(line: Sequence[Corner], window: Window) -> list[list[Corner]]:
    """The runs of a line's points that lie in a window, each with the point before and after."""
    inside = [
        window.west <= lon <= window.east and window.south <= lat <= window.north
        for lon, lat in line
    ]
    kept: list[list[Corner]] = [[]]
    for at, corner in enumerate(line):
        if any(inside[max(at - 1, 0) : at + 2]):
            kept[-1].append(corner)
        elif kept[-1]:
            kept.append([])
    return [run for run in kept if len(run) > 1]


def thinned(line: Sequence[Corner], grain: float) -> list[Corner]:
    """A line without the points that are less than a grain from the one before; ends stay.

    Args:
        line: At least one point.
        grain: Degrees.
    """
    lon, lat = line[0]
    found = [line[0]]
    for east, north in line[1:-1]:
        if abs(east - lon) >= grain or abs(north - lat) >= grain:
            lon, lat = east, north
            found.append((lon, lat))
    return [*found, *line[1:][-1:]]
