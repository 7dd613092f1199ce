"""The places of a story, as a map."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.pictures.told import check, marks_of
from tests.render.sample import POST, found
from whence.ledger.entity import Entity, EntityKind, Point, entity_id
from whence.ledger.reading import Reading
from whence.render.pictures.ground import east_of, strokes, window_of
from whence.render.pictures.places import places_picture

RATIO = 1.6
points = st.builds(Point, lat=st.floats(-80, 80), lon=st.floats(-180, 180))


def place(name: str, lat: float, lon: float, country: str, *words: str) -> Entity:
    """A place with a mention for each of some words of the post."""
    return Entity(
        id=entity_id(EntityKind.PLACE, name),
        name=name,
        kind=EntityKind.PLACE,
        country=country,
        role=None,
        sector=None,
        affiliation=None,
        mentions=found(POST.text, *words),
        point=Point(lat, lon),
    )


PORT = place("Veldhaven", 51.5, 4.2, "NLD", "Veldhaven", "harbour", "dock")
LAND = place("Netherlands", 52.2, 5.6, "NLD", "Northern")
READING = Reading("p", POST, entities=(LAND, PORT))


def test_places_are_named_most_first() -> None:
    """With how often, and the first words that name them."""
    picture = check(places_picture([READING]))

    assert [row[:4] for row in picture.rows] == [
        ("Veldhaven", "town or region", "Netherlands", 3),
        ("Netherlands", "state", "Netherlands", 1),
    ]
    assert picture.proofs[0] is not None
    assert picture.proofs[0].span == PORT.mentions[:1]
    assert "Veldhaven (3)" in picture.alternative


def test_a_copy_does_not_count_again() -> None:
    """Two readings of one text, one of them a copy, name a place as often as one."""
    again = replace(READING, article=replace(POST, id="copy"))

    assert places_picture([READING, again], {"copy"}) == places_picture([READING])


def test_a_name_and_its_mark_are_drawn_where_it_lies() -> None:
    """Degrees are the marks' own; both names have room."""
    marks = {
        each["place"]: each
        for each in marks_of(check(places_picture([READING])))
        if "place" in each
    }

    assert (marks["Veldhaven"]["lat"], marks["Veldhaven"]["lon"]) == (51.5, 4.2)
    assert marks["Veldhaven"]["radius"] > marks["Netherlands"]["radius"]
    assert all(each["side"] for each in marks.values())


def test_places_that_lie_nowhere_give_no_map() -> None:
    """Neither do people, nor no readings."""
    nowhere = replace(PORT, point=None)

    assert places_picture([]) is None
    assert places_picture([replace(READING, entities=(nowhere,))]) is None


@given(st.lists(points, min_size=1, max_size=6))
def test_a_window_holds_all_its_points(some: list[Point]) -> None:
    """Across the line of date too, and never more than once round the earth."""
    window = window_of(some, RATIO)

    assert window.east - window.west <= 360.0 + 1e-6
    for each in some:
        assert window.south <= each.lat <= window.north
        assert east_of(each.lon, window.west) <= window.east + 1e-6


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


@pytest.mark.parametrize(("lat", "lon", "is_land"), [(51.5, -0.1, True), (45.0, -35.0, False)])
def test_strokes_are_where_people_live(lat: float, lon: float, *, is_land: bool) -> None:
    """Around London there are some, in the middle of the Atlantic none."""
    assert bool(strokes(window_of([Point(lat, lon)], RATIO), 40, 25)) is is_land


def test_strokes_of_a_row_do_not_touch() -> None:
    """Neighbouring cells are one stroke."""
    found_strokes = strokes(window_of([Point(50.0, 8.0)], RATIO), 60, 40)
    rows: dict[float, list[tuple[float, float]]] = {}
    for each in found_strokes:
        rows.setdefault(each.lat, []).append((each.west, each.east))

    assert len(rows) > 10
    for ends in rows.values():
        assert all(one[1] < other[0] for one, other in pairwise(ends))
