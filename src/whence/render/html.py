"""A brief and the readings behind it -> one page that needs nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from whence.render.citations import Citations, Letter
from whence.render.marked_page import blocks_page
from whence.render.page import element, page
from whence.render.phrases import footer_words
from whence.render.references import (
    LETTERS_COLUMN,
    copy_words,
    entry_parts,
    place_words,
    web_address,
)
from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from whence.ledger.brief import Brief, Reference, Section
    from whence.ledger.figure import History
    from whence.ledger.reading import Reading
    from whence.render.marks import Mark


NUMBERS = "Numbers"
"""The section that the plots stand in."""


@dataclass(frozen=True, slots=True)
class _PageLine:
    id: str
    text: str
    cells: list[tuple[str, str]]
    letters: list[Letter]


@dataclass(frozen=True, slots=True)
class _PageSection:
    """A section; `plots` are drawings that stand below its lines."""

    title: str
    columns: tuple[str, ...]
    lines: list[_PageLine]
    plots: list[Markup]


@dataclass(frozen=True, slots=True)
class _PageStory:
    title: str
    summary: str
    sections: list[_PageSection]


@dataclass(frozen=True, slots=True)
class _PageReference:
    """An entry; `anchor` leads to its text where that is printed below."""

    id: str
    letter: str
    anchor: str | None
    outlet: str
    title: str
    day: str
    address: str | None
    place: str | None
    copy: str | None


@dataclass(frozen=True, slots=True)
class _PageArticle:
    id: str
    entry: _PageReference
    blocks: Markup


def brief_html(brief: Brief, readings: Mapping[str, Reading]) -> str:
    """The brief, its references and its articles with the evidence marked.

    Args:
        brief: What to print.
        readings: By article id. An article without a reading is named but not printed.
    """
    citations = Citations(brief, readings)
    stories = [
        _PageStory(
            one_line(story.title),
            one_line(story.summary),
            [_section(section, citations, story.histories) for section in story.sections],
        )
        for story in brief.stories
    ]
    references = [
        _reference(at, each, citations) for at, each in enumerate(brief.references, start=1)
    ]
    return page(
        "brief.html",
        letters_column=LETTERS_COLUMN,
        title=stories[0].title if len(stories) == 1 else "Brief",
        stories=stories,
        not_read=[one_line(sentence) for sentence in brief.not_read],
        references=references,
        articles=_articles(brief, references, citations),
        footer=footer_words(brief),
    )


def _section(section: Section, citations: Citations, histories: Sequence[History]) -> _PageSection:
    columns = tuple(one_line(column) for column in section.columns)
    lines = []
    for line in section.lines:
        line_id, letters = citations.add(line)
        cells = [one_line(cell) for cell in line.cells or (line.text,)][: len(columns)]
        cells += [""] * (len(columns) - len(cells))
        labelled = list(zip(columns, cells, strict=True))
        lines.append(_PageLine(line_id, one_line(line.text), labelled, letters))
    plots = _plots(histories) if section.title == NUMBERS else []
    return _PageSection(one_line(section.title), columns, lines, plots)


def _plots(histories: Sequence[History]) -> list[Markup]:
    """A drawing of each history that is worth one; what it says stands in the lines, too."""
    from whence.render.plot import inline_svg, is_worth_a_plot

    return [
        Markup(inline_svg(each))  # noqa: S704 - drawn by us; its words are escaped by the drawer
        for each in histories
        if is_worth_a_plot(each)
    ]


def _reference(at: int, reference: Reference, citations: Citations) -> _PageReference:
    outlet, title, day = entry_parts(reference)
    is_printed = citations.article(reference.article) is not None and (
        reference.copy_of is None or citations.is_cited(reference.article)
    )
    return _PageReference(
        id=f"r{at}",
        letter=one_line(reference.letter),
        anchor=f"t{at}" if is_printed else None,
        outlet=outlet,
        title=title,
        day=day,
        address=web_address(reference.url),
        place=place_words(reference),
        copy=copy_words(reference),
    )


def _articles(
    brief: Brief, entries: list[_PageReference], citations: Citations
) -> list[_PageArticle]:
    last = citations.last_spans()

    def opening(mark: Mark, is_first: bool) -> Markup:  # noqa: FBT001  # the shape of Opening
        anchor = f"e{mark.number}" if is_first else None
        return element("mark", id=anchor, data_e=str(mark.number))

    def closing(mark: Mark, at_edge: bool) -> Markup:  # noqa: FBT001  # the shape of Closing
        end = Markup("</mark>")
        return end + _ways_back(mark.number, citations) if at_edge and mark in last else end

    articles = []
    for reference, entry in zip(brief.references, entries, strict=True):
        article = citations.article(reference.article)
        if article is not None and entry.anchor is not None:
            marks = citations.marks(reference.article)
            blocks = blocks_page(article, marks, opening, closing)
            articles.append(_PageArticle(entry.anchor, entry, blocks))
    return articles


def _ways_back(number: int, citations: Citations) -> Markup:
    """A link to each line that rests on the evidence; its sign is drawn by the style sheet."""
    return Markup("").join(
        element("a", class_="back", href=f"#{line_id}", title=text, aria_label=f"Back to: {text}")
        + Markup("</a>")
        for line_id, text in citations.lines(number)
    )
