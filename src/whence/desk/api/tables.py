"""The tables of a store -> files to download, row after row, of one story or of all.

A table of any size goes out through little memory: one state of the store is read for as long
as the download takes. Few go out at a time; who comes then is told to come again.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from itertools import chain
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response, StreamingResponse

from whence.desk.api import examples
from whence.desk.api.answers import OfStory, problem
from whence.desk.frame import source_of
from whence.errors import NotFoundError
from whence.render.contract import claim_json, row_json, story_json
from whence.render.table import csv_lines
from whence.store.engine import Store
from whence.store.listed import every_claim, every_story
from whence.store.rows import TABLES, columns_of, has_story, table_rows

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

AT_ONCE = 4
"""Downloads under way; each holds one connection to the store."""

CHUNK = 32_768
"""Characters that are sent together."""

WAIT_S = "10"

MEDIA = {"csv": "text/csv; charset=utf-8; header=present", "jsonl": "application/jsonl"}
SAFE = (
    " RFC 4180, UTF-8, a line of names first. A cell of text that a spreadsheet would take for a"
    " formula (it begins with =, +, -, @, a tab or a line end) has an apostrophe before it."
)
TOLD = {
    "stories": "Stories by id.",
    "claims": "Claims by id, with how each stands.",
    "assertions": "Who puts forward which claim in which article, and how firmly.",
    "articles": "Articles without their text, as the store learned of them.",
    "quantities": "Numbers in the articles, with their bounds.",
    "conflicts": "Pairs of claims that do not agree in a detail.",
    "copies": "Articles that are another's text again.",
}
"""What OpenAPI says of each table."""

router = APIRouter(prefix="/api/v1", tags=["tables"])
_under_way = BoundedSemaphore(AT_ONCE)


def _lines(store: Store, table: str, kind: str, story: str | None) -> Iterator[str]:
    """The lines of a file; the first comes when the store has been asked."""
    with store.reading() as connection:
        if kind == "csv":
            yield from csv_lines(columns_of(table), table_rows(connection, table, story))
        elif table == "claims":
            yield from (f"{claim_json(each)}\n" for each in every_claim(connection, story))
        elif table == "stories":
            yield from (f"{story_json(each)}\n" for each in every_story(connection, story))
        else:
            for row in table_rows(connection, table, story):
                yield f"{row_json(table, row)}\n"


def _chunks(lines: Iterator[str]) -> Generator[str, None, None]:
    """The lines, many of them together; the first chunk is empty, and says that it has begun."""
    try:
        yield ""
        chunk: list[str] = []
        size = 0
        for line in lines:
            chunk.append(line)
            size += len(line)
            if size >= CHUNK:
                yield "".join(chunk)
                chunk, size = [], 0
        yield "".join(chunk)
    finally:
        _under_way.release()


class _Download(StreamingResponse):
    """A file; whoever goes away in the middle gives back the place at once."""

    def __init__(
        self,
        chunks: Generator[str, None, None],
        begun: str,
        *,
        media_type: str,
        headers: Mapping[str, str],
    ) -> None:
        super().__init__(chain([begun], chunks), media_type=media_type, headers=headers)
        self._chunks = chunks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._chunks.close()


def _download(table: str, kind: str) -> Callable[..., Response]:
    def download(request: Request, story: OfStory = None) -> Response:
        source = source_of(request)
        if story is not None:
            with source.store.reading() as connection:
                if not has_story(connection, story):
                    raise NotFoundError("story", story)
        if not _under_way.acquire(blocking=False):
            raise HTTPException(503, "too many downloads at a time", {"Retry-After": WAIT_S})
        chunks = _chunks(_lines(source.store, table, kind, story))
        begun = next(chunks)  # from here on its end gives back the place that it takes
        name = f"whence-{table}-{story}.{kind}" if story else f"whence-{table}.{kind}"
        return _Download(
            chunks,
            begun,
            media_type=MEDIA[kind],
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    return download


def _described(table: str, kind: str) -> dict[int | str, dict[str, Any]]:
    media = MEDIA[kind].split(";")[0]
    example = _example(table, kind)
    content = {media: {"schema": {"type": "string"}, "example": example}}
    return {
        200: {"description": "The file.", "content": content},
        304: {"description": "It is what `If-None-Match` names."},
        **{status: problem(status) for status in (404, 414, 422, 500, 503)},
    }


def _example(table: str, kind: str) -> str:
    """The head of a file, or a record."""
    if kind == "csv":
        return "".join(csv_lines(columns_of(table), []))
    if table == "claims":
        return f"{claim_json(examples.CLAIM)}\n"
    if table == "stories":
        return f"{story_json(examples.STORY)}\n"
    return f"{row_json(table, examples.ROWS[table])}\n"


for _table in TABLES:
    for _kind in MEDIA:
        router.add_api_route(
            f"/{_table}.{_kind}",
            _download(_table, _kind),
            response_class=Response,
            operation_id=f"download_{_table}_{_kind}",
            summary=f"All {_table} as {'CSV' if _kind == 'csv' else 'JSON Lines'}",
            description=TOLD[_table] + (SAFE if _kind == "csv" else " A record in each line."),
            responses=_described(_table, _kind),
        )
