"""Lines and rings, cut at a window."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whence.render.pictures.clip import Corner, clipped_line, clipped_ring, thinned
from whence.render.pictures.window import Window

WINDOW = Window(0.0, 0.0, 10.0, 10.0)
corners = st.tuples(st.floats(-30, 30), st.floats(-30, 30))
SQUARE = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (-5.0, 15.0), (-5.0, 5.0)]


def area(ring: list[Corner]) -> float:
    """Of a closed ring, more than 0 where it runs against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def test_a_square_over_a_corner_keeps_the_part_inside() -> None:
    """Five by five are left of ten by ten, and the ring is closed."""
    ring = clipped_ring(SQUARE, WINDOW)

    assert area(ring) == 25.0
    assert ring[0] == ring[-1]


def test_a_ring_around_the_window_covers_all_of_it() -> None:
    """Although none of its points lies inside."""
    around = [(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0), (-20.0, -20.0)]

    assert area(clipped_ring(around, WINDOW)) == 100.0


def test_a_ring_beside_the_window_leaves_nothing() -> None:
    """Not even a line along its side."""
    assert clipped_ring([(lon + 40, lat) for lon, lat in SQUARE], WINDOW) == []


@given(st.lists(corners, min_size=3, max_size=12))
def test_nothing_of_a_ring_is_left_outside(some: list[Corner]) -> None:
    """Whatever its form."""
    for lon, lat in clipped_ring([*some, some[0]], WINDOW):
        assert -1e-6 <= lon <= 10 + 1e-6
        assert -1e-6 <= lat <= 10 + 1e-6


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    """Each with the point before it comes in and after it goes out, so that it reaches the side."""
    line = [(-9.0, 5.0), (-1.0, 5.0), (1.0, 5.0), (1.0, 12.0), (2.0, 15.0), (3.0, 12.0), (3.0, 9.0)]

    assert clipped_line(line, WINDOW) == [line[1:4], line[5:]]
    assert clipped_line(line[:2], WINDOW) == []


def test_points_closer_than_a_grain_are_left_out() -> None:
    """But for the ends."""
    line = [(0.0, 0.0), (0.1, 0.0), (0.6, 0.0), (0.7, 0.6), (0.8, 0.6)]

    assert thinned(line, 0.5) == [(0.0, 0.0), (0.6, 0.0), (0.7, 0.6), (0.8, 0.6)]
    assert thinned(line[:1], 0.5) == line[:1]
