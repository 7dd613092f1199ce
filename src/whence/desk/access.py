"""Whom the desk lets in, and by which names it is called."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from whence.pipeline.oidc import Provider

HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Names of the machine itself. Another name that leads here is somebody's trick (DNS rebinding)."""


def this_moment() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def new_secret() -> bytes:
    """256 bits for a desk that shares them with no other."""
    return secrets.token_bytes(32)


@dataclass(frozen=True, slots=True)
class Access:
    """What holds for as long as a desk is open.

    Attributes:
        needs_log_in: Whether one must log in; else everybody who reaches it may do everything.
        hosts: Names in the header Host that are its own, lower case, without a port.
        is_behind_proxy: Whether the headers X-Forwarded-For and X-Forwarded-Proto are believed.
        provider: Of OpenID Connect; None where there are passwords only.
        secret: What forms are signed with.
        clock: What time it is, in UTC.
    """

    needs_log_in: bool = False
    hosts: frozenset[str] = HERE
    is_behind_proxy: bool = False
    provider: Provider | None = None
    secret: bytes = field(default_factory=new_secret, repr=False)
    clock: Callable[[], datetime] = this_moment
