"""A request -> who asks, and what its form says."""

from __future__ import annotations

from urllib.parse import parse_qsl

from fastapi import Request
from starlette.exceptions import HTTPException

LONGEST_FORM = 10_000
"""Bytes of a form."""


def who(_: Request) -> str:
    """Whoever sits at this machine."""
    return "local"


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form that was sent from a page of the desk.

    Raises:
        HTTPException: It came from elsewhere, or is too long.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(403, "forms are taken from pages of the desk alone")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "the form is too long")
    return dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
