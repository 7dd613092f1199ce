"""A store -> what its stories tell, kept there before somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from whence.claims.port import Encoder
from whence.errors import NotFoundError, StoreError
from whence.pipeline.told import Told
from whence.store.digests import DigestKind, keep_digest, stories_without
from whence.store.engine import Store

MOST_DAYS = 90
"""Latest days of a story that are told ahead."""

Teller = Callable[[Told], Mapping[DigestKind, object]]
"""What makes records of a story, to be kept as they are; one at least is of the teller's kind."""

Row = tuple[Told, Mapping[DigestKind, object]]

TELLERS: Mapping[DigestKind, Teller] = {
    DigestKind.BRIEF: lambda told: {DigestKind.BRIEF: told.brief},
    DigestKind.POSITIONS: lambda told: {DigestKind.POSITIONS: told.stances},
}


def keep_digests(
    store: Store,
    encoder: Encoder,
    tellers: Mapping[DigestKind, Teller] = TELLERS,
    daily: Collection[DigestKind] = (),
) -> Iterator[int]:
    """Tell every story that has changed, and keep what is told; how many are left, after each.

    Those with the last news come first. It may be stopped between any two, and be run beside
    others: what one has kept, another finds there.

    Args:
        store: Open, with a ledger.
        encoder: As `ledger_in` takes it.
        tellers: What is told, by its kind, one kind after the other.
        daily: Kinds that are told of a story's latest days as well, after the others.
    """
    for kind in (*tellers, DigestKind.DAYS) if daily else tellers:
        with store.reading() as connection:
            missing = stories_without(connection, kind)
        for number, (story, mark) in enumerate(missing, start=1):
            try:
                now = Told(store, encoder, story, None)
                rows: Sequence[Row] = (
                    [(now, tellers[kind](now))]
                    if kind in tellers
                    else _of_days(now, [tellers[each] for each in daily])
                )
                with store.writing() as connection:
                    for told, records in rows:
                        for own, record in records.items():
                            keep_digest(connection, story, own, mark, record, told.known)
            except NotFoundError:
                pass  # the ledger was made anew meanwhile
            except StoreError:  # a store that can only be read still answers
                return
            yield len(missing) - number


def _of_days(now: Told, tellers: Collection[Teller]) -> list[Row]:
    """What is told of a story's latest days, and a word that it is."""
    rows: list[Row] = [(then, tell(then)) for then in now.earlier(MOST_DAYS) for tell in tellers]
    return [*rows, (now, {DigestKind.DAYS: None})]
