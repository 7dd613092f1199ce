"""Token buckets <-> rows of `buckets`; all programs that have the store open share them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from whence.store.engine import insert_new
from whence.store.tables import BUCKETS

OLD_S = 86_400.0
"""After which a bucket is full, whatever it counts."""


class Rate(NamedTuple):
    """How often something may be done.

    Attributes:
        most: At once, at least 1.
        per_s: In a second afterwards, above 0.
    """

    most: int
    per_s: float


def take(connection: Connection, name: str, rate: Rate, now_s: float) -> float:
    """Take one from a bucket.

    Args:
        connection: Of a transaction that writes.
        name: What is counted.
        rate: How it fills again.
        now_s: Seconds since 1970.

    Returns:
        0 where it was there, else the seconds until it will be.
    """
    insert_new(connection, BUCKETS, [{"name": name, "level": float(rate.most), "filled_at": now_s}])
    # the row is held until the end of the transaction, so that two programs do not both take it
    row = connection.execute(select(BUCKETS).where(BUCKETS.c.name == name).with_for_update()).one()
    level = min(row.level + max(now_s - row.filled_at, 0) * rate.per_s, rate.most)
    if level < 1:
        return float((1 - level) / rate.per_s)
    _keep(connection, name, level - 1, now_s)
    return 0.0


def give_back(connection: Connection, name: str, rate: Rate) -> None:
    """What was taken last does not count."""
    level = connection.scalar(select(BUCKETS.c.level).where(BUCKETS.c.name == name))
    if level is not None:
        values = {"level": min(level + 1, rate.most)}
        connection.execute(update(BUCKETS).where(BUCKETS.c.name == name).values(**values))


def drop_old_buckets(connection: Connection, now_s: float) -> None:
    """Take out those that are full again."""
    connection.execute(delete(BUCKETS).where(BUCKETS.c.filled_at < now_s - OLD_S))


def _keep(connection: Connection, name: str, level: float, now_s: float) -> None:
    values = {"level": level, "filled_at": now_s}
    connection.execute(update(BUCKETS).where(BUCKETS.c.name == name).values(**values))
