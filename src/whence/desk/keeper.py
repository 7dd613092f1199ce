"""Beside the desk: a ledger that was left behind is made, and what stories tell is kept ready."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from threading import Event, Thread, get_native_id

from whence.claims.port import Encoder
from whence.desk.pictured import draw_pictures
from whence.desk.story_drawn import draw
from whence.desk.story_row import make_row
from whence.errors import StoreError
from whence.pipeline.ahead import TELLERS, Teller, keep_digests
from whence.pipeline.keep import rebuild
from whence.store.digests import DigestKind
from whence.store.engine import Store
from whence.store.meta import is_current, learned_count, shown_count

LOOK_S = 2.0
"""How often it looks whether there is anything to do."""

QUIET_S = 20.0
"""How long nothing may have been added before a ledger counts as left behind: `whence add`
makes its own at its end."""

AHEAD: Mapping[DigestKind, Teller] = {
    **TELLERS,
    DigestKind.PAGE: lambda told: {DigestKind.PAGE: draw(told)},
    DigestKind.ROW: lambda told: {DigestKind.ROW: make_row(told)},
}
"""What is told of stories before somebody asks."""

LAST: Mapping[DigestKind, Teller] = {DigestKind.PICTURES: draw_pictures}
"""What takes longest."""

DAILY = (DigestKind.PAGE, DigestKind.ROW)
"""What is told of their latest days as well."""

BEHIND = 10
"""Steps of rank behind those who answer."""


class Keeper:
    """A thread of its own; `stop` ends it after the story under way."""

    def __init__(self, store: Store, encoder: Encoder, version: str) -> None:
        """Take a store that is open, and what `rebuild` takes with it."""
        self._store, self._encoder, self._version = store, encoder, version
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="keeper", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, wait_s: float = 10.0) -> None:
        """End, and wait for that."""
        self._stopping.set()
        self._thread.join(wait_s)

    def _run(self) -> None:
        _give_way()
        seen, quiet_s = -1, 0.0
        while not self._stopping.wait(LOOK_S):
            try:
                with self._store.reading() as connection:
                    count = learned_count(connection)
                    is_good = is_current(connection, self._version)
                quiet_s = quiet_s + LOOK_S if count == seen else 0.0
                seen = count
                if is_good:
                    self._keep()
                elif quiet_s >= QUIET_S:
                    rebuild(self._store, self._encoder, self._version)
            except StoreError:
                continue  # it is looked at again; the pages tell the error to who asks

    def _keep(self) -> None:
        for tellers, daily in ((AHEAD, DAILY), (LAST, ())):
            for _ in keep_digests(self._store, self._encoder, tellers, daily):
                if self._stopping.is_set():
                    return


def _give_way() -> None:
    """Let those who answer go first, where the system knows the rank of a thread (Linux)."""
    with suppress(AttributeError, OSError):
        os.setpriority(os.PRIO_PROCESS, get_native_id(), BEHIND)


def make_first(store: Store, encoder: Encoder, version: str) -> None:
    """Make the ledger of a store that never had one, so that there is something to show."""
    with store.reading() as connection:
        has_one = shown_count(connection) > 0
    if not has_one:
        rebuild(store, encoder, version)
