"""Assertions, claims and stories."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.strategies.readings import probabilities
from tests.strategies.words import days, ids, maybe_moments, maybe_names, names, numbers
from whence.ledger.attribution import (
    Basis,
    Stance,
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
from whence.ledger.factuality import Certainty, Polarity, degree_of
from whence.ledger.identity import make_id
from whence.ledger.span import Span
from whence.ledger.story import Copy, Story

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
