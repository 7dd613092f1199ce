"""Saved searches: kept under a name, looked at, renamed, taken out, followed as a feed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from whence.desk.forms import Fields
from whence.desk.frame import source_of
from whence.desk.hits import address, urn_of
from whence.desk.limits import limited
from whence.desk.persons import who
from whence.desk.search import feed
from whence.errors import QueryError, StoreError
from whence.store.searches import (
    LONGEST_NAME,
    drop_search,
    load_search,
    look_at_search,
    rename_search,
    save_search,
)
from whence.text.queries import read_query

SEE_OTHER = 303

router = APIRouter(include_in_schema=False)
LIMITED = [limited("search", per_minute=60)]


@router.post("/searches")
def save(request: Request, form: Fields) -> RedirectResponse:
    """Keep a query under a name; without a name it is called as it asks."""
    query = read_query(form.get("q", ""))
    if query.is_empty:
        raise QueryError("there is nothing to save: write what to search for")
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    name = _name(form, query.text)
    with source_of(request).store.writing() as connection:
        save_search(connection, owner=who(request), name=name, query=query.text, created_at=at)
    return RedirectResponse("/search#saved", SEE_OTHER)


@router.get("/searches/{search}")
def look(request: Request, search: str) -> RedirectResponse:
    """What answers it, the newest first; from now on that is not new any more."""
    store = source_of(request).store
    try:
        with store.writing() as connection:
            found = look_at_search(connection, search, who(request))
    except StoreError:  # a store that can only be read still answers
        with store.reading() as connection:
            found = load_search(connection, search)
    return RedirectResponse(address("/search", q=found.query, sort="learned"), SEE_OTHER)


@router.post("/searches/{search}/name")
def rename(request: Request, search: str, form: Fields) -> RedirectResponse:
    """Call it otherwise."""
    with source_of(request).store.writing() as connection:
        found = load_search(connection, search)
        rename_search(connection, search, who(request), _name(form, found.name))
    return RedirectResponse("/search#saved", SEE_OTHER)


@router.post("/searches/{search}/delete")
def drop(request: Request, search: str) -> RedirectResponse:
    """Take it out."""
    with source_of(request).store.writing() as connection:
        drop_search(connection, search, who(request))
    return RedirectResponse("/search#saved", SEE_OTHER)


@router.get("/searches/{search}/feed.atom", dependencies=LIMITED)
def saved_feed(request: Request, search: str) -> Response:
    """What answers it, for programs that follow feeds."""
    with source_of(request).store.reading() as connection:
        found = load_search(connection, search)
    return feed(request, found.query, "", f"whence: {found.name}", urn_of("search", found.id))


def _name(form: Mapping[str, str], otherwise: str) -> str:
    return " ".join(form.get("name", "").split())[:LONGEST_NAME] or otherwise[:LONGEST_NAME]
