"""What changed inside an article <-> rows of `lost_hedges`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from whence.ledger.drift import LostHedge
from whence.ledger.span import Span, Spans
from whence.store.stories import articles_of
from whence.store.tables import LOST_HEDGES


def keep_lost_hedges(connection: Connection, lost_hedges: Sequence[LostHedge]) -> None:
    """Keep them in a table that was emptied before."""
    rows = [
        {
            "position": at,
            "article": each.article,
            "heading_start_char": each.heading.start,
            "heading_end_char": each.heading.end,
            "body_chars": " ".join(f"{span.start}-{span.end}" for span in each.body),
            "hedge": each.hedge,
        }
        for at, each in enumerate(lost_hedges)
    ]
    if rows:
        connection.execute(insert(LOST_HEDGES), rows)


def load_lost_hedges(connection: Connection, story: str | None = None) -> list[LostHedge]:
    """All of them in the order in which they were kept, or those of one story."""
    query = select(LOST_HEDGES).order_by(LOST_HEDGES.c.position)
    if story is not None:
        query = query.where(LOST_HEDGES.c.article.in_(articles_of(story)))
    return _found(connection, query)


def lost_hedges_of(connection: Connection, articles: Sequence[str]) -> list[LostHedge]:
    """Those of some articles, in the order in which they were kept."""
    query = select(LOST_HEDGES).order_by(LOST_HEDGES.c.position)
    return _found(connection, query.where(LOST_HEDGES.c.article.in_(articles)))


def _found(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[LostHedge]:
    return [
        LostHedge(
            article=row.article,
            heading=Span(row.heading_start_char, row.heading_end_char),
            body=_spans(row.body_chars),
            hedge=row.hedge,
        )
        for row in connection.execute(query)
    ]


def _spans(words: str) -> Spans:
    pairs = [piece.split("-") for piece in words.split()]
    return tuple(Span(int(start), int(end)) for start, end in pairs)
