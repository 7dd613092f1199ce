"""What a reader does at the desk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.pages import PAGES, found

STEPS = 14
"""Of the Tab key that are looked at; a page may have fewer places to go to."""

LEAST = 4
"""The way past the masthead, the name, the day, its button."""

FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  const all = [...document.querySelectorAll("*")];
  const at = document.activeElement === document.body ? -1 : all.indexOf(document.activeElement);
  return [at, style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


@pytest.mark.parametrize("has_script", [True, False])
def test_the_evidence_is_one_click_away(window: Open, base: str, has_script: bool) -> None:  # noqa: FBT001 - a case
    """From a claim, and from a line of the brief, to the marked words in their article."""
    for name, link in (("claim", ".assertions blockquote a"), ("story", ".proofs a")):
        page = window(java_script_enabled=has_script).go(found(base, PAGES[name]))
        page.locator(link).first.click()
        page.wait_for_url(re.compile(r"/articles/.*#here$"))
        mark = page.locator("#here")
        expect(mark).to_be_in_viewport()
        assert mark.inner_text().strip()


def test_the_day_is_turned_back(window: Open) -> None:
    """The slider tells its day and turns the page; a link leads back to now."""
    page = window().go("/")
    count = page.locator(".stories > li").count()
    page.locator("#as-of").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert page.locator(".day output").inner_text() == "2025-03-04"
    page.wait_for_url("**/?as-of=2025-03-04")
    assert "known at the end of 2025-03-04" in page.locator("[role=status]").inner_text()
    assert page.locator(".stories > li").count() < count
    page.locator(".stories a").first.click()
    assert "as-of=2025-03-04" in page.url
    page.locator("[role=status] a").click()
    assert "as-of" not in page.url


def test_the_day_is_turned_back_without_a_script(window: Open) -> None:
    """By the button beside the slider, or by a step."""
    page = window(java_script_enabled=False).go("/")
    page.locator("#as-of").focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.locator(".day button").click()
    page.wait_for_url("**/?as-of=2025-03-04")
    expect(page.locator("[role=status]")).to_be_visible()


@pytest.mark.parametrize("name", ["today", "story", "claim", "article", "actors", "api"])
def test_the_tab_key_goes_through_a_page_in_its_order(window: Open, base: str, name: str) -> None:
    """First the way past the masthead, then everything in order, each step to be seen."""
    page = window().go(found(base, PAGES[name]).split("#")[0])
    places = []
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        place, line, width = page.evaluate(FOCUS)
        if place < 0:
            break
        assert line != "none", place
        assert width >= 1, place
        places.append(place)

    assert places == sorted(set(places))
    assert len(places) > LEAST
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_keys_walk_from_item_to_item(window: Open, base: str) -> None:
    """j and k to the next item and back, Enter to where it leads."""
    page = window().go(found(base, PAGES["story"]))
    for key in "jjk":
        page.keyboard.press(key)
    here = page.locator(".item.here")
    assert here.count() == 1
    first = page.locator(".item").first
    assert here.inner_text() == first.inner_text()
    href = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{href}")


def test_keys_lead_to_the_words_and_to_help(window: Open, base: str) -> None:
    """A slash goes to the field for words; a question mark shows the keys and Escape hides them."""
    page = window().go(found(base, PAGES["story"]))
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.keyboard.press("/")
    page.keyboard.type("?jk troops")
    assert page.locator("main input[type=search]").input_value() == "?jk troops"
    assert page.locator("dialog").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**words=%3Fjk+troops**")


def test_nothing_glides_where_nobody_wants_it(window: Open, base: str) -> None:
    """Jumps glide, but for those who asked for less motion."""
    path = found(base, PAGES["article"])
    glides = "getComputedStyle(document.documentElement).scrollBehavior"

    assert window(reduced_motion="no-preference").go(path).evaluate(glides) == "smooth"
    assert window(reduced_motion="reduce").go(path).evaluate(glides) == "auto"


def test_paper_says_where_an_article_is(window: Open, base: str) -> None:
    """On paper a link of the list of articles has its address after it."""
    page = window().go(found(base, PAGES["story"]))
    page.emulate_media(media="print")
    link = page.locator(".articles a").first
    after = link.evaluate("each => getComputedStyle(each, '::after').content")

    assert str(link.get_attribute("href")) in after


def test_a_page_that_is_not_there_leads_back(window: Open) -> None:
    """A wrong address is told with a way to all stories."""
    opened = window()
    page = opened.go("/claims/none")
    assert page.locator("h1").inner_text() == "Not found"
    page.locator("main a").click()
    assert page.locator(".stories").first.is_visible()
    assert all("404" in each for each in opened.faults)
    opened.faults.clear()


def test_times_are_told_in_the_readers_zone(window: Open) -> None:
    """A moment has its UTC in its title; a day stays the day that it is."""
    page = window(timezone_id="Asia/Tokyo", locale="en-GB").go("/api")
    page.set_content(
        '<time datetime="2025-03-04T20:05:00Z" title="4 March 2025, 20:05 UTC">4 March 2025,'
        ' 20:05 UTC</time> <time datetime="2025-03-04">4 March 2025</time>'
    )
    page.add_script_tag(url="/static/times.js")
    moment, day = page.locator("time").all()
    assert "5 March 2025" in moment.inner_text()
    assert "05:05" in moment.inner_text()
    assert moment.get_attribute("title") == "4 March 2025, 20:05 UTC"
    assert day.inner_text() == "4 March 2025"
