"""An article and its marks -> the elements of a page, block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from whence.ledger.article import Article, Block, BlockKind
from whence.render.marks import Mark, Turn, marks_by_part, parts_of, steps
from whence.render.page import element
from whence.render.visible import visible

if TYPE_CHECKING:
    from whence.ledger.span import Span

Opening = Callable[[Mark, bool], Markup]
"""A mark, and whether it is the first piece of its number -> the tag that opens it."""

Closing = Callable[[Mark, bool], Markup]
"""A mark, and whether it ends here -> the tag that closes it, and what follows it."""

_TAGS = {BlockKind.HEADLINE: "h3", BlockKind.HEADING: "h4", BlockKind.EMBEDDED_POST: "blockquote"}


def blocks_page(
    article: Article, marks: Iterable[Mark], opening: Opening, closing: Closing
) -> Markup:
    """The whole text in order, each block an element of its kind."""
    parts = parts_of(article)
    held = marks_by_part([span for span, _ in parts], marks)
    seen: set[int] = set()

    def open_first(mark: Mark, _: bool) -> Markup:  # noqa: FBT001  # the shape of Opening
        is_first = mark.number not in seen
        seen.add(mark.number)
        return opening(mark, is_first)

    return Markup("").join(
        _block(article.text, span, block, _words(article.text, span, within, open_first, closing))
        for (span, block), within in zip(parts, held, strict=True)
    )


def _words(
    text: str, span: Span, marks: Sequence[Mark], opening: Opening, closing: Closing
) -> Markup:
    """The words of one block with their marks as elements."""
    pieces: list[Markup] = []
    for step in steps(text, span.start, span.end, marks):
        if step.mark is None:
            pieces.append(escape(visible(step.words)))
        elif step.turn is Turn.OPEN:
            pieces.append(opening(step.mark, step.at_edge))
        else:
            pieces.append(closing(step.mark, step.at_edge))
    return Markup("").join(pieces)


def _block(text: str, span: Span, block: Block | None, words: Markup) -> Markup:
    if block is None and not span.words(text).strip():
        return words
    tag = _TAGS.get(block.kind, "p") if block else "p"
    start = element(tag, class_=block.kind.value if block else None)
    return Markup("{}{}</{}>").format(start, words, tag)
