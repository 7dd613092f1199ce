"""A reading -> its text with attributions, and the words that a link leads to, as elements."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from whence.ledger.article import Article
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.render.marked_page import blocks_page
from whence.render.marks import Mark, attribution_marks
from whence.render.outline import Entry
from whence.render.page import element
from whence.render.visible import shortened

TITLE_LENGTH = 300
"""Characters shown where a pointer rests on a mark."""

EVIDENCE = "evidence"


def article_blocks(
    article: Article, reading: Reading, entries: Sequence[Entry], at: Span | None
) -> Markup:
    """The whole text, block by block.

    Args:
        article: The reading's.
        reading: For its attributions.
        entries: Of the same, numbered as its marks.
        at: The words that a link leads to; they get the anchor "here".
    """
    said = {entry.number: _said(entry) for entry in entries}
    marks = attribution_marks(reading)
    if at is not None:
        marks = [Mark(at, 0, EVIDENCE), *marks]

    def opening(mark: Mark, is_first: bool) -> Markup:  # noqa: FBT001 - the shape of Opening
        if mark.role == EVIDENCE:
            return element("mark", id="here" if is_first else None, tabindex="-1")
        return element(
            "span",
            id=f"t{mark.number}" if is_first else None,
            class_=f"{mark.role} n{mark.number}",
            title=f"{mark.role} of {mark.number}: {said[mark.number]}",
        )

    def closing(mark: Mark, at_edge: bool) -> Markup:  # noqa: FBT001 - the shape of Closing
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


def highlights(count: int) -> str:
    """Rules that light up the pieces of one attribution where one of them is pointed at."""
    selectors = ",\n".join(
        f":root:has(:is(#a{number}:target, #a{number}:hover, #a{number}:focus-within,"
        f" .n{number}:hover)) .n{number}"
        for number in range(1, count + 1)
    )
    return f"{selectors} {{ background: var(--strong); }}\n" if selectors else ""


def _said(entry: Entry) -> str:
    words = f"{entry.source} | {entry.cue} | {entry.content}"
    return f"{shortened(words, TITLE_LENGTH)} ({', '.join(entry.details)})"
