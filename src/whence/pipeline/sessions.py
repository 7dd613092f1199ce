"""A name with its password, or a token -> who it is.

A token is 256 bits from the operating system and is kept nowhere: the store has its hash.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from ipaddress import AddressValueError, IPv4Address, IPv6Address, IPv6Network, ip_address
from math import ceil
from typing import NamedTuple

from sqlalchemy import Connection

from whence.errors import LimitError, LogInError, UserError
from whence.ledger.person import Session, SessionKind, User
from whence.pipeline.audit import By, Done, moment, note
from whence.pipeline.passwords import check_password, hash_password
from whence.pipeline.users import Identity, known_by, tidy_name
from whence.store.buckets import Rate, drop_old_buckets, give_back, take
from whence.store.engine import Store
from whence.store.sessions import (
    ID_CHARS,
    Opened,
    drop_old_sessions,
    drop_session,
    drop_sessions,
    keep_session,
    keep_use,
    load_session,
    load_sessions,
)
from whence.store.users import keep_password, load_user

IDLE = timedelta(hours=12)
LIFE = timedelta(days=7)
TOUCHED = timedelta(minutes=5)
"""How old the time of the last use may get; a write for each request would be too many."""

PER_NAME = Rate(most=10, per_s=1 / 60)
PER_ADDRESS = Rate(most=20, per_s=1 / 10)
"""Guesses. Nobody guesses twelve characters at one a minute, and nobody is shut out for long."""

WRONG = "the name or the password is wrong"
"""The same words for a name that nobody has, a wrong password and somebody disabled."""


class LoggedIn(NamedTuple):
    """A new session; the token is told this once."""

    user: User
    token: str


def log_in(store: Store, name: str, password: str, where: By) -> LoggedIn:
    """Who has a name and a password, with a new session.

    A guess is counted before it is looked at, and while there were too many of a name or from
    an address the right password is refused as well: a limit that it passes is none.

    Raises:
        LogInError: The name or the password is wrong, or the user disabled.
        LimitError: Too many were wrong.
    """
    name = tidy_name(name)
    _count_guess(store, name, where)
    with store.reading() as connection:
        known = load_user(connection, name)
    checked = check_password(known.password_hash if known else None, password)
    if known is None or not checked.is_right or known.user.disabled_at:
        # what was typed for a name that nobody has may have been a password: it is not kept
        who = replace(where, who=known.user.name if known else "unknown", role=None)
        with store.writing() as connection:
            note(connection, who, Done("log-in-refused"))
        raise LogInError(WRONG)
    with store.writing() as connection:
        for bucket, rate in _buckets(name, where.address):
            give_back(connection, bucket, rate)
        if checked.better:
            keep_password(connection, name, checked.better)
        return LoggedIn(known.user, open_session(connection, known.user, where))


def log_in_by(store: Store, identity: Identity, where: By) -> LoggedIn:
    """Whom a provider vouches for, with a new session.

    Raises:
        LogInError: They are disabled.
    """
    with store.writing() as connection:
        user = known_by(connection, identity, where)
        if user.disabled_at:
            raise LogInError(f"{user.name} may not log in any more")
        return LoggedIn(user, open_session(connection, user, where))


def _count_guess(store: Store, name: str, where: By) -> None:
    now_s = where.at.timestamp()
    with store.writing() as connection:
        drop_old_buckets(connection, now_s)
        waits = [
            take(connection, bucket, rate, now_s) for bucket, rate in _buckets(name, where.address)
        ]
    if any(waits):
        raise LimitError("attempts to log in", ceil(max(waits)))


def _buckets(name: str, address: str | None) -> tuple[tuple[str, Rate], ...]:
    hashed = hashlib.sha256(name.encode()).hexdigest()  # it may be a password, typed too early
    return (
        (f"log-in from {network_of(address)}", PER_ADDRESS),
        (f"log-in as {hashed}", PER_NAME),
    )


def network_of(address: str | None) -> str:
    """What counts as one place: an address, or the 64 bits that one IPv6 household has."""
    try:
        found = ip_address(address or "")
    except (AddressValueError, ValueError):
        return address or "nowhere"
    if isinstance(found, IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped
    if isinstance(found, IPv4Address):
        return str(found)
    return str(IPv6Network((found, 64), strict=False))


def open_session(connection: Connection, user: User, where: By) -> str:
    """The token of a new session in a browser; never one that was there before."""
    drop_old_sessions(connection, moment(where.at), moment(where.at - IDLE))
    note(connection, replace(where, who=user.name, role=user.role), Done("log-in"))
    return _kept(connection, user.name, SessionKind.BROWSER, where, LIFE)


def make_token(store: Store, name: str, life: timedelta, who: By) -> str:
    """A token for a program, with the role of a user.

    Raises:
        UserError: Nobody has the name, or they are disabled.
    """
    name = tidy_name(name)
    with store.writing() as connection:
        known = load_user(connection, name)
        if known is None or known.user.disabled_at:
            raise UserError(f"{name!r} may not log in; `whence user list` tells who may")
        note(connection, who, Done("token", name, {"days": str(life.days)}))
        return _kept(connection, name, SessionKind.BEARER, who, life)


def _kept(connection: Connection, name: str, kind: SessionKind, where: By, life: timedelta) -> str:
    token = secrets.token_urlsafe(32)
    now = moment(where.at)
    session = Session(
        id=hash_of(token)[:ID_CHARS],
        user=name,
        kind=kind,
        created_at=now,
        used_at=now,
        expires_at=moment(where.at + life),
        address=where.address,
    )
    keep_session(connection, hash_of(token), session)
    return token


def session_of(store: Store, token: str, kind: SessionKind, now: datetime) -> Opened | None:
    """Whose token it is; None where the session ended, or is of another kind."""
    with store.reading() as connection:
        found = load_session(connection, hash_of(token))
    if found is None or found.session.kind is not kind or has_ended(found.session, now):
        return None
    if found.session.used_at < moment(now - TOUCHED):
        with store.writing() as connection:
            keep_use(connection, hash_of(token), moment(now))
    return found


def has_ended(session: Session, now: datetime) -> bool:
    """Whether a session is too old, or in a browser unused for too long."""
    is_idle = session.kind is SessionKind.BROWSER and session.used_at < moment(now - IDLE)
    return session.expires_at <= moment(now) or is_idle


def sessions_of(store: Store, user: str, now: datetime) -> list[Session]:
    """Those of a user that have not ended, the last used first."""
    with store.reading() as connection:
        found = load_sessions(connection, user)
    return [each for each in found if not has_ended(each, now)]


def log_out(store: Store, opened: Opened, who: By) -> None:
    """End a session."""
    with store.writing() as connection:
        drop_session(connection, opened.person.name, opened.session.id)
        note(connection, who, Done("log-out"))


def end_session(store: Store, user: str, session: str, who: By) -> None:
    """End one of a user's sessions by its id.

    Raises:
        UserError: They have none with it.
    """
    with store.writing() as connection:
        if len(session) != ID_CHARS or not drop_session(connection, user, session):
            raise UserError("that session has ended already")
        note(connection, who, Done("session-ended", user, {"session": session}))


def end_tokens(store: Store, name: str, who: By) -> int:
    """End the tokens that a user's programs have; how many there were."""
    name = tidy_name(name)
    with store.writing() as connection:
        count = drop_sessions(connection, name, SessionKind.BEARER)
        note(connection, who, Done("tokens-ended", name, {"count": str(count)}))
    return count


def change_password(store: Store, name: str, old: str, new: str, who: By) -> LoggedIn:
    """Change one's own password: all sessions and tokens end, and a new session begins.

    Raises:
        LogInError: The old one is wrong.
        LimitError: Too many were wrong.
        UserError: The new one cannot be one.
    """
    new_hash = hash_password(new)
    _count_guess(store, name, who)
    with store.reading() as connection:
        known = load_user(connection, name)
    if known is None or not check_password(known.password_hash, old).is_right:
        raise LogInError("the present password is wrong")
    with store.writing() as connection:
        for bucket, rate in _buckets(name, who.address):
            give_back(connection, bucket, rate)
        keep_password(connection, name, new_hash)
        drop_sessions(connection, name)
        note(connection, who, Done("password", name))
        return LoggedIn(known.user, open_session(connection, known.user, who))


def hash_of(token: str) -> str:
    """What the store knows a token by; it is long enough to need no salt."""
    return hashlib.sha256(token.encode()).hexdigest()
