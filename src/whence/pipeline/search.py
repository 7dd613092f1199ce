"""A store and a query -> what it finds, counted by kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from whence.claims.port import Encoder
from whence.errors import StoreError
from whence.ledger.hit import Kind
from whence.pipeline.keep import rebuild
from whence.store.engine import Store
from whence.store.meta import is_current
from whence.store.search import Asked, Found, count, find
from whence.text.queries import Field, Query


class Results(NamedTuple):
    """What was found.

    Attributes:
        counts: Of each kind; see `store.search.count`.
        pages: Of each kind that was asked for.
    """

    counts: Mapping[Kind, int]
    pages: Mapping[Kind, Found]


def search(store: Store, query: Query, asked: Asked, kinds: tuple[Kind, ...]) -> Results:
    """The counts of all kinds, and a page of each of some.

    Args:
        store: Open; its ledger is taken as it is.
        query: Any.
        asked: Its kind does not count.
        kinds: Of which pages are wanted.

    Raises:
        StoreError: The database has no index of words.
    """
    with store.reading() as connection:
        each = {kind: replace(asked, kind=kind) for kind in Kind}
        counts = {kind: count(connection, query, each[kind]) for kind in Kind}
        pages = {kind: find(connection, query, each[kind], counts[kind]) for kind in kinds}
        return Results(counts, pages)


def kinds_of(query: Query, chosen: str) -> tuple[Kind, ...]:
    """What is looked for: what was chosen beside the query, else what it says itself, else all."""
    own = query.values(Field.IN)
    return (Kind(chosen),) if chosen else (Kind(own[0]),) if own else tuple(Kind)


def new_counts(
    store: Store, query: Query, since: int, as_of: str | None = None
) -> Mapping[Kind, int]:
    """How many of each kind came with articles after a number."""
    with store.reading() as connection:
        return {
            kind: count(connection, query, Asked(kind, since=since, as_of=as_of)) for kind in Kind
        }


def made_current(store: Store, vectors: Encoder, version: str) -> None:
    """Make the ledger anew where it is stale, unless the store can only be read."""
    with store.reading() as connection:
        is_fresh = is_current(connection, version)
    if not is_fresh:
        try:
            rebuild(store, vectors, version)
        except StoreError:
            return
