"""Names beside their marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from whence.render.pictures.labels import Spot, sides_of
from whence.render.pictures.springs import places_by_springs

spots = st.builds(
    Spot,
    x=st.floats(0, 300),
    y=st.floats(0, 200),
    radius=st.floats(3, 9),
    name=st.sampled_from(["Ada", "Veldhaven", "the harbour master"]),
)


def test_a_name_goes_where_there_is_room() -> None:
    """At the right edge it is written on the left, and not over another mark."""
    assert sides_of([Spot(290, 100, 4, "Veldhaven")], 300, 200) == ["left"]
    assert (
        sides_of([Spot(50, 100, 4, "Veldhaven"), Spot(70, 100, 4, "Ada")], 300, 200)[0] != "right"
    )


def test_a_name_without_room_is_left_out() -> None:
    """In a picture that is narrower than it."""
    assert sides_of([Spot(10, 10, 4, "the harbour master")], 20, 20) == [""]


def test_a_name_covers_no_line_where_it_need_not() -> None:
    """A line to the right sends it to the left."""
    line = [(150.0 + step, 100.0) for step in range(0, 100, 5)]

    assert sides_of([Spot(140, 100, 4, "Ada")], 300, 200, line) == ["left"]


@given(st.lists(spots, max_size=12))
def test_every_spot_has_an_answer(some: list[Spot]) -> None:
    """One of four sides or none, the first always somewhere."""
    found = sides_of(some, 600, 400)

    assert len(found) == len(some)
    assert set(found) <= {"right", "left", "above", "below", ""}


def test_springs_draw_together_those_that_are_tied() -> None:
    """Of two triangles those of one are nearer than those of two; all lie in the square."""
    triangles = [(one, other) for one in range(6) for other in range(one) if (one - other) % 2 == 0]
    places = places_by_springs(6, dict.fromkeys(triangles, 2.0))
    far = {
        (one, other): abs(complex(*places[one]) - complex(*places[other]))
        for one in range(6)
        for other in range(one)
    }

    tied = [far[pair] for pair in triangles]
    apart = [far[pair] for pair in far if pair not in triangles]
    assert sum(tied) / len(tied) < sum(apart) / len(apart) / 1.5
    assert all(0 <= each <= 1 for place in places for each in place)


def test_one_node_has_a_place() -> None:
    """It needs no other."""
    assert places_by_springs(1, {}) == [(0.0, 0.0)]
