"""A window on the globe -> the layers of a drawing that show land, lakes and borders in it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from whence.render.pictures.shapes import Level, Outline, borders, coasts
from whence.render.pictures.window import POLE, TURN, Window

if TYPE_CHECKING:
    from collections.abc import Iterable

GROUND = "ground"
"""Name of the data of the shapes."""

MARGIN = 0.25  # of the window, that is known on each side of it, for who moves the map
COARSE = 0.02  # degrees, of which a hundredth of one is a part that nobody sees
KEPT_GROUNDS = 16

Row = dict[str, str | list[float | None]]
"""A level, and the degrees of its corners as two lists; None in both parts two shapes."""

STYLES = {Level.LAND: "land", Level.LAKE: "lake", Level.ISLE: "land", Level.BORDER: "border"}


def ground_layers(x: Any, y: Any) -> list[Any]:  # noqa: ANN401 - altair's charts have no useful type in common
    """What lies under the marks, on the axes of degrees, from data of the name `GROUND`.

    All shapes of a level are one line, broken after each and filled.
    """
    import altair as alt

    base = alt.Chart(alt.NamedData(GROUND))
    return [
        base.transform_filter(f"datum.level === '{level.value}'")
        .transform_flatten(["lon", "lat"])
        .mark_line(
            style=style,
            order=False,
            strokeJoin="round",
            invalid="break-paths-show-path-domains",
            clip=True,
            aria=False,
        )
        .encode(x=x, y=y)
        for level, style in STYLES.items()
    ]


@lru_cache(KEPT_GROUNDS)
def ground_rows(window: Window, width: int) -> tuple[Row, ...]:
    """The shapes in a window and around it, a row for each level.

    Args:
        window: What is shown.
        width: Pixels of the picture.
    """
    grain = (window.east - window.west) / width
    around = _grown(window)
    outlines = [*coasts(around, grain), *borders(around, grain)]
    digits = 2 if grain > COARSE else 3
    return tuple(
        _row(level, [each for each in outlines if each.level is level], digits) for level in Level
    )


def _grown(window: Window) -> Window:
    east = min(MARGIN * (window.east - window.west), (TURN - window.east + window.west) / 2)
    north = MARGIN * (window.north - window.south)
    south, top = max(window.south - north, -POLE), min(window.north + north, POLE)
    return Window(window.west - east, south, window.east + east, top)


def _row(level: Level, outlines: Iterable[Outline], digits: int) -> Row:
    lons: list[float | None] = []
    lats: list[float | None] = []
    for each in outlines:
        lons += [*(round(lon, digits) for lon, _ in each.corners), None]
        lats += [*(round(lat, digits) for _, lat in each.corners), None]
    return {"level": level.value, "lon": lons, "lat": lats}
