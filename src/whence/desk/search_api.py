"""The search as JSON."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from whence.desk.api import MOST, Page
from whence.desk.frame import AsOf, source_of
from whence.desk.search import DEEPEST
from whence.ledger.hit import Kind
from whence.render.hits import hit_fields
from whence.store.search import Asked, Sort, find
from whence.text.queries import LONGEST, Field, read_query

router = APIRouter(prefix="/api/v1", tags=["search"])


@router.get("/search")
def search(
    request: Request,
    q: Annotated[str, Query(max_length=LONGEST, description="Words and operators.")],
    in_: Annotated[
        Kind | None, Query(alias="in", description="Without it `in:` of the query, else claims.")
    ] = None,
    sort: Sort = Sort.RELEVANCE,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Hits at most.")] = 50,
    after: Annotated[
        str, Query(pattern=r"^\d{1,5}$", description="The `next` of the page before this one.")
    ] = "0",
    as_of: AsOf = None,
) -> Page:  # fmt: skip
    """Hits of one kind: claims, quotations or articles. A status is that of now."""
    query = read_query(q)
    own = query.values(Field.IN)
    kind = in_ or Kind(own[0] if own else Kind.CLAIMS)
    asked = Asked(kind, sort, limit, min(int(after), DEEPEST), as_of or None)
    with source_of(request).store.reading() as connection:
        found = find(connection, query, asked)
    more = None if found.next is None else str(found.next)
    return Page(items=[hit_fields(hit) for hit in found.hits], next=more)
