"""The state of a store, an address and who asks -> the tag of the answer (RFC 9110, ETag)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders

from whence.desk.source import Source
from whence.errors import StoreError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OK = 200

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


def kept(request: Request, body: bytes, media_type: str) -> Response:
    """A file that a browser keeps, and asks only whether it is still the same."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


class Tagged:
    """The desk, whose answers have tags: nothing goes to the one who has the answer already."""

    def __init__(self, app: ASGIApp, source: Source, version: str) -> None:
        """Stand before the routes, and behind what finds out who asks."""
        self._app, self._source, self._version = app, source, version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 304, or what the route answers, with its tag."""
        request = Request(scope) if scope["type"] == "http" else None
        tag = await tag_of(request, self._source, self._version) if request else None
        if request is None or tag is None:
            await self._app(scope, receive, send)
            return
        known = request.headers.get("if-none-match", "").split(",")
        if tag in {each.strip().removeprefix("W/") for each in known}:
            unchanged = Response(status_code=304, headers={"ETag": tag, "Cache-Control": KEPT})
            await unchanged(scope, receive, send)
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == OK:
                headers = MutableHeaders(scope=message)
                if "cache-control" not in headers:  # else it says itself how it may be kept
                    headers["ETag"] = tag
                    headers["Cache-Control"] = KEPT
            await send(message)

        await self._app(scope, receive, tagged)
