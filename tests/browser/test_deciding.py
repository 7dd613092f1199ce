"""What an editor does at the desk, and somebody who looks for words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.browser.pages import PAGES, found


@pytest.mark.parametrize("has_script", [True, False])
def test_two_claims_are_merged_and_parted_again(window: Open, base: str, has_script: bool) -> None:  # noqa: FBT001 - a case
    """The page that follows says what was decided; Undo gives back what was there."""
    opened = window(java_script_enabled=has_script)
    page = opened.go(found(base, PAGES["claim-correct"]))
    form = page.locator("form[action$='/merge']")
    form.locator("input[name=other]").first.check()
    form.locator("button[type=submit]").click()
    page.wait_for_url(re.compile(r"/correct\?done=\d+$"))
    said = page.get_by_role("status")
    expect(said).to_contain_text("Decision")
    number = page.url.rpartition("=")[2]

    page.locator(f"form[action='/decisions/{number}/undo'] button").first.click()
    page.wait_for_url(re.compile(r"/decisions\?done=\d+$"))
    expect(page.locator("main")).to_contain_text("taken back")
    expect(page.locator(f"form[action='/decisions/{number}/undo']")).to_have_count(0)


def test_words_are_found_saved_and_let_go_of(window: Open, base: str) -> None:
    """A search leads to marked words; saved, it is on the page of searches until it is deleted."""
    page = window().go(found(base, PAGES["search"]))
    page.locator("main input[name=q]").fill('"the dam" -flood')
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert page.locator("mark").count() > 0
    page.locator("form[action='/searches'] input[name=name]").fill("The dam")
    page.locator("form[action='/searches'] button[type=submit]").click()
    page.wait_for_url("**/search#saved")
    saved = page.get_by_role("link", name="The dam", exact=True)
    expect(saved.first).to_be_visible()

    page.locator(".saved summary").first.click()
    page.locator("form[action$='/delete'] button").first.click()
    page.wait_for_url("**/search#saved")
    expect(page.get_by_role("link", name="The dam", exact=True)).to_have_count(0)


def test_a_picture_answers_the_pointer_where_asked(window: Open, base: str) -> None:
    """The button brings the living picture in the place of the drawing; the policy lets it."""
    page = window().go(found(base, PAGES["numbers"]))
    button = page.get_by_role("button", name="Interactive")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("figure svg.marks")).to_be_visible()


def test_a_wrong_query_is_told_in_words(window: Open) -> None:
    """What cannot be understood is said where it was written, and what was written stays."""
    opened = window()
    page = opened.go("/search?q=status%3Anever")
    assert page.locator("main input[name=q]").input_value() == "status:never"
    expect(page.locator("main")).to_contain_text("status")
    assert all("400" in each for each in opened.faults)
    opened.faults.clear()
