"""Lines, sections and briefs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from whence.ledger.brief import (
    Brief,
    Computed,
    Evidence,
    Line,
    Reference,
    Section,
    StoryBrief,
)

if TYPE_CHECKING:
    from collections.abc import Sequence


from tests.strategies.readings import span_lists
from tests.strategies.words import ids, maybe_moments, maybe_names, names, words

computed = st.builds(
    Computed,
    names,
    st.sampled_from(["outlet", "name", "date", "band", "count", "heading"]),
    st.none() | ids,
)


@st.composite
def lines(draw: st.DrawFn, references: Sequence[Reference], columns: int = 0) -> Line:
    """A line that rests on one or two of the articles, with as many cells as columns."""
    cited = draw(
        st.lists(
            st.sampled_from(references),
            min_size=1,
            max_size=2,
            unique_by=lambda reference: reference.letter,
        ),
    )
    evidence = tuple(Evidence(reference.article, draw(span_lists("x" * 40))) for reference in cited)
    return Line(
        text=draw(names),
        claims=tuple(draw(st.lists(ids, max_size=2))),
        evidence=evidence,
        computed=tuple(draw(st.lists(computed, max_size=2))),
        cells=tuple(draw(words) for _ in range(columns)),
        references=tuple(reference.letter for reference in cited),
    )


@st.composite
def sections(draw: st.DrawFn, references: Sequence[Reference]) -> Section:
    """A list, or a table of two to five columns."""
    columns = tuple(draw(st.just([]) | st.lists(names, min_size=2, max_size=5)))
    found = st.lists(lines(references, len(columns)), min_size=1, max_size=3)
    return Section(draw(names), tuple(draw(found)), columns)


@st.composite
def reference_lists(draw: st.DrawFn) -> tuple[Reference, ...]:
    """One to three articles with letters from A; the last may be a copy of the first."""
    found = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    return tuple(
        Reference(
            letter="ABC"[at],
            article=article,
            outlet=draw(maybe_names),
            title=draw(maybe_names),
            published_at=draw(maybe_moments),
            url=draw(st.none() | words),
            path=draw(maybe_names),
            copy_of="A" if at and draw(st.booleans()) else None,
        )
        for at, article in enumerate(found)
    )


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief of up to two stories."""
    references = draw(reference_lists())
    found = st.builds(
        StoryBrief,
        ids,
        names,
        words,
        st.integers(0, 3),
        st.lists(sections(references), max_size=2).map(tuple),
    )
    return Brief(
        article_count=len(references),
        outlet_count=draw(st.integers(1, len(references))),
        not_read=tuple(draw(st.lists(names, max_size=2))),
        stories=tuple(draw(st.lists(found, max_size=2))),
        references=references,
        measured=draw(words),
    )
