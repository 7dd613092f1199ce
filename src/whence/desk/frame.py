"""What all pages of the desk share: the frame, the store behind it, addresses, orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from fastapi import Request
from fastapi.responses import HTMLResponse

from whence.desk.days import AsOf as AsOf  # noqa: PLC0414 - every page takes it from here
from whence.desk.source import Source
from whence.errors import NotFoundError
from whence.ledger.claim import Status
from whence.ledger.span import Span
from whence.render.page import page
from whence.render.phrases import NEVER_TRUE

SORTS = {
    "weight": lambda claim: (-claim.origin_count_high, -claim.outlet_count, claim.id),
    "first": lambda claim: (claim.first_seen_at or "9999", claim.id),
    "last": lambda claim: (claim.last_seen_at or "", claim.id),
    "status": lambda claim: (list(Status).index(claim.status), claim.id),
}
LONGEST = 180
"""Characters of a claim in a table."""

Item = TypeVar("Item")


def source_of(request: Request) -> Source:
    """The store that the desk stands over."""
    source: Source = request.app.state.source
    return source


def html(template: str, request: Request, as_of: str | None, **values: object) -> HTMLResponse:
    """A page in the frame that all have."""
    source = source_of(request)
    days = source.days()
    return HTMLResponse(
        page(
            template,
            package="whence.desk",
            path=request.url.path,
            as_of=as_of,
            suffix=f"?as-of={as_of}" if as_of else "",
            days=days,
            footer=NEVER_TRUE,
            **values,
        )
    )


def place(article: str, span: Span) -> str:
    """The address of some words of an article."""
    return f"/articles/{article}?at={span.start}-{span.end}#here"


def one(items: Mapping[str, Item], what: str, name: str) -> Item:
    """The one with an id.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    if name not in items:
        raise NotFoundError(what, name)
    return items[name]
