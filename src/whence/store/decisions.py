"""What a person said of two articles <-> rows of `decisions`, the earliest first."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from whence.ledger.story import Decision
from whence.store.tables import DECISIONS


def keep_decisions(connection: Connection, decisions: Sequence[Decision]) -> None:
    """Add some to those that are there."""
    rows = [
        {
            "article": each.article,
            "other": each.other,
            "is_together": each.is_together,
            "decided_at": each.decided_at,
        }
        for each in decisions
    ]
    if rows:
        connection.execute(insert(DECISIONS), rows)


def load_decisions(connection: Connection, as_of: str | None = None) -> list[Decision]:
    """All of them; with `as_of`, those made by the end of that day."""
    query = select(DECISIONS).order_by(DECISIONS.c.position)
    if as_of is not None:
        query = query.where(func.substr(DECISIONS.c.decided_at, 1, 10) <= as_of)
    return [
        Decision(row.article, row.other, row.is_together, row.decided_at)
        for row in connection.execute(query)
    ]
