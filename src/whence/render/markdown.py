"""A brief -> Markdown (CommonMark with pipe tables)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.render.phrases import footer_words
from whence.render.references import (
    LETTERS_COLUMN,
    copy_words,
    entry_parts,
    letters_words,
    web_address,
)
from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whence.ledger.brief import Brief, Line, Reference, Section, StoryBrief

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|!(?=\[)|(?<=http):|(?<=https):|(?<=www)\.|#+$")
_AT_START = re.compile(r"(?:(?P<digits>\d{1,9})(?=[.)](?:\s|$))|[#+\-=:])")


def escaped(text: str) -> str:
    """One line whose characters mean themselves in Markdown; no address in it becomes a link."""
    line = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    start = _AT_START.match(line)
    if start is None:
        return line
    digits = start["digits"]
    return f"{digits}\\{line[len(digits) :]}" if digits else f"\\{line}"


def brief_markdown(brief: Brief) -> str:
    """The brief with its references at the end."""
    return "\n".join(_lines(brief)) + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    for story in brief.stories:
        yield from _story(story)
    if brief.not_read:
        yield from ("## Not read", "")
        yield from (f"- {escaped(sentence)}" for sentence in brief.not_read)
        yield ""
    if brief.references:
        yield from ("## References", "")
        yield from (f"- {_reference(each)}" for each in brief.references)
        yield ""
    yield from ("---", "", f"*{escaped(footer_words(brief))}*")


def _story(story: StoryBrief) -> Iterator[str]:
    yield from (f"# {escaped(story.title)}", "")
    if story.summary:
        yield from (escaped(story.summary), "")
    for section in story.sections:
        yield from (f"## {escaped(section.title)}", "")
        yield from _section(section)
        yield ""


def _section(section: Section) -> Iterator[str]:
    if not section.columns:
        yield from (f"- {_cited(line)}" for line in section.lines)
        return
    yield _row([*section.columns, LETTERS_COLUMN])
    yield "|" + "---|" * (len(section.columns) + 1)
    for line in section.lines:
        cells = list(line.cells or (line.text,))[: len(section.columns)]
        cells += [""] * (len(section.columns) - len(cells))
        yield _row([*cells, letters_words(line.references)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(escaped(cell) for cell in cells)} |"


def _cited(line: Line) -> str:
    letters = escaped(letters_words(line.references))
    return f"{escaped(line.text)} {letters}".rstrip()


def _reference(reference: Reference) -> str:
    parts = [escaped(part) for part in entry_parts(reference)]
    address = web_address(reference.url)
    if address:
        parts.append(f"<{address}>")
    elif place := reference.url or reference.path:
        parts.append(escaped(place))
    if copied := copy_words(reference):
        parts.append(escaped(copied))
    return f"**{escaped(f'[{reference.letter}]')}** {', '.join(parts)}"
