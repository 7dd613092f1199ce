"""Searches that are saved on the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import LAMP, OWL, browser_of, encoder_of, keep, send
from whence.pipeline.keep import rebuild
from whence.store.engine import Store, create_store


@pytest.fixture
def own_store(tmp_path: Path) -> Iterator[Store]:
    """A store of one article."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        keep(made, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        rebuild(made, encoder_of(made), "1")
        yield made


@pytest.fixture
def own_desk(own_store: Store) -> Iterator[TestClient]:
    """A desk that may be written to."""
    with browser_of(own_store) as client:
        yield client


def _save(desk: TestClient, query: str, name: str = "") -> str:
    """The address of a search that was saved."""
    answer = send(desk, "/searches", q=query, name=name)
    assert answer.status_code == 200, answer.text
    return str(re.findall(r'/searches/[0-9a-f]+(?=")', answer.text)[-1])


def test_a_saved_search_tells_what_is_new(
    own_desk: TestClient, own_store: Store, tmp_path: Path
) -> None:
    """Nothing is new until an article comes; a look makes it old."""
    own = _save(own_desk, "bridge", "The bridge")
    assert "nothing new" in own_desk.get("/search").text

    keep(own_store, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)
    rebuild(own_store, encoder_of(own_store), "1")
    assert "1 article new" in own_desk.get("/search").text

    looked = own_desk.get(own)
    assert looked.url.params["q"] == "bridge"
    assert "The Owl" in looked.text
    assert "nothing new" in own_desk.get("/search").text


def test_a_saved_search_is_renamed_and_deleted(own_desk: TestClient) -> None:
    """Without a name it is called as it asks; its feed has the name it has."""
    own = _save(own_desk, "bridge -quay")
    assert "bridge -quay" in own_desk.get("/search").text

    assert "At the harbour" in send(own_desk, f"{own}/name", name="At the harbour").text
    assert "whence: At the harbour" in own_desk.get(f"{own}/feed.atom").text

    assert "At the harbour" not in send(own_desk, f"{own}/delete").text
    assert own_desk.get(own).status_code == 404
    assert own_desk.get(f"{own}/feed.atom").status_code == 404


def test_what_means_nothing_is_not_saved(own_desk: TestClient) -> None:
    """An empty query and a wrong one are told off."""
    for query in ("", "OR"):
        assert send(own_desk, "/searches", q=query).status_code == 400
    assert "Saved searches" not in own_desk.get("/search").text


def test_forms_come_from_the_desk_and_are_short(own_desk: TestClient) -> None:
    """A form of another site, or a huge one, is refused."""
    form = {"q": "bridge"}
    foreign = own_desk.post("/searches", data=form, headers={"Sec-Fetch-Site": "cross-site"})
    huge = own_desk.post("/searches", data={"q": "x" * 80_000})

    assert (foreign.status_code, huge.status_code) == (403, 413)
    assert "Saved searches" not in own_desk.get("/search").text


def test_names_of_strangers_stay_words(own_desk: TestClient) -> None:
    """A name that looks like markup is shown as it was written."""
    _save(own_desk, "bridge", "<script>alert(1)</script>")

    words = own_desk.get("/search").text
    assert "&lt;script&gt;alert(1)" in words
    assert "<script>alert" not in words
