"""Text -> the times in it, read against the article's date or that of an embedded post."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.ledger.span import Span
from whence.ledger.time import Time
from whence.lexicon.times import time_words
from whence.values.absolute import absolute_rules
from whence.values.bare import bare_rules
from whence.values.days import days_of
from whence.values.durations import duration_rules
from whence.values.fences import addresses_in
from whence.values.grammar import Found, Place, Rule, any_of
from whence.values.relative import relative_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Anchor(NamedTuple):
    """Words that are read against a day of their own, as those of an embedded post.

    Attributes:
        date: ISO 8601, a day or a moment.
    """

    span: Span
    date: str


class _Piece(NamedTuple):
    start: int
    end: int
    value: str | None


def find_times(
    text: str,
    sentences: Sequence[Span],
    published_at: str | None,
    anchors: Sequence[Anchor] = (),
) -> list[Time]:
    """The times in some sentences, ascending, apart from each other.

    Args:
        text: The article's.
        sentences: Ascending; nothing outside them is looked at.
        published_at: A day or a moment; None where not known: then what is told from it has
            no value, never a guess.
        anchors: Apart from each other.
    """
    base = _day(published_at)
    posts = sorted((anchor.span.start, anchor.span.end, _day(anchor.date)) for anchor in anchors)
    starts = [start for start, _, _ in posts]
    times = []
    for sentence in sentences:
        index = bisect_right(starts, sentence.start) - 1
        is_inside = index >= 0 and sentence.start < posts[index][1]
        place = Place(text, *sentence, posts[index][2] if is_inside else base)
        for piece in _joined(list(_pieces(place)), text):
            start, end = days_of(piece.value)
            times.append(Time(Span(piece.start, piece.end), piece.value, start, end))
    return times


def read_date(words: str) -> str | None:
    """The one absolute day that some words tell, in ISO 8601; None where they tell none."""
    stripped = words.strip()
    if not stripped:
        return None
    place = Place(stripped, 0, len(stripped), None)
    days = {piece.value[:10] for piece in _pieces(place) if piece.value and _DAY.match(piece.value)}
    return days.pop() if len(days) == 1 else None


_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")
_SIGNS = frozenset({
    "yesterday", "today", "tonight", "tomorrow", "noon", "midday", "midnight", "weekday", "centur",
    "nineteen", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
    "nineties",
})  # fmt: skip
_CLOCK = re.compile(r"T\d")
_BETWEEN = re.compile(r"\s*,?\s*(?:\)\s*)?(?:(?:on|at|around|about)\s+)?")


def _day(moment: str | None) -> date | None:
    if moment is None:
        return None
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    rules = [*absolute_rules(), *relative_rules(), *bare_rules(), *duration_rules()]
    return tuple((re.compile(rule.pattern), rule) for rule in rules)


@cache
def _any_rule() -> re.Pattern[str]:
    """Where one of the rules may begin to match."""
    patterns = "|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for _, rule in _rules())
    patterns = re.sub(r"\(\?P=\w+\)", "[/.]", patterns)
    return re.compile(
        rf"(?<![\w@#/$€£.,-])(?={patterns})|(?<=[-–—(/.,])(?<!\d[-–—/.,])(?={patterns})"
    )


@cache
def _sign() -> re.Pattern[str]:
    """What every expression of time has one of; a quick look before the rules."""
    words = time_words()
    names = {*words.months, *words.weekdays, *words.seasons, *words.units, *words.day_parts}
    names |= {*words.past, *words.present, *words.future, *_SIGNS}
    return re.compile(rf"\d|(?i:\b{any_of(names)})")


def _pieces(place: Place) -> Iterator[_Piece]:
    if not _sign().search(place.text, place.start, place.end):
        return
    position = place.start
    finder = _any_rule()
    fences = addresses_in(place.text, place.start, place.end)
    while True:
        candidate = finder.search(place.text, position, place.end)
        if candidate is None:
            return
        start = candidate.start()
        fence = next((end for first, end in fences if first <= start < end), None)
        if fence is not None:
            position = fence
            continue
        read = _read_at(place, start)
        if read is None:
            position = start + 1
            continue
        yield _Piece(start, *read)
        position = read[0]


def _read_at(place: Place, start: int) -> tuple[int, str | None] | None:
    for pattern, rule in _rules():
        match = pattern.match(place.text, start, place.end)
        if match and match.end() > start:
            found: Found | None = rule.read(match, place)
            if found is not None:
                return match.end(), found.value
    return None


def _joined(pieces: list[_Piece], text: str) -> list[_Piece]:
    """A clock time and a day beside each other are one moment."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and _BETWEEN.fullmatch(text, last.end, piece.start):
            moment = _moment(last.value, piece.value) or _moment(piece.value, last.value)
            if moment:
                joined[-1] = _Piece(last.start, piece.end, moment)
                continue
        joined.append(piece)
    return joined


def _moment(day: str | None, clock: str | None) -> str | None:
    if day and clock and _DAY.fullmatch(day[:10]) and _CLOCK.match(clock):
        return day[:10] + clock
    return None
