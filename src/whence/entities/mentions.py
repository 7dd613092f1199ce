"""An article's entities -> their mentions in reading order, ready for look-up by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from whence.ledger.entity import Entity
from whence.ledger.span import Span, Spans, hull


class Mention(NamedTuple):
    """An entity where the text names it."""

    span: Span
    entity: Entity


class Mentions:
    """All mentions of an article, sorted once for all its sources."""

    __slots__ = ("_longest", "_starts", "entities", "sorted")

    def __init__(self, entities: Sequence[Entity]) -> None:
        found = [Mention(span, entity) for entity in entities for span in entity.mentions]
        self.entities = entities
        self.sorted = sorted(found, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self.sorted]
        self._longest = max((each.span.end - each.span.start for each in found), default=0)

    def between(self, first: int, last: int) -> Sequence[Mention]:
        """Those that start at `first` or after, and before `last`."""
        return self.sorted[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def at(self, place: int) -> Mention | None:
        """The one that holds a character."""
        index = bisect_right(self._starts, place) - 1
        return self.sorted[index] if index >= 0 and place < self.sorted[index].span.end else None

    def in_any(self, spans: Spans) -> list[Mention]:
        """Those that share a character with one of some spans (at least one)."""
        whole = hull(spans)
        return [
            mention
            for mention in self.between(whole.start - self._longest, whole.end)
            if any(mention.span.overlaps(piece) for piece in spans)
        ]
