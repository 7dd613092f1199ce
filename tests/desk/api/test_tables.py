"""Tables as files."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import StringIO
from typing import Any

import pytest
from starlette.testclient import TestClient

from whence.desk.api import tables
from whence.store.rows import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_the_same_in_both_kinds(desk: TestClient, table: str) -> None:
    """As many rows in the one as records in the other, under a name to save it by."""
    sheet = desk.get(f"/api/v1/{table}.csv")
    lines = desk.get(f"/api/v1/{table}.jsonl")

    rows = list(csv.DictReader(StringIO(sheet.text, newline="")))
    records = [json.loads(line) for line in lines.text.splitlines()]
    assert len(rows) == len(records)
    assert sheet.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert sheet.headers["content-disposition"] == f'attachment; filename="whence-{table}.csv"'
    for row, record in zip(rows, records, strict=True):
        shared = [name for name in row if isinstance(record.get(name), str)]
        assert [row[name].removeprefix("'") for name in shared] == [
            record[name].removeprefix("'") for name in shared
        ]


@pytest.mark.parametrize("table", ["claims", "assertions", "articles", "quantities"])
def test_one_story_has_its_rows_alone(desk: TestClient, table: str) -> None:
    """The rows of all stories are those of each, and a story that is not there has no file."""
    stories = [each["id"] for each in desk.get("/api/v1/stories").json()["items"]]
    own = [desk.get(f"/api/v1/{table}.csv?story={each}").text.splitlines() for each in stories]
    every = desk.get(f"/api/v1/{table}.csv").text.splitlines()

    assert sorted(line for lines in own for line in lines[1:]) == sorted(every[1:])
    assert len(stories) > 1
    assert desk.get(f"/api/v1/{table}.csv?story=none").status_code == 404


def test_lines_end_as_rfc_4180_has_it(desk: TestClient) -> None:
    """With a carriage return and a line feed, in UTF-8 without a mark before it."""
    data = desk.get("/api/v1/articles.csv").content

    assert data.startswith(b"id,url,outlet,title,")
    assert data.count(b"\r\n") == data.count(b"\n") == 4


def test_few_go_out_at_a_time(desk: TestClient) -> None:
    """Who comes while the others hold all places is told to come again; then there is room."""
    taken = 0
    while tables._under_way.acquire(blocking=False):  # noqa: SLF001 - to stand for slow readers
        taken += 1
    answer = desk.get("/api/v1/claims.csv")
    for _ in range(taken):
        tables._under_way.release()  # noqa: SLF001

    assert taken == tables.AT_ONCE
    assert (answer.status_code, answer.headers["retry-after"]) == (503, tables.WAIT_S)
    for _ in range(2 * tables.AT_ONCE):
        assert desk.get("/api/v1/claims.csv").status_code == 200


def test_who_goes_away_gives_back_the_place(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More readers than there are places go away in the middle of a file; then there is room."""
    monkeypatch.setattr(tables, "CHUNK", 1)
    with ThreadPoolExecutor(1) as aside:  # the thread of the browser's tests has a loop already
        left = [
            aside.submit(asyncio.run, _left(desk, "/api/v1/assertions.csv")).result()
            for _ in range(tables.AT_ONCE + 2)
        ]

    assert all(left)
    assert desk.get("/api/v1/assertions.csv").status_code == 200


async def _left(desk: TestClient, path: str) -> bool:
    """Ask for a file and go away after some of it; whether that came about."""
    sent: list[bytes] = []

    async def receive() -> dict[str, Any]:
        if not sent:
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message.get("body", b""))
        if len(sent) > 3:
            raise OSError("gone")

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 2),
        "state": {},
    }
    with suppress(Exception):
        await desk.app(scope, receive, send)
    return len(sent) > 3
