"""The search page, its feed and its API."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

from starlette.testclient import TestClient

from tests.desk.conftest import browser_of
from tests.desk.rooms import read_at, store_of
from tests.desk.test_pages import Page, first, page
from whence.render.atom import NAMESPACE


def test_a_search_leads_to_claims_and_to_their_words(desk: TestClient) -> None:
    """Every hit has its words marked and is one click from the article."""
    answer = desk.get("/search", params={"q": "bridge"})
    found = Page(answer.text)

    assert answer.status_code == 200
    assert "<mark>bridge</mark>" in answer.text
    for start in ("/claims/", "/articles/", "/stories/"):
        assert desk.get(first(found.links, start).split("#")[0]).status_code == 200
    assert "here" in page(desk, first(found.links, "/articles/").split("#")[0]).ids


def test_without_a_query_the_page_tells_how_to_ask(desk: TestClient) -> None:
    """Every example of the help can be asked."""
    found = page(desk, "/search")
    examples = [link for link in found.links if link.startswith("/search?q=")]

    assert len(examples) > 10
    assert {desk.get(link).status_code for link in examples} == {200}


def test_a_wrong_query_is_told_on_the_page(desk: TestClient) -> None:
    """The sentence stands above, and what was typed stays in its field."""
    answer = desk.get("/search", params={"q": 'bridge "quay'})

    assert answer.status_code == 400
    assert "is not closed" in answer.text
    assert "bridge &#34;quay" in answer.text


def test_words_of_strangers_stay_words(desk: TestClient) -> None:
    """Neither a query nor an article that is found puts an element or a handler into the page."""
    for query in ("<script>alert(1)</script>", "veldhaven", "alert", '"img src"'):
        answer = desk.get("/search", params={"q": query})
        found = Page(answer.text)
        assert "<script>alert" not in answer.text
        assert "img" not in found.tags
        assert found.handlers == []
        assert "\u202e" not in answer.text


def test_one_kind_is_paged(desk: TestClient) -> None:
    """A kind alone shows its own hits and counts those of the others."""
    answer = desk.get("/search", params={"q": "said OR bridge", "in": "articles", "sort": "newest"})

    assert "2 articles" in answer.text or "3 articles" in answer.text
    assert 'id="articles"' in answer.text
    assert 'id="claims"' not in answer.text


def test_a_day_gone_by_finds_what_was_learned_by_then(desk: TestClient) -> None:
    """On the first day the second outlet is not found, and links keep the day."""
    answer = desk.get("/search", params={"q": "bridge", "as-of": "2024-10-21"})

    assert "The Lamp" in answer.text
    assert "The Owl" not in answer.text
    assert "as-of=2024-10-21" in first(Page(answer.text).links, "/claims/")


def test_a_query_is_a_feed(desk: TestClient) -> None:
    """The feed has whole addresses, of claims, quotations and articles, the last learned first."""
    answer = desk.get("/search/feed.atom", params={"q": "bridge"})
    root = ET.fromstring(answer.text.encode())  # noqa: S314 - ours
    entries = root.findall(f"{{{NAMESPACE}}}entry")
    moments = [each.findtext(f"{{{NAMESPACE}}}updated") for each in entries]

    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert moments == sorted(moments, key=str, reverse=True)
    for each in entries:
        link = each.find(f"{{{NAMESPACE}}}link")
        assert link is not None
        assert desk.get(str(link.get("href")).split("#")[0]).status_code == 200


def test_the_api_pages_through_hits(desk: TestClient) -> None:
    """Walking by `next` gives each claim once."""
    ids: list[str] = []
    asked = {"q": "bridge OR cables", "limit": "1"}
    told = desk.get("/api/v1/search", params=asked).json()
    ids += [item["id"] for item in told["items"]]
    while told["next"] is not None:
        told = desk.get("/api/v1/search", params={**asked, "after": told["next"]}).json()
        ids += [item["id"] for item in told["items"]]

    every = desk.get("/api/v1/search", params={"q": "bridge OR cables"}).json()
    assert ids == [item["id"] for item in every["items"]]
    assert len(ids) > 1
    assert desk.get("/api/v1/search", params={"q": "OR"}).status_code == 400
    assert desk.get("/api/v1/search", params={"q": "bridge", "after": "x"}).status_code == 404


def test_an_article_without_an_outlet_says_so(tmp_path: Path) -> None:
    """On the page and in its feed."""
    words = "Mayor Ada Roe said that the weir would close."
    bare = read_at("https://weir.example/1", words, "2031-05-05", None)
    with closing(store_of(tmp_path, {"2031-05-05": [bare]})) as store, browser_of(store) as desk:
        for path in ("/search", "/search/feed.atom"):
            told = desk.get(path, params={"q": "weir"}).text
            assert "outlet unknown" in told, path
            assert "not named" not in told, path
