"""Where somebody is logged in <-> rows of `sessions`, found by the hash of their token."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Row, delete, insert, select, update

from whence.ledger.person import Person, Role, Session, SessionKind
from whence.store.tables import SESSIONS, USERS

ID_CHARS = 16
"""Of the hash; enough to name a session, no use to guess its token."""


class Opened(NamedTuple):
    """A session and whose it is, with the role that they have now."""

    person: Person
    session: Session


def keep_session(connection: Connection, token_hash: str, session: Session) -> None:
    """Keep a new one."""
    row = {
        "token_hash": token_hash,
        "who": session.user,
        "kind": session.kind.value,
        "address": session.address,
        "created_at": session.created_at,
        "used_at": session.used_at,
        "expires_at": session.expires_at,
    }
    connection.execute(insert(SESSIONS), [row])


def load_session(connection: Connection, token_hash: str) -> Opened | None:
    """The one with a token, of somebody who is not disabled; None where there is none."""
    query = (
        select(SESSIONS, USERS.c.role)
        .join(USERS, USERS.c.name == SESSIONS.c.who)
        .where(SESSIONS.c.token_hash == token_hash, USERS.c.disabled_at.is_(None))
    )
    row = connection.execute(query).one_or_none()
    return Opened(Person(row.who, Role(row.role)), _session(row)) if row else None


def load_sessions(connection: Connection, user: str) -> list[Session]:
    """Those of a user, the last used first."""
    query = (
        select(SESSIONS)
        .where(SESSIONS.c.who == user)
        .order_by(SESSIONS.c.used_at.desc(), SESSIONS.c.token_hash)
    )
    return [_session(row) for row in connection.execute(query)]


def keep_use(connection: Connection, token_hash: str, used_at: str) -> None:
    """A session is used."""
    connection.execute(
        update(SESSIONS).where(SESSIONS.c.token_hash == token_hash).values(used_at=used_at)
    )


def drop_session(connection: Connection, user: str, session: str) -> bool:
    """End one of a user's sessions by its id; whether there was one."""
    wanted = (SESSIONS.c.who == user) & SESSIONS.c.token_hash.startswith(session, autoescape=True)
    return connection.execute(delete(SESSIONS).where(wanted)).rowcount > 0


def drop_sessions(connection: Connection, user: str, kind: SessionKind | None = None) -> int:
    """End all sessions of a user, or those of a kind; how many there were."""
    wanted = SESSIONS.c.who == user
    if kind is not None:
        wanted &= SESSIONS.c.kind == kind.value
    return connection.execute(delete(SESSIONS).where(wanted)).rowcount


def drop_old_sessions(connection: Connection, now: str, idle_before: str) -> None:
    """Take out those that have ended: by age, or in a browser because nobody used them."""
    is_idle = (SESSIONS.c.kind == SessionKind.BROWSER.value) & (SESSIONS.c.used_at < idle_before)
    connection.execute(delete(SESSIONS).where((SESSIONS.c.expires_at <= now) | is_idle))


def _session(row: Row[tuple[object, ...]]) -> Session:
    return Session(
        id=row.token_hash[:ID_CHARS],
        user=row.who,
        kind=SessionKind(row.kind),
        created_at=row.created_at,
        used_at=row.used_at,
        expires_at=row.expires_at,
        address=row.address,
    )
