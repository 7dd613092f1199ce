"""The search as JSON: hits of one kind, page by page."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from whence.desk.api import examples, shapes
from whence.desk.api.answers import After, Limit, a_page, paged, told
from whence.desk.api.cursor import Batch, cursor_of, place_of
from whence.desk.days import KnownAt
from whence.desk.frame import source_of
from whence.desk.limits import limited
from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.ledger.hit import Kind
from whence.render.hits import hit_json
from whence.store.search import DEEPEST, Asked, Sort, find
from whence.text.queries import LONGEST, read_query
from whence.text.queries import Field as Of

router = APIRouter(prefix="/api/v1")


class HitRecord(BaseModel):
    """One article, one quotation, or one claim in one of its wordings."""

    schema_: Literal["whence.hit/1"] = Field(alias="schema")
    kind: Literal["claim", "quotation", "article"]
    id: str
    text: str = Field(description="The words around what was searched for.")
    marks: list[list[int]] = Field(description="What was searched for, in characters of `text`.")
    article: str
    span: list[int] | None = Field(description="In characters of the article.")
    claim: str | None
    story: str | None
    title: str | None
    outlet: str | None
    published_at: str | None
    who: str | None
    stance: Stance | None
    status: Status | None = Field(description="As the claim stands now, on whatever day.")
    score: float = Field(description="It orders the hits of one query, and says nothing else.")


@router.get(
    "/search",
    dependencies=[limited("search", per_minute=60)],
    tags=["search"],
    operation_id="search",
    response_model=shapes.page_of(HitRecord),
    responses=told(a_page(hit_json(examples.HIT)), 400, 404),
)
def search(
    request: Request,
    q: Annotated[str, Query(max_length=LONGEST, description="Words and operators, as /search.")],
    in_: Annotated[
        Kind | None, Query(alias="in", description="Of what; else as `in:` says, else claims.")
    ] = None,
    sort: Annotated[Sort, Query(description="Which come first.")] = Sort.RELEVANCE,
    as_of: KnownAt = None,
    limit: Limit = 50,
    after: After = None,
) -> Response:
    """Claims, quotations or articles that answer a query."""
    query = read_query(q)
    own = query.values(Of.IN)
    asked = Asked(
        in_ or Kind(own[0] if own else Kind.CLAIMS), sort, limit, _passed(after), as_of or None
    )
    with source_of(request).store.reading() as connection:
        found = find(connection, query, asked)
    more = None if found.next is None else cursor_of((str(found.next),))
    return paged(Batch([hit_json(hit) for hit in found.hits], more))


def _passed(after: str | None) -> int:
    """How many hits a cursor stands for."""
    if after is None:
        return 0
    (passed,) = place_of(after, 1)
    if not (passed.isascii() and passed.isdigit() and int(passed[:9]) <= DEEPEST):
        raise HTTPException(404, "after: no cursor of this list")
    return int(passed)
