"""A request that changes something -> whether a form of ours sent it, and its fields."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Request
from markupsafe import Markup

FIELD = "form-token"
HEADER = "x-form-token"
FORM_TYPE = "application/x-www-form-urlencoded"
JSON_TYPE = "application/json"
MOST_FIELDS = 1_000
ASKS = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""


def form_token(secret: bytes, key: str) -> str:
    """What proves that a form was given to the browser that sends it.

    Args:
        secret: The desk's.
        key: The token of the session; without one, what the browser keeps for its forms.
    """
    return hmac.new(secret, f"form {key}".encode(), hashlib.sha256).hexdigest()


def token_field(secret: bytes, key: str) -> Markup:
    """The hidden field that every form with `method="post"` holds."""
    field = Markup('<input type="hidden" name="{}" value="{}">')
    return field.format(FIELD, form_token(secret, key))


def has_token(
    request: Request, fields: Mapping[str, tuple[str, ...]], secret: bytes, key: str
) -> bool:
    """Whether a request has the token of its own browser, in a field or a header."""
    found = next(iter(fields.get(FIELD, ())), "") or request.headers.get(HEADER) or ""
    return hmac.compare_digest(found.encode(), form_token(secret, key).encode())


def is_from_here(request: Request) -> bool:
    """Whether a page of this desk sent a request, as far as the browser tells.

    A program tells nothing, and is believed: it has no cookie that it did not ask for. A
    browser names the site in one header or the other, and no page can change them.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    own = (request.url.scheme, request.headers.get("host", "").lower())
    return (parts.scheme, parts.netloc.lower()) == own


def type_of(request: Request) -> str:
    """The kind of a body, lower case, without its charset."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def fields_of(request: Request, body: bytes) -> dict[str, tuple[str, ...]]:
    """The fields of a form, each with all its values; none of any other body.

    Raises:
        ValueError: There are too many, or they are no UTF-8.
    """
    if type_of(request) != FORM_TYPE:
        return {}
    pairs = parse_qsl(
        body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="strict"
    )
    names = dict.fromkeys(name for name, _ in pairs)
    return {name: tuple(value for own, value in pairs if own == name) for name in names}


def _every(request: Request) -> Mapping[str, tuple[str, ...]]:
    found: Mapping[str, tuple[str, ...]] = request.state.fields
    return found


def _fields(request: Request) -> Mapping[str, str]:
    return {name: values[0] for name, values in _every(request).items()}


Fields = Annotated[Mapping[str, str], Depends(_fields)]
"""The fields of the form that a request sent, each with its first value."""

AllFields = Annotated[Mapping[str, tuple[str, ...]], Depends(_every)]
"""The same with all values, for what can be ticked."""
