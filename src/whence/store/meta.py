"""What a store knows about itself <-> rows of `meta`.

`learned` counts the changes of what was read; `built` says for which count, and by which
version of the program, the claims and stories were made. They are stale where these differ.
`shown` counts how often they were made: who reads them sees by it that there are others.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import Connection, delete, select, update

from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.outlet import Outlet
from whence.ledger.story import Copy, Story
from whence.store.claims import keep_claims
from whence.store.digests import drop_stale_digests, story_marks
from whence.store.drift import keep_lost_hedges
from whence.store.engine import insert_new
from whence.store.stories import keep_stories
from whence.store.tables import DERIVED, META

LEARNED, BUILT, SHOWN, SECRET = "learned", "built", "shown", "secret"


def learned_count(connection: Connection) -> int:
    """How often something was added to what was read."""
    return int(_value(connection, LEARNED) or 0)


def count_change(connection: Connection) -> None:
    """Something was added to what was read, so what follows from it is stale."""
    _set(connection, LEARNED, str(learned_count(connection) + 1))


def shown_count(connection: Connection) -> int:
    """How often the claims and stories were made."""
    return int(_value(connection, SHOWN) or 0)


def is_current(connection: Connection, version: str) -> bool:
    """Whether the claims and stories are those of what was read, by this version."""
    return _value(connection, BUILT) == _stamp(learned_count(connection), version)


def desk_secret(connection: Connection) -> bytes:
    """What the desks over one store sign forms with: 256 bits, made at the first call.

    Args:
        connection: Of a transaction that writes.
    """
    insert_new(connection, META, [{"name": SECRET, "value": secrets.token_hex(32)}])
    return bytes.fromhex(_value(connection, SECRET) or "")


class Parts(Protocol):
    """A ledger, as far as a store needs to know it; all in the order in which they are listed."""

    @property
    def stories(self) -> Sequence[Story]:
        """Its stories."""

    @property
    def claims(self) -> Sequence[Claim]:
        """Its claims."""

    @property
    def copies(self) -> Sequence[Copy]:
        """Its copies."""

    @property
    def lost_hedges(self) -> Sequence[LostHedge]:
        """Its headings that are firmer than their text."""

    @property
    def outlets(self) -> Sequence[Outlet]:
        """What the user said of outlets."""


def replace_ledger(connection: Connection, ledger: Parts, built_from: int, version: str) -> None:
    """Put this ledger in the place of the one that is there.

    Args:
        connection: Of a transaction that writes.
        ledger: Made from all readings.
        built_from: The count of changes when these were read.
        version: Of the program.
    """
    for table in DERIVED:
        connection.execute(delete(table))
    marks = story_marks(ledger.stories, ledger.claims, ledger.outlets, version)
    keep_stories(connection, ledger.stories, ledger.copies, marks)
    keep_claims(connection, ledger.claims)
    keep_lost_hedges(connection, ledger.lost_hedges)
    drop_stale_digests(connection)
    say_current(connection, built_from, version)


def say_current(connection: Connection, built_from: int, version: str) -> None:
    """The claims and stories are those of what was read until a count of changes."""
    _set(connection, BUILT, _stamp(built_from, version))
    count_shown(connection)


def count_shown(connection: Connection) -> None:
    """The claims or stories are not those that somebody may have read before."""
    _set(connection, SHOWN, str(shown_count(connection) + 1))


def _stamp(count: int, version: str) -> str:
    return f"{count} {version}"


def _set(connection: Connection, name: str, value: str) -> None:
    insert_new(connection, META, [{"name": name, "value": ""}])
    connection.execute(update(META).where(META.c.name == name).values(value=value))


def _value(connection: Connection, name: str) -> str | None:
    found: str | None = connection.scalar(select(META.c.value).where(META.c.name == name))
    return found
