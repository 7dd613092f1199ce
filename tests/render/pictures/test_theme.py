"""The colours of pictures."""

from __future__ import annotations

import re
from dataclasses import astuple

import pytest
import vl_convert

from tests.render.sample_histories import TOLL
from whence.render.pictures.drawn import picture_svg
from whence.render.pictures.numbers import numbers_picture
from whence.render.pictures.theme import COLOURS, SHAPES, Theme, config_of, themed


def lightness(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", list(Theme))
def test_marks_and_words_stand_out_from_the_paper(theme: Theme) -> None:
    """Marks by 3 to 1, words by 4.5 to 1."""
    colours = COLOURS[theme]

    assert all(contrast(each, colours.paper) >= 3 for each in colours.categories)
    assert all(contrast(each, colours.paper) >= 4.5 for each in (colours.ink, colours.faint))


@pytest.mark.parametrize("theme", list(Theme))
def test_no_category_is_told_by_colour_alone(theme: Theme) -> None:
    """Each has a colour and a shape of its own."""
    categories = COLOURS[theme].categories

    assert len(set(categories)) == len(categories) == len(set(SHAPES))


def test_a_theme_is_not_part_of_the_drawing() -> None:
    """It is put beside it, and leaves it as it was."""
    spec = {"mark": "point"}

    assert themed(spec, Theme.DARK) == {"mark": "point", "config": config_of(Theme.DARK)}
    assert spec == {"mark": "point"}


def test_colours_of_the_light_theme_are_told_apart() -> None:
    """No two are one, so that each has one that stands for it in another theme."""
    colours = COLOURS[Theme.LIGHT]
    every = (*astuple(colours)[:-1], *colours.categories)
    assert len(set(every)) == len(every)


def test_a_dark_drawing_is_the_light_one_in_other_colours() -> None:
    """As Vega itself draws it on dark paper."""
    picture = numbers_picture([TOLL])
    assert picture is not None
    by_vega = vl_convert.vegalite_to_svg(themed(picture.spec, Theme.DARK))
    colours = [
        re.findall(r"#[0-9a-f]{6}", each) for each in (by_vega, picture_svg(picture, Theme.DARK))
    ]
    light = set(re.findall(r"#[0-9a-f]{6}", picture_svg(picture, Theme.LIGHT)))

    assert colours[0] == colours[1]
    assert light.isdisjoint(colours[1])
