"""Records as JSON -> answers, and what OpenAPI says of each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import Path, Query
from fastapi.responses import Response

from whence.desk.api import examples
from whence.desk.api.cursor import LONGEST, Batch

MOST = 200
"""Records of one page at most."""

JSON = "application/json"
PROBLEM = "application/problem+json"

Id = Annotated[str, Path(max_length=64, description="As a list tells it.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Records at most.")]
After = Annotated[
    str | None, Query(max_length=LONGEST, description="The `next` of the page before this one.")
]
OfStory = Annotated[str | None, Query(max_length=64, description="The id of the only story.")]
Name = Annotated[str | None, Query(max_length=200)]


def plain(record: str) -> Response:
    """One record."""
    return Response(record, media_type=JSON)


def listed(records: Iterable[str]) -> Response:
    """All records of one thing."""
    return Response(f'{{"items": [{", ".join(records)}]}}', media_type=JSON)


def paged(found: Batch) -> Response:
    """Some records, and where to go on."""
    after = "null" if found.next is None else f'"{found.next}"'
    items = ", ".join(found.items)
    return Response(f'{{"items": [{items}], "next": {after}}}', media_type=JSON)


def told(example: object, *problems: int) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of a route's answers: an example, and the problems beside those of all."""
    answers: dict[int | str, dict[str, Any]] = {
        200: {"content": {JSON: {"example": example}}},
        304: {"description": "It is what `If-None-Match` names."},
    }
    return answers | {status: problem(status) for status in (*problems, 414, 422, 500, 503)}


def problem(status: int) -> dict[str, Any]:
    """What OpenAPI says of a problem."""
    return {
        "description": PROBLEMS[status],
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


PROBLEMS = {
    400: "What is searched for cannot be understood; the detail says how to mend it.",
    404: "The ledger of that day does not have it; or the cursor is of another list.",
    414: "The address is too long.",
    422: "That cannot be asked; the detail says what can.",
    500: "A fault of the program.",
    503: "The store cannot be read just now.",
}


def a_page(record: str) -> dict[str, Any]:
    """An example of a page with one record."""
    return examples.answer_of(record, is_page=True)
