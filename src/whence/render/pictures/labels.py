"""Names and their points -> on which side of its point each is written, so that no two overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from whence.render.lettering import breadth

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = 12.0
TIGHT = 0.86  # of the breadth of the broadest font, that of ours
GAP = 4.0  # pixels between a mark and its name


class Spot(NamedTuple):
    """A mark to be named: pixels from the left and from the top, its radius, its name."""

    x: float
    y: float
    radius: float
    name: str


class Box(NamedTuple):
    """Pixels that something covers."""

    left: float
    top: float
    right: float
    bottom: float


def sides_of(
    spots: Sequence[Spot],
    width: float,
    height: float,
    crossed: Sequence[tuple[float, float]] = (),
) -> list[str]:
    """For each spot "right", "left", "above" or "below"; "" where its name has no room.

    Names of spots that come first are placed first.

    Args:
        spots: The marks.
        width: Of the area.
        height: Of the area.
        crossed: Points of lines, which a name had better not cover.
    """
    marks = [Box(s.x - s.radius, s.y - s.radius, s.x + s.radius, s.y + s.radius) for s in spots]
    taken: list[Box] = []
    found: list[str] = []
    for at, spot in enumerate(spots):
        others = [*taken, *(mark for own, mark in enumerate(marks) if own != at)]
        boxes = _boxes(spot)
        free = [
            name
            for name, box in boxes.items()
            if _is_inside(box, width, height) and not any(_meet(box, each) for each in others)
        ]
        side = min(free, key=lambda name: _covered(boxes[name], crossed), default="")
        found.append(side)
        taken += [boxes[side]] if side else []
    return found


def _boxes(spot: Spot) -> dict[str, Box]:
    wide, high, off = breadth(spot.name, SIZE) * TIGHT, SIZE, spot.radius + GAP
    middle, centre = spot.y - high / 2, spot.x - wide / 2
    return {
        "right": Box(spot.x + off, middle, spot.x + off + wide, middle + high),
        "left": Box(spot.x - off - wide, middle, spot.x - off, middle + high),
        "above": Box(centre, spot.y - off - high, centre + wide, spot.y - off),
        "below": Box(centre, spot.y + off, centre + wide, spot.y + off + high),
    }


def _is_inside(box: Box, width: float, height: float) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height


def _covered(box: Box, points: Sequence[tuple[float, float]]) -> int:
    return sum(box.left <= x <= box.right and box.top <= y <= box.bottom for x, y in points)


def _meet(one: Box, other: Box) -> bool:
    is_beside = one.right <= other.left or other.right <= one.left
    return not (is_beside or one.bottom <= other.top or other.bottom <= one.top)


def label_layers(base: Any, x: Any, y: Any) -> list[Any]:  # noqa: ANN401 - altair's charts have no useful type in common
    """The names of marks with the fields `side`, `radius` and `label`, each on its side.

    A rim of paper parts each from what lies under it.
    """
    off = f"datum.radius + {GAP:g}"
    signs: dict[str, dict[str, Any]] = {
        "right": {"align": "left", "dx": {"expr": off}},
        "left": {"align": "right", "dx": {"expr": f"-({off})"}},
        "above": {"align": "center", "baseline": "bottom", "dy": {"expr": f"-({off})"}},
        "below": {"align": "center", "baseline": "top", "dy": {"expr": off}},
    }
    return [
        base.transform_filter(f"datum.side === '{side}'")
        .mark_text(style=style, **{"baseline": "middle", **settings})
        .encode(x=x, y=y, text="label:N")
        for style in ("rim", "said")
        for side, settings in signs.items()
    ]
