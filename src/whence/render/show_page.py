"""A reading -> a page with its article, source, cue and content marked by colour and shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from whence.render.marked_page import blocks_page
from whence.render.marks import Mark, attribution_marks
from whence.render.outline import Entry, outline
from whence.render.page import element, page
from whence.render.phrases import NEVER_TRUE, day_words
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.article import Article
    from whence.ledger.reading import Reading
    from whence.ledger.span import Span

EVIDENCE = "evidence"
TITLE_LENGTH = 300
"""Characters shown where a pointer rests on a mark."""


def article_page(reading: Reading) -> str:
    """The page; of an input that was not read, its notices."""
    article = reading.article
    entries = outline(reading)
    outlet = one_line((article and article.outlet) or "") or "outlet unknown"
    return page(
        "article.html",
        language=(article and article.language) or "en",
        title=one_line((article and article.title) or "") or one_line(reading.path),
        outlet=outlet,
        day=day_words(article.published_at if article else None),
        path=one_line(reading.path),
        blocks=article_blocks(article, reading, entries) if article else None,
        entries=entries,
        numbers=[entry.number for entry in entries],
        count=counted(len(entries), "attribution"),
        notices=[
            (
                one_line(notice.kind).replace("_", " "),
                one_line(notice.message),
                f" (characters {notice.span.start}–{notice.span.end})" if notice.span else "",
            )
            for notice in reading.notices
        ],
        footer=NEVER_TRUE,
    )


def article_blocks(
    article: Article, reading: Reading, entries: Sequence[Entry], at: Span | None = None
) -> Markup:
    """The whole text with its attributions marked, block by block.

    Args:
        article: The reading's.
        reading: For its attributions.
        entries: Of the same, numbered as its marks.
        at: Words to mark beside them, with the anchor "here".
    """
    said = {entry.number: _said(entry) for entry in entries}
    marks = attribution_marks(reading)
    if at is not None:
        marks = [Mark(at, 0, EVIDENCE), *marks]

    def opening(mark: Mark, is_first: bool) -> Markup:  # noqa: FBT001  # the shape of Opening
        if mark.role == EVIDENCE:
            return element("mark", id="here" if is_first else None, tabindex="-1")
        return element(
            "span",
            id=f"t{mark.number}" if is_first else None,
            class_=f"{mark.role} n{mark.number}",
            title=f"{mark.role} of {mark.number}: {said[mark.number]}",
        )

    def closing(mark: Mark, at_edge: bool) -> Markup:  # noqa: FBT001  # the shape of Closing
        if mark.role == EVIDENCE:
            return Markup("</mark>")
        end = Markup("</span>")
        if not at_edge:
            return end
        number = str(mark.number)
        label = f"{mark.role} of attribution {number}"
        link = element("a", class_="n", href=f"#a{number}", data_n=number, aria_label=label)
        return end + link + Markup("</a>")

    return blocks_page(article, marks, opening, closing)


def _said(entry: Entry) -> str:
    words = f"{entry.source} | {entry.cue} | {entry.content}"
    return f"{shortened(words, TITLE_LENGTH)} ({', '.join(entry.details)})"
