"""The places of a story, as a map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.render.pictures.told import check, marks_of
from tests.render.sample import POST, found
from whence.ledger.entity import Entity, EntityKind, Point, entity_id
from whence.ledger.reading import Reading
from whence.render.pictures.drawn import picture_svg
from whence.render.pictures.picture import Picture
from whence.render.pictures.places import places_picture
from whence.render.pictures.theme import Theme


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


def marks_by_name(picture: Picture) -> dict[str, dict[str, Any]]:
    """The marks of places, not the ground."""
    return {each["place"]: each for each in marks_of(picture) if "place" in each}


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
    marks = marks_by_name(check(places_picture([READING])))

    assert (marks["Veldhaven"]["lat"], marks["Veldhaven"]["lon"]) == (51.5, 4.2)
    assert marks["Veldhaven"]["radius"] > marks["Netherlands"]["radius"]
    assert all(each["side"] for each in marks.values())


def test_places_that_lie_nowhere_give_no_map() -> None:
    """Neither do people, nor no readings."""
    nowhere = replace(PORT, point=None)

    assert places_picture([]) is None
    assert places_picture([replace(READING, entities=(nowhere,))]) is None


def test_a_map_of_the_netherlands_has_land_water_and_borders() -> None:
    """Each level in its own layer, coasts before borders; the marks lie over them."""
    picture = check(places_picture([READING]))
    ground = picture.spec["datasets"]["ground"]

    assert [each["level"] for each in ground] == ["land", "lake", "isle", "border"]
    assert all(len(each["lon"]) == len(each["lat"]) for each in ground)
    assert all(each["lon"] for each in ground if each["level"] in {"land", "lake", "border"})
    styles = [layer["mark"]["style"] for layer in picture.spec["layer"]]
    assert styles[:6] == ["land", "lake", "land", "border", "state", "town"]


def test_a_state_is_a_ring_under_the_dots_of_towns() -> None:
    """Each kind has its own layer."""
    picture = check(places_picture([READING]))
    filters = [
        layer["transform"][0]["filter"]
        for layer in picture.spec["layer"]
        if layer["mark"]["style"] in {"state", "town"}
    ]

    assert ["state" in filters[0], "town" in filters[1]] == [True, True]


def test_a_place_far_from_all_others_is_named_at_the_edge() -> None:
    """With an arrow in place of a mark, and in the words that go with the map."""
    near = [place(f"Dock {at}", 51.0 + at / 4, 4.0, "NLD", "dock", "harbour") for at in range(4)]
    far = place("Farport", -33.0, 151.0, "AUS", "Northern")
    picture = check(places_picture([replace(READING, entities=(*near, far))]))
    mark = marks_by_name(picture)["Farport"]

    assert (mark["label"], mark["radius"], mark["side"]) == ("Farport →", 0, "left")
    assert mark["lon"] < 20
    assert "Beyond the edges of the map: Farport." in picture.alternative
    assert "arrow" in picture.key
    assert picture.rows[-1][-2:] == (-33.0, 151.0)


def test_axes_name_degrees_on_both_sides_of_the_line_of_date() -> None:
    """West of it they are east of Greenwich."""
    suva, apia = (
        place("Suva", -18.1, 178.4, "FJI", "dock"),
        place("Apia", -13.8, -171.8, "WSM", "dock"),
    )
    picture = check(places_picture([replace(READING, entities=(suva, apia))]))
    drawing = picture_svg(picture, Theme.LIGHT)

    assert "° W<" in drawing
    assert "° E<" in drawing
    assert "190°" not in drawing
