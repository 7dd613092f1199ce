"""What was decided of stories, claims and actors -> its history, with a way to take it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from whence.desk.asked import SEE_OTHER, Filled, decided, just_done, keep, told
from whence.desk.frame import AsOf, html, source_of
from whence.pipeline.settle import standings, take_back
from whence.store.rulings import load_rulings

MOST = 50
"""Decisions of one page."""

router = APIRouter(include_in_schema=False)


@router.get("/decisions")
def decisions(
    request: Request,
    as_of: AsOf = None,
    before: Annotated[int | None, Query(ge=1)] = None,
    done: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """Who decided what, when and why, the latest first."""
    store = source_of(request).store
    found = standings(store, as_of=as_of or None, before=before, most=MOST + 1)
    shown = found[:MOST]
    return html(
        "decisions.html",
        request,
        as_of,
        title="Decisions",
        done=just_done(store, done),
        rows=told(store, shown),
        older=shown[-1].ruling.number if len(found) > MOST else None,
    )


@router.post("/decisions/{number}/undo")
def undo(request: Request, number: int, fields: Filled) -> Response:
    """Take a decision back."""
    with source_of(request).store.reading() as connection:
        rulings = load_rulings(connection)
    kept = keep(request, take_back(rulings, number, decided(request, fields)))
    return RedirectResponse(f"/decisions?done={kept}", SEE_OTHER)
