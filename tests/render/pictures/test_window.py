"""The window through which places are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.ledger.entity import Point
from whence.render.pictures.window import Edge, Window, seen_in, window_of, window_of_bulk

RATIO = 1.6
points = st.builds(Point, lat=st.floats(-80, 80), lon=st.floats(-180, 180))
EUROPE = Window(-10.0, 36.0, 40.0, 66.0)


@given(st.lists(points, min_size=1, max_size=6))
def test_a_window_holds_all_its_points(some: list[Point]) -> None:
    """Across the line of date too, and never more than once round the earth."""
    window = window_of(some, RATIO)

    assert -180 <= window.west < 180
    assert 0 < window.east - window.west <= 360.0 + 1e-6
    assert -84 - 1e-6 <= window.south < window.north <= 84 + 1e-6
    for each in some:
        assert window.south <= each.lat <= window.north
        assert (each.lon - window.west) % 360 <= window.east - window.west + 1e-6


@given(st.floats(-60, 60), st.floats(-180, 180), st.floats(1, 175))
def test_places_are_in_the_middle_of_their_window(lat: float, west: float, broad: float) -> None:
    """As far from its west as from its east, however broad it is."""
    window = window_of([Point(lat, west), Point(-lat, (west + broad + 180) % 360 - 180)], RATIO)
    left = (west - window.west) % 360
    right = window.east - window.west - left - broad

    assert left == pytest.approx(right, abs=1e-6)


def test_a_window_goes_the_short_way_round() -> None:
    """From Tokyo to Anchorage it does not cross Europe."""
    window = window_of([Point(35.7, 139.7), Point(61.2, -149.9)], RATIO)

    assert window.east - window.west < 180
    assert window.west < 139.7
    assert window.east > 360 - 149.9


def test_places_of_one_meridian_are_no_gap() -> None:
    """Two on one, and another near them, are shown from near."""
    window = window_of([Point(44.0, 26.0), Point(50.0, 26.0), Point(48.0, 30.0)], RATIO)

    assert window.east - window.west < 30
    assert window.west < 26.0 < window.east


def test_a_window_near_the_pole_is_moved_not_squeezed() -> None:
    """Its degrees stay in proportion, although it ends where maps end."""
    window = window_of([Point(62.0, -77.0), Point(62.0, 100.0)], RATIO)

    assert window.north == 84
    assert window.north - window.south > 60


NEAR = [Point(60.0, 10.0), Point(56.0, 10.0), Point(59.0, 18.0), Point(56.0, 12.5)]
SIDE, FAR = Point(51.5, 0.0), Point(39.0, -77.0)


def test_a_place_far_away_that_is_seldom_named_does_not_widen_the_window() -> None:
    """The bulk is shown, with what lies beside it."""
    window = window_of_bulk([*NEAR, SIDE, FAR], [9, 9, 9, 9, 1, 1], RATIO)

    assert [seen_in(window, each).beyond for each in [*NEAR, SIDE, FAR]] == [
        *(None for _ in range(5)),
        Edge.WEST,
    ]


@pytest.mark.parametrize(
    ("some", "weights"),
    [
        pytest.param([*NEAR, FAR], [9, 9, 9, 9, 30], id="far but often named"),
        pytest.param([*NEAR, SIDE], [9, 9, 9, 9, 1], id="not far"),
        pytest.param([NEAR[0], FAR], [9, 1], id="too few"),
        pytest.param([FAR], [1], id="one"),
    ],
)
def test_else_the_window_holds_all(some: list[Point], weights: list[int]) -> None:
    """It is that around all places."""
    assert window_of_bulk(some, weights, RATIO) == window_of(some, RATIO)


@given(st.lists(st.tuples(points, st.integers(1, 40)), min_size=1, max_size=12))
def test_most_of_the_weight_is_always_shown(some: list[tuple[Point, int]]) -> None:
    """At least four fifths."""
    window = window_of_bulk([each for each, _ in some], [weight for _, weight in some], RATIO)
    shown = sum(weight for each, weight in some if seen_in(window, each).beyond is None)

    assert shown >= 0.8 * sum(weight for _, weight in some) - 1e-6


@pytest.mark.parametrize(
    ("lat", "lon", "beyond"),
    [
        (50.0, 20.0, None),
        (50.0, -76.0, Edge.WEST),
        (50.0, 100.0, Edge.EAST),
        (-30.0, 20.0, Edge.SOUTH),
        (80.0, 20.0, Edge.NORTH),
        (-30.0, -76.0, Edge.WEST),
        (50.0, -164.0, Edge.WEST),
        (50.0, -166.0, Edge.EAST),
    ],
)
def test_a_point_is_seen_in_its_place_or_at_the_nearest_edge(
    lat: float, lon: float, beyond: Edge | None
) -> None:
    """Never outside the window."""
    seen = seen_in(EUROPE, Point(lat, lon))

    assert seen.beyond is beyond
    assert EUROPE.west <= seen.lon <= EUROPE.east
    assert EUROPE.south <= seen.lat <= EUROPE.north
    assert ((seen.lon, seen.lat) == (lon, lat)) is (beyond is None)
