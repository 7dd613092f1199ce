"""A store -> what its stories tell, kept there before somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from whence.claims.port import Encoder
from whence.errors import NotFoundError, StoreError
from whence.pipeline.told import Told
from whence.store.digests import DigestKind, keep_digest, stories_without
from whence.store.engine import Store

Teller = Callable[[Told], object]
"""What makes a record of a story, to be kept as it is."""

TELLERS: Mapping[DigestKind, Teller] = {
    DigestKind.BRIEF: lambda told: told.brief,
    DigestKind.POSITIONS: lambda told: told.stances,
}


def keep_digests(
    store: Store, encoder: Encoder, tellers: Mapping[DigestKind, Teller] = TELLERS
) -> Iterator[int]:
    """Tell every story that has changed, and keep what is told; how many are left, after each.

    Those with the last news come first. It may be stopped between any two, and be run beside
    others: what one has kept, another finds there.

    Args:
        store: Open, with a ledger.
        encoder: As `ledger_in` takes it.
        tellers: What is told, by its kind, one kind after the other.
    """
    for kind, tell in tellers.items():
        with store.reading() as connection:
            missing = stories_without(connection, kind)
        for number, (story, mark) in enumerate(missing, start=1):
            try:
                record = tell(Told(store, encoder, story, None))
                with store.writing() as connection:
                    keep_digest(connection, story, kind, mark, record)
            except NotFoundError:
                pass  # the ledger was made anew meanwhile
            except StoreError:  # a store that can only be read still answers
                return
            yield len(missing) - number
