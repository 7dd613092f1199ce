"""The first page knows the visit before; the slider turns to any day."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import LAMP, OWL, browser_of, encoder_of, keep
from tests.store.records import an_article
from whence.desk import keeper
from whence.desk.keeper import Keeper, make_first
from whence.desk.source import Source
from whence.ledger.story import Story
from whence.pipeline.build import Ledger
from whence.store.articles import keep_article
from whence.store.digests import DigestKind, stories_without
from whence.store.engine import create_store
from whence.store.meta import is_current, replace_ledger


def test_a_visit_is_remembered(desk: TestClient) -> None:
    """Who comes back after half an hour is told what changed since the visit before."""
    desk.cookies.clear()
    assert "my last visit" not in desk.get("/").text

    desk.cookies.clear()
    desk.cookies.set("visits", "2024-10-21T08:00:00Z", domain="127.0.0.1", path="/")
    page = desk.get("/").text
    assert "my last visit, 2024-10-21, 08:00 UTC" in page
    assert "Changed since 2024-10-21, 08:00 UTC" in page
    assert "2 denials" in page

    again = desk.get("/").text  # the same visit: the one before it is still the one that counts
    assert "my last visit, 2024-10-21, 08:00 UTC" in again
    desk.cookies.clear()


def test_a_broken_cookie_is_no_harm(desk: TestClient) -> None:
    """A cookie that says no moment is refused in words, or passed over."""
    answer = desk.get("/", headers={"Cookie": "visits=<script>"})

    assert answer.status_code in {200, 422}
    assert "<script>" not in answer.text.replace('<script src="/static/desk.js" defer>', "")


def test_the_slider_turns_to_a_day(desk: TestClient) -> None:
    """A count of days leads to the same page as it was; the last one to now."""
    to = desk.get("/turn?to=/stories&day=739180&last=739181", follow_redirects=False)
    assert to.headers["location"] == "/stories?as-of=2024-10-21"
    now = desk.get("/turn?to=/stories&day=739181&last=739181", follow_redirects=False)
    assert now.headers["location"] == "/stories"
    assert 'max="739181"' in desk.get("/").text


@pytest.mark.parametrize(
    "to", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "", "/a?b=c"]
)
def test_the_slider_leads_nowhere_else(desk: TestClient, to: str) -> None:
    """Only to pages of the desk."""
    answer = desk.get("/turn", params={"to": to, "day": 739180}, follow_redirects=False)
    assert answer.status_code == 422


def test_a_ledger_left_behind_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What `whence add` could not finish the keeper does, and tells the stories ahead."""
    monkeypatch.setattr(keeper, "LOOK_S", 0.02)
    monkeypatch.setattr(keeper, "QUIET_S", 0.1)
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        encoder = encoder_of(store)
        keep(store, tmp_path / "lamp.txt", "The Lamp", "2024-10-21", LAMP)
        make_first(store, encoder, "1")
        source = Source(store, encoder, "1")
        assert len(source.stories(source.view(), None, limit=9)[0]) == 1
        keep(store, tmp_path / "owl.txt", "The Owl", "2024-10-22", OWL)

        beside = Keeper(store, encoder, "1")
        beside.start()
        try:
            for _ in range(500):
                with store.reading() as connection:
                    left = [stories_without(connection, kind) for kind in DigestKind]
                    is_done = is_current(connection, "1") and not any(left)
                if is_done:
                    break
                sleep(0.02)
        finally:
            beside.stop()
        assert is_done
        assert len(source.stories(source.view(), None, limit=9)[0]) == 2


def test_pages_of_stories_follow_each_other(tmp_path: Path) -> None:
    """More than one page holds come on the next one, each once."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        articles = [an_article(f"a{number}") for number in range(45)]
        stories = [
            Story(f"s{number}", f"Story {number}", (each.id,), None, None, (), 0)
            for number, each in enumerate(articles)
        ]
        with store.writing() as connection:
            for each in articles:
                keep_article(connection, each, "2024-10-21")
            replace_ledger(connection, Ledger(tuple(stories), (), ()), 0, "1")
        with browser_of(store) as browser:
            first, second = browser.get("/stories").text, browser.get("/stories?page=2").text

    assert (first.count('class="item"'), second.count('class="item"')) == (40, 5)
    assert ("older" in first, "newer" in first) == (True, False)
    assert ("older" in second, "newer" in second) == (False, True)
