"""Text -> its paragraphs, each a line or the lines of one hard-wrapped paragraph."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[-*•‣▪●◦·–—]|\d{1,2}[.)])\s+\S")
_ENDS = (".", "!", "?", ":", "…", '"', "”", "’", "'", ")", ";")

_WIDEST_WRAP = 120
"""Longest line of hard-wrapped text; mail and agency systems wrap at 60 to 100."""

_NARROWEST_WRAP = 40
_FORCED_SHARE = 0.7
"""Wrapped text breaks where the next word does not fit; verse and lists do so by chance."""


class Line(NamedTuple):
    """One line without the space around it.

    Attributes:
        blank_count: Empty lines before it.
        indent: Characters of space at its start.
    """

    start: int
    end: int
    words: str
    blank_count: int
    indent: int


class Paragraph(NamedTuple):
    """`[start, end)` of a text: one line, or several that are one paragraph.

    Attributes:
        words: Its words on one line.
        blank_count: Empty lines before it.
    """

    start: int
    end: int
    words: str
    blank_count: int


def split_lines(text: str) -> Iterator[Line]:
    """Lines that hold something other than space, by any line end that Unicode knows."""
    last_end = 0
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        indent = len(found[0]) - len(found[0].lstrip())
        start = found.start() + indent
        between = text[last_end : found.start()].replace("\r\n", "\n")
        breaks = sum(1 for character in between if not _LINE.match(character))
        yield Line(start, start + len(words), words, max(0, breaks - 1), indent)
        last_end = start + len(words)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; they hold every character that is no space.

    Text whose every line is followed by an empty one counts as if it were not.
    """
    lines = list(split_lines(text))
    width = _wrap_width(lines)
    if not width and all(line.blank_count for line in lines[1:]):
        closer = [line._replace(blank_count=max(0, line.blank_count - 1)) for line in lines]
        width = _wrap_width(closer)
        lines = closer if width else lines
    found: list[list[Line]] = []
    for line in lines:
        if found and width and _goes_on(found[-1][-1], line, width):
            found[-1].append(line)
        else:
            found.append([line])
    return [_joined(group) for group in found]


def _joined(group: Sequence[Line]) -> Paragraph:
    first, last = group[0], group[-1]
    words = " ".join(line.words for line in group)
    return Paragraph(first.start, last.end, words, first.blank_count)


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width that a text was wrapped at; 0 for one paragraph per line."""
    lengths = [line.indent + len(line.words) for line in lines]
    if not lengths or sum(length > _WIDEST_WRAP for length in lengths) > 0.1 * len(lengths):
        return 0
    width = max((length for length in lengths if length <= _WIDEST_WRAP), default=0)
    pairs = [
        (before, after)
        for before, after in pairwise(lines)
        if not after.blank_count and not _BULLET.match(after.words)
    ]
    inner = [pair for pair in pairs if not pair[0].words.endswith(_ENDS)]
    forced = sum(_is_forced(before, after, width) for before, after in inner)
    is_prose = len(inner) > 1 and len(inner) >= 0.5 * len(pairs)
    is_wrapped = is_prose and forced >= _FORCED_SHARE * len(inner)
    return width if is_wrapped and _has_room(pairs, width) else 0


def _has_room(pairs: Sequence[tuple[Line, Line]], width: int) -> bool:
    """Whether most lines that have a follower fill the width: lists of headings do not."""
    full = sum(before.indent + len(before.words) >= 0.7 * width for before, _ in pairs)
    return width >= _NARROWEST_WRAP and full >= 0.6 * len(pairs)


def _is_forced(before: Line, after: Line, width: int) -> bool:
    """Whether the next word did not fit any more (hyphens and rag take up to 8 characters)."""
    first_word = after.words.split(maxsplit=1)[0]
    return before.indent + len(before.words) + 1 + len(first_word) > width - 8


def _goes_on(before: Line, after: Line, width: int) -> bool:
    if after.blank_count or _BULLET.match(after.words) or len(before.words) > _WIDEST_WRAP:
        return False
    if after.indent > before.indent + 1 and not _BULLET.match(before.words):
        return False
    if _is_forced(before, after, width):
        return True
    return not before.words.endswith(_ENDS) and after.words[:1].islower()
