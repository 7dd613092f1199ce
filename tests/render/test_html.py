"""A brief as a page: whole, well nested, linked both ways, safe."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.elements import Page, dense, page_of
from tests.render.sample import NORTHERN, POST, POST_READING, READINGS
from tests.render.sample_ledger import BRIEF
from tests.strategies.briefs import briefs
from tests.strategies.readings import readings, span_lists
from tests.strategies.words import names
from whence.ledger.article import Block, BlockKind
from whence.ledger.brief import Brief, Evidence, Line, Reference, Section, StoryBrief
from whence.ledger.reading import Reading
from whence.ledger.span import Spans
from whence.render.html import brief_html
from whence.render.visible import one_line, visible

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnp.exe\u2066",
    "x" * 1_000_000,
    "&lt;b&gt; &amp; ]]>",
]
HOSTILE_IDS = ["script", "style", "quotes", "template", "direction", "long", "entities"]

LIVE = {"script", "img", "iframe", "object", "embed", "form", "input", "link", "base", "svg"}


def marked(page: Page, number: int) -> str:
    """All words of one piece of evidence."""
    return "".join(page.within(mark) for mark in page.named("mark", data_e=str(number)))


def brief_on(article: str, pieces: list[Spans], words: str = "A line.") -> Brief:
    """A brief with one line for each piece of evidence in an article."""
    lines = tuple(
        Line(words, (), (Evidence(article, spans),), references=("A",)) for spans in pieces
    )
    story = StoryBrief("s", words, words, 0, (Section(words, lines),))
    reference = Reference("A", article, words, words, None, None, words)
    return Brief(1, 1, (words,), (story,), (reference,))


def test_every_evidence_is_marked_and_linked_both_ways() -> None:
    """Each line's letters lead to its evidence, and the evidence leads back to the line."""
    page = page_of(brief_html(BRIEF, READINGS))
    texts = {POST.id: POST.text, NORTHERN.id: NORTHERN.text}
    lines = [line for section in BRIEF.stories[0].sections for line in section.lines]
    for at, line in enumerate(lines, start=1):
        tag = "tr" if line.cells else "li"
        [element] = page.named(tag, id=f"l{at}")
        links = [
            each
            for each in page.elements
            if each.tag == "a" and element.start <= each.start and each.end <= element.end
        ]
        hrefs = [str(link.attributes["href"]) for link in links]
        for evidence, href in zip(line.evidence, hrefs, strict=True):
            expected = "".join(span.words(texts[evidence.article]) for span in evidence.span)
            assert marked(page, int(href.removeprefix("#e"))) == expected
            assert page.named("mark", id=href.removeprefix("#"))
        assert page.named("a", class_="back", href=f"#l{at}")


def test_every_link_leads_somewhere() -> None:
    """A link goes to an element of the page or to a web address of a reference."""
    page = page_of(brief_html(BRIEF, READINGS))
    ids = [element.attributes["id"] for element in page.elements if "id" in element.attributes]
    hrefs = [str(element.attributes["href"]) for element in page.elements if element.tag == "a"]

    assert len(set(ids)) == len(ids)
    assert {href for href in hrefs if not href.startswith("#")} == {str(POST.url)}
    assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)


def test_the_page_stands_alone() -> None:
    """No script, no image, no font, no style sheet from elsewhere."""
    html = brief_html(BRIEF, READINGS)

    assert not LIVE & {element.tag for element in page_of(html).elements}
    assert not re.search(r"@import|url\(|\ssrc=|\sstyle=|\son\w+=", html)
    assert "default-src 'none'" in html


