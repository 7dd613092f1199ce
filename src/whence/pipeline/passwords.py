"""A password -> a hash that it can be checked by, slow to guess from."""

from __future__ import annotations

import secrets
from functools import cache
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, NamedTuple

from whence.errors import UserError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 12
LONGEST = 1_000
"""Characters. NIST SP 800-63B, 5.1.1: long, of any characters, and no further rule."""

_AT_ONCE = BoundedSemaphore(2)  # each takes 64 MiB while it works


class Checked(NamedTuple):
    """What a check found.

    Attributes:
        is_right: Whether it is the password.
        better: A hash to keep instead, where the kept one was made with less work; else None.
    """

    is_right: bool
    better: str | None = None


def hash_password(password: str) -> str:
    """An argon2id hash with its salt.

    Raises:
        UserError: It is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise UserError(f"a password has {SHORTEST} to {LONGEST} characters, of any kind")
    return _hash(password)


def check_password(password_hash: str | None, password: str) -> Checked:
    """Whether it is the password; as slow where there is none to compare with.

    Args:
        password_hash: As `hash_password` made it; None where nobody has the name.
        password: As it was given.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    hasher = _hasher()
    try:
        with _AT_ONCE:
            hasher.verify(password_hash or _nobodys(), password[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return Checked(is_right=False)
    if password_hash is None:
        return Checked(is_right=False)
    is_weak = hasher.check_needs_rehash(password_hash)
    return Checked(is_right=True, better=_hash(password) if is_weak else None)


def _hash(password: str) -> str:
    with _AT_ONCE:
        return _hasher().hash(password)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()  # the second choice of RFC 9106: 64 MiB, three passes


@cache
def _nobodys() -> str:
    """A hash that costs as much to check as any other."""
    return _hasher().hash(secrets.token_hex())
