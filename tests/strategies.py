"""Hypothesis strategies for the records: every value is one that whence could make.

Text is meant to be hard: marks of HTML, quotation marks of all kinds, escape sequences,
overrides of direction, wide, combining and astral characters. Spans lie in the text that they
are drawn for, blocks are apart from each other, ids are what the record's own hash gives.
"""

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
from whence.ledger.brief import (
    Brief,
    Computed,
    Evidence,
    Line,
    Reference,
    Section,
    StoryBrief,
)
from whence.ledger.claim import (
    Amount,
    Assertion,
    Claim,
    Conflict,
    Detail,
    Link,
    Origin,
    Status,
)
from whence.ledger.entity import Entity, EntityKind, entity_id
from whence.ledger.factuality import Certainty, Polarity, Probability, degree_of
from whence.ledger.identity import make_id
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span, Spans, hull
from whence.ledger.story import Copy, Story
from whence.ledger.time import Time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.quantity import Number

HARD = "<>&\"'“”‘’«»=+-@|*_`[]()\\#~$%…–—\t\x1b\x07\u202e\u2066\u200b\u0301\ufeff語🇬🇧𝒳é"
"""Characters that have broken programs of this kind."""

letters = st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,")
characters = st.one_of(
    letters,
    letters,
    st.sampled_from(HARD),
    st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"),
)

words = st.text(characters, min_size=1, max_size=24)
"""A name, a title, a cue: one line, mostly plain."""

names = words.filter(lambda text: bool(text.strip()))
"""Words that are not white space alone."""

ids = st.binary(min_size=1, max_size=4).map(lambda seed: make_id("id", seed.hex()))
maybe_names = st.none() | names
days = st.dates().map(lambda day: day.isoformat())
moments = days | st.datetimes().map(
    lambda moment: moment.replace(microsecond=0).isoformat() + "Z",
)
maybe_moments = st.none() | moments
scores = st.floats(0, 1)
numbers: st.SearchStrategy[Number] = st.integers(-(10**18), 10**18) | st.floats(
    -1e9, 1e9, allow_nan=False
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


@st.composite
def probabilities(draw: st.DrawFn) -> Probability:
    """Estimative words, with a band or without."""
    if draw(st.booleans()):
        return Probability(None, None, draw(maybe_names), draw(names))
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


links = st.builds(Link, maybe_names, st.none() | ids, maybe_names)
amounts = st.builds(Amount, st.none() | numbers, st.none() | numbers, maybe_names)


@st.composite
def assertions(draw: st.DrawFn) -> Assertion:
    """One line of the ledger, its chain one to four links long."""
    outlet = draw(maybe_names)
    further = draw(st.lists(links, max_size=3))
    certainty, polarity = draw(st.sampled_from(Certainty)), draw(st.sampled_from(Polarity))
    start = draw(st.integers(0, 1000))
    text = draw(names)
    return Assertion(
        article=draw(ids),
        attribution=draw(ids) if further else None,
        span=(Span(start, start + len(text)),),
        chain=(Link(outlet, None, None), *further),
        stance=draw(st.sampled_from(Stance)),
        degree=degree_of(certainty, polarity),
        quantity=draw(st.none() | amounts),
        asserted_at=draw(maybe_moments),
        certainty=certainty,
        probability=draw(st.none() | probabilities()),
        outlet=outlet,
        text=text,
        is_named=draw(st.booleans()),
        is_heading=draw(st.booleans()),
        quantity_is_approximate=draw(st.booleans()),
        basis=draw(st.none() | st.sampled_from(Basis).map(lambda basis: basis.value)),
        refers_to=draw(st.none() | ids),
    )


origins = st.builds(Origin, maybe_names, st.none() | ids, st.booleans(), st.integers(1, 9))
conflicts = st.builds(Conflict, ids, st.sampled_from(Detail), names)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    """A claim with one to four assertions; its counts are free but in order."""
    first, last = sorted((draw(days), draw(days)))
    least = draw(st.integers(1, 4))
    return Claim(
        id=draw(ids),
        story=draw(st.none() | ids),
        text=draw(names),
        status=draw(st.sampled_from(Status)),
        first_seen_at=first,
        last_seen_at=last,
        assertions=tuple(draw(st.lists(assertions(), min_size=1, max_size=4))),
        origins=tuple(draw(st.lists(origins, min_size=1, max_size=3))),
        origin_count=least,
        origin_count_high=least + draw(st.integers(0, 3)),
        outlet_count=draw(st.integers(1, 4)),
        conflicts=tuple(draw(st.lists(conflicts, max_size=2))),
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story with at least one article."""
    first, last = sorted((draw(days), draw(days)))
    found = draw(st.lists(ids, min_size=1, max_size=3, unique=True))
    return Story(
        id=make_id("story", found[0]),
        title=draw(maybe_names),
        articles=tuple(found),
        first_seen_at=first,
        last_seen_at=last,
        entities=tuple(draw(st.lists(ids, max_size=3, unique=True))),
        claim_count=draw(st.integers(0, 99)),
    )


copies = st.builds(Copy, ids, ids, st.sampled_from(["exact", "near", "wire"]))
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
    )
