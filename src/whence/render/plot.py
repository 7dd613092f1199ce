"""Histories of numbers -> a picture of each over time, as SVG or PNG.

One mark for each first speaker and value: its shape and colour are the speaker's. An arrow
up is a lower bound, one down an upper bound, a bar a range; what was replaced is faded. The
colours are those of Okabe and Ito (2008, https://jfly.uni-koeln.de/color/), which people
who see colours differently can tell apart; the shapes say the same.
"""

from __future__ import annotations

import re
from datetime import date
from html import escape
from typing import TYPE_CHECKING, Any

from whence.render.histories import figure_words
from whence.render.marked_values import FADED, MarkedValues, levels_of, marked_values
from whence.render.phrases import day_words, name_words
from whence.render.visible import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.figure import History

FEWEST = 3
"""Marks that a picture is worth."""

WIDTH, HEIGHT = 560, 240
"""Of the plotting area, in pixels of the drawing's own size."""

SCALE = 2.0
"""Pixels of a PNG for one of the drawing."""

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#333333")
SHAPES = ("circle", "square", "diamond", "cross", "M-1,-1L1,0L-1,1Z", "M1,-1L-1,0L1,1Z")
INK, FAINT, RULE = "#1c1c1c", "#63615c", "#d9d6cf"
TITLE_LENGTH = 80
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
DAILY, FORTNIGHT = 14, 28  # days between the ends up to which each, or every other, has a tick
LEGEND_COLUMNS = 3

_ID = re.compile(r'\bid="([^"]+)"')
_NAMESPACE = re.compile(r'\sxmlns(?::\w+)?="[^"]*"')


def is_worth_a_plot(history: History) -> bool:
    """Whether it has so many levels, not all the same, that a picture tells more than a line."""
    levels = levels_of(history)
    return len(levels) >= FEWEST and len({(each.low, each.high) for each in levels}) > 1


def plotted(histories: Sequence[History]) -> list[History]:
    """Those that are worth a picture; where none is, all that have a level."""
    worth = [each for each in histories if is_worth_a_plot(each)]
    return worth or [each for each in histories if levels_of(each)]


def plots_svg(histories: Sequence[History]) -> str:
    """All of some histories, one under the other; the same bytes for the same histories."""
    return _svg(histories, "p")


def plots_png(histories: Sequence[History]) -> bytes:
    """The same as pixels."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_png(_sheet(histories), scale=SCALE))


def inline_svg(history: History) -> str:
    """One history for a page: without namespaces, with ids of its own."""
    return _NAMESPACE.sub("", _svg([history], f"h{history.id[:8]}-"))


def _svg(histories: Sequence[History], prefix: str) -> str:
    """The drawing, with a text alternative that says the same.

    Its ids count from one, because the maker's go on from call to call.
    """
    import vl_convert

    drawing: str = vl_convert.vegalite_to_svg(_sheet(histories))
    for number, name in enumerate(dict.fromkeys(_ID.findall(drawing)), start=1):
        place = re.compile(rf'(id="|url\(#|href="#){re.escape(name)}(?=[")])')
        drawing = place.sub(rf"\g<1>{prefix}{number}", drawing)
    said = escape(". ".join(map(described, histories)))
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="{said}" ', 1)
    return drawing if drawing.endswith("\n") else f"{drawing}\n"


def described(history: History) -> str:
    """`people had died: at least 14 (Ada Lund, 3 June 2025), replaced; 27 (…)`."""
    levels = sorted(levels_of(history), key=lambda each: each.said_on or "")
    told = [
        f"{figure_words(each)} ({name_words(each.origin)}, {day_words(each.said_on)})"
        + (", replaced" if each.superseded_by else "")
        for each in levels
    ]
    return f"{one_line(history.label)}: {'; '.join(told)}"


def _sheet(histories: Sequence[History]) -> str:
    """The drawing in Vega-Lite's own words."""
    import altair as alt

    charts = [_chart(each) for each in histories]
    sheet = alt.vconcat(*charts, spacing=40).resolve_scale(
        color="independent", shape="independent", x="independent", y="independent"
    )
    styled = (
        sheet.configure(font=FONT, background="#ffffff", padding=14)
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=FAINT, gridColor=RULE, domainColor=RULE, tickColor=RULE, labelFontSize=12
        )
        .configure_legend(
            orient="bottom",
            direction="horizontal",
            columns=LEGEND_COLUMNS,
            labelColor=INK,
            labelFontSize=12,
            labelLimit=230,
            symbolSize=90,
            symbolOpacity=1,
            offset=12,
        )
        .configure_title(
            anchor="start",
            color=INK,
            fontSize=16,
            subtitleColor=FAINT,
            subtitleFontSize=12,
            subtitlePadding=6,
            offset=12,
        )
    )
    return str(styled.to_json())


