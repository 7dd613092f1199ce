"""What people did <-> rows of `audit`, to which rows are only added."""

from __future__ import annotations

import json

from sqlalchemy import Connection, insert, select

from whence.ledger.person import AuditEntry, Role
from whence.store.codec import column_text
from whence.store.tables import AUDIT


def keep_entry(connection: Connection, entry: AuditEntry) -> None:
    """Keep one after those that are there."""
    row = {
        "at": entry.at,
        "who": column_text(entry.who),
        "role": entry.role.value if entry.role else None,
        "address": entry.address,
        "action": entry.action,
        "about": column_text(entry.about),
        "detail": json.dumps(dict(entry.detail), sort_keys=True),
    }
    connection.execute(insert(AUDIT), [row])


def load_entries(
    connection: Connection, *, since: str | None = None, before: int | None = None, limit: int
) -> list[AuditEntry]:
    """The latest first.

    Args:
        connection: Open.
        since: Only those of this day or moment and later; None for all.
        before: Only those with a lower number; None for all.
        limit: Entries at most.
    """
    query = select(AUDIT).order_by(AUDIT.c.number.desc()).limit(limit)
    if since is not None:
        query = query.where(AUDIT.c.at >= since)
    if before is not None:
        query = query.where(AUDIT.c.number < before)
    return [
        AuditEntry(
            number=row.number,
            at=row.at,
            who=row.who,
            role=Role(row.role) if row.role else None,
            address=row.address,
            action=row.action,
            about=row.about,
            detail=json.loads(row.detail),
        )
        for row in connection.execute(query)
    ]
