"""What all pages of the desk share: the frame, the store behind it, addresses, orders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TypeVar
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from whence.desk.access import Access
from whence.desk.days import AsOf as AsOf  # noqa: PLC0414 - every page takes it from here
from whence.desk.forms import token_field
from whence.desk.source import Source
from whence.errors import NotFoundError
from whence.ledger.claim import Status
from whence.ledger.person import Person, Role
from whence.ledger.span import Span
from whence.pipeline.told import Told
from whence.render.page import page
from whence.render.phrases import NEVER_TRUE
from whence.render.visible import one_line

SORTS = {
    "weight": lambda claim: (-claim.origin_count_high, -claim.outlet_count, claim.id),
    "first": lambda claim: (claim.first_seen_at or "9999", claim.id),
    "last": lambda claim: (claim.last_seen_at or "", claim.id),
    "status": lambda claim: (list(Status).index(claim.status), claim.id),
}
_OF_A_DAY = frozenset({"as-of", "from", "after", "page", "at", "said"})
"""Of an address; what is not kept when the day turns."""

LONGEST = 180
"""Characters of a claim in a table."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a page can be turned back to.

    Attributes:
        first: The earliest, as a count of days.
        last: The latest.
        shown: The one that the page is of; the latest for now.
        label: It in words.
        before: The day before it on which something was learned; None for the first.
        after: The day after it; "" leads to now, None from there.
    """

    first: int
    last: int
    shown: int
    label: str
    before: str | None
    after: str | None


def source_of(request: Request) -> Source:
    """The store that the desk stands over."""
    source: Source = request.app.state.source
    return source


def html(
    template: str,
    request: Request,
    as_of: str | None,
    days_of: str | None = None,
    *,
    code: int = 200,
    days: Sequence[str] | None = None,
    **values: object,
) -> HTMLResponse:
    """A page in the frame that all have.

    Args:
        template: Of this package.
        request: What is answered.
        as_of: The day that the page is of.
        days_of: Id of the story whose days the page can be turned back to; None for the store's.
        code: The status of the answer.
        days: Those that it can be turned back to instead; none for a page of no day.
        values: Of the template.
    """
    if days is None and request.state.person is not None:
        days = source_of(request).days(days_of)
    return HTMLResponse(
        page(
            template,
            package="whence.desk",
            as_of=as_of,
            suffix=suffix(as_of),
            days=_days(days or (), as_of),
            **shared(request),
            **values,
        ),
        code,
    )


def shared(request: Request) -> dict[str, object]:
    """What the frame of every page shows, also of one that tells of a problem.

    `person` is who is logged in, None where nobody is or needs to be; `token_field` is the
    hidden field that every form with `method="post"` holds; `can_decide` is whether an editor asks.
    """
    access: Access | None = getattr(request.state, "access", None)
    person: Person | None = getattr(request.state, "person", None)
    return {
        "path": request.url.path,
        "kept": kept_of(request),
        "here": partial(address, request),
        "footer": NEVER_TRUE,
        "person": person if access and access.needs_log_in else None,
        "can_decide": person is not None and person.role.covers(Role.EDITOR),
        "token_field": token_field(access.secret, request.state.form_key) if access else Markup(),
    }


def onward(path: str) -> HTMLResponse:
    """A page that goes on by itself to another one of ours.

    A browser that another site sent here holds back the cookie of the session (SameSite=Strict)
    and would hold it back after a redirect as well; what our own page asks for comes with it.
    """
    return HTMLResponse(page("onward.html", package="whence.desk", path=path))


def _days(learned: Sequence[str], as_of: str | None) -> Days | None:
    """Where one can turn to; None where there is one day alone."""
    if len(learned) < len(("before", "after")):
        return None
    first, last = (date.fromisoformat(day).toordinal() for day in (learned[0], learned[-1]))
    shown = min(max(date.fromisoformat(as_of or learned[-1]).toordinal(), first), last)
    earlier = [day for day in learned if day < (as_of or learned[-1])]
    later = [day for day in learned[:-1] if as_of and day > as_of]
    return Days(
        first=first,
        last=last,
        shown=shown,
        label=as_of or "now",
        before=earlier[-1] if earlier else None,
        after=later[0] if later else "" if as_of else None,
    )


def kept_of(request: Request) -> list[tuple[str, str]]:
    """What a page is asked for beside the day and the place in a list."""
    every = request.query_params.multi_items()
    return [(name, value) for name, value in every if value and name not in _OF_A_DAY]


def address(request: Request, as_of: str) -> str:
    """The same page on another day; "" is now."""
    asked = [*kept_of(request), *([("as-of", as_of)] if as_of else [])]
    return request.url.path + (f"?{urlencode(asked)}" if asked else "")


def suffix(as_of: str | None) -> str:
    """What keeps the day in an address."""
    return f"?as-of={as_of}" if as_of else ""


def place(article: str, span: Span) -> str:
    """The address of some words of an article."""
    return f"/articles/{article}?at={span.start}-{span.end}#here"


def one(items: Mapping[str, Item], what: str, name: str) -> Item:
    """The one with an id.

    Raises:
        NotFoundError: There is none.
    """
    if name not in items:
        raise NotFoundError(what, name)
    return items[name]


def named(told: Told) -> tuple[str, str]:
    """Id and title of a story, for a link back to it."""
    return told.id, title_of(told)


def title_of(told: Told) -> str:
    """What a story is called."""
    return one_line(told.title or "Without a title")