@pytest.mark.parametrize("words", HOSTILE, ids=HOSTILE_IDS)
def test_hostile_words_are_only_words(words: str) -> None:
    """Wherever the words stand, they are printed and nothing of them is obeyed."""
    spans = (next(iter(POST_READING.attributions)).content,)
    article = replace(POST, text=POST.text + words, blocks=(), title=words, outlet=words)
    brief = brief_on(article.id, list(spans), words)
    html = brief_html(brief, {article.id: replace(POST_READING, article=article)})
    page = page_of(html)
    names_of_attributes = {name for element in page.elements for name in element.attributes}

    assert not LIVE & {element.tag for element in page.elements}
    assert not {name for name in names_of_attributes if name.startswith(("on", "src"))}
    assert page.within(page.named("h1")[0]) == one_line(words)
    assert dense(visible(article.text)) in dense(page.words)
    assert not set(html) & set("\u202e\u2066\x1b\0")


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//evil.example", "https://a b"],
)
def test_only_web_addresses_are_linked(url: str) -> None:
    """Any other address is printed as words."""
    reference = replace(BRIEF.references[0], url=url)
    page = page_of(brief_html(replace(BRIEF, references=(reference,)), READINGS))
    hrefs = [element.attributes["href"] for element in page.elements if element.tag == "a"]

    assert url in page.words
    assert all(str(href).startswith("#") for href in hrefs)


@given(readings(), st.data())
def test_any_evidence_is_marked_and_no_character_is_lost(
    reading: Reading, data: st.DataObject
) -> None:
    """Evidence that nests, crosses or spans blocks is marked whole, in an unchanged text."""
    article = reading.article
    assert article is not None
    pieces = data.draw(st.lists(span_lists(article.text), min_size=1, max_size=4, unique=True))
    brief = brief_on(article.id, pieces, data.draw(names))
    page = page_of(brief_html(brief, {article.id: reading}))
    [printed] = page.named("article")
    [about] = page.named("p", class_="about")

    assert dense(page.words[about.end : printed.end]) == dense(visible(article.text))
    for number, piece in enumerate(pieces, start=1):
        expected = "".join(span.words(article.text) for span in piece)
        assert dense(marked(page, number)) == dense(visible(expected))


@given(briefs())
def test_a_brief_without_readings_is_printed_with_its_references(brief: Brief) -> None:
    """Letters lead to the references where an article's text is not at hand."""
    page = page_of(brief_html(brief, {}))
    lines = sum(len(section.lines) for story in brief.stories for section in story.sections)

    assert len(page.named("span", class_="letters")) == lines
    assert all(page.named("li", id=f"r{at}") for at in range(1, len(brief.references) + 1))
    assert not page.named("article")


def test_a_copy_is_not_printed_twice() -> None:
    """The third reference repeats the first, so only the first's text is on the page."""
    copy = BRIEF.references[2]
    page = page_of(brief_html(BRIEF, {**READINGS, copy.article: POST_READING}))

    assert len(page.named("article")) == 2
    assert "same text as [A]" in page.words


def test_boilerplate_is_told_apart() -> None:
    """The pitch of the newsletter has the class that is printed grey."""
    page = page_of(brief_html(BRIEF, READINGS))
    [pitch] = page.named("p", class_="boilerplate")

    assert page.within(pitch) == "Sign up for our morning letter"


def test_words_outside_of_blocks_are_printed_too() -> None:
    """A text with one block out of three lines is whole on the page."""
    blocks = (Block(BlockKind.PARAGRAPH, *POST.blocks[1].span),)
    reading = replace(POST_READING, article=replace(POST, blocks=blocks))
    page = page_of(brief_html(BRIEF, {POST.id: reading}))

    assert dense(POST.text) in dense(page.words)


def test_several_stories_have_a_list_of_contents() -> None:
    """Two stories are headed by links to each."""
    brief = replace(BRIEF, stories=BRIEF.stories * 2)
    page = page_of(brief_html(brief, READINGS))

    assert [page.within(title) for title in page.named("h1")] == ["Brief"]
    assert len(page.named("a", href="#s1")) == len(page.named("a", href="#s2")) == 1
    assert page.named("section", id="s2")
