"""Half-open ranges of characters of an article's text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Self

from whence.errors import SpanError


class _Pair(NamedTuple):
    start: int
    end: int


class Span(_Pair):
    """Half-open range `[start, end)` of characters; in JSON the pair `[start, end]`."""

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Make one; an empty or reversed range is a SpanError."""
        if not 0 <= start < end:
            raise SpanError(start, end)
        return tuple.__new__(cls, (start, end))

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; touching spans do not."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of the other is in this one."""
        return self.start <= other.start and other.end <= self.end

    def words(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]
"""Words of one role, in several pieces where they are discontinuous; ascending, may be empty."""


GAP = " … "
"""What stands for the words between two pieces."""


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of some pieces, with " … " where the text has others between."""
    return GAP.join(" ".join(span.words(text).split()) for span in spans)


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that holds all of some (at least one)."""
    pieces = list(spans)
    if len(pieces) == 1:
        return pieces[0]
    return Span(min(each.start for each in pieces), max(each.end for each in pieces))
