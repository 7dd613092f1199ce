"""Articles that want to run a script, to break the page or to turn its words round."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import HOSTILE_TITLE, Open
from tests.browser.pages import EVIDENCE, PAGES, STORY, found, links
from tests.browser.test_every_page import sideways

RAN = "window.ran = 0; window.alert = () => { window.ran += 1; };"
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def story(base: str) -> str:
    """The story of the hostile articles: the one that no other day has."""
    earlier = set(links(base, "/?as-of=2025-03-06"))
    known = {each.split("?")[0] for each in earlier}
    return next(
        each for each in links(base, "/") if re.fullmatch(STORY, each) and each not in known
    )


@pytest.mark.parametrize("name", [name for name, way in PAGES.items() if way[:1] == (STORY,)])
def test_nothing_runs_and_nothing_breaks(window: Open, base: str, story: str, name: str) -> None:
    """No dialog, no script, no words turned round, and no page wider than a telephone."""
    path = found(base, PAGES[name][1:], story)
    opened = window(viewport={"width": 320, "height": 900})
    opened.page.add_init_script(RAN)
    page = opened.go(path)

    assert page.evaluate("window.ran") == 0
    assert sideways(page) <= 0
    assert page.locator("script").count() == page.locator("head script").count()
    assert page.locator("[onerror], [onload], a[href^='javascript:' i]").count() == 0
    assert not TURNING.search(page.content())
    assert page.title().endswith(" – whence")


def test_a_hostile_title_is_read_as_it_is_written(window: Open, story: str) -> None:
    """The story is called what its article is called."""
    assert window().go(story).locator("h1").inner_text().startswith(HOSTILE_TITLE[:20])


def test_every_article_of_theirs_is_shown(window: Open, base: str, story: str) -> None:
    """Both articles, one with a word of a million letters, come and stay inside their page."""
    articles = {each for each in links(base, story) if re.fullmatch(r"/articles/[^?#]+", each)}
    assert len(articles) == 2
    for path in articles:
        page = window(viewport={"width": 320, "height": 900}).go(path)
        assert sideways(page) <= 0
        assert page.locator("article").inner_text().strip()


def test_their_evidence_is_found_too(window: Open, base: str, story: str) -> None:
    """A click from the story leads to marked words."""
    path = found(base, (EVIDENCE,), story)
    assert window().go(path).locator("#here").count() == 1
