"""Hypothesis strategies: readings and claims whose spans lie inside their text; a store's rows."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from whence.ledger.article import Article, Block
from whence.ledger.attribution import Attribution, OwnWords
from whence.ledger.claim import Amount, Assertion, Claim
from whence.ledger.entity import Entity, Point
from whence.ledger.factuality import Perceived, Probability
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.time import Time
from whence.store.engine import Store
from whence.store.tables import metadata

T = TypeVar("T")

on_a_shared_store = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
"""For properties with the store of a fixture, which they `empty` before each example."""

any_text = st.text(st.characters(), max_size=20)
"""Every code point, halves of surrogate pairs and NUL among them."""

degrees = st.floats(-3, 3, allow_nan=False)
scores = st.floats(0, 1)
numbers = st.none() | st.integers(-(10**30), 10**30) | st.floats(-1e9, 1e9)
perceptions = st.sampled_from([None, Perceived(0.67, 0.75, 0.8, 5146)])
probabilities = st.builds(Probability, low=scores, high=scores, perceived=perceptions)
points = st.sampled_from([None, Point(51.73, 36.18), Point(-33.87, -151.21)])
ids = st.text("0123456789abcdef", min_size=16, max_size=16)


def some(items: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    """A tuple of a few."""
    return st.lists(items, min_size=least, max_size=3).map(tuple)


def spans_in(text: str) -> st.SearchStrategy[Span]:
    """Spans inside a text of at least one character."""
    places = st.integers(0, len(text) - 1)
    return st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair) + 1))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading of an article, with every field filled somehow."""
    text = draw(st.text(st.characters(), min_size=1, max_size=40))
    span = spans_in(text)
    block = span.flatmap(
        lambda one: st.builds(Block, start=st.just(one.start), end=st.just(one.end))
    )
    article = st.builds(Article, id=ids, text=st.just(text), blocks=some(block))
    attribution = st.builds(
        Attribution,
        id=ids,
        source=some(span),
        cue=some(span),
        content=some(span, least=1),
        degree=degrees,
        score=scores,
        probability=st.none() | probabilities,
    )
    quantity = st.builds(Quantity, span=span, low=numbers, high=numbers)
    return Reading(
        path=draw(any_text),
        article=draw(article),
        sentences=draw(some(span)),
        entities=draw(
            st.lists(
                st.builds(Entity, id=ids, mentions=some(span), point=points),
                max_size=3,
            ).map(tuple)
        ),
        attributions=draw(some(attribution)),
        quantities=draw(some(quantity)),
        times=draw(some(st.builds(Time, span=span))),
        own_words=draw(some(st.builds(OwnWords, span=span, degree=degrees))),
        notices=draw(some(st.builds(Notice, span=st.none() | span))),
    )


assertions = st.builds(
    Assertion,
    span=some(spans_in("x" * 50), least=1),
    degree=degrees,
    probability=st.none() | probabilities,
    quantity=st.none() | st.builds(Amount, low=numbers, high=numbers),
)

counts = st.integers(0, 10**6)

claims = st.builds(
    Claim,
    id=ids,
    assertions=some(assertions),
    origin_count=counts,
    origin_count_high=counts,
    outlet_count=counts,
)


def empty(store: Store) -> None:
    """Take every row out."""
    with store.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            if not table.name.startswith("searched_"):  # triggers empty these
                connection.execute(table.delete())


def an_article(name: str, url: str | None = None) -> Article:
    """An article whose id, path and text have a letter in them."""
    return Article(
        id=name * 16,
        path=f"{name}.txt",
        url=url,
        outlet="The Lamp",
        title=f"Title {name}",
        authors=("Ada Roe", "Bo Lind"),
        published_at=None,
        language="en",
        text=f"Text {name}.",
        blocks=(),
    )
