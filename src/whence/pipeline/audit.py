"""Something that a person did -> a line of the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection

from whence.ledger.person import LOCAL, AuditEntry, Person, Role
from whence.store.audit import keep_entry, load_entries
from whence.store.engine import Store


@dataclass(frozen=True, slots=True)
class By:
    """Who does something, from where and when.

    Attributes:
        at: With a zone.
        address: None for the command line.
        role: None for who is not logged in.
    """

    at: datetime
    who: str = LOCAL.name
    role: Role | None = LOCAL.role
    address: str | None = None


def by(person: Person, at: datetime, address: str | None = None) -> By:
    """A person who is logged in."""
    return By(at, person.name, person.role, address)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done.

    Attributes:
        action: One or two words, joined by "-".
        about: What it was done to; None for the person alone.
        detail: More of it, by name.
    """

    action: str
    about: str | None = None
    detail: Mapping[str, str] = field(default_factory=dict)


def note(connection: Connection, who: By, done: Done) -> None:
    """Keep a line in the transaction of what was done: both stay, or neither."""
    keep_entry(
        connection,
        AuditEntry(
            at=moment(who.at),
            who=who.who,
            role=who.role,
            action=done.action,
            about=done.about,
            detail=done.detail,
            address=who.address,
        ),
    )


def entries_in(
    store: Store, *, since: str | None = None, before: int | None = None, limit: int
) -> list[AuditEntry]:
    """Lines of the log, the latest first, as `store.audit.load_entries` gives them."""
    with store.reading() as connection:
        return load_entries(connection, since=since, before=before, limit=limit)


def moment(at: datetime) -> str:
    """A moment as the store keeps it."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
