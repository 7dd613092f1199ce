"""Answers that are asked for again."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import LAMP, OWL, browser_of, encoder_of, keep
from whence.pipeline.keep import rebuild
from whence.store.engine import create_store


@pytest.mark.parametrize("path", ["/", "/api/v1/stories", "/api/v1/claims.csv", "/api"])
def test_what_did_not_change_is_not_sent_again(desk: TestClient, path: str) -> None:
    """A browser that has the answer gets none; one that has another answer gets this one."""
    first = desk.get(path)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"

    again = desk.get(path, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert "content-security-policy" in again.headers
    other = desk.get(path, headers={"If-None-Match": '"other"'})
    assert other.status_code == 200


def test_each_address_has_its_tag(desk: TestClient) -> None:
    """Another day or filter is another answer; what is not there has no tag."""
    tags = [
        desk.get(path).headers["etag"]
        for path in ("/", "/?as-of=2024-10-21", "/api/v1/claims", "/api/v1/claims?limit=1")
    ]

    assert len(set(tags)) == len(tags)
    assert "etag" not in desk.get("/api/v1/claims/none").headers
    assert "etag" not in desk.get("/health").headers
    assert desk.get("/static/desk.css").headers["cache-control"] == "no-cache"


def test_a_change_of_the_store_changes_all_tags(tmp_path: Path) -> None:
    """What was right before an article was added is asked for again."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        keep(store, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        rebuild(store, encoder_of(store), "1")
        client = browser_of(store)
        tag = client.get("/").headers["etag"]
        keep(store, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)
        rebuild(store, encoder_of(store), "1")
        answer = client.get("/", headers={"If-None-Match": tag})

    assert answer.status_code == 200
    assert answer.headers["etag"] != tag
