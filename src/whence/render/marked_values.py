"""A history -> the rows that its picture is drawn from: one mark for each speaker and value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from whence.render.histories import rows_of
from whence.render.lettering import breadth
from whence.render.phrases import name_words, number_words
from whence.render.visible import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.figure import Figure, History
    from whence.ledger.quantity import Number

FADED, FULL = 0.35, 1.0
BETWEEN = 15.0  # pixels between the marks of one day
BEFORE, AFTER = 22.0, 64.0  # pixels left of the first mark and right of the last, for its value
NEAR = 0.09  # of the axis, within which a label would touch the next mark
LABEL = 12.0  # size of its letters
ROOM = 0.16  # of the values' range, above and below them
ARROW = 0.12  # of the axis, for how far a bound that is open reaches
NAME_LENGTH = 36

_DAY = re.compile(r"[1-8]\d{3}(?:-\d\d(?:-\d\d)?)?(?=$|T)")
"""A year, month or day that a calendar has room around."""

Datum = dict[str, str | float]
"""One mark: `who`, `at`, `value`, `from`, `to`, `arrow`, `tip`, `label`, `fade`."""


class Limits(NamedTuple):
    """The ends of an axis."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class MarkedValues:
    """What is drawn of a history.

    Attributes:
        marks: In the order of their days.
        names: The speakers, in the order in which they first speak.
        values: The ends of the axis of values.
        times: Those of the axis of time, as moments in UTC.
        days: The first and the last.
    """

    marks: tuple[Datum, ...]
    names: tuple[str, ...]
    values: Limits
    times: tuple[str, str]
    days: tuple[str, str]


def levels_of(history: History) -> list[Figure]:
    """Its figures that have a place on the axes, one for each speaker, day and value.

    A change is no level; a heading that its own article's body repeats has its mark there.
    """
    kept: dict[tuple[object, ...], Figure] = {}
    for row in rows_of(history):
        figure = row.figure
        is_dated = _DAY.match(figure.said_on or "") is not None
        is_known = is_dated and (figure.low, figure.high) != (None, None)
        if figure.change is None and is_known and not _is_repeated(figure, history.figures):
            key = ((figure.said_on or "")[:10], _name(figure), figure.low, figure.high)
            kept.setdefault(key, figure)
    return list(kept.values())


def _is_repeated(figure: Figure, figures: Sequence[Figure]) -> bool:
    return figure.is_heading and any(
        each.article == figure.article
        and not each.is_heading
        and (each.low, each.high) == (figure.low, figure.high)
        for each in figures
    )


def marked_values(history: History, width: float) -> MarkedValues:
    """The marks of a history that has levels, for an area so many pixels wide."""
    levels = sorted(levels_of(history), key=lambda each: (_day(each), _value(each)))
    days = [_day(each) for each in levels]
    values = _limits([end for each in levels for end in (each.low, each.high) if end is not None])
    reach = ARROW * (values.high - values.low)
    labels = _labels(levels)
    shifts = _shifts(levels, labels, NEAR * (values.high - values.low))
    before = BEFORE - min(shift for shift, day in zip(shifts, days, strict=True) if day == days[0])
    after = AFTER + max(shift for shift, day in zip(shifts, days, strict=True) if day == days[-1])
    length = (days[-1] - days[0]).days
    per_pixel = timedelta(days=max(length, 1)) / max(width - before - after, width / 2)
    at = [(day - days[0]) / per_pixel + shift for day, shift in zip(days, shifts, strict=True)]
    labels = _without_overlap(labels, at, [_value(each) for each in levels])
    marks = tuple(
        _datum(each, day + per_pixel * shift, reach, label)
        for each, day, shift, label in zip(levels, days, shifts, labels, strict=True)
    )
    return MarkedValues(
        marks=marks,
        names=tuple(dict.fromkeys(str(each["who"]) for each in marks)),
        values=values,
        times=(_moment(days[0] - per_pixel * before), _moment(days[-1] + per_pixel * after)),
        days=(days[0].date().isoformat(), days[-1].date().isoformat()),
    )


def _labels(levels: Sequence[Figure]) -> list[str]:
    """What is written beside each mark: all bounds at its height on its day, at the last."""
    heights = [(_day(each), _value(each)) for each in levels]
    found = []
    for at, height in enumerate(heights):
        own = [index for index, each in enumerate(heights) if each == height]
        told = dict.fromkeys(bound_words(levels[index]) for index in own)
        found.append(", ".join(told) if at == own[-1] else "")
    return found


