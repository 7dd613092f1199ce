"""Those who may log in <-> rows of `users`."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from whence.ledger.person import Role, User
from whence.store.tables import SESSIONS, USERS


class Known(NamedTuple):
    """A user with what their password is checked by; None for who has no password here."""

    user: User
    password_hash: str | None


def has_users(connection: Connection) -> bool:
    """Whether anybody may log in, or could before they were disabled."""
    return connection.scalar(select(USERS.c.name).limit(1)) is not None


def load_users(connection: Connection) -> list[User]:
    """All of them, by name."""
    return [_known(row).user for row in connection.execute(_query().order_by(USERS.c.name))]


def load_user(connection: Connection, name: str) -> Known | None:
    """The one with a name; None where nobody has it."""
    row = connection.execute(_query().where(USERS.c.name == name)).one_or_none()
    return _known(row) if row else None


def load_user_of(connection: Connection, issuer: str, subject: str) -> User | None:
    """The one whom a provider calls so; None where nobody is."""
    wanted = (USERS.c.issuer == issuer) & (USERS.c.subject == subject)
    row = connection.execute(_query().where(wanted)).one_or_none()
    return _known(row).user if row else None


def keep_user(connection: Connection, user: User, password_hash: str | None) -> None:
    """Keep one who is not there yet."""
    row = {
        "name": user.name,
        "role": user.role.value,
        "password_hash": password_hash,
        "issuer": user.issuer,
        "subject": user.subject,
        "created_at": user.created_at,
        "disabled_at": user.disabled_at,
    }
    connection.execute(insert(USERS), [row])


def keep_role(connection: Connection, name: str, role: Role) -> None:
    """Let a user have a role from now on."""
    connection.execute(update(USERS).where(USERS.c.name == name).values(role=role.value))


def keep_password(connection: Connection, name: str, password_hash: str) -> None:
    """Let a user have a password from now on."""
    connection.execute(
        update(USERS).where(USERS.c.name == name).values(password_hash=password_hash)
    )


def keep_disabled(connection: Connection, name: str, disabled_at: str | None) -> None:
    """Let a user log in no more; with None, again."""
    connection.execute(update(USERS).where(USERS.c.name == name).values(disabled_at=disabled_at))


def drop_user(connection: Connection, name: str) -> None:
    """Take out a user and their sessions."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.who == name))
    connection.execute(delete(USERS).where(USERS.c.name == name))


def _query() -> Select[tuple[object, ...]]:
    seen = (
        select(func.max(SESSIONS.c.used_at))
        .where(SESSIONS.c.who == USERS.c.name)
        .scalar_subquery()
        .label("seen_at")
    )
    return select(USERS, seen)


def _known(row: Row[tuple[object, ...]]) -> Known:
    user = User(
        name=row.name,
        role=Role(row.role),
        created_at=row.created_at,
        issuer=row.issuer,
        subject=row.subject,
        disabled_at=row.disabled_at,
        seen_at=row.seen_at,
    )
    return Known(user, row.password_hash)
