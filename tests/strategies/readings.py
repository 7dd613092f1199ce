"""Articles and what is read in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from whence.ledger.article import Article, Block, BlockKind, article_id
from whence.ledger.attribution import (
    Attribution,
    Basis,
    Medium,
    OwnWords,
    Quotation,
    Stance,
    attribution_id,
)
from whence.ledger.entity import Entity, EntityKind, Point, entity_id
from whence.ledger.factuality import Certainty, Perceived, Polarity, Probability, degree_of
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans, hull
from whence.ledger.time import Time

if TYPE_CHECKING:
    from collections.abc import Sequence


from tests.strategies.words import (
    characters,
    days,
    maybe_moments,
    maybe_names,
    names,
    numbers,
    scores,
    words,
)


@st.composite
def article_texts(draw: st.DrawFn) -> str:
    """A few lines, some empty; at least one character that is not white space."""
    lines = draw(st.lists(st.text(characters, max_size=60), min_size=1, max_size=6))
    text = "\n".join(lines)
    return text if text.strip() else text + "x"


@st.composite
def spans(draw: st.DrawFn, text: str, start: int = 0, end: int | None = None) -> Span:
    """A span of `text[start:end]`, which has at least one character."""
    limit = len(text) if end is None else end
    first = draw(st.integers(start, limit - 1))
    return Span(first, draw(st.integers(first + 1, limit)))


@st.composite
def span_lists(
    draw: st.DrawFn,
    text: str,
    start: int = 0,
    end: int | None = None,
    *,
    least: int = 1,
) -> Spans:
    """Ascending pieces that do not overlap: one, seldom two; none where `least` is 0."""
    limit = len(text) if end is None else end
    if least == 0 and draw(st.booleans()):
        return ()
    edges = draw(st.lists(st.integers(start, limit), min_size=2, max_size=4, unique=True))
    edges.sort()
    return tuple(Span(*edges[at : at + 2]) for at in range(0, len(edges) - 1, 2))


@st.composite
def block_lists(draw: st.DrawFn, text: str) -> tuple[Block, ...]:
    """One block for each line that is not white space, trimmed."""
    found = [match.span() for match in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text)]
    return tuple(Block(draw(st.sampled_from(BlockKind)), *place) for place in found)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article; its words all lie in blocks."""
    text = draw(article_texts())
    outlet, url, title = draw(maybe_names), draw(st.none() | words), draw(maybe_names)
    return Article(
        id=article_id(outlet, url, title, text),
        path=draw(maybe_names),
        url=url,
        outlet=outlet,
        title=title,
        authors=tuple(draw(st.lists(names, max_size=2))),
        published_at=draw(maybe_moments),
        language=draw(st.sampled_from([None, "en", "nl"])),
        text=text,
        blocks=draw(block_lists(text)),
        agency=draw(maybe_names),
    )


points = st.sampled_from([None, Point(51.73, 36.18), Point(-33.87, -151.21)])
"""Where a place lies, or nowhere known."""

perceptions = st.sampled_from([None, Perceived(0.67, 0.75, 0.8, 5146)])
"""Quartiles of what some people understand, or none."""


@st.composite
def probabilities(draw: st.DrawFn) -> Probability:
    """Estimative words, with a band or without."""
    if draw(st.booleans()):
        return Probability(None, None, draw(maybe_names), draw(names), draw(perceptions))
    low, high = sorted((draw(scores), draw(scores)))
    return Probability(low, high, draw(maybe_names), draw(names))


@st.composite
def attributions(
    draw: st.DrawFn, article: Article, entities: Sequence[Entity], outer: Attribution | None
) -> Attribution:
    """An attribution somewhere in the article, or in the content of an outer one."""
    place = hull(outer.content) if outer else Span(0, len(article.text))
    source = draw(span_lists(article.text, *place, least=0))
    cue = draw(span_lists(article.text, *place, least=0))
    content = draw(span_lists(article.text, *place))
    certainty, polarity = draw(st.sampled_from(Certainty)), draw(st.sampled_from(Polarity))
    known = [entity.id for entity in entities]
    return Attribution(
        id=attribution_id(article.id, source, cue, content),
        source=source,
        cue=cue,
        content=content,
        quotation=draw(st.sampled_from(Quotation)),
        within=outer.id if outer else None,
        entity=draw(st.sampled_from([None, *known])) if source else None,
        stance=draw(st.sampled_from(Stance)),
        certainty=certainty,
        polarity=polarity,
        degree=degree_of(certainty, polarity),
        probability=draw(st.none() | probabilities()),
        basis=draw(st.none() | st.sampled_from(Basis)),
        medium=draw(st.none() | st.sampled_from(Medium)),
        said_at=draw(maybe_moments),
        is_named=bool(source) and draw(st.booleans()),
        score=draw(scores),
        reader=draw(names),
    )


