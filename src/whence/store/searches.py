"""Saved searches <-> rows of `searches`; which articles were there when each was last looked at."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from whence.errors import SearchError
from whence.ledger.identity import make_id
from whence.store.codec import column_text
from whence.store.engine import insert_new
from whence.store.search import last_number
from whence.store.tables import SEARCHES

LONGEST_NAME = 120
"""Characters of a name."""


class Saved(NamedTuple):
    """A search under a name.

    Attributes:
        owner: Who saved it.
        query: As it was typed.
        created_at: A moment in UTC.
        seen: `since` of what is new in it: the number of the last article that was there when it
            was last looked at.
    """

    id: str
    owner: str
    name: str
    query: str
    created_at: str
    seen: int


def save_search(
    connection: Connection, *, owner: str, name: str, query: str, created_at: str
) -> str:
    """Keep a search under a name, unless the same was saved at that moment; its id."""
    own = make_id("search", owner, name, query, created_at)
    row: dict[str, object] = {
        "id": own,
        "owner": column_text(owner),
        "name": column_text(name),
        "query": column_text(query),
        "created_at": created_at,
        "seen": last_number(connection),
    }
    insert_new(connection, SEARCHES, [row])
    return own


def load_searches(connection: Connection, owner: str) -> list[Saved]:
    """Those of one person, the oldest first."""
    order = (SEARCHES.c.created_at, SEARCHES.c.id)
    query = select(SEARCHES).where(SEARCHES.c.owner == owner).order_by(*order)
    return [Saved(*row) for row in connection.execute(query)]


def load_search(connection: Connection, search: str) -> Saved:
    """One, whoever saved it.

    Raises:
        SearchError: Nobody saved it.
    """
    row = connection.execute(select(SEARCHES).where(SEARCHES.c.id == search)).first()
    if row is None:
        raise SearchError(search)
    return Saved(*row)


def rename_search(connection: Connection, search: str, owner: str, name: str) -> None:
    """Give one of a person's another name.

    Raises:
        SearchError: The person has no such search.
    """
    _own(connection, search, owner)
    row = update(SEARCHES).where(SEARCHES.c.id == search)
    connection.execute(row.values(name=column_text(name)))


def drop_search(connection: Connection, search: str, owner: str) -> None:
    """Take one of a person's out.

    Raises:
        SearchError: The person has no such search.
    """
    _own(connection, search, owner)
    connection.execute(delete(SEARCHES).where(SEARCHES.c.id == search))


def look_at_search(connection: Connection, search: str, owner: str) -> Saved:
    """One of a person's, as it was; from now on nothing in it is new.

    Raises:
        SearchError: The person has no such search.
    """
    found = _own(connection, search, owner)
    row = update(SEARCHES).where(SEARCHES.c.id == search)
    connection.execute(row.values(seen=last_number(connection)))
    return found


def _own(connection: Connection, search: str, owner: str) -> Saved:
    found = load_search(connection, search)
    if found.owner != owner:
        raise SearchError(search)
    return found
