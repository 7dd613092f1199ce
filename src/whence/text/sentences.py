"""Blocks of a text -> what is read in one go; which range holds a character.

A paragraph may be wrapped over several lines: its line ends count as blanks. In an
embedded post each line stands alone.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span

UNREAD = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE})
"""Blocks that say nothing of the story."""

_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.’'-]+)*"  # SEOUL, NEW YORK
    r"(?:,\s[^()\n—–]{2,40}?)?(?:\s*\([^()\n]{2,30}\))?\s*(?:\s--?\s|—|–)\s*(?=\S)"
)
"""The place and agency before a story's first words: they are no part of its sentence."""

_LINED = frozenset({BlockKind.EMBEDDED_POST})


def paragraphs_of(text: str, blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """The [start, end) pairs of what is read in one go, ascending."""
    pairs: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind in UNREAD:
            continue
        if block.kind in _LINED:
            pairs.extend(_lines(text, block.start, block.end))
        else:
            dateline = _DATELINE.match(text, block.start, block.end)
            pairs.append((dateline.end() if dateline else block.start, block.end))
    return pairs


class Positions:
    """Which of some ascending, separate ranges holds a character."""

    __slots__ = ("_ranges",)

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self._ranges = ranges

    def index(self, at: int) -> int:
        """Index of the last range that starts at or before `at`; -1 before the first."""
        return bisect_right(self._ranges, (at, sys.maxsize)) - 1

    def around(self, at: int) -> Span | None:
        """The range that holds `at`, if one does."""
        index = self.index(at)
        if index < 0 or at >= self._ranges[index][1]:
            return None
        return Span(*self._ranges[index])


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield at, at + len(line.rstrip())
        at += len(line)
