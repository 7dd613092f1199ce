"""A name with its password, or a visit to a provider -> a session in the browser."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
from dataclasses import astuple
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from whence.desk.cookies import Cookie, drop_cookie, keep_cookie, read_cookie
from whence.desk.forms import Fields
from whence.desk.frame import html, onward, source_of
from whence.desk.limits import limited
from whence.desk.persons import Asker, access_of, asker
from whence.errors import LogInError, NotFoundError, ProviderError
from whence.pipeline.oidc import Provider, Visit, make_visit
from whence.pipeline.sessions import LIFE, log_in, log_in_by, log_out
from whence.store.sessions import Opened

VISIT_S = 600
"""Seconds that a visit to the provider may take."""

VISITS_PER_MINUTE = 20
LONGEST_NEXT = 1_500

_NOT_IN_PATHS = re.compile(r"[\x00-\x20\x7f\\]")

router = APIRouter(include_in_schema=False)
Next = Annotated[str, Query(max_length=LONGEST_NEXT)]


def local_path(address: str) -> str:
    """An address of this desk to go on to; "/" for whatever leads elsewhere."""
    if not address.startswith("/") or address.startswith("//") or _NOT_IN_PATHS.search(address):
        return "/"
    try:
        parts = urlsplit(address)
    except ValueError:
        return "/"
    is_local = not parts.scheme and not parts.netloc
    return address if is_local and parts.path not in {"/login", "/logout"} else "/"


@router.get("/login")
def login_page(request: Request, next: Next = "/") -> Response:  # noqa: A002 - the address has it
    """Ask for a name and a password, or lead to the provider."""
    if request.state.person is not None:
        return RedirectResponse(local_path(next), 303)
    return _page(request, next)


def _page(
    request: Request, after: str, *, wrong: str = "", name: str = "", status: int = 200
) -> Response:
    provider = access_of(request).provider
    return html(
        "login.html",
        request,
        None,
        code=status,
        title="Log in",
        next=local_path(after),
        provider=urlsplit(provider.settings.issuer).hostname if provider else None,
        wrong=wrong,
        name=name,
    )


@router.post("/login")
def log_in_here(request: Request, fields: Fields, where: Asker) -> Response:
    """A new session for who has the name and the password; what was open here before ends."""
    name, after = fields.get("name", ""), fields.get("next", "/")
    store = source_of(request).store
    try:
        found = log_in(store, name, fields.get("password", ""), where)
    except LogInError as error:
        return _page(request, after, wrong=str(error).capitalize(), name=name[:64], status=401)
    _end(request)
    return begun(request, RedirectResponse(local_path(after), 303), found.token)


def begun(request: Request, response: Response, token: str) -> Response:
    """An answer after which the browser has a session."""
    keep_cookie(request, response, Cookie.SESSION, token, int(LIFE.total_seconds()))
    drop_cookie(request, response, Cookie.FORM)
    return response


@router.post("/logout")
def log_out_here(request: Request) -> Response:
    """End the session, in the store and in the browser."""
    _end(request)
    response = RedirectResponse("/login", 303)
    drop_cookie(request, response, Cookie.SESSION)
    return response


def _end(request: Request) -> None:
    opened: Opened | None = request.state.opened
    if opened is not None:
        log_out(source_of(request).store, opened, asker(request))


@router.get("/login/provider", dependencies=[limited("log-in", per_minute=VISITS_PER_MINUTE)])
def leave(request: Request, next: Next = "/") -> Response:  # noqa: A002 - the address has it
    """Send the browser to the provider, with what it has to bring back."""
    provider, visit = _provider(request), make_visit()
    response = RedirectResponse(provider.address(visit, _back(request)), 303)
    until = int(access_of(request).clock().timestamp()) + VISIT_S
    kept = _signed(request, [*astuple(visit), local_path(next), until])
    keep_cookie(request, response, Cookie.VISIT, kept, VISIT_S)
    return response


@router.get("/login/back", dependencies=[limited("log-in", per_minute=VISITS_PER_MINUTE)])
def come_back(
    request: Request,
    where: Asker,
    state: Annotated[str, Query(max_length=200)] = "",
    code: Annotated[str, Query(max_length=1_500)] = "",
    error: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """A session for whom the provider vouches for; its answer is good once, in one browser."""
    provider = _provider(request)
    visit, after = _kept_visit(request)
    if visit is None or not hmac.compare_digest(state.encode(), visit.state.encode()):
        raise LogInError("this answer belongs to no log-in that was begun here; begin it again")
    if error or not code:
        raise ProviderError(f"the provider did not log you in ({error or 'no code'})")
    identity = provider.identity(visit, code, _back(request))
    found = log_in_by(source_of(request).store, identity, where)
    _end(request)
    # a redirect would belong to the provider's site, and the session's cookie would stay behind
    response = begun(request, onward(after), found.token)
    drop_cookie(request, response, Cookie.VISIT)
    return response


def _provider(request: Request) -> Provider:
    provider = access_of(request).provider
    if provider is None:
        raise NotFoundError("log-in provider", request.url.path)
    return provider


def _back(request: Request) -> str:
    return str(request.base_url.replace(path="/login/back", query="", fragment=""))


def _signed(request: Request, values: list[str | int]) -> str:
    text = base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")
    return f"{text}.{_signature(request, text)}"


def _signature(request: Request, text: str) -> str:
    secret = access_of(request).secret
    return hmac.new(secret, f"visit {text}".encode(), hashlib.sha256).hexdigest()


def _kept_visit(request: Request) -> tuple[Visit | None, str]:
    """The visit that this browser is on and where to go afterwards; None where it is on none."""
    text, _, signature = (read_cookie(request, Cookie.VISIT) or "").partition(".")
    if not hmac.compare_digest(signature.encode(), _signature(request, text).encode()):
        return None, "/"
    state, nonce, verifier, after, until = json.loads(
        base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    )
    if access_of(request).clock().timestamp() > until:
        return None, "/"
    return Visit(state, nonce, verifier), after
