"""Outlets as articles print them -> what the store has of each; by pages, never the whole of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, distinct, func, or_, select

from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.story import Copy
from whence.store.articles import end_of
from whence.store.codec import column_text, decode_claim
from whence.store.tables import (
    ARTICLES,
    ASSERTIONS,
    CLAIMS,
    COPIES,
    STORIES,
    STORY_ARTICLES,
)


class Printed(NamedTuple):
    """A name that articles print for an outlet; None where they print none.

    Attributes:
        last: The day or moment of its latest article.
    """

    name: str | None
    article_count: int
    last: str | None


class Nameless(NamedTuple):
    """An article that does not print who published it."""

    article: str
    url: str | None
    agency: str | None
    published_at: str | None


class Own(NamedTuple):
    """Which articles are an outlet's.

    Attributes:
        name: In the ledger.
        printed: As articles write it.
        articles: Ids of those that do not print it.
        day: Only what the store knew at its end; None for now.
    """

    name: str
    printed: tuple[str, ...]
    articles: tuple[str, ...]
    day: str | None


class Piece(NamedTuple):
    """An article of a list."""

    article: str
    title: str | None
    published_at: str | None
    agency: str | None
    supersedes: str | None
    story: str | None
    story_title: str | None


class Given(NamedTuple):
    """How often an outlet gives words to somebody.

    Attributes:
        is_named: Whether it has a name in one article at least.
        claim_count: Claims of which it is the first speaker there.
    """

    name: str | None
    entity: str
    is_named: bool
    claim_count: int
    assertion_count: int


class Voices(NamedTuple):
    """Whose voice the assertions of an outlet's articles are in.

    Attributes:
        own: In its own.
        named: Of a speaker with a name.
        unnamed: Of one without ("officials").
        taken: In the voice of another outlet, whose text was taken.
    """

    own: int
    named: int
    unnamed: int
    taken: int

    @property
    def every(self) -> int:
        """All of them."""
        return sum(self)


def printed_names(connection: Connection, day: str | None = None) -> list[Printed]:
    """The names that articles print, with how many there are."""
    outlet = ARTICLES.c.outlet
    query = select(outlet, func.count(), func.max(ARTICLES.c.published_at))
    if day is not None:
        query = query.where(ARTICLES.c.learned_at < end_of(day))
    rows = connection.execute(query.group_by(outlet).order_by(outlet.nulls_first()))
    return [Printed(*row) for row in rows]


def nameless(connection: Connection, day: str | None = None) -> list[Nameless]:
    """The articles that print no outlet."""
    columns = (ARTICLES.c.id, ARTICLES.c.url, ARTICLES.c.agency, ARTICLES.c.published_at)
    query = select(*columns).where(ARTICLES.c.outlet.is_(None)).order_by(ARTICLES.c.id)
    if day is not None:
        query = query.where(ARTICLES.c.learned_at < end_of(day))
    return [Nameless(*row) for row in connection.execute(query)]


def pieces_of(connection: Connection, own: Own, *, limit: int, offset: int) -> list[Piece]:
    """An outlet's articles, the latest first."""
    ids = (
        select(ARTICLES.c.id)
        .where(_is_own(own))
        .order_by(ARTICLES.c.published_at.desc().nulls_last(), ARTICLES.c.id)
        .limit(limit)
        .offset(offset)
    )
    chosen = list(connection.scalars(ids))
    query = (
        select(
            ARTICLES.c.id,
            ARTICLES.c.title,
            ARTICLES.c.published_at,
            ARTICLES.c.agency,
            ARTICLES.c.supersedes,
            STORIES.c.id,
            STORIES.c.title,
        )
        .outerjoin(STORY_ARTICLES, STORY_ARTICLES.c.article == ARTICLES.c.id)
        .outerjoin(STORIES, STORIES.c.id == STORY_ARTICLES.c.story)
        .where(ARTICLES.c.id.in_(chosen))
        .order_by(STORIES.c.position.desc())
    )
    found = {row[0]: Piece(*row) for row in connection.execute(query)}
    return [found[each] for each in chosen]


