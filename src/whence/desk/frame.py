"""What all pages of the desk share: the frame, the store behind it, addresses, orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, TypeVar

from fastapi import Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from whence.desk.access import Access
from whence.desk.forms import token_field
from whence.desk.source import Source
from whence.errors import NotFoundError
from whence.ledger.claim import Status
from whence.ledger.person import Person
from whence.ledger.span import Span
from whence.render.page import page
from whence.render.phrases import NEVER_TRUE

AsOf = Annotated[
    str | None,
    Query(alias="as-of", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="A day."),
]
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


def html(
    template: str, request: Request, as_of: str | None, code: int = 200, **values: object
) -> HTMLResponse:
    """A page in the frame that all have; `days=[]` for one that is the same on every day."""
    if "days" not in values:
        values["days"] = source_of(request).days() if request.state.person else []
    return HTMLResponse(
        page(
            template,
            package="whence.desk",
            as_of=as_of,
            suffix=f"?as-of={as_of}" if as_of else "",
            **shared(request),
            **values,
        ),
        code,
    )


def shared(request: Request) -> dict[str, object]:
    """What the frame of every page shows, also of one that tells of a problem.

    `person` is who is logged in, None where nobody is or needs to be; `token_field` is the
    hidden field that every form with `method="post"` holds.
    """
    access: Access | None = getattr(request.state, "access", None)
    person: Person | None = getattr(request.state, "person", None)
    return {
        "path": request.url.path,
        "footer": NEVER_TRUE,
        "person": person if access and access.needs_log_in else None,
        "token_field": token_field(access.secret, request.state.form_key) if access else Markup(),
    }


def onward(path: str) -> HTMLResponse:
    """A page that goes on by itself to another one of ours.

    A browser that another site sent here holds back the cookie of the session (SameSite=Strict)
    and would hold it back after a redirect as well; what our own page asks for comes with it.
    """
    return HTMLResponse(page("onward.html", package="whence.desk", path=path))


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
