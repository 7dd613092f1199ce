"""Small drawings of numbers for a page."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.sample_histories import CHANGE, COUNT, FIRST, TOLL
from tests.strategies.figures import histories
from whence.ledger.figure import History
from whence.render.histories import figure_words
from whence.render.lettering import breadth
from whence.render.marked_values import levels_of
from whence.render.strip import HEIGHT, LETTERS, MOST, WIDTH, strips


def drawn(history: History) -> ET.Element:
    """The drawing of the only one."""
    (strip,) = strips([history])
    return ET.fromstring(strip.drawing)  # noqa: S314 - ours


def test_a_toll_is_drawn() -> None:
    """A dot for each value, an arrow for each open bound, what was replaced hollow."""
    svg = drawn(TOLL)
    dots = svg.findall("circle")
    said = svg.get("aria-label") or ""

    assert len(dots) == len(levels_of(TOLL))
    assert [each.get("class") for each in dots].count("replaced") == sum(
        each.superseded_by is not None for each in levels_of(TOLL)
    )
    assert len(svg.findall("path[@class='head']")) == 2  # at least 14; as many as 30
    assert len(svg.findall("path[@class='bar']")) == 3  # and 20 to 25
    assert all(figure_words(each) in said for each in (FIRST, COUNT))
    assert [each.text for each in svg.findall("text[@class='day']")] == [
        "4 March 2031",
        "8 March 2031",
    ]


def test_what_says_nothing_is_not_drawn() -> None:
    """A change is no level; more than some are not drawn."""
    assert strips([CHANGE]) == []
    assert len(strips([TOLL] * (MOST + 2))) == MOST


@given(st.lists(histories(), min_size=4, max_size=12))
@settings(max_examples=40, deadline=None)
def test_marks_are_inside_and_labels_apart(some: list[History]) -> None:
    """Each mark stands in the area, and no label runs into another."""
    for strip in strips(some):
        svg = ET.fromstring(strip.drawing)  # noqa: S314 - ours
        dots = [
            (float(each.get("cx", "")), float(each.get("cy", ""))) for each in svg.iter("circle")
        ]
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in dots)
        labels = [each for each in svg.iter("text") if each.get("class") is None]
        assert not any(touch(one, other) for one, other in combinations(labels, 2))


def touch(one: ET.Element, other: ET.Element) -> bool:
    """Whether two labels stand in each other."""
    (x, y, long), (other_x, other_y, other_long) = (
        (float(each.get("x", "")), float(each.get("y", "")), breadth(each.text or "", LETTERS))
        for each in (one, other)
    )
    is_beside = x + long <= other_x or other_x + other_long <= x
    return not is_beside and abs(y - other_y) < LETTERS - 0.1
