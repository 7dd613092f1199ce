"""What holds of every page: it can be used by all, in any size, with and without a script."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import Open
from tests.browser.pages import PAGES, found

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},  # of WCAG 2.2, and off by default
    "resultTypes": ["violations"],
}
WIDTHS = (320, 768, 1440)
TIMES = 3
"""A busy machine may bring a page in pieces; what shifts by itself does so each time."""
SHIFTS = """() => new Promise(resolve => {
  const found = [];
  new PerformanceObserver(list => found.push(...list.getEntries().map(each => each.value)))
    .observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => resolve(found.reduce((a, b) => a + b, 0)), 60));
})"""

every_page = pytest.mark.parametrize("name", PAGES)


@every_page
def test_it_can_be_used_by_all(window: Open, base: str, name: str) -> None:
    """axe finds nothing against WCAG 2.2 AA, in the light and in the dark."""
    opened = window()
    page = opened.go(found(base, PAGES[name]))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options=OPTIONS)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"


@every_page
def test_nothing_moves_or_stands_out(window: Open, base: str, name: str) -> None:
    """At 320, 768 and 1440 pixels no page scrolls sideways, and none shifts while it loads."""
    opened = window()
    for width in WIDTHS:
        opened.page.set_viewport_size({"width": width, "height": 900})
        shifts = []
        for _ in range(TIMES):
            page = opened.go(found(base, PAGES[name]).split("#")[0])
            assert sideways(page) <= 0, f"{width} pixels"
            shifts.append(page.evaluate(SHIFTS))
            if shifts[-1] == 0:
                break
        assert min(shifts) == 0, f"{width} pixels"


def sideways(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    width: int = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth"
    )
    return width


@every_page
def test_it_says_the_same_without_a_script(window: Open, base: str, name: str) -> None:
    """What a reader reads is there before any script ran, but for a button; so are the links."""
    path = found(base, PAGES[name])
    plain, lively = window(java_script_enabled=False), window()

    for each in (plain, lively):
        each.go(path)
    lively.page.locator("figure > button").evaluate_all("all => all.forEach(each => each.remove())")
    words = [each.page.locator("main").inner_text() for each in (plain, lively)]
    counts = [each.page.locator("a[href]").count() for each in (plain, lively)]
    assert words[0].strip()
    assert words[0] == words[1]
    assert counts[0] == counts[1] > 1


@every_page
def test_it_is_printed_without_what_leads_elsewhere(window: Open, base: str, name: str) -> None:
    """On paper there is no form and no list of sections, and all words are still there."""
    page = window().go(found(base, PAGES[name]))
    title = page.locator("h1").inner_text()
    page.emulate_media(media="print")

    for selector in ("form", "nav", ".skip", "button"):
        assert page.locator(f"{selector}:visible").count() == 0, selector
    assert page.locator("h1").inner_text() == title
    assert page.evaluate("getComputedStyle(document.documentElement).color") == "rgb(0, 0, 0)"
