"""An outlet of a store -> whose words it prints, and what becomes of claims in its articles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.ledger.claim import Assertion, Claim, Relation, RelationKind, Status
from whence.ledger.drift import Drift, LostHedge
from whence.ledger.story import Copy
from whence.store.drift import lost_hedges_of
from whence.store.engine import Store
from whence.store.prints import (
    Given,
    Own,
    Piece,
    Voices,
    claims_of,
    copies_of,
    copy_counts,
    given_to,
    heading_words,
    known_among,
    outlets_of,
    pieces_of,
    voices_of,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

MENDING = frozenset({RelationKind.CORRECTS, RelationKind.SUPERSEDES})


@dataclass(frozen=True, slots=True)
class Profile:
    """What all articles of an outlet say together; see `store.prints`."""

    voices: Voices
    given: tuple[Given, ...]
    copies: dict[str, int]


def profile_of(store: Store, own: Own, *, most: int) -> Profile:
    """Whose words an outlet prints.

    Args:
        store: Open.
        own: Which articles are its.
        most: Speakers.
    """
    with store.reading() as connection:
        return Profile(
            voices=voices_of(connection, own),
            given=tuple(given_to(connection, own, limit=most)),
            copies=copy_counts(connection, own),
        )


@dataclass(frozen=True, slots=True)
class FirstReport:
    """A claim that an outlet printed before the others.

    Attributes:
        article: Where.
        others: Outlets that told it later, in their order.
        day: When it was printed.
    """

    claim: Claim
    article: str
    others: tuple[str, ...]
    day: str | None


@dataclass(frozen=True, slots=True)
class Firmer:
    """A heading that is firmer than its text, and its words."""

    hedge: LostHedge
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some articles of an outlet, and what became of claims in them.

    Attributes:
        pieces: The latest first.
        first_reports: Of claims that others told later.
        firmer: Headings that are firmer than the text under them.
        drifts: What changed where a claim was passed on into these articles.
        mended: Claims first told in them that correct or replace another.
        withdrawn: Claims told in them that were taken back; not told of a day gone by.
        copies: Between these articles and others.
        others: Outlet and title of the other articles, by id.
    """

    pieces: tuple[Piece, ...]
    first_reports: tuple[FirstReport, ...]
    firmer: tuple[Firmer, ...]
    drifts: tuple[tuple[Claim, Drift], ...]
    mended: tuple[tuple[Claim, Relation], ...]
    withdrawn: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    others: dict[str, tuple[str | None, str | None]]


def page_of(store: Store, own: Own, *, limit: int, offset: int) -> Page:
    """Some of an outlet's articles, the latest first.

    Args:
        store: Open.
        own: Which articles are its.
        limit: Of the list.
        offset: How many to pass over.
    """
    with store.reading() as connection:
        pieces = pieces_of(connection, own, limit=limit, offset=offset)
        ids = [each.article for each in pieces]
        claims = claims_of(connection, ids)
        known = known_among(connection, _articles_of(claims), own.day)
        copies = _known_copies(connection, ids, own.day)
        hedges = lost_hedges_of(connection, ids)
        drifts = list(_drifts(claims, ids, known))
        others = {article for each in copies for article in (each.article, each.original)}
        others |= {each.before.article for _, each in drifts}
        return Page(
            pieces=tuple(pieces),
            first_reports=tuple(_first_reports(claims, own.name, ids, known)),
            firmer=tuple(_firmer(connection, hedges)),
            drifts=tuple(drifts),
            mended=tuple(_mended(claims, ids, known, is_now=own.day is None)),
            withdrawn=tuple(_withdrawn(claims)) if own.day is None else (),
            copies=tuple(copies),
            others=outlets_of(connection, sorted(others)),
        )


def _known_copies(connection: Connection, articles: Sequence[str], day: str | None) -> list[Copy]:
    found = copies_of(connection, articles)
    both = {article for each in found for article in (each.article, each.original)}
    known = known_among(connection, both, day)
    return [each for each in found if {each.article, each.original} <= known]


def _articles_of(claims: Iterable[Claim]) -> set[str]:
    return {each.article for claim in claims for each in claim.assertions}


def _firmer(connection: Connection, hedges: Sequence[LostHedge]) -> Iterator[Firmer]:
    for hedge, words in zip(hedges, heading_words(connection, hedges), strict=True):
        yield Firmer(hedge, words)


def _prints(claim: Claim, known: Collection[str]) -> list[Assertion]:
    """Its known assertions in texts that are no copies, in the order in which they were printed."""
    own = [each for each in claim.assertions if each.article in known and not each.copied_from]
    return sorted(own, key=lambda each: (each.printed_at or "9999", each.article))


def _first_reports(
    claims: Iterable[Claim], outlet: str, articles: Collection[str], known: Collection[str]
) -> Iterator[FirstReport]:
    """Claims whose first print is in these articles, and whose day of print no other shares."""
    for claim in claims:
        prints = _prints(claim, known)
        others = tuple(
            dict.fromkeys(each.outlet for each in prints if each.outlet and each.outlet != outlet)
        )
        if not others or prints[0].article not in articles or prints[0].printed_at is None:
            continue
        later = next(each for each in prints if each.outlet and each.outlet != outlet)
        if _is_before(prints[0].printed_at, later.printed_at):
            yield FirstReport(claim, prints[0].article, others, prints[0].printed_at)


def _is_before(one: str, other: str | None) -> bool:
    """Whether a moment comes before another; a day and a moment of it cannot be told apart."""
    if other is None:
        return False
    size = min(len(one), len(other))
    return one[:size] < other[:size]


def _drifts(
    claims: Iterable[Claim], articles: Collection[str], known: Collection[str]
) -> Iterator[tuple[Claim, Drift]]:
    for claim in claims:
        for each in claim.drifts:
            if each.after.article in articles and each.before.article in known:
                yield claim, each


def _mended(
    claims: Iterable[Claim], articles: Collection[str], known: Collection[str], *, is_now: bool
) -> Iterator[tuple[Claim, Relation]]:
    """What corrects or replaces another claim; on a day gone by, one that was known then."""
    prints = {claim.id: _prints(claim, known) for claim in claims}
    for claim in claims:
        first = next(iter(prints[claim.id]), None)
        for each in claim.relations:
            is_told = is_now or bool(prints.get(each.claim))
            if each.kind in MENDING and is_told and first and first.article in articles:
                yield claim, each


def _withdrawn(claims: Iterable[Claim]) -> Iterator[Claim]:
    return (each for each in claims if each.status is Status.WITHDRAWN)
