"""A request -> who asks, or why it is refused; before any route, so that none can forget it."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from whence.desk import errors
from whence.desk.access import Access
from whence.desk.cookies import Cookie, keep_cookie, read_cookie
from whence.desk.forms import ASKS, JSON_TYPE, fields_of, has_token, is_from_here, type_of
from whence.desk.frame import onward
from whence.errors import WhenceError
from whence.ledger.person import LOCAL, SessionKind
from whence.pipeline.sessions import session_of
from whence.store.engine import Store
from whence.store.sessions import Opened

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST_BODY = 64 * 1024
"""Bytes; the longest form is one of notes."""

BODY_WAIT_S = 30.0
OPEN = frozenset({"/login", "/login/provider", "/login/back", "/health"})
"""Paths that need no log-in, with the files of /static."""

STATIC, METRICS = "/static/", "/metrics"
BEARER = "bearer "


class Guard:
    """The desk, as it is reached only by those who may."""

    def __init__(self, app: ASGIApp, access: Access, store: Store) -> None:
        """Stand before an application."""
        self._app, self._access, self._store = app, access, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a request, or hand it on with `request.state` filled."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._access.is_behind_proxy:
            _believe_proxy(scope)
        request = Request(scope)
        state = request.state
        state.access, state.person, state.opened, state.fields = self._access, None, None, {}
        state.form_key, body = "", b""
        try:
            refusal = self._checked_host(request)
            if refusal is None:
                body = await _body(request, receive)
                refusal = await self._let_in(request, body)
        except _RefusedError as refused:
            refusal = errors.answer(request, refused.status, str(refused))
        except WhenceError as error:
            refusal = errors.answer_error(request, error)
        except ClientDisconnect:
            return
        app = self._app if refusal is None else refusal
        await app(scope, _again(body, receive), self._finished(request, send))

    def _checked_host(self, request: Request) -> Response | None:
        host = request.headers.get("host", "").lower()
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        if name in self._access.hosts:
            return None
        return errors.answer(request, 400, "this desk is not called so; --allow-host names it")

    async def _let_in(self, request: Request, body: bytes) -> Response | None:
        """Find out who asks; an answer where they are refused, else None."""
        state, access = request.state, self._access
        by_token = await self._identify(request)
        if by_token and state.opened is None:
            return _refused_program(request, "the token is not valid, or not any more")
        if request.method not in ASKS:
            self._check_form(request, body, by_token=by_token)
        if state.person is not None or _is_open(request.url.path):
            return None
        if request.url.path.startswith(errors.API) or request.url.path == METRICS:
            return _refused_program(request, "log in, or send a token of `whence user token`")
        if request.method not in ASKS:
            return RedirectResponse("/login", 303)
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        if access.needs_log_in and _comes_by_link(request):
            return onward(here)
        return RedirectResponse(f"/login?next={quote(here, safe='')}", 303)

    async def _identify(self, request: Request) -> bool:
        """Fill in who asks; whether they gave a token for programs."""
        state, access = request.state, self._access
        if not access.needs_log_in:
            state.person = LOCAL
            self._use_form_key(request)
            return False
        given = request.headers.get("authorization", "")
        path = request.url.path
        if given.lower().startswith(BEARER) and (path.startswith(errors.API) or path == METRICS):
            token = given[len(BEARER) :].strip()
            state.opened = await self._opened(token, SessionKind.BEARER)
            state.person = state.opened.person if state.opened else None
            return True
        cookie = read_cookie(request, Cookie.SESSION)
        if cookie and not _is_file(path):
            state.opened = await self._opened(cookie, SessionKind.BROWSER)
        if cookie and state.opened:
            state.person, state.form_key = state.opened.person, cookie
        else:
            self._use_form_key(request)
        return False

    async def _opened(self, token: str, kind: SessionKind) -> Opened | None:
        now = self._access.clock()
        return await run_in_threadpool(session_of, self._store, token, kind, now)

    @staticmethod
    def _use_form_key(request: Request) -> None:
        kept = read_cookie(request, Cookie.FORM)
        request.state.form_key = kept or secrets.token_urlsafe(32)
        request.state.is_new_key = kept is None

    def _check_form(self, request: Request, body: bytes, *, by_token: bool) -> None:
        """Refuse what another site's page sent with our cookies.

        A program's token comes with no cookie. A program on this machine may send JSON where
        nobody logs in: a page of another site cannot without asking first, and gets no answer.

        Raises:
            _RefusedError: It was not a form of ours.
        """
        if not is_from_here(request):
            raise _RefusedError(403, "another site sent this; nothing was changed")
        is_api = request.url.path.startswith(errors.API)
        if by_token or (is_api and not self._access.needs_log_in and type_of(request) == JSON_TYPE):
            return
        try:
            request.state.fields = fields_of(request, body)
        except ValueError as error:
            raise _RefusedError(400, "the form cannot be read") from error
        state = request.state
        if not has_token(request, state.fields, self._access.secret, state.form_key):
            raise _RefusedError(
                403, "the form is too old; load its page again. Nothing was changed"
            )

    def _finished(self, request: Request, send: Send) -> Send:
        """Let the browser keep the key of its forms, and no page that needed a log-in."""

        async def finish(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = Response()
                if getattr(request.state, "is_new_key", False) and _is_page(message):
                    keep_cookie(request, kept, Cookie.FORM, request.state.form_key)
                headers = [pair for pair in kept.raw_headers if pair[0] == b"set-cookie"]
                own = list(message["headers"])
                if self._access.needs_log_in and (_is_page(message) or not _has_cache_rule(own)):
                    own = [pair for pair in own if pair[0].lower() != b"cache-control"]
                    headers.append((b"cache-control", b"no-store"))
                message["headers"] = [*own, *headers]
            await send(message)

        return finish


class _RefusedError(Exception):
    """A request that no route sees.

    Attributes:
        status: Of its answer.
    """

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


async def _body(request: Request, receive: Receive) -> bytes:
    """All of a body, however it comes.

    Raises:
        _RefusedError: It is too long or too slow.
        ClientDisconnect: Who sent it has gone.
    """
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > LONGEST_BODY:
        raise _RefusedError(413, f"at most {LONGEST_BODY} bytes can be sent")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_WAIT_S):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise ClientDisconnect
                body += message.get("body", b"")
                if len(body) > LONGEST_BODY:
                    raise _RefusedError(413, f"at most {LONGEST_BODY} bytes can be sent")
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError as error:
        raise _RefusedError(408, "the request did not end") from error


def _again(body: bytes, receive: Receive) -> Receive:
    """What was received, for the route, and then what comes after it."""
    is_given = False

    async def give() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give


def _believe_proxy(scope: Scope) -> None:
    """Take the scheme and the address that the proxy saw; of several, the one it added itself."""
    headers = Request(scope).headers
    scheme = headers.get("x-forwarded-proto", "").rpartition(",")[2].strip().lower()
    if scheme in {"http", "https"}:
        scope["scheme"] = scheme
    address = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
    if address:
        scope["client"] = (address, 0)


def _is_file(path: str) -> bool:
    return path.startswith(STATIC) and "/" not in path[len(STATIC) :]


def _is_open(path: str) -> bool:
    return path in OPEN or _is_file(path)


def _comes_by_link(request: Request) -> bool:
    """Whether a link of another site led here, so that the browser held its cookie back."""
    headers = request.headers
    is_navigation = headers.get("sec-fetch-mode") == "navigate"
    return is_navigation and headers.get("sec-fetch-site") in {"cross-site", "same-site"}


def _is_page(message: Message) -> bool:
    kinds = [value for name, value in message["headers"] if name.lower() == b"content-type"]
    return any(kind.startswith(b"text/html") for kind in kinds)


def _has_cache_rule(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"cache-control" for name, _ in headers)


def _refused_program(request: Request, why: str) -> Response:
    return errors.answer(request, 401, why, {"WWW-Authenticate": 'Bearer realm="whence"'})
