"""A reading -> its article as printed, with source, cue and content marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.article import Article, BlockKind
from whence.ledger.span import Span
from whence.render.marks import Mark, Turn, attribution_marks, marks_by_part, steps
from whence.render.outline import outline
from whence.render.phrases import day_words
from whence.render.terminal import hanging, printed, words
from whence.render.text import entry_lines, notice_lines
from whence.render.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from whence.ledger.reading import Reading

BRACKETS = {"source": ("⟨", "⟩"), "cue": ("⌊", "⌋"), "content": ("⟦", "⟧")}
"""What stands around the words of each role."""

ASIDE = "┆ "
"""What stands before each line that is not part of the article."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLOCK_STYLES = {
    BlockKind.HEADLINE: "bold",
    BlockKind.HEADING: "bold",
    BlockKind.STANDFIRST: "italic",
    BlockKind.CAPTION: "italic",
    BlockKind.BOILERPLATE: "boilerplate",
}


def article_text(reading: Reading, *, width: int, colour: bool) -> str:
    """The article with marks, a legend, and below it what each attribution says."""
    return printed(_shown(reading, width), width=width, colour=colour)


def _shown(reading: Reading, width: int) -> Iterator[RenderableType]:
    article = reading.article
    if article is None:
        yield hanging(words((f"{one_line(reading.path)}: not read", "title")), width)
        yield from notice_lines(reading, width)
        return
    outlet = one_line(article.outlet or "") or "outlet unknown"
    about = f"{outlet} · {day_words(article.published_at)} · {one_line(reading.path)}"
    yield hanging(words((about, "aside")), width)
    yield hanging(_legend(), width)
    yield ""
    yield from _marked_lines(article, attribution_marks(reading), width)
    yield ""
    for entry in outline(reading):
        yield from entry_lines(entry, width)
    yield from notice_lines(reading, width)


def _legend() -> Text:
    named = [(f"{before}{role}{after}", role) for role, (before, after) in sorted(BRACKETS.items())]
    parts: list[tuple[str, str] | str] = []
    for each in (*named, (f"{ASIDE}not part of the article", "boilerplate")):
        parts += [each, "   "]
    return words(*parts[:-1])


def _marked_lines(article: Article, marks: Sequence[Mark], width: int) -> Iterator[RenderableType]:
    lines = _lines(article.text)
    numbered = [Mark(block.span, at, "block") for at, block in enumerate(article.blocks)]
    blocks = marks_by_part(lines, numbered)
    for line, held, touching in zip(lines, marks_by_part(lines, marks), blocks, strict=True):
        kind = article.blocks[touching[0].number].kind if touching else None
        first = ASIDE if kind is BlockKind.BOILERPLATE else ""
        marked = _marked(article.text, line, held)
        marked.stylize_before(_BLOCK_STYLES.get(kind, "") if kind else "")
        yield hanging(marked, width, first=first, rest=first)


def _lines(text: str) -> list[Span]:
    """The lines with their line feeds, so that none is empty."""
    lines: list[Span] = []
    start = 0
    for line in text.split("\n"):
        end = min(start + len(line) + 1, len(text))
        if start < end:
            lines.append(Span(start, end))
        start = end
    return lines


def _marked(text: str, line: Span, marks: Sequence[Mark]) -> Text:
    """One line with brackets and small numbers, each piece in the style of its role."""
    end = line.end - 1 if text[line.end - 1] == "\n" else line.end
    opened: list[str] = []
    parts: list[tuple[str, str] | str] = []
    for step in steps(text, line.start, end, marks):
        if step.mark is None:
            style = opened[-1] if opened else ""
            parts.append((visible(step.words), style))
            continue
        before, after = BRACKETS[step.mark.role]
        if step.turn is Turn.OPEN:
            opened.append(step.mark.role)
            parts.append((before, step.mark.role))
        else:
            opened.pop()
            parts.append((after + str(step.mark.number).translate(_RAISED), step.mark.role))
    return words(*parts)


def article_html(reading: Reading) -> str:
    """The same as a page: hovering or following a number shows what belongs together."""
    from whence.render.show_page import article_page

    return article_page(reading)
