"""What every picture must hold, whatever it shows."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import altair as alt

from whence.render.pictures.drawn import picture_svg, size_of
from whence.render.pictures.picture import Picture, picture_csv
from whence.render.pictures.theme import Theme


def check(picture: Picture | None) -> Picture:
    """A picture that is one: valid, drawn, with as many cells as columns and a proof for a row."""
    assert picture is not None
    alt.Chart.from_dict(picture.spec)  # raises where Vega-Lite does not know a word of it
    assert all(len(row) == len(picture.columns) for row in picture.rows)
    assert len(picture.proofs) == len(picture.rows)
    assert picture.title
    assert picture.alternative
    drawing = ET.fromstring(picture_svg(picture, Theme.LIGHT))  # noqa: S314 - our own
    assert drawing.get("aria-label") == picture.alternative
    assert min(size_of(picture_svg(picture, Theme.DARK))) > 0
    assert picture_csv(picture).count("\n") >= len(picture.rows) + 1
    return picture


def marks_of(picture: Picture) -> list[dict[str, Any]]:
    """The marks of all data sets of a drawing."""
    sets = [*picture.spec.get("datasets", {}).values(), *_inline(picture.spec)]
    return [mark for values in sets for mark in values]


def _inline(part: object) -> list[list[dict[str, Any]]]:
    if isinstance(part, list):
        return [found for each in part for found in _inline(each)]
    if not isinstance(part, dict):
        return []
    own = [part["data"]["values"]] if "values" in part.get("data", {}) else []
    return own + [found for name in ("layer", "vconcat") for found in _inline(part.get(name, []))]
