"""A reading -> the rows of its page: words with their marks, and what stands at the margin."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from whence.ledger.article import Article, BlockKind
from whence.ledger.attribution import Attribution
from whence.ledger.notice import Notice
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.render.marked_page import Piece, pieces_of
from whence.render.marks import Mark, attribution_marks
from whence.render.outline import Entry
from whence.render.page import element
from whence.render.visible import one_line, shortened

Item = TypeVar("Item")

EVIDENCE = "evidence"
LONGEST = 70
"""Characters of the content at the margin, which has it beside it in full."""
DEEPEST = 4
"""Attributions within each other that have a shape of their own."""


@dataclass(frozen=True, slots=True)
class Note:
    """An attribution at the margin, beside the block where it begins.

    Attributes:
        number: As in its marks.
        depth: 0 for an outer attribution, `DEEPEST` at most.
        within: Number of the one whose content holds it.
        source: As `Entry` has it, shortened.
        cue: Shortened.
        content: Shortened.
        details: As `Entry` has them.
        id: The attribution's.
    """

    number: int
    depth: int
    within: int | None
    source: str
    cue: str
    content: str
    details: str
    id: str


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text, or several of one kind that follow each other.

    Attributes:
        kind: "bullets", "boilerplate", or "block" for all others.
        pieces: One element each.
        notes: Attributions that begin here, an outer one before those within it.
        notices: Messages about words of it.
        is_open: Whether the words that a link leads to are in it.
        has_signs: Whether its lines begin with a sign of their own, as "-" or "•".
    """

    kind: str
    pieces: tuple[Markup, ...]
    notes: tuple[Note, ...]
    notices: tuple[str, ...]
    is_open: bool
    has_signs: bool


def text_rows(reading: Reading, entries: Sequence[Entry], at: Span | None = None) -> list[Row]:
    """The whole text in order.

    Args:
        reading: With an article, else there are none.
        entries: Its outline.
        at: Words to mark beside its attributions, with the anchor "here".
    """
    article = reading.article
    if article is None:
        return []
    pieces = [each for each in _pieces(article, reading, at) if not each.is_blank]
    starts = [each.span.start for each in pieces]
    notes = _by_place(_notes(reading, entries), starts)
    notices = _by_place(_placed(reading.notices), starts)
    numbered = zip(range(len(pieces)), pieces, strict=True)
    return [
        _row(article, kind, list(group), notes, notices, at)
        for (kind, _), group in groupby(numbered, lambda each: _group(each[0], each[1].kind))
    ]


def notices_on_top(reading: Reading) -> list[str]:
    """Messages about the whole of an article."""
    is_read = reading.article is not None
    return [one_line(each.message) for each in reading.notices if not (each.span and is_read)]


def _group(number: int, kind: BlockKind | None) -> tuple[str, int]:
    """What a block is put together with: others of its kind, or none."""
    match kind:
        case BlockKind.BULLET:
            return "bullets", -1
        case BlockKind.BOILERPLATE:
            return "boilerplate", -1
        case _:
            return "block", number


def _row(
    article: Article,
    kind: str,
    group: Sequence[tuple[int, Piece]],
    notes: Mapping[int, list[Note]],
    notices: Mapping[int, list[str]],
    at: Span | None,
) -> Row:
    return Row(
        kind=kind,
        pieces=tuple(each.words if kind != "block" else each.element() for _, each in group),
        notes=tuple(note for number, _ in group for note in notes.get(number, ())),
        notices=tuple(words for number, _ in group for words in notices.get(number, ())),
        is_open=at is not None and any(each.span.overlaps(at) for _, each in group),
        has_signs=not any(each.span.words(article.text).lstrip()[0].isalnum() for _, each in group),
    )


def _by_place(items: Iterable[tuple[int, Item]], starts: Sequence[int]) -> dict[int, list[Item]]:
    """Items by the number of the block that their place is in."""
    found = defaultdict[int, list[Item]](list)
    for place, item in items:
        found[max(bisect_right(starts, place) - 1, 0)].append(item)
    return found


def _placed(notices: Iterable[Notice]) -> list[tuple[int, str]]:
    return [(each.span.start, one_line(each.message)) for each in notices if each.span]


def _notes(reading: Reading, entries: Sequence[Entry]) -> list[tuple[int, Note]]:
    """Each attribution with the place where it begins, in the order of the outline."""
    numbers = {each.id: number for number, each in enumerate(reading.attributions, start=1)}
    found = []
    for entry in entries:
        own = reading.attributions[entry.number - 1]
        found.append((_begin(own), _note(entry, numbers.get(own.within or ""))))
    return found


def _begin(attribution: Attribution) -> int:
    spans = (*attribution.content, *attribution.source, *attribution.cue)
    return min(each.start for each in spans)


def _note(entry: Entry, within: int | None) -> Note:
    return Note(
        number=entry.number,
        depth=min(entry.depth, DEEPEST),
        within=within if entry.depth else None,
        source=shortened(entry.source, LONGEST),
        cue=shortened(entry.cue, LONGEST),
        content=shortened(entry.content, LONGEST),
        details=" · ".join(entry.details),
        id=entry.id,
    )


def _pieces(article: Article, reading: Reading, at: Span | None) -> list[Piece]:
    """The blocks with their marks; each attribution has one place where the keyboard halts."""
    depths = _depths(reading.attributions)
    last = _halts(reading)
    marks = attribution_marks(reading)
    if at is not None:
        marks = [Mark(at, 0, EVIDENCE), *marks]

    def opening(mark: Mark, is_first: bool) -> Markup:  # noqa: FBT001  # the shape of Opening
        if mark.role == EVIDENCE:
            return element("mark", id="here" if is_first else None, tabindex="-1")
        depth = depths[mark.number]
        return element(
            "span",
            id=f"t{mark.number}" if is_first else None,
            class_=f"m {mark.role} d{depth} n{mark.number}",
        )

    def closing(mark: Mark, at_edge: bool) -> Markup:  # noqa: FBT001  # the shape of Closing
        if mark.role == EVIDENCE:
            return Markup("</mark>")
        if not at_edge:
            return Markup("</span>")
        number, is_halt = str(mark.number), last[mark.number] == mark
        link = element(
            "a",
            class_="n",
            href=f"#a{number}",
            data_n=number,
            aria_label=f"{mark.role} of attribution {number}",
            aria_describedby=f"a{number}" if is_halt else None,
            tabindex=None if is_halt else "-1",
        )
        return link + Markup("</a></span>")

    return pieces_of(article, marks, opening, closing)


def _halts(reading: Reading) -> dict[int, Mark]:
    """Of each attribution's marks the one whose number is reached by the keyboard: the cue's."""
    order = {"cue": 2, "source": 1, "content": 0}
    found: dict[int, Mark] = {}
    for mark in attribution_marks(reading):
        known = found.get(mark.number)
        if known is None or (order[mark.role], mark.span) > (order[known.role], known.span):
            found[mark.number] = mark
    return found


def _depths(attributions: Sequence[Attribution]) -> dict[int, int]:
    """How many hold each attribution, by its number; a circle ends where it began."""
    outer = {each.id: each.within for each in attributions}
    found = {}
    for number, each in enumerate(attributions, start=1):
        depth, seen, at = 0, {each.id}, each.within
        while at in outer and at not in seen and depth < DEEPEST:
            seen.add(at)
            depth, at = depth + 1, outer[at]
        found[number] = depth
    return found
