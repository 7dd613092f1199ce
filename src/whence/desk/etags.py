"""The state of a store, an address and who asks -> the tag of the answer (RFC 9110, ETag)."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool

from whence.desk.source import Source
from whence.errors import StoreError

Next = Callable[[Request], Awaitable[Response]]

FREE = ("/static/", "/favicon.ico", "/health", "/metrics")
"""Addresses whose answers do not follow from the store."""

KEPT = "private, no-cache"
"""For the browser alone, and asked for again each time."""


async def tag_of(request: Request, source: Source, version: str) -> str | None:
    """The tag that an answer to a question would have.

    Args:
        request: Any.
        source: Whose state counts.
        version: The program's; another one may word the same state otherwise.

    Returns:
        The same for the same state, address and person; None for what has no tag.
    """
    if request.method != "GET" or request.url.path.startswith(FREE):
        return None
    try:
        view = await run_in_threadpool(source.view, None)
    except StoreError:  # the answer will say so
        return None
    person = getattr(request.state, "person", None)
    key = getattr(request.state, "form_key", "")  # pages hold forms that are signed with it
    parts = (str(view.stamp), version, repr(person), key, request.url.path, request.url.query)
    told = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f'"{hashlib.sha256(told).hexdigest()[:32]}"'


async def answered(request: Request, proceed: Next, source: Source, version: str) -> Response:
    """What a question is answered: nothing where the one who asks has the answer already.

    Args:
        request: Any.
        proceed: What answers it.
        source: As `tag_of` takes it.
        version: As `tag_of` takes it.
    """
    tag = await tag_of(request, source, version)
    if tag is None:
        return await proceed(request)
    known = request.headers.get("if-none-match", "").split(",")
    if tag in {each.strip().removeprefix("W/") for each in known}:
        return Response(status_code=304, headers={"ETag": tag, "Cache-Control": KEPT})
    response = await proceed(request)
    is_silent = "cache-control" not in response.headers  # says nothing of how it may be kept
    if response.status_code == 200 and is_silent:  # noqa: PLR2004 - OK
        response.headers["ETag"] = tag
        response.headers["Cache-Control"] = KEPT
    return response
