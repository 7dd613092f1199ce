"""Spans that may nest, touch or cross -> openings, words and closings in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from operator import attrgetter
from typing import TYPE_CHECKING

from whence.ledger.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from whence.ledger.article import Article, Block
    from whence.ledger.reading import Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """A span to be marked.

    Attributes:
        number: What it is a mark of: the attribution's number, the evidence's.
        role: "source", "cue", "content" or "evidence".
    """

    span: Span
    number: int
    role: str


class Turn(Enum):
    """What a step does."""

    OPEN = "open"
    CLOSE = "close"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Step:
    """One step through a marked text.

    Attributes:
        mark: None for words.
        words: Empty but for words.
        at_edge: For OPEN that the mark starts here, for CLOSE that it ends here; False where
            it only goes on after a line or a crossing mark.
    """

    turn: Turn
    mark: Mark | None = None
    words: str = ""
    at_edge: bool = True


def attribution_marks(reading: Reading) -> list[Mark]:
    """The marks of a reading's attributions, numbered from 1 in the reading's order."""
    return [
        Mark(span, number, role)
        for number, attribution in enumerate(reading.attributions, start=1)
        for role in ("content", "source", "cue")
        for span in getattr(attribution, role)
    ]


def steps(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Step]:
    """Walk `text[start:end]`; every opening is closed, the last opened first.

    A mark with nothing but white space in the range is left out; one that crosses another is
    closed and opened again there, so that the steps can be printed as brackets or elements.
    """
    inside = [
        mark
        for mark in marks
        if text[max(mark.span.start, start) : min(mark.span.end, end)].strip()
    ]
    inside.sort(key=lambda mark: (max(mark.span.start, start), -mark.span.end))
    edges = {start, end}
    for mark in inside:
        edges |= {max(mark.span.start, start), min(mark.span.end, end)}
    places = sorted(edges)
    opened: list[Mark] = []
    upcoming = 0
    for place, following in zip(places, [*places[1:], None], strict=True):
        yield from _close(opened, place, end)
        if following is None:
            return
        while upcoming < len(inside) and inside[upcoming].span.start <= place:
            mark = inside[upcoming]
            opened.append(mark)
            yield Step(Turn.OPEN, mark, at_edge=mark.span.start == place)
            upcoming += 1
        yield Step(Turn.WORDS, words=text[place:following])


def _close(opened: list[Mark], place: int, end: int) -> Iterator[Step]:
    """Close what ends at `place`, and around it what crosses; open the latter again."""
    ending = [at for at, mark in enumerate(opened) if min(mark.span.end, end) <= place]
    if not ending:
        return
    above = opened[ending[0] :]
    del opened[ending[0] :]
    for mark in reversed(above):
        yield Step(Turn.CLOSE, mark, at_edge=mark.span.end == place)
    for mark in above:
        if min(mark.span.end, end) > place:
            opened.append(mark)
            yield Step(Turn.OPEN, mark, at_edge=False)


def marks_by_part(parts: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """For each of some ascending parts of the text the marks that touch it."""
    found: list[list[Mark]] = [[] for _ in parts]
    first = 0
    for mark in sorted(marks, key=attrgetter("span")):
        while first < len(parts) and parts[first].end <= mark.span.start:
            first += 1
        at = first
        while at < len(parts) and parts[at].start < mark.span.end:
            found[at].append(mark)
            at += 1
    return found


def parts_of(article: Article) -> list[tuple[Span, Block | None]]:
    """The whole text in order: its blocks, and what lies between them (mostly white space)."""
    parts: list[tuple[Span, Block | None]] = []
    done = 0
    for block in article.blocks:
        if block.start > done:
            parts.append((Span(done, block.start), None))
        parts.append((block.span, block))
        done = block.end
    if done < len(article.text):
        parts.append((Span(done, len(article.text)), None))
    return parts
