"""A store -> what its stories tell, kept there before somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from whence.claims.port import Encoder
from whence.errors import NotFoundError, StoreError
from whence.pipeline.told import Told
from whence.store.digests import DigestKind, keep_digest, stories_without
from whence.store.engine import Store

MOST_DAYS = 30
"""Latest days of a story that are told ahead."""

Teller = Callable[[Told], object]
"""What makes a record of a story, to be kept as it is."""

TELLERS: Mapping[DigestKind, Teller] = {
    DigestKind.BRIEF: lambda told: told.brief,
    DigestKind.POSITIONS: lambda told: told.stances,
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
        daily: Kinds that are told of a story's latest days as well, last of all.
    """
    for kind in (*tellers, DigestKind.DAYS) if daily else tellers:
        with store.reading() as connection:
            missing = stories_without(connection, kind)
        for number, (story, mark) in enumerate(missing, start=1):
            try:
                told = Told(store, encoder, story, None)
                if kind is DigestKind.DAYS:
                    rows = list(_of_days(told, {each: tellers[each] for each in daily}))
                else:
                    rows = [(kind, None, tellers[kind](told))]
                with store.writing() as connection:
                    for own, known, record in rows:
                        keep_digest(connection, story, own, mark, record, known)
            except NotFoundError:
                pass  # the ledger was made anew meanwhile
            except StoreError:  # a store that can only be read still answers
                return
            yield len(missing) - number


def _of_days(
    now: Told, tellers: Mapping[DigestKind, Teller]
) -> Iterator[tuple[DigestKind, int | None, object]]:
    """What is told of a story's latest days, and a word that it is."""
    for then in now.earlier(MOST_DAYS):
        for kind, tell in tellers.items():
            yield kind, then.known, tell(then)
    yield DigestKind.DAYS, None, None
