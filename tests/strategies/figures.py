"""Figures and their histories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from tests.strategies.words import ids, maybe_moments, maybe_names, names, numbers
from whence.ledger.figure import Figure, History, figure_id, history_id
from whence.ledger.span import Span

near_days = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(lambda day: day.isoformat())


@st.composite
def figures(draw: st.DrawFn, story: str = "s1") -> Figure:
    """One figure: a bound, two, or none."""
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    article, start = draw(ids), draw(st.integers(0, 1000))
    attribution = draw(st.none() | ids)
    span = Span(start, start + draw(st.integers(1, 30)))
    return Figure(
        id=figure_id(article, span),
        story=story,
        claim=draw(st.none() | ids),
        article=article,
        attribution=attribution,
        span=span,
        words=draw(names),
        low=low,
        high=high,
        is_approximate=draw(st.booleans()),
        change=draw(st.sampled_from([None, None, None, "increase", "decrease"])),
        is_total=draw(st.booleans()),
        unit=draw(maybe_names),
        of=draw(maybe_names),
        place=draw(maybe_names),
        said_on=draw(st.none() | near_days),
        printed_at=draw(maybe_moments),
        outlet=draw(maybe_names),
        origin=draw(maybe_names),
        origin_entity=draw(st.none() | ids),
        via=tuple(draw(st.lists(names, max_size=2))),
        is_named=draw(st.booleans()),
        is_heading=draw(st.booleans()),
        copied_from=draw(st.none() | ids),
    )


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A history of one to five figures; the first may be replaced by the last."""
    found = draw(st.lists(figures(), min_size=1, max_size=5, unique_by=lambda each: each.id))
    if len(found) > 1 and draw(st.booleans()):
        found[0] = replace(found[0], superseded_by=found[-1].id, why=draw(names))
    return History(history_id(found[0].id), "s1", draw(names), tuple(found))
