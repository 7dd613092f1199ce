"""The manners that every answer of the desk has: its headers, and how long it took."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from fastapi import Request
from starlette.datastructures import MutableHeaders

from whence.desk import errors

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_PATH = 2_000
"""Characters of an address; ids and filters need fewer."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with "no-referrer" our own forms would hide their origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Mannered:
    """The desk, with these headers on whatever it answers."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before all else."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse an address that is too long; add the headers to the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = perf_counter()

        async def mannered(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                spent_ms = (perf_counter() - began) * 1000
                headers["Server-Timing"] = f"app;dur={spent_ms:.1f}"
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        app = self._app
        if len(scope["path"]) + len(scope["query_string"]) > LONGEST_PATH:
            app = errors.answer(Request(scope), 414, "the address is too long")
        await app(scope, receive, mannered)
