"""What a user said of outlets <-> rows of `outlets`, one for each time that it was said."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, func, insert, select

from whence.ledger.outlet import Outlet
from whence.store.codec import column_text
from whence.store.tables import OUTLETS


def keep_outlets(connection: Connection, outlets: Sequence[Outlet], set_at: str) -> None:
    """What holds of these from now on; what held before stays for `as_of`."""
    _keep(connection, outlets, set_at, is_removed=False)


def drop_outlets(connection: Connection, outlets: Sequence[Outlet], set_at: str) -> None:
    """From now on nothing is said of these."""
    _keep(connection, outlets, set_at, is_removed=True)


def _keep(
    connection: Connection, outlets: Sequence[Outlet], set_at: str, *, is_removed: bool
) -> None:
    rows = [
        {
            "name": column_text(each.name),
            "aliases": column_text("\n".join(each.aliases)),
            "domains": column_text("\n".join(each.domains)),
            "country": each.country,
            "ownership": column_text(each.ownership),
            "reliability": each.reliability,
            "is_removed": is_removed,
            "set_at": set_at,
        }
        for each in outlets
    ]
    if rows:
        connection.execute(insert(OUTLETS), rows)


def load_outlets(connection: Connection, as_of: str | None = None) -> list[Outlet]:
    """What holds, by name; with `as_of`, what held at the end of that day."""
    query = select(OUTLETS).order_by(OUTLETS.c.position)
    if as_of is not None:
        query = query.where(func.substr(OUTLETS.c.set_at, 1, 10) <= as_of)
    latest = {row.name: row for row in connection.execute(query)}
    return [
        Outlet(
            name=row.name,
            aliases=tuple(row.aliases.splitlines()),
            domains=tuple(row.domains.splitlines()),
            country=row.country,
            ownership=row.ownership,
            reliability=row.reliability,
            set_at=row.set_at,
        )
        for row in sorted(latest.values(), key=lambda each: (each.name.casefold(), each.name))
        if not row.is_removed
    ]
