"""The environment and what the user gave -> one frozen record of settings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from whence.errors import UserError
from whence.ledger.person import Role

DEFAULT_STORE = "whence.db"


@dataclass(frozen=True, slots=True)
class OidcSettings:
    """An OpenID Connect provider that knows who may log in.

    Attributes:
        issuer: Its address, as its ID tokens name it.
        client_id: What it calls this desk.
        client_secret: None for a desk that has none and relies on PKCE.
        role_claim: The field of an ID token that tells what somebody may do.
        roles: Values of that field by what they allow; a role's own name always does.
        admits_others: Whether those whom the provider gives no role are readers; else they are
            refused.
    """

    issuer: str
    client_id: str
    client_secret: str | None = field(repr=False)
    role_claim: str
    roles: Mapping[str, Role]
    admits_others: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run.

    Attributes:
        store: The path of a SQLite file or a database URL.
        jobs: Articles read at once, at least 1.
        has_colour: Whether colours are welcome where there is a terminal.
    """

    store: str
    jobs: int
    has_colour: bool


def make_settings(
    environment: Mapping[str, str], *, store: str | None = None, jobs: int | None = None
) -> Settings:
    """Settings from what was given, else from the environment, else by default."""
    return Settings(
        store=store or environment.get("WHENCE_STORE") or DEFAULT_STORE,
        jobs=max(jobs or core_count(), 1),
        has_colour=not environment.get("NO_COLOR") and environment.get("TERM") != "dumb",
    )


def oidc_settings(environment: Mapping[str, str]) -> OidcSettings | None:
    """The provider that the environment names; None where it names none.

    `WHENCE_OIDC_ISSUER`, `WHENCE_OIDC_CLIENT_ID`, `WHENCE_OIDC_CLIENT_SECRET`;
    `WHENCE_OIDC_ROLE_CLAIM` (else `roles`) and `WHENCE_OIDC_ROLES` as `desk-admins=admin,
    newsroom=editor`; `WHENCE_OIDC_OTHERS` is `reader`, or `none` to refuse who has no role.

    Raises:
        UserError: What it says of the provider cannot be.
    """
    issuer = environment.get("WHENCE_OIDC_ISSUER")
    if not issuer:
        return None
    client_id = environment.get("WHENCE_OIDC_CLIENT_ID")
    if not client_id:
        raise UserError("WHENCE_OIDC_ISSUER is set and WHENCE_OIDC_CLIENT_ID is not")
    others = environment.get("WHENCE_OIDC_OTHERS", Role.READER.value)
    if others not in {Role.READER.value, "none"}:
        raise UserError(f"WHENCE_OIDC_OTHERS is {others!r}; it can be reader or none")
    return OidcSettings(
        issuer=issuer,
        client_id=client_id,
        client_secret=environment.get("WHENCE_OIDC_CLIENT_SECRET") or None,
        role_claim=environment.get("WHENCE_OIDC_ROLE_CLAIM") or "roles",
        roles=_roles(environment.get("WHENCE_OIDC_ROLES", "")),
        admits_others=others != "none",
    )


def _roles(words: str) -> dict[str, Role]:
    found = {each.value: each for each in Role}
    for pair in filter(None, (each.strip() for each in words.split(","))):
        value, _, role = (each.strip() for each in pair.rpartition("="))
        if not value or role not in list(Role):
            raise UserError(f"WHENCE_OIDC_ROLES: {pair!r} is not NAME=reader, editor or admin")
        found[value] = Role(role)
    return found


def core_count() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def program_version() -> str:
    """The version of the installed program."""
    from importlib import metadata

    return metadata.version("whence")
