"""The attributions of a reading -> numbered, each under the one that holds it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.ledger.attribution import Attribution
from whence.ledger.span import words_of
from whence.render.phrases import (
    band_words,
    day_words,
    firmness_words,
    quantity_words,
    stance_words,
    value_words,
)
from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from whence.ledger.reading import Reading


@dataclass(frozen=True, slots=True)
class Entry:
    """One attribution in words.

    Attributes:
        number: From 1, in the reading's order; the same as in its marks.
        depth: 0 for an outer attribution, 1 within it, and so on.
        source: The source's words, with the entity behind them where they differ.
        details: Stance, firmness, band, basis, medium, date, numbers.
    """

    number: int
    depth: int
    id: str
    source: str
    cue: str
    content: str
    details: tuple[str, ...]


def outline(reading: Reading) -> list[Entry]:
    """Entries depth first, an outer attribution before those in its content."""
    if reading.article is None:
        return []
    text = reading.article.text
    names = {entity.id: entity.name for entity in reading.entities}
    numbers = defaultdict[str, list[str]](list)
    for quantity in reading.quantities:
        if quantity.attribution:
            numbers[quantity.attribution].append(quantity_words(quantity))
    return [
        Entry(
            number=number,
            depth=depth,
            id=attribution.id,
            source=_source(attribution, text, names),
            cue=one_line(words_of(attribution.cue, text)) or "(no cue)",
            content=one_line(words_of(attribution.content, text)),
            details=(*_details(attribution), *numbers[attribution.id]),
        )
        for number, attribution, depth in _in_depth(reading)
    ]


def _in_depth(reading: Reading) -> Iterator[tuple[int, Attribution, int]]:
    """Number, attribution and depth; a circle of `within` is opened where it is met first."""
    known = {attribution.id for attribution in reading.attributions}
    inner = defaultdict[str | None, list[tuple[int, Attribution]]](list)
    for number, attribution in enumerate(reading.attributions, start=1):
        outer = attribution.within if attribution.within in known else None
        inner[outer].append((number, attribution))
    seen: set[int] = set()
    roots = [*inner[None], *enumerate(reading.attributions, start=1)]
    for root in roots:
        waiting = [(*root, 0)]
        while waiting:
            number, attribution, depth = waiting.pop()
            if number in seen:
                continue
            seen.add(number)
            yield number, attribution, depth
            waiting += [(*each, depth + 1) for each in reversed(inner[attribution.id])]


def _source(attribution: Attribution, text: str, names: dict[str, str]) -> str:
    words = one_line(words_of(attribution.source, text)) or "(nobody named)"
    name = one_line(names.get(attribution.entity or "", ""))
    return words if not name or name.casefold() in words.casefold() else f"{words} → {name}"


def _details(attribution: Attribution) -> Iterator[str]:
    yield stance_words(attribution.stance)
    yield firmness_words(attribution)
    if attribution.probability:
        yield band_words(attribution.probability)
    if attribution.basis:
        yield f"basis: {value_words(attribution.basis)}"
    if attribution.medium:
        yield f"medium: {value_words(attribution.medium)}"
    if attribution.said_at:
        yield f"said {day_words(attribution.said_at)}"
    if not attribution.is_named and attribution.source:
        yield "not named"
