"""Numbers of an index -> hits: what was found, where it stands, with its words marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, FromClause, Select, and_, func, select

from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.ledger.hit import Hit, Kind
from whence.ledger.span import Span
from whence.store.tables import (
    ARTICLES,
    ASSERTIONS,
    ATTRIBUTIONS,
    CLAIMS,
    ENTITIES,
    SEARCHED_ARTICLES,
    SEARCHED_ASSERTIONS,
    SEARCHED_QUOTATIONS,
    STORY_ARTICLES,
)
from whence.text.excerpts import make_excerpt
from whence.text.queries import Term


def joined(kind: Kind) -> FromClause:
    """The numbers of a kind with what they number, and its article."""
    if kind is Kind.ARTICLES:
        return SEARCHED_ARTICLES.join(ARTICLES, ARTICLES.c.id == SEARCHED_ARTICLES.c.article)
    if kind is Kind.QUOTATIONS:
        own = SEARCHED_QUOTATIONS.join(
            ATTRIBUTIONS, ATTRIBUTIONS.c.id == SEARCHED_QUOTATIONS.c.attribution
        )
        return own.join(ARTICLES, ARTICLES.c.id == ATTRIBUTIONS.c.article)
    own = SEARCHED_ASSERTIONS.join(
        ASSERTIONS,
        and_(
            ASSERTIONS.c.claim == SEARCHED_ASSERTIONS.c.claim,
            ASSERTIONS.c.position == SEARCHED_ASSERTIONS.c.position,
        ),
    )
    return own.join(ARTICLES, ARTICLES.c.id == ASSERTIONS.c.article)


def load_hits(
    connection: Connection, kind: Kind, scores: dict[int, float], terms: Sequence[Term]
) -> list[Hit]:
    """The hits with some numbers, in their order.

    Args:
        connection: Any.
        kind: Which numbers they are.
        scores: By number.
        terms: What is marked.
    """
    numbers = {
        Kind.ARTICLES: SEARCHED_ARTICLES,
        Kind.QUOTATIONS: SEARCHED_QUOTATIONS,
        Kind.CLAIMS: SEARCHED_ASSERTIONS,
    }[kind].c.number
    query = _rows(kind).add_columns(numbers.label("number")).where(numbers.in_(list(scores)))
    found = {row.number: row for row in connection.execute(query)}
    return [
        _hit(kind, found[number], score, terms)
        for number, score in scores.items()
        if number in found
    ]


def _rows(kind: Kind) -> Select[Any]:
    """What hits of a kind are made of."""
    story = (
        select(func.min(STORY_ARTICLES.c.story))
        .where(STORY_ARTICLES.c.article == ARTICLES.c.id)
        .scalar_subquery()
    )
    shared = (
        ARTICLES.c.id.label("article"),
        ARTICLES.c.title,
        ARTICLES.c.outlet,
        ARTICLES.c.published_at,
        ARTICLES.c.learned_at,
        story.label("story"),
    )
    if kind is Kind.ARTICLES:
        return select(*shared, ARTICLES.c.text).select_from(joined(kind))
    if kind is Kind.QUOTATIONS:
        own = ATTRIBUTIONS.c
        name = (
            select(ENTITIES.c.name)
            .where(ENTITIES.c.article == own.article, ENTITIES.c.id == own.entity)
            .scalar_subquery()
        )
        return select(
            *shared, own.id, own.start_char, own.end_char, own.stance,
            own.content.label("text"), func.coalesce(name, own.source).label("who"),
        ).select_from(joined(kind))  # fmt: skip
    of = ASSERTIONS.c
    return select(
        *shared, of.claim, of.start_char, of.end_char, of.stance, of.text,
        of.origin.label("who"), CLAIMS.c.status,
    ).select_from(joined(kind).join(CLAIMS, CLAIMS.c.id == of.claim))  # fmt: skip


def _hit(kind: Kind, row: Any, score: float, terms: Sequence[Term]) -> Hit:  # noqa: ANN401 - of _rows
    excerpt = make_excerpt(row.text, terms)
    is_article, is_claim = kind is Kind.ARTICLES, kind is Kind.CLAIMS
    return Hit(
        kind=kind,
        id=row.article if is_article else row.claim if is_claim else row.id,
        article=row.article,
        span=excerpt.span if is_article else Span(row.start_char, row.end_char),
        excerpt=excerpt.pieces,
        claim=row.claim if is_claim else None,
        story=row.story,
        title=row.title,
        outlet=row.outlet,
        published_at=row.published_at,
        learned_at=row.learned_at,
        who=None if is_article else row.who,
        stance=None if is_article else Stance(row.stance),
        status=Status(row.status) if is_claim else None,
        score=score,
    )
