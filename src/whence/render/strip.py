"""A history -> a small drawing of its numbers by day, as SVG that takes its colours from the page.

The same marks as `render.plot` has, without the speakers: a dot for a value, a bar for a range, an
arrow for a bound that is open; what was replaced is hollow. Small drawings side by side are
compared at a look (Tufte 1990, small multiples).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from whence.render.lettering import breadth
from whence.render.marked_values import FULL, MarkedValues, marked_values
from whence.render.page import page
from whence.render.phrases import day_words
from whence.render.plot import described, is_worth_a_plot
from whence.render.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.figure import History

WIDTH, HEIGHT = 340, 96
"""Pixels of the area of the marks."""

LETTERS = 12.0
"""Their size, in pixels."""

MOST = 4
"""Histories that are drawn, those in most articles first."""

TITLE_LENGTH = 70
_BELOW = 6
"""Pixels between the lowest value and the line of days."""
_BESIDE, _DOT = 7.0, 5.0
"""Pixels from the middle of a mark to its label, and to its own edge."""
_DAY = 45.0
"""Half of what a day in words takes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one value stands, in pixels.

    Attributes:
        low: Lower end of its bar; `high` for none.
        high: The upper end, a smaller number.
        arrow: "up" or "down" where a bound is open, else "".
        label: The value; "" where there is no room for it.
    """

    x: float
    y: float
    low: float
    high: float
    arrow: str
    label: str
    is_replaced: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """One small drawing.

    Attributes:
        title: What is counted.
        drawing: SVG without a style of its own.
    """

    title: str
    drawing: Markup


def strips(histories: Sequence[History]) -> list[Strip]:
    """Of those that are worth a drawing."""
    worth = [each for each in histories if is_worth_a_plot(each)]
    return [_strip(each) for each in worth[:MOST]]


def _strip(history: History) -> Strip:
    found = marked_values(history, WIDTH)
    marks = _labelled(_placed(found))
    places = [each.x for each in marks]
    drawn = page(
        "strip.svg",
        width=WIDTH,
        height=HEIGHT,
        alternative=described(history),
        marks=marks,
        first=(max(0.0, min(places) - _DAY), day_words(found.days[0])),
        last=(min(float(WIDTH), max(places) + _DAY), day_words(found.days[1])),
        is_one_day=found.days[0] == found.days[1],
    )
    title = shortened(one_line(history.label), TITLE_LENGTH)
    return Strip(
        title=f"{title[:1].upper()}{title[1:]}",
        drawing=Markup(drawn),  # noqa: S704 - the template has escaped it
    )


def _placed(found: MarkedValues) -> list[Mark]:
    start, end = (datetime.fromisoformat(each) for each in found.times)
    low, high = found.values
    room = HEIGHT - _BELOW

    def height(value: str | float) -> float:
        return round(room * (1 - (float(value) - low) / (high - low)), 1)

    return [
        Mark(
            x=round(WIDTH * ((datetime.fromisoformat(str(each["at"])) - start) / (end - start)), 1),
            y=height(each["value"]),
            low=height(each["from"]),
            high=height(each["to"]),
            arrow=str(each["arrow"]),
            label=str(each["label"]),
            is_replaced=each["fade"] != FULL,
        )
        for each in found.marks
    ]


def _labelled(marks: Sequence[Mark]) -> list[Mark]:
    """The marks with those labels that run into no other mark or label.

    What stands comes before what was replaced, the later before the earlier.
    """
    taken = [_Box(each.x - _DOT, each.x + _DOT, each.y - _DOT, each.y + _DOT) for each in marks]
    kept: set[int] = set()
    order = sorted(range(len(marks)), key=lambda at: (marks[at].is_replaced, -marks[at].x))
    for at in order:
        mark = marks[at]
        start, half = mark.x + _BESIDE, LETTERS / 2
        box = _Box(start, start + breadth(mark.label, LETTERS), mark.y - half, mark.y + half)
        if mark.label and not any(box.overlaps(other) for other in taken):
            taken.append(box)
            kept.add(at)
    return [each if at in kept else replace(each, label="") for at, each in enumerate(marks)]


class _Box(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )
