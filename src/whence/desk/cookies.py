"""What the desk lets a browser keep: its session, the key of its forms, a visit to a provider."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from fastapi import Request, Response


class Cookie(StrEnum):
    """What for."""

    SESSION = "whence"
    FORM = "whence-form"
    VISIT = "whence-visit"


SAME_SITE: dict[Cookie, Literal["strict", "lax"]] = {
    Cookie.SESSION: "strict",
    Cookie.FORM: "strict",
    Cookie.VISIT: "lax",  # it must come along when the provider sends the browser back
}


def name_of(request: Request, cookie: Cookie) -> str:
    """By https a name that only this host by https can set (RFC 6265bis, 4.1.3.2)."""
    return f"__Host-{cookie.value}" if _is_secure(request) else cookie.value


def read_cookie(request: Request, cookie: Cookie) -> str | None:
    """What the browser kept; None where it kept nothing."""
    return request.cookies.get(name_of(request, cookie)) or None


def keep_cookie(
    request: Request, response: Response, cookie: Cookie, value: str, life_s: int | None = None
) -> None:
    """Let the browser keep something.

    Args:
        request: That is answered.
        response: Its answer.
        cookie: What for.
        value: Letters, digits, "-", "_", "." only.
        life_s: Seconds; None for until the browser is closed.
    """
    response.set_cookie(
        name_of(request, cookie),
        value,
        max_age=life_s,
        path="/",
        secure=_is_secure(request),
        httponly=True,
        samesite=SAME_SITE[cookie],
    )


def drop_cookie(request: Request, response: Response, cookie: Cookie) -> None:
    """Let the browser forget something."""
    keep_cookie(request, response, cookie, "", 0)


def _is_secure(request: Request) -> bool:
    return request.url.scheme == "https"
