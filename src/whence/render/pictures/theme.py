"""A theme, light or dark -> Vega's settings: the desk's colours, by the names of styles.

The colours of a category are told apart by shapes too. Those of the light theme are Okabe and
Ito's (2008, https://jfly.uni-koeln.de/color/), darkened so that each stands out from the paper
by at least 3 to 1 (WCAG 2.2, 1.4.11); words stand out by at least 4.5 to 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""Families of one breadth, so that words measured here fit where they are seen."""

SMALL, USUAL = 12, 13
SHAPES = (
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "cross",
    "triangle-down",
    "M-1,-1L1,0L-1,1Z",
)


_COLOUR = re.compile(r'="(#[0-9a-f]{6})"')
"""As an attribute has it."""


class Theme(StrEnum):
    """On what paper."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """Those of one theme.

    Attributes:
        paper: Of the desk; the drawing itself has none.
        ground: Of land behind the marks, which tells nothing alone.
        categories: As many as there are shapes.
    """

    paper: str
    ink: str
    faint: str
    rule: str
    ground: str
    accent: str
    categories: tuple[str, ...]


COLOURS = {
    Theme.LIGHT: Colours(
        paper="#fffefb",
        ink="#1d1c1a",
        faint="#615e57",
        rule="#dcd8ce",
        ground="#cfcabd",
        accent="#8b1a1a",
        categories=("#0b5c7a", "#b3261e", "#8a5a00", "#00705a", "#8a3a78", "#5b5750", "#4a3aa7"),
    ),
    Theme.DARK: Colours(
        paper="#151618",
        ink="#dfdcd5",
        faint="#a5a198",
        rule="#36373b",
        ground="#45474d",
        accent="#f2a097",
        categories=("#7cc7e6", "#f2a097", "#e6b85c", "#7fd1ae", "#e0a3d3", "#b9b4aa", "#b7abf5"),
    ),
}


def config_of(theme: Theme) -> dict[str, Any]:
    """The settings of a theme, as Vega-Lite's `config`."""
    colours = COLOURS[theme]
    line = {"domainColor": colours.rule, "gridColor": colours.rule, "tickColor": colours.rule}
    text = {"labelColor": colours.faint, "titleColor": colours.faint, "labelFontSize": SMALL}
    return {
        "font": FONT,
        "background": "transparent",
        "padding": 8,
        "view": {"stroke": None},
        "axis": {**line, **text, "titleFontWeight": "normal", "titleFontSize": SMALL},
        "legend": _legend(colours),
        "title": _title(colours),
        "range": {"category": list(colours.categories), "symbol": list(SHAPES)},
        "point": {"color": colours.categories[0], "filled": True, "opacity": 1},
        "style": _styles(colours),
    }


def _legend(colours: Colours) -> dict[str, Any]:
    """The key, under the drawing."""
    return {
        "orient": "bottom",
        "direction": "horizontal",
        "columns": 4,
        "labelColor": colours.ink,
        "labelFontSize": SMALL,
        "labelLimit": 200,
        "titleColor": colours.faint,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
        "symbolSize": 90,
        "symbolOpacity": 1,
        "offset": 14,
    }


def _title(colours: Colours) -> dict[str, Any]:
    """The name of a drawing that is one of several."""
    return {
        "anchor": "start",
        "frame": "group",
        "color": colours.ink,
        "fontSize": 14,
        "fontWeight": "bold",
        "subtitleColor": colours.faint,
        "subtitleFontSize": SMALL,
        "subtitlePadding": 4,
        "offset": 10,
    }


def _styles(colours: Colours) -> dict[str, Any]:
    """What marks of our own names look like."""
    return {
        "said": {"color": colours.ink, "fontSize": SMALL},
        "rim": {
            "color": colours.paper,
            "stroke": colours.paper,
            "strokeWidth": 3,
            "strokeJoin": "round",
            "fontSize": SMALL,
        },
        "aside": {"color": colours.faint, "fontSize": SMALL},
        "land": {
            "color": colours.ground,
            "fill": colours.ground,
            "fillOpacity": 0.5,
            "strokeWidth": 0,
        },
        "lake": {"color": colours.paper, "fill": colours.paper, "strokeWidth": 0},
        "border": {"color": colours.faint, "strokeOpacity": 0.6, "strokeWidth": 0.6},
        "state": {
            "shape": "circle",
            "fill": colours.categories[0],
            "fillOpacity": 0.14,
            "stroke": colours.categories[0],
            "strokeWidth": 1.5,
        },
        "town": {"shape": "circle", "opacity": 0.85},
        "band": {"color": colours.faint},
        "node": {"color": colours.ink},
    }


def themed(spec: dict[str, Any], theme: Theme) -> dict[str, Any]:
    """A drawing with the colours of a theme."""
    return {**spec, "config": config_of(theme)}


def recoloured(drawing: str, theme: Theme) -> str:
    """A drawing of the light theme in the colours of another one; nothing else differs."""
    others = dict(zip(_flat(COLOURS[Theme.LIGHT]), _flat(COLOURS[theme]), strict=True))
    return _COLOUR.sub(lambda found: f'="{others.get(found[1], found[1])}"', drawing)


def _flat(colours: Colours) -> tuple[str, ...]:
    of_words = (colours.paper, colours.ink, colours.faint, colours.rule)
    return (*of_words, colours.ground, colours.accent, *colours.categories)
