"""The same records as JSON, as the output contract prints them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from whence.desk.frame import AsOf, source_of
from whence.errors import NotFoundError
from whence.ledger.claim import Claim, Status
from whence.ledger.story import Story
from whence.render.contract import claim_json, reading_json, story_json
from whence.store.claims import load_claims
from whence.store.stories import load_stories

MOST = 200
"""Records of one page at most."""

Record = dict[str, Any]
Kept = TypeVar("Kept", Story, Claim)

router = APIRouter(prefix="/api/v1", tags=["ledger"])
Limit = Annotated[int, Query(ge=1, le=MOST, description="Records at most.")]
After = Annotated[
    str | None, Query(max_length=64, description="The `next` of the page before this one.")
]


class Page(BaseModel):
    """Some records in order, and where to go on; `next` is null at the end."""

    items: list[Record]
    next: str | None


@router.get("/stories")
def stories(request: Request, as_of: AsOf = None, limit: Limit = 50, after: After = None) -> Page:
    """Stories in the order of the ledger."""
    source = source_of(request)
    view = source.view(as_of)
    with source.store.reading() as connection:
        every = load_stories(connection)
    some, more = _from(every, limit, after)
    if as_of:
        some = [source.story(view, each.id).story for each in some]
    return Page(items=[json.loads(story_json(each)) for each in some], next=more)


@router.get("/stories/{story}")
def story(request: Request, story: str, as_of: AsOf = None) -> Record:
    """One story."""
    source = source_of(request)
    record: Record = json.loads(story_json(source.story(source.view(as_of), story).story))
    return record


@router.get("/claims")
def claims(
    request: Request,
    story: Annotated[str | None, Query(max_length=64)] = None,
    status: Status | None = None,
    as_of: AsOf = None,
    limit: Limit = 50,
    after: After = None,
) -> Page:
    """Claims in the order of the ledger, of one story or status where asked for."""
    source = source_of(request)
    every: Sequence[Claim]
    if story is not None:
        every = source.story(source.view(as_of), story).claims
    else:
        with source.store.reading() as connection:
            every = load_claims(connection)
    some, more = _from([each for each in every if status in {None, each.status}], limit, after)
    return Page(items=[json.loads(claim_json(each)) for each in some], next=more)


@router.get("/claims/{claim}")
def claim(request: Request, claim: str, as_of: AsOf = None) -> Record:
    """One claim."""
    source = source_of(request)
    record: Record = json.loads(claim_json(source.claim(source.view(as_of), claim)[0]))
    return record


@router.get("/articles/{article}")
def article(request: Request, article: str) -> Record:
    """The reading of one article."""
    record: Record = json.loads(reading_json(source_of(request).reading(article)))
    return record


def _from(records: Sequence[Kept], limit: int, after: str | None) -> tuple[list[Kept], str | None]:
    """The records after the one with an id, and the id to go on from.

    Raises:
        NotFoundError: No record has the id.
    """
    start = 0
    if after is not None:
        places = [at for at, each in enumerate(records) if each.id == after]
        if not places:
            raise NotFoundError("record", after)
        start = places[0] + 1
    some = list(records[start : start + limit])
    has_more = start + limit < len(records)
    return some, some[-1].id if has_more else None
