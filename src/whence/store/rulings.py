"""What a person said of stories <-> rows of `rulings` and `ruling_articles`."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, func, insert, select

from whence.ledger.ruling import Ruling, RulingKind
from whence.store.tables import RULING_ARTICLES, RULINGS

SIDES = ("articles", "others", "target")


def keep_ruling(connection: Connection, ruling: Ruling) -> int:
    """Keep one after those that are there; the number that it gets."""
    number = (connection.scalar(select(func.max(RULINGS.c.number))) or 0) + 1
    row = {
        "number": number,
        "kind": ruling.kind.value,
        "decided_at": ruling.decided_at,
        "undoes": ruling.undoes,
    }
    connection.execute(insert(RULINGS), [row])
    members = [
        {"ruling": number, "side": side, "position": at, "article": article}
        for side in SIDES
        for at, article in enumerate(getattr(ruling, side))
    ]
    if members:
        connection.execute(insert(RULING_ARTICLES), members)
    return number


def load_rulings(connection: Connection, as_of: str | None = None) -> list[Ruling]:
    """All of them, the earliest first; with `as_of`, those made by the end of that day."""
    table = RULING_ARTICLES
    members: dict[tuple[int, str], list[str]] = defaultdict(list)
    for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
        members[row.ruling, row.side].append(row.article)
    query = select(RULINGS).order_by(RULINGS.c.number)
    if as_of is not None:
        query = query.where(func.substr(RULINGS.c.decided_at, 1, 10) <= as_of)
    return [
        Ruling(
            number=row.number,
            kind=RulingKind(row.kind),
            articles=tuple(members[row.number, "articles"]),
            others=tuple(members[row.number, "others"]),
            target=tuple(members[row.number, "target"]),
            decided_at=row.decided_at,
            undoes=row.undoes,
        )
        for row in connection.execute(query)
    ]
