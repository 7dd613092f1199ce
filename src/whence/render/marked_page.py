"""An article and its marks -> the elements of a page, block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from whence.ledger.article import Article, BlockKind
from whence.ledger.span import Span
from whence.render.marks import Mark, Turn, marks_by_part, parts_of, steps
from whence.render.page import element
from whence.render.visible import visible

Opening = Callable[[Mark, bool], Markup]
"""A mark, and whether it is the first piece of its number -> the tag that opens it."""

Closing = Callable[[Mark, bool], Markup]
"""A mark, and whether it ends here -> the tag that closes it, and what follows it."""

_TAGS = {BlockKind.HEADLINE: "h3", BlockKind.HEADING: "h4", BlockKind.EMBEDDED_POST: "blockquote"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page.

    Attributes:
        span: Its characters.
        kind: None for words outside all blocks.
        is_blank: Whether it is nothing but the white space between two blocks.
        words: Its words with their marks as elements.
    """

    span: Span
    kind: BlockKind | None
    is_blank: bool
    words: Markup

    def element(self) -> Markup:
        """The block as an element of its kind."""
        if self.is_blank:
            return self.words
        tag = _TAGS.get(self.kind, "p") if self.kind else "p"
        start = element(tag, class_=self.kind.value if self.kind else None)
        return Markup("{}{}</{}>").format(start, self.words, tag)


def pieces_of(
    article: Article, marks: Iterable[Mark], opening: Opening, closing: Closing
) -> list[Piece]:
    """The whole text in order, block by block."""
    parts = parts_of(article)
    held = marks_by_part([span for span, _ in parts], marks)
    seen: set[int] = set()

    def open_first(mark: Mark, _: bool) -> Markup:  # noqa: FBT001  # the shape of Opening
        is_first = mark.number not in seen
        seen.add(mark.number)
        return opening(mark, is_first)

    return [
        Piece(
            span=span,
            kind=block.kind if block else None,
            is_blank=block is None and not span.words(article.text).strip(),
            words=_words(article.text, span, within, open_first, closing),
        )
        for (span, block), within in zip(parts, held, strict=True)
    ]


def blocks_page(
    article: Article, marks: Iterable[Mark], opening: Opening, closing: Closing
) -> Markup:
    """The whole text in order, each block an element of its kind."""
    pieces = pieces_of(article, marks, opening, closing)
    return Markup("").join(each.element() for each in pieces)


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