def _chart(history: History) -> Any:  # noqa: ANN401 - altair's charts have no useful type in common
    """One history: bars and arrows of bounds, marks, and the value beside a mark."""
    import altair as alt

    found = marked_values(history, WIDTH)
    base = alt.Chart({"values": list(found.marks)})
    names = list(found.names)
    colour = alt.Color("who:N", title=None, scale=alt.Scale(domain=names, range=_colours(names)))
    shape = alt.Shape("who:N", title=None, scale=alt.Scale(domain=names, range=_shapes(names)))
    x, scale = _time_axis(found), alt.Scale(domain=list(found.values), nice=False, zero=False)
    y = alt.Y(
        "value:Q",
        axis=alt.Axis(title=None, format=",~f", tickCount=5, tickMinStep=1, minExtent=48),
        scale=scale,
    )
    fade = alt.Opacity("fade:Q", scale=None, legend=None)
    bars = base.transform_filter("datum.from !== datum.to").mark_rule(strokeWidth=2.2)
    heads = [
        base.transform_filter(f"datum.arrow === '{way}'")
        .mark_point(shape=f"triangle-{way}", filled=True, size=60)
        .encode(x=x, y=alt.Y("tip:Q", scale=scale), color=colour, opacity=fade)
        for way in ("up", "down")
    ]
    marks = base.mark_point(filled=True, size=110)
    said = base.mark_text(align="left", dx=10, fontSize=12, color=INK)
    title = shortened(history.label, TITLE_LENGTH)
    return alt.layer(
        bars.encode(x=x, y=alt.Y("from:Q", scale=scale), y2="to:Q", color=colour, opacity=fade),
        *heads,
        marks.encode(x=x, y=y, color=colour, shape=shape, opacity=fade),
        said.encode(x=x, y=y, text="label:N"),
    ).properties(
        width=WIDTH,
        height=HEIGHT,
        title=alt.TitleParams(f"{title[:1].upper()}{title[1:]}", subtitle=_key(found)),
    )


def _key(found: MarkedValues) -> str:
    """The days that it covers, and what its signs mean."""
    signs = {
        "arrow up: at least": any(each["arrow"] == "up" for each in found.marks),
        "arrow down: at most": any(each["arrow"] == "down" for each in found.marks),
        "bar: a range": any(
            not each["arrow"] and each["from"] != each["to"] for each in found.marks
        ),
        "faded: since replaced": any(each["fade"] == FADED for each in found.marks),
    }
    parts = [_period(*found.days), *(words for words, is_there in signs.items() if is_there)]
    return "  ·  ".join(parts)


def _period(first: str, last: str) -> str:
    """`3 June – 11 June 2025`: the year once where it is one."""
    begin, end = day_words(first), day_words(last)
    if first[:4] == last[:4] and first != last:
        begin = begin.rpartition(" ")[0]
    return end if first == last else f"{begin} – {end}"


def _time_axis(found: MarkedValues) -> Any:  # noqa: ANN401 - as above
    """Days from left to right; over more than one year, months."""
    import altair as alt

    first, last = (date.fromisoformat(each) for each in found.days)
    length = (last - first).days
    step = 1 if length <= DAILY else 2
    ticks: Any = {"interval": "day", "step": step} if length <= FORTNIGHT else 8
    is_long = first.year != last.year
    return alt.X(
        "at:T",
        scale=alt.Scale(type="utc", domain=list(found.times)),
        axis=alt.Axis(
            title=None,
            format="%b %Y" if is_long else "%-d %b",
            grid=False,
            tickCount=ticks,
            labelFlush=False,
            labelOverlap=True,
        ),
    )


def _colours(names: Sequence[str]) -> list[str]:
    return [COLOURS[at % len(COLOURS)] for at in range(len(names))]


def _shapes(names: Sequence[str]) -> list[str]:
    """A shape for each; with one shape fewer than colours no pair comes twice before 42."""
    return [SHAPES[at % len(SHAPES)] for at in range(len(names))]
