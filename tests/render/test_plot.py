"""The picture of a history: bounds, speakers, safe and the same every time."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from tests.render.elements import page_of
from tests.render.sample import READINGS
from tests.render.sample_histories import CEILING, CHANGE, COUNT, FIRST, RANGE, TOLL, figure
from tests.render.sample_ledger import BRIEF
from tests.strategies.figures import histories
from whence.ledger.figure import Figure, History
from whence.render.html import brief_html
from whence.render.marked_values import FADED, FULL, bound_words, levels_of, marked_values
from whence.render.plot import (
    COLOURS,
    SHAPES,
    described,
    inline_svg,
    is_worth_a_plot,
    plots_png,
    plots_svg,
    plotted,
)

PNG = b"\x89PNG\r\n\x1a\n"
WIDTH = 560


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (FIRST, "≥ 14"),
        (CEILING, "≤ 30"),
        (RANGE, "20–25"),
        (COUNT, "27"),
        (replace(FIRST, words="More than 20", low=21), "> 20"),
        (replace(CEILING, words="fewer than 100", high=99), "< 100"),
        (
            replace(COUNT, words="some 41,000", low=41000, high=41000, is_approximate=True),
            "≈ 41,000",
        ),
        (replace(FIRST, words="dozens", low=12, is_approximate=True), "dozens"),
    ],
)
def test_bounds_are_written_as_signs(found: Figure, words: str) -> None:
    """The sign is that of the words: more than 20 is > 20, not ≥ 21."""
    assert bound_words(found) == words


def test_bounds_are_drawn_the_way_they_are_open() -> None:
    """At least: up. At most: down. A range: a bar. Replaced: faded."""
    marks = {str(each["who"]): each for each in marked_values(TOLL, WIDTH).marks}

    assert marks["Ilse Brandt"]["arrow"] == "up"
    assert float(marks["Ilse Brandt"]["tip"]) > 14
    assert marks["T. Hale"]["arrow"] == "down"
    assert float(marks["T. Hale"]["tip"]) < 30
    assert (marks["Police"]["from"], marks["Police"]["to"]) == (20.0, 25.0)
    assert marks["Ada Lund"]["from"] == marks["Ada Lund"]["to"] == 27.0
    assert [each["fade"] for each in marks.values()] == [FADED, FULL, FULL, FULL]


def test_each_speaker_has_one_mark_for_a_value_of_a_day() -> None:
    """A copy, and a heading that its body repeats, add no mark."""
    heading = replace(FIRST, id="h", origin="Harbour Post", attribution=None, is_heading=True)
    history = replace(TOLL, figures=(*TOLL.figures, heading))

    assert len(levels_of(history)) == 4
    assert [each["who"] for each in marked_values(history, WIDTH).marks] == [
        "Ilse Brandt",
        "T. Hale",
        "Police",
        "Ada Lund",
    ]


def test_marks_of_one_day_stand_side_by_side() -> None:
    """Two speakers of one number are told apart, and the number is written once."""
    pair = History(
        "h", "s1", "people", (FIRST, figure("Police", "at least 14", 14, None, "2031-03-04"))
    )
    first, second = marked_values(pair, WIDTH).marks

    assert first["at"] != second["at"]
    assert [first["label"], second["label"]] == ["", "≥ 14"]


def test_speakers_are_told_apart_by_shape_and_colour() -> None:
    """No two of the first forty have both in common."""
    pairs = [(COLOURS[at % len(COLOURS)], SHAPES[at % len(SHAPES)]) for at in range(40)]

    assert len(set(pairs)) == len(pairs)


def test_changes_and_single_values_are_not_worth_a_picture() -> None:
    """A fall of six metres has no place on the axis; one value thrice is a line of text."""
    thrice = [figure(who, "9", 9, 9, "2031-03-04") for who in ("A", "B", "C")]

    assert not is_worth_a_plot(CHANGE)
    assert not is_worth_a_plot(History("h", "s1", "people", tuple(thrice)))
    assert plotted([CHANGE, TOLL]) == [TOLL]


def test_a_drawing_is_the_same_every_time() -> None:
    """The same bytes again, also after another drawing."""
    first = plots_svg([TOLL])
    plots_svg([TOLL, TOLL])

    assert plots_svg([TOLL]) == first


def test_a_drawing_needs_nothing_else() -> None:
    """No script, no address but the names of XML, no font or picture to fetch."""
    drawing = plots_svg([TOLL])
    ET.fromstring(drawing)  # noqa: S314 - our own drawing
    addresses = set(re.findall(r"https?://[^\"' )]+", drawing))

    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert not re.search(r"<(?:script|image|foreignObject|style)|@import|@font-face|href=", drawing)
    assert "http" not in inline_svg(TOLL)


def test_a_drawing_can_be_read_aloud() -> None:
    """The text alternative has every figure with its speaker and day."""
    said = described(TOLL)

    assert said.startswith("people had died: at least 14 (Ilse Brandt, 4 March 2031), replaced")
    assert "27 (Ada Lund, 8 March 2031)" in said
    assert f'aria-label="{said}"' in plots_svg([TOLL]).replace("&#x27;", "'")


def test_a_picture_of_pixels() -> None:
    """PNG begins as PNG does."""
    assert plots_png([TOLL]).startswith(PNG)


@settings(max_examples=25, deadline=None)
@given(histories().filter(lambda each: bool(levels_of(each))))
def test_any_history_is_drawn_as_sound_xml(history: History) -> None:
    """Whatever the words, the drawing is well formed and runs nothing."""
    drawing = plots_svg([history])
    names = {element.tag.rpartition("}")[2] for element in ET.fromstring(drawing).iter()}  # noqa: S314 - our own drawing

    assert names <= {"svg", "g", "path", "text", "line", "rect", "defs", "clipPath", "tspan"}


def test_a_brief_shows_the_drawing_beside_its_numbers() -> None:
    """One drawing of the toll in the section Numbers, none elsewhere, ids of its own."""
    story = replace(BRIEF.stories[0], histories=(TOLL, CHANGE))
    html = brief_html(replace(BRIEF, stories=(story,)), READINGS)
    page = page_of(html)
    ids = re.findall(r'\bid="([^"]+)"', html)

    assert len(page.named("svg")) == 1
    assert html.index(">Numbers<") < html.index("<svg") < html.index(">Who says what<")
    assert len(set(ids)) == len(ids)
    assert "<script" not in html
