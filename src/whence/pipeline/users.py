"""What is asked of who may log in -> a store, with a line in its audit log."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from whence.errors import NotFoundError, UserError
from whence.ledger.person import LOCAL, Role, User
from whence.pipeline.audit import By, Done, moment, note
from whence.pipeline.passwords import hash_password
from whence.store.engine import Store
from whence.store.sessions import drop_sessions
from whence.store.users import (
    drop_user,
    has_users,
    keep_disabled,
    keep_password,
    keep_role,
    keep_user,
    load_user,
    load_user_of,
    load_users,
)

_NAME = re.compile(r"[^\W_][\w.@+-]{0,63}")


@dataclass(frozen=True, slots=True)
class Identity:
    """Somebody as an OpenID Connect provider knows them.

    Attributes:
        issuer: The provider.
        subject: What it calls them, for ever.
        name: What people call them; need not be theirs alone.
        role: What the provider says that they may; None where it says nothing.
    """

    issuer: str
    subject: str
    name: str
    role: Role | None


def tidy_name(name: str) -> str:
    """A name as it is kept and compared: case and forms of a letter do not matter."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).strip().casefold())


def has_anybody(store: Store) -> bool:
    """Whether the store has a user."""
    with store.reading() as connection:
        return has_users(connection)


def users_in(store: Store) -> list[User]:
    """All users, by name."""
    with store.reading() as connection:
        return load_users(connection)


def user_in(store: Store, name: str) -> User:
    """The user with a name.

    Raises:
        NotFoundError: Nobody has it.
    """
    with store.reading() as connection:
        return _user(connection, name)


def add_user(store: Store, name: str, role: Role, password: str, who: By) -> User:
    """Let somebody log in with a password.

    Raises:
        UserError: The name cannot be one or is somebody's, or the password is too short.
    """
    name = tidy_name(name)
    if not _NAME.fullmatch(name) or name == LOCAL.name:
        raise UserError(f"{name!r} cannot be a name; letters, digits and . _ @ + - can, up to 64")
    password_hash = hash_password(password)
    user = User(name, role, moment(who.at))
    with store.writing() as connection:
        if load_user(connection, name):
            raise UserError(f"{name} is there already; `whence user role` changes what they may do")
        keep_user(connection, user, password_hash)
        note(connection, who, Done("user-added", name, {"role": role.value}))
    return user


def set_role(store: Store, name: str, role: Role, who: By) -> User:
    """Let a user have a role from their next request on; nothing is done where they have it.

    Raises:
        NotFoundError: Nobody has the name.
    """

    def change(connection: Connection, user: User) -> Done | None:
        if user.role is role:
            return None
        keep_role(connection, user.name, role)
        return Done("role", user.name, {"from": user.role.value, "to": role.value})

    return _changed(store, name, who, change)


def disable(store: Store, name: str, who: By) -> User:
    """Let a user log in no more; their sessions and tokens end.

    Raises:
        NotFoundError: Nobody has the name.
    """

    def change(connection: Connection, user: User) -> Done:
        keep_disabled(connection, user.name, moment(who.at))
        drop_sessions(connection, user.name)
        return Done("user-disabled", user.name)

    return _changed(store, name, who, change)


def enable(store: Store, name: str, who: By) -> User:
    """Let a user log in again.

    Raises:
        NotFoundError: Nobody has the name.
    """

    def change(connection: Connection, user: User) -> Done:
        keep_disabled(connection, user.name, None)
        return Done("user-enabled", user.name)

    return _changed(store, name, who, change)


def set_password(store: Store, name: str, password: str, who: By) -> User:
    """Give a user a password; their sessions and tokens end.

    Raises:
        NotFoundError: Nobody has the name.
        UserError: It is too short, or the user is a provider's.
    """
    password_hash = hash_password(password)

    def change(connection: Connection, user: User) -> Done:
        if user.issuer is not None:
            raise UserError(f"{user.name} logs in at {user.issuer} and has no password here")
        keep_password(connection, user.name, password_hash)
        drop_sessions(connection, user.name)
        return Done("password", user.name)

    return _changed(store, name, who, change)


def forget_user(store: Store, name: str, who: By) -> User:
    """Take a user out; what they did stays in the audit log, under their name.

    Raises:
        NotFoundError: Nobody has the name.
    """
    with store.writing() as connection:
        user = _user(connection, name)
        drop_user(connection, user.name)
        note(connection, who, Done("user-forgotten", user.name))
    return user


def known_by(connection: Connection, identity: Identity, who: By) -> User:
    """The user whom a provider vouches for, made at the first time, with the role it gives them.

    Somebody whom the provider gives no role is a reader at first and keeps what an admin
    makes of them. A name that is taken gets a number: nobody becomes somebody else by it.
    """
    found = load_user_of(connection, identity.issuer, identity.subject)
    if found is None:
        role = identity.role or Role.READER
        name = _free_name(connection, identity.name)
        user = User(name, role, moment(who.at), identity.issuer, identity.subject)
        keep_user(connection, user, None)
        note(
            connection,
            who,
            Done("user-added", name, {"role": role.value, "issuer": identity.issuer}),
        )
        return user
    if identity.role is None or identity.role is found.role:
        return found
    keep_role(connection, found.name, identity.role)
    detail = {"from": found.role.value, "to": identity.role.value, "issuer": identity.issuer}
    note(connection, who, Done("role", found.name, detail))
    return _user(connection, found.name)


def _free_name(connection: Connection, wanted: str) -> str:
    kept = re.sub(r"[^\w.@+-]+", "-", tidy_name(wanted)).strip("-_.@+")[:56] or "user"
    name, number = kept, 1
    while name == LOCAL.name or load_user(connection, name):
        number += 1
        name = f"{kept}-{number}"
    return name


def _changed(
    store: Store, name: str, who: By, change: Callable[[Connection, User], Done | None]
) -> User:
    with store.writing() as connection:
        user = _user(connection, name)
        done = change(connection, user)
        if done is not None:
            note(connection, who, done)
        return _user(connection, user.name)


def _user(connection: Connection, name: str) -> User:
    known = load_user(connection, tidy_name(name))
    if known is None:
        raise NotFoundError("user", name)
    return known.user