def _without_overlap(
    labels: Sequence[str], at: Sequence[float], heights: Sequence[float]
) -> list[str]:
    """The labels, those that would run into another at their height put before that one's.

    Args:
        labels: One for each mark; empty where it has none.
        at: Pixels from the left.
        heights: Values.
    """
    found = list(labels)
    order = sorted(range(len(found)), key=lambda index: at[index])
    for one, other in pairwise(order):
        is_level = heights[one] == heights[other]
        end = at[one] + BETWEEN + breadth(found[one], LABEL)
        if found[one] and found[other] and is_level and end > at[other]:
            told = dict.fromkeys((*found[one].split(", "), *found[other].split(", ")))
            found[other], found[one] = ", ".join(told), ""
    return found


def _shifts(levels: Sequence[Figure], labels: Sequence[str], near: float) -> list[float]:
    """Pixels that each mark stands beside its day: those of one day stand side by side.

    A mark nearly as high as the one before it stands behind that one's label.
    """
    shifts: list[float] = []
    for day in dict.fromkeys(_day(each) for each in levels):
        own = [index for index, each in enumerate(levels) if _day(each) == day]
        steps = [0.0]
        for one, other in pairwise(own):
            is_near = bool(labels[one]) and _value(levels[other]) - _value(levels[one]) < near
            steps.append(steps[-1] + BETWEEN + (breadth(labels[one], LABEL) if is_near else 0.0))
        shifts += [step - steps[-1] / 2 for step in steps]
    return shifts


def _datum(figure: Figure, at: datetime, reach: float, label: str) -> Datum:
    low, high = figure.low, figure.high
    value = _value(figure)
    start = float(value if low is None else low)
    end = float(value if high is None else high)
    arrow = "up" if high is None else "down" if low is None else ""
    tip = value + reach if arrow == "up" else value - reach
    if arrow:
        start, end = value, tip
    return {
        "who": shortened(name_words(figure.origin), NAME_LENGTH),
        "at": _moment(at),
        "value": value,
        "from": start,
        "to": end,
        "arrow": arrow,
        "tip": tip,
        "label": label,
        "fade": FADED if figure.superseded_by else FULL,
    }


def bound_words(figure: Figure) -> str:
    """`≥ 14`, `> 20`, `≤ 30`, `1,500–3,000`, `≈ 41,000`, `27`; "thousands" as printed."""
    low, high = figure.low, figure.high
    if figure.is_approximate and None in {low, high}:
        return shortened(figure.words, NAME_LENGTH)
    about = "≈ " if figure.is_approximate else ""
    if low is not None and high is not None:
        ends = number_words(low) if low == high else f"{number_words(low)}–{number_words(high)}"
        return f"{about}{ends}"
    if low is not None:
        return _sided(figure, low, low - 1, "≥", ">")
    return _sided(figure, high or 0, (high or 0) + 1, "≤", "<")


def _sided(figure: Figure, bound: Number, beyond: Number, sign: str, strict: str) -> str:
    """The bound as printed: "more than 20" is > 20, not ≥ 21."""
    is_strict = number_words(beyond) in figure.words and number_words(bound) not in figure.words
    return f"{strict} {number_words(beyond)}" if is_strict else f"{sign} {number_words(bound)}"


def _value(figure: Figure) -> float:
    """Where its mark stands: at the bound, in the middle of a range."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        return (float(low) + float(high)) / 2
    return float(low if low is not None else high or 0)


def _name(figure: Figure) -> str:
    return figure.origin_entity or (figure.origin or "").casefold()


def _day(figure: Figure) -> datetime:
    """Midnight of the day that it holds for; of a month or a year its first."""
    found = _DAY.match(figure.said_on or "")
    said = found[0].split("-") if found else []
    year, month, day = (int(each) for each in [*said, "1", "1"][:3])
    return datetime(year, month, day, tzinfo=UTC)


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _limits(numbers: Sequence[Number]) -> Limits:
    """Some room around the values; never below zero where none of them is."""
    low, high = float(min(numbers)), float(max(numbers))
    room = max(ROOM * (high - low), ROOM * 0.5 * abs(high), 0.5)
    floor = 0.0 if low >= 0 else low - room
    return Limits(max(floor, low - room), high + room)
