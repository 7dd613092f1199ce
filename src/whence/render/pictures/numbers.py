"""Histories of numbers -> how they drift: by day, bounds as bars and arrows, replaced ones hollow.

The same marks as `render.plot` has for a brief, in the colours of a theme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whence.ledger.brief import Evidence
from whence.render.histories import figure_words
from whence.render.marked_values import FULL, MarkedValues, levels_of, marked_values
from whence.render.phrases import day_words, name_words, outlet_words, period_words
from whence.render.pictures.days import days_axis
from whence.render.pictures.picture import WIDTH, Picture
from whence.render.plot import described, plotted
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.figure import Figure, History

MOST_HISTORIES = 5
"""Drawn; the table has all."""

HEIGHT = 190
TITLE_LENGTH = 80
COLUMNS = ("what", "day", "number", "low", "high", "said by", "in", "replaced")
KEY = (
    "A mark for each first speaker and value, its shape and colour the speaker's; a bar is a"
    " range, an arrow up an “at least”, an arrow down an “at most”; hollow: since replaced."
)


def numbers_picture(histories: Sequence[History]) -> Picture | None:
    """The numbers of a story over time; None where no history has a level on a day."""
    shown = plotted(histories)
    if not shown:
        return None
    drawn = shown[:MOST_HISTORIES]
    figures = [(each, figure) for each in shown for figure in _sorted(levels_of(each))]
    left = len(shown) - len(drawn)
    more = f" {counted(left, 'more number')} in the table." if left else ""
    return Picture(
        title="How the numbers drift",
        alternative=f"{'. '.join(map(described, drawn))}.{more}",
        key=KEY,
        columns=COLUMNS,
        rows=tuple(_row(history, figure) for history, figure in figures),
        proofs=tuple(Evidence(figure.article, (figure.span,)) for _, figure in figures),
        spec=_sheet(drawn),
    )


def _sorted(figures: Sequence[Figure]) -> list[Figure]:
    return sorted(figures, key=lambda each: (each.said_on or "", each.id))


def _row(history: History, figure: Figure) -> tuple[str | int | float | None, ...]:
    return (
        one_line(history.label),
        day_words(figure.said_on),
        figure_words(figure),
        figure.low,
        figure.high,
        name_words(figure.origin),
        outlet_words(figure.outlet),
        "replaced" if figure.superseded_by else "",
    )


def _sheet(histories: Sequence[History]) -> dict[str, Any]:
    import altair as alt

    charts = [_chart(each, at) for at, each in enumerate(histories, start=1)]
    sheet = alt.vconcat(*charts, spacing=34).resolve_scale(
        color="independent", shape="independent", x="independent", y="independent"
    )
    return dict(sheet.to_dict(validate=False))


def _chart(history: History, number: int) -> Any:  # noqa: ANN401 - altair's charts have no useful type in common
    import altair as alt

    found = marked_values(history, WIDTH)
    base = alt.Chart({"values": [_told(each) for each in found.marks]})
    names = alt.Scale(domain=list(found.names))
    colour = alt.Color("who:N", title=None, scale=names)
    shape = alt.Shape("who:N", title=None, scale=names)
    scale = alt.Scale(domain=list(found.values), nice=False, zero=False)
    axis = alt.Axis(title=None, format=",~f", tickCount=5, tickMinStep=1, minExtent=48)
    x = days_axis(*found.days)
    x.scale = alt.Scale(type="utc", domain=list(found.times))
    y = alt.Y("value:Q", axis=axis, scale=scale)
    heads = [
        base.transform_filter(f"datum.arrow === '{way}'")
        .mark_point(shape=f"triangle-{way}", size=60)
        .encode(x=x, y=alt.Y("tip:Q", scale=scale), color=colour)
        for way in ("up", "down")
    ]
    bars = base.transform_filter("datum.from !== datum.to").mark_rule(strokeWidth=2.2)
    tips = [alt.Tooltip(f"{name}:N") for name in ("who", "number")]
    marks = [
        base.transform_filter(f"datum.isReplaced === {str(is_replaced).lower()}")
        .mark_point(filled=not is_replaced, strokeWidth=2, size=100)
        .encode(x=x, y=y, color=colour, shape=shape, tooltip=tips)
        for is_replaced in (False, True)
    ]
    zoom = alt.selection_interval(bind="scales", name=f"zoom{number}")
    title = shortened(history.label, TITLE_LENGTH)
    return alt.layer(
        bars.encode(x=x, y=alt.Y("from:Q", scale=scale), y2="to:Q", color=colour)
        .properties(name=f"bars{number}")
        .add_params(zoom),
        *heads,
        *marks,
        base.mark_text(style="said", align="left", dx=10).encode(x=x, y=y, text="label:N"),
    ).properties(
        width=WIDTH,
        height=HEIGHT,
        title=alt.TitleParams(f"{title[:1].upper()}{title[1:]}", subtitle=_period(found)),
    )


def _told(mark: dict[str, str | float]) -> dict[str, str | float | bool]:
    number = mark["label"] or f"{mark['value']:,}"
    return {**mark, "number": number, "isReplaced": mark["fade"] != FULL}


def _period(found: MarkedValues) -> str:
    return period_words(*found.days)
