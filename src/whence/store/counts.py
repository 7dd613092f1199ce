"""A store -> how much it holds."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from whence.store.tables import ARTICLES, CLAIMS, STORIES


def row_counts(connection: Connection) -> dict[str, int]:
    """Articles, claims and stories, by these names."""
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0
        for table in (ARTICLES, CLAIMS, STORIES)
    }