def voices_of(connection: Connection, own: Own) -> Voices:
    """In whose voice an outlet's articles speak."""
    told = ASSERTIONS.c.attribution.is_not(None)
    of_itself = ASSERTIONS.c.origin == ASSERTIONS.c.outlet
    query = select(
        func.count(),
        func.count().filter(and_(told, ASSERTIONS.c.is_named)),
        func.count().filter(and_(told, ASSERTIONS.c.is_named.is_(False))),
        func.count().filter(and_(ASSERTIONS.c.attribution.is_(None), of_itself)),
    ).where(*_asserted(own))
    count, named, unnamed, itself = connection.execute(query).one()
    return Voices(itself, named, unnamed, count - named - unnamed - itself)


def given_to(connection: Connection, own: Own, *, limit: int) -> list[Given]:
    """To whom an outlet's articles give words, those first who are given most claims."""
    entity, claims = ASSERTIONS.c.origin_entity, func.count(distinct(ASSERTIONS.c.claim))
    is_told = and_(ASSERTIONS.c.attribution.is_not(None), entity.is_not(None))
    query = (
        select(
            func.min(ASSERTIONS.c.origin),
            entity,
            func.max(case((ASSERTIONS.c.is_named, 1), else_=0)),
            claims,
            func.count(),
        )
        .where(*_asserted(own), is_told)
        .group_by(entity)
        .order_by(claims.desc(), func.count().desc(), entity)
        .limit(limit)
    )
    rows = connection.execute(query)
    return [Given(row[0], row[1], bool(row[2]), row[3], row[4]) for row in rows]


def claims_of(connection: Connection, articles: Sequence[str]) -> list[Claim]:
    """The claims that stand in some articles, by id."""
    own = select(ASSERTIONS.c.claim).where(ASSERTIONS.c.article.in_(articles))
    query = select(CLAIMS.c.record).where(CLAIMS.c.id.in_(own)).order_by(CLAIMS.c.id)
    return [decode_claim(data) for data in connection.scalars(query)]


def copies_of(connection: Connection, articles: Sequence[str]) -> list[Copy]:
    """Which of some articles are another's text, and whose text is theirs."""
    query = select(COPIES).where(
        or_(COPIES.c.article.in_(articles), COPIES.c.original.in_(articles))
    )
    rows = connection.execute(query.order_by(COPIES.c.article))
    return [Copy(row.article, row.original, row.kind) for row in rows]


def copy_counts(connection: Connection, own: Own) -> dict[str, int]:
    """How many of an outlet's articles are copies, by kind."""
    query = (
        select(COPIES.c.kind, func.count())
        .join(ARTICLES, ARTICLES.c.id == COPIES.c.article)
        .where(_is_own(own))
        .group_by(COPIES.c.kind)
        .order_by(COPIES.c.kind)
    )
    rows = connection.execute(query)
    return {row[0]: row[1] for row in rows}


def outlets_of(
    connection: Connection, articles: Sequence[str]
) -> dict[str, tuple[str | None, str | None]]:
    """Outlet, as it is printed, and title of some articles."""
    query = select(ARTICLES.c.id, ARTICLES.c.outlet, ARTICLES.c.title)
    rows = connection.execute(query.where(ARTICLES.c.id.in_(articles)))
    return {row.id: (row.outlet, row.title) for row in rows}


def heading_words(connection: Connection, hedges: Sequence[LostHedge]) -> list[str]:
    """The words of each heading."""
    found = []
    for each in hedges:
        size = each.heading.end - each.heading.start
        words = func.substr(ARTICLES.c.text, each.heading.start + 1, size)
        found.append(connection.scalar(select(words).where(ARTICLES.c.id == each.article)) or "")
    return found


def known_among(connection: Connection, articles: Collection[str], day: str | None) -> set[str]:
    """Those of some articles that the store knew at the end of a day."""
    if day is None:
        return set(articles)
    query = select(ARTICLES.c.id).where(ARTICLES.c.id.in_(articles))
    return set(connection.scalars(query.where(ARTICLES.c.learned_at < end_of(day))))


def _is_own(own: Own) -> ColumnElement[bool]:
    is_printed = ARTICLES.c.outlet.in_([column_text(each) for each in own.printed])
    mine = or_(is_printed, ARTICLES.c.id.in_(own.articles)) if own.articles else is_printed
    return mine if own.day is None else and_(mine, ARTICLES.c.learned_at < end_of(own.day))


def _asserted(own: Own) -> list[ColumnElement[bool]]:
    found = [ASSERTIONS.c.outlet == column_text(own.name)]
    if own.day is not None:
        known = select(ARTICLES.c.id).where(ARTICLES.c.learned_at < end_of(own.day))
        found.append(ASSERTIONS.c.article.in_(known))
    return found
