"""A brief in Markdown: its marks are ours, its words are only words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from tests.render.elements import dense, page_of
from tests.render.sample_ledger import BRIEF
from tests.strategies.briefs import briefs
from tests.strategies.words import names
from whence.ledger.brief import Brief
from whence.render.markdown import brief_markdown, escaped
from whence.render.visible import one_line


def rendered(markdown: str) -> str:
    """What a reader of GitHub's kind of Markdown makes of it."""
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


@given(names)
def test_escaped_words_mean_themselves(words: str) -> None:
    """A paragraph of escaped words is one paragraph with those words."""
    page = page_of(rendered(escaped(words)))

    assert [element.tag for element in page.elements] == ["p"]
    assert dense(page.words) == dense(one_line(words))


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "see https://example.org or www.example.org",
        "1. not a list",
        "# not a heading",
        "- not a list",
        "a | b",
        "*not* _emphasis_ `code` ~~gone~~",
        "&lt;b&gt;",
        "[A]: https://example.org",
        "not a heading #",
    ],
)
def test_hostile_words_stay_words_in_a_line(words: str) -> None:
    """Nothing in a line's text becomes an element, a link or an entity."""
    story = BRIEF.stories[0]
    section = replace(story.sections[0], lines=(replace(story.sections[0].lines[0], text=words),))
    brief = replace(BRIEF, stories=(replace(story, title=words, sections=(section,)),))
    page = page_of(rendered(brief_markdown(brief)))
    [title, *_] = page.named("h1")
    [line, *_] = page.named("li")

    assert page.within(title) == words
    assert page.within(line) == f"{words} [A][B]"
    assert [element.attributes["href"] for element in page.elements if element.tag == "a"] == [
        "https://harbour.example/fire?a=1&b=2"
    ]
    assert not {"script", "img", "em", "code", "s"} & {
        element.tag for element in page.elements if element.start < line.end
    }


@given(briefs())
def test_any_brief_keeps_its_tables_and_lists(brief: Brief) -> None:
    """There are as many rows and items as lines, and the references stand at the end."""
    page = page_of(rendered(brief_markdown(brief)))
    sections = [section for story in brief.stories for section in story.sections]
    tables = [section for section in sections if section.columns]
    items = sum(len(section.lines) for section in sections if not section.columns)

    assert len(page.named("table")) == len(tables)
    assert len(page.named("td")) == sum(
        len(section.lines) * (len(section.columns) + 1) for section in tables
    )
    assert len(page.named("li")) == items + len(brief.not_read) + len(brief.references)


def test_a_brief_ends_with_references_and_counts() -> None:
    """A web address is a link, a copy names the article it repeats."""
    printed = brief_markdown(BRIEF)

    assert "<https://harbour.example/fire?a=1&b=2>\n" in printed
    assert "same text as \\[A\\]\n" in printed
    assert printed.index("## Not read") < printed.index("## References")
    assert printed.endswith("it never says what is true.*\n")


def test_only_web_addresses_are_linked() -> None:
    """A script in the place of a URL is printed, not linked."""
    reference = replace(BRIEF.references[0], url="javascript:alert(1)")
    page = page_of(rendered(brief_markdown(replace(BRIEF, references=(reference,)))))

    assert not page.named("a")
    assert "javascript:alert(1)" in page.words
