"""Text -> the times in it, read against the article's date or that of an embedded post."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from whence.ledger.span import Span
from whence.ledger.time import Time
from whence.values.days import days_of
from whence.values.fences import addresses_in
from whence.values.grammar import Found, Place
from whence.values.modifiers import modifier_of
from whence.values.rulebook import compiled, openings, rulebook

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
    found: Found


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
    times: list[Time] = []
    said, said_in = None, 0
    for number, place in enumerate(_places(text, sentences, published_at, anchors)):
        is_near = number - said_in <= SENTENCES_BACK
        for piece in _read(place._replace(said=said if is_near else None)):
            times.append(_time(piece, place))
            if times[-1].start:
                said, said_in = times[-1].value, number
    return times


def _places(
    text: str,
    sentences: Sequence[Span],
    published_at: str | None,
    anchors: Sequence[Anchor],
) -> Iterator[Place]:
    """Each sentence with the day that its words are read against."""
    base = _day(published_at)
    posts = sorted((anchor.span.start, anchor.span.end, _day(anchor.date)) for anchor in anchors)
    starts = [start for start, _, _ in posts]
    for sentence in sentences:
        index = bisect_right(starts, sentence.start) - 1
        is_inside = index >= 0 and sentence.start < posts[index][1]
        yield Place(text, *sentence, posts[index][2] if is_inside else base)


def _time(piece: _Piece, place: Place) -> Time:
    found = piece.found
    start, end = days_of(found.value)
    modifier = modifier_of(place.text, piece.start, piece.end, found.value, place.start)
    span = Span(piece.start, piece.end)
    return Time(span, found.value, start, end, found.quantifier, found.frequency, modifier)


def read_date(words: str) -> str | None:
    """The one absolute day that some words tell, in ISO 8601; None where they tell none."""
    stripped = words.strip()
    if not stripped:
        return None
    values = [piece.found.value for piece in _read(Place(stripped, 0, len(stripped), None))]
    days = {value[:10] for value in values if value and _DAY.match(value)}
    return days.pop() if len(days) == 1 else None


SENTENCES_BACK = 2
"""How far back a date may be for "two days later" to be told from it (ours, 2026-11)."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")
_DATED = re.compile(r"\d{4}(?:-|$)")
_CLOCK = re.compile(r"T[\dMAEN]")
_BETWEEN = re.compile(r"\s*,?\s*(?:\)\s*)?(?:(?:on|at|around|about|of|in\s+the)\s+)?")
_TO = re.compile(r"\s?[-–—]\s?|\s+(?:to|and|until|through|till)\s+")
_MONTH_NAMED = re.compile(r"\b(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*\b)[A-Z][a-z]{2,}")
_FROM = re.compile(r"\b(?i:from|between)\s+$")


def _day(moment: str | None) -> date | None:
    if moment is None:
        return None
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


def _pieces(place: Place) -> Iterator[_Piece]:
    position = place.start
    fences = addresses_in(place.text, place.start, place.end)
    for start, word in list(openings(place)):
        if start < position or any(first <= start < end for first, end in fences):
            continue
        piece = _read_at(place, start, word)
        if piece is not None:
            position = piece.end
            value = piece.found.value
            if value and _DATED.match(value):
                place = place._replace(said=value)
            yield piece


def _read_at(place: Place, start: int, word: str) -> _Piece | None:
    for rule in rulebook().by_word[word]:
        match = compiled(rule.pattern).match(place.text, start, place.end)
        if match and match.end() > start:
            found = rule.read(match, place)
            if found is not None:
                return _Piece(start, match.end(), found)
    return None


def _read(place: Place) -> list[_Piece]:
    """The pieces of a sentence: a clock time and a day beside each other are one moment."""
    joined: list[_Piece] = []
    for piece in _pieces(place):
        last = joined[-1] if joined else None
        if last and _BETWEEN.fullmatch(place.text, last.end, piece.start):
            one, other = last.found.value, piece.found.value
            moment = _moment(one, other) or _moment(other, one)
            if moment:
                joined[-1] = _Piece(last.start, piece.end, Found(moment))
                continue
        joined.append(_after_its_start(last, piece, place.text) if last else piece)
    return joined


def _moment(day: str | None, clock: str | None) -> str | None:
    if day and clock and _DAY.fullmatch(day[:10]) and _CLOCK.match(clock):
        return day[:10] + clock
    return None


def _after_its_start(last: _Piece, piece: _Piece, text: str) -> _Piece:
    """The end of "from 20 November to 11 December" a year later where it were before its start."""
    if not _TO.fullmatch(text, last.end, piece.start) or not _FROM.search(text, 0, last.start):
        return piece
    start, end = last.found.value or "", piece.found.value or ""
    has_year = re.search(r"\d{4}", text[piece.start : piece.end])
    if has_year or not (_DATED.match(start) and _DATED.match(end)) or end[:10] >= start[:10]:
        return piece
    if not _MONTH_NAMED.search(text, piece.start, piece.end):
        return piece
    return piece._replace(found=Found(f"{int(end[:4]) + 1:04d}{end[4:]}"))
