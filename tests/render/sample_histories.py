"""A toll of four speakers in five days."""

from __future__ import annotations

from dataclasses import replace

from whence.ledger.figure import Figure, History, figure_id, history_id
from whence.ledger.quantity import Number
from whence.ledger.span import Span


def figure(
    who: str,
    words: str,
    low: Number | None,
    high: Number | None,
    day: str,
    outlet: str = "Harbour Post",
) -> Figure:
    """A figure that a person gives in an article of its own."""
    article, span = f"{outlet} {day}", Span(10, 10 + len(words))
    return Figure(
        id=figure_id(article + who, span),
        story="s1",
        claim="c1",
        article=article,
        attribution=f"a-{who}",
        span=span,
        words=words,
        low=low,
        high=high,
        is_approximate=False,
        change=None,
        is_total=False,
        unit="people",
        of=None,
        place="Veldhaven",
        said_on=day,
        printed_at=day,
        outlet=outlet,
        origin=who,
        origin_entity=f"e-{who}",
        via=(),
        is_named=True,
        is_heading=False,
        copied_from=None,
    )


COUNT = figure("Ada Lund", "27", 27, 27, "2031-03-08")
FIRST = replace(
    figure("Ilse Brandt", "At least 14", 14, None, "2031-03-04"),
    superseded_by=COUNT.id,
    why="the text says so: “This replaces every count before it”",
)
COPY = replace(
    FIRST,
    id="copy",
    article="Coast Mirror",
    outlet="Coast Mirror",
    printed_at="2031-03-05",
    copied_from=FIRST.article,
)
CEILING = replace(
    figure("T. Hale", "As many as 30", None, 30, "2031-03-05", "Northern Courier"),
    via=("Harbour Radio",),
)
RANGE = figure("Police", "20 to 25", 20, 25, "2031-03-06", "Northern Courier")
TOLL = History(history_id(FIRST.id), "s1", "people had died", (FIRST, COPY, CEILING, RANGE, COUNT))
CHANGE = History(
    "h2",
    "s1",
    "metres since Monday",
    (replace(figure("T. Hale", "six", 6, 6, "2031-03-05"), change="decrease", unit="metres"),),
)