@st.composite
def attribution_lists(
    draw: st.DrawFn, article: Article, entities: Sequence[Entity]
) -> tuple[Attribution, ...]:
    """Up to five, some within others; ids differ."""
    found: dict[str, Attribution] = {}
    for _ in range(draw(st.integers(0, 5))):
        outer = draw(st.sampled_from([None, *found.values()]))
        attribution = draw(attributions(article, entities, outer))
        found.setdefault(attribution.id, attribution)
    return tuple(found.values())


@st.composite
def entities(draw: st.DrawFn, text: str) -> Entity:
    """An entity with mentions in the text."""
    kind, name = draw(st.sampled_from(EntityKind)), draw(names)
    return Entity(
        id=entity_id(kind, name),
        name=name,
        kind=kind,
        country=draw(st.sampled_from([None, "GBR", "KOR"])),
        role=draw(maybe_names),
        sector=draw(st.sampled_from([None, "GOV", "MIL"])),
        affiliation=draw(maybe_names),
        mentions=draw(span_lists(text)),
        point=draw(points),
    )


@st.composite
def quantities(draw: st.DrawFn, text: str, owners: Sequence[str] = ()) -> Quantity:
    """A number in the text, owned by one of some attributions or by none."""
    low, high = draw(st.none() | numbers), draw(st.none() | numbers)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(
        span=draw(spans(text)),
        low=low,
        high=high,
        is_approximate=draw(st.booleans()),
        unit=draw(maybe_names),
        of=draw(maybe_names),
        attribution=draw(st.sampled_from([None, *owners])),
        change=draw(st.sampled_from([None, "increase", "decrease"])),
    )


@st.composite
def times(draw: st.DrawFn, text: str) -> Time:
    """A day in the text, read or not."""
    span, value = draw(spans(text)), draw(st.none() | days)
    return Time(span, value, value, value)


@st.composite
def notices(draw: st.DrawFn, text: str | None = None) -> Notice:
    """A notice about the whole or, with a text, about a place in it."""
    span = draw(st.none() | spans(text)) if text else None
    return Notice(draw(st.sampled_from(["empty", "not_read", "no_date"])), span, draw(names))


@st.composite
def own_words(draw: st.DrawFn, article: Article) -> OwnWords:
    """A whole block in the outlet's own voice; the article has at least one."""
    block = draw(st.sampled_from(article.blocks))
    certainty, polarity = draw(st.sampled_from(Certainty)), draw(st.sampled_from(Polarity))
    degree = degree_of(certainty, polarity)
    return OwnWords(block.span, block.kind, certainty, polarity, degree)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """What was read in an article, with all links between its records."""
    article = draw(articles())
    text = article.text
    known = {each.id: each for each in draw(st.lists(entities(text), max_size=2))}
    found = draw(attribution_lists(article, list(known.values())))
    owners = [attribution.id for attribution in found]
    return Reading(
        path=article.path or "-",
        article=article,
        sentences=tuple(block.span for block in article.blocks),
        entities=tuple(known.values()),
        attributions=found,
        quantities=tuple(draw(st.lists(quantities(text, owners), max_size=2))),
        times=tuple(draw(st.lists(times(text), max_size=1))),
        own_words=tuple(draw(st.lists(own_words(article), max_size=1))),
        notices=tuple(draw(st.lists(notices(text), max_size=1))),
    )


@st.composite
def failed_readings(draw: st.DrawFn) -> Reading:
    """An input that could not be read, and why."""
    why = draw(st.lists(notices(), min_size=1, max_size=2))
    return Reading(path=draw(names), article=None, notices=tuple(why))
