"""Who uses the desk: people with their roles, how they are known to it, and what they did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may do what those before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def covers(self, other: Role) -> bool:
        """Whether somebody with this role may do what the other one may."""
        order = list(Role)
        return order.index(self) >= order.index(other)


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks."""

    name: str
    role: Role


LOCAL = Person("local", Role.ADMIN)
"""Who asks where nobody logs in: whoever sits at the machine."""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in.

    Attributes:
        issuer: The OpenID Connect provider that knows them; None for who has a password here.
        subject: What the provider calls them, for ever; None with `issuer`.
        created_at: A moment in UTC.
        disabled_at: Since when they may not log in; None for who may.
        seen_at: When one of their open sessions was last used; None where there is none.
    """

    name: str
    role: Role
    created_at: str
    issuer: str | None = None
    subject: str | None = None
    disabled_at: str | None = None
    seen_at: str | None = None


class SessionKind(StrEnum):
    """How a request says whose it is."""

    BROWSER = "browser"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Session:
    """That somebody is logged in at one place.

    Attributes:
        id: Of no use to log in with.
        used_at: A moment in UTC, some minutes old at most.
        expires_at: When it ends, however much it is used.
        address: Where it began; None for one that the command line made.
    """

    id: str
    user: str
    kind: SessionKind
    created_at: str
    used_at: str
    expires_at: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing that somebody did.

    Attributes:
        number: From 1 in the order in which they were done; 0 for one that is not kept yet.
        at: A moment in UTC.
        role: What they were then; None for who is not logged in.
        address: Where they were; None for the command line.
        action: "log-in", "role", "merge", …
        about: The user, story, claim, … that it was done to; None where it is nobody else.
        detail: More of it, by name.
    """

    at: str
    who: str
    role: Role | None
    action: str
    about: str | None = None
    detail: Mapping[str, str] = field(default_factory=dict)
    address: str | None = None
    number: int = 0
