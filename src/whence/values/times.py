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
from whence.values.anaphora import anaphora_rules
from whence.values.bare import bare_rules
from whence.values.days import days_of
from whence.values.durations import duration_rules
from whence.values.feasts import feast_rules
from whence.values.fences import addresses_in
from whence.values.grammar import FIGURE, Found, Place, Rule
from whence.values.modifiers import modifier_of
from whence.values.relative import relative_rules
from whence.values.sets import set_rules

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
    base = _day(published_at)
    posts = sorted((anchor.span.start, anchor.span.end, _day(anchor.date)) for anchor in anchors)
    starts = [start for start, _, _ in posts]
    times: list[Time] = []
    said: list[tuple[int, str]] = []
    for number, sentence in enumerate(sentences):
        index = bisect_right(starts, sentence.start) - 1
        is_inside = index >= 0 and sentence.start < posts[index][1]
        place = Place(text, *sentence, posts[index][2] if is_inside else base)
        if said and number - said[-1][0] <= SENTENCES_BACK:
            place = place._replace(said=said[-1][1])
        for piece in _read(place):
            times.append(_time(piece, place))
            if times[-1].start and times[-1].value:
                said.append((number, times[-1].value))
    return times


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

_REACH = 60
"""Characters from the first word of an expression within which its name of a time starts."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")
_DATED = re.compile(r"\d{4}(?:-|$)")
_SIGNS = frozenset({
    "yesterday", "today", "tonight", "tomorrow", "noon", "midday", "midnight", "weekday",
    "weekdays", "overnight", "clock", "long", "daily", "weekly", "monthly", "yearly", "annually",
    "nightly", "hourly", "fortnightly", "q", "twenties", "thirties", "forties", "fifties",
    "sixties", "seventies", "eighties", "nineties", FIGURE,
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_CLOCK = re.compile(r"T[\dMAEN]")
_BETWEEN = re.compile(r"\s*,?\s*(?:\)\s*)?(?:(?:on|at|around|about|of|in\s+the)\s+)?")
_TO = re.compile(r"\s?[-–—]\s?|\s+(?:to|and|until|through|till)\s+")
_FROM = re.compile(r"\b(?i:from|between)\s+$")


def _day(moment: str | None) -> date | None:
    if moment is None:
        return None
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None


class _Rules(NamedTuple):
    """The rules by the word that they begin with, and the words that are names of times."""

    by_word: dict[str, tuple[tuple[re.Pattern[str], Rule], ...]]
    signs: frozenset[str]


@cache
def _rules() -> _Rules:
    groups = (
        feast_rules, absolute_rules, relative_rules, set_rules, anaphora_rules, bare_rules,
        duration_rules,
    )  # fmt: skip
    rules = [(re.compile(rule.pattern), rule) for group in groups for rule in group()]
    by_word: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
    for pattern, rule in rules:
        for word in rule.opens:
            by_word.setdefault(word, []).append((pattern, rule))
    return _Rules({word: tuple(found) for word, found in by_word.items()}, _signs())


def _signs() -> frozenset[str]:
    words = time_words()
    lists = (words.months, words.seasons, words.units, words.day_parts, words.feasts, words.easter)
    names = {word.split()[0] for each in lists for word in each}
    names |= {f"{day}{plural}" for day in words.weekdays for plural in ("", "s")}
    vague = {word for phrase in (*words.past, *words.present) for word in phrase.split()}
    future = {phrase.split()[-1] for phrase in words.future}
    return frozenset({*names, *vague, *future, *_SIGNS})


def _openings(place: Place) -> Iterator[tuple[int, str]]:
    """Where an expression may begin, with its first word: a name of a time is near behind."""
    rules = _rules()
    words = [(found.start(), _key(found[0])) for found in _WORD.finditer(*place[:3])]
    signs = [start for start, word in words if word in rules.signs]
    following = 0
    for start, word in words:
        while following < len(signs) and signs[following] < start:
            following += 1
        if following == len(signs):
            return
        if word in rules.by_word and signs[following] <= start + _REACH:
            begin = start - (word == FIGURE and place.text[start - 1 : start] in {"’", "'", "‘"})
            if begin >= place.start and _may_begin(place.text, begin):
                yield begin, word


def _key(word: str) -> str:
    if word[0].isdigit():
        return FIGURE
    letters = _LETTERS.match(word)
    return letters[0].lower() if letters else word


def _may_begin(text: str, start: int) -> bool:
    """Not within a word, an address or a figure."""
    before = text[start - 1] if start else " "
    if before in "-/.,":
        return start > 1 and not text[start - 2].isdigit()
    return not (before.isalnum() or before in "_@#$€£")


def _pieces(place: Place) -> Iterator[_Piece]:
    if not _has_sign(place):
        return
    position = place.start
    fences = addresses_in(place.text, place.start, place.end)
    for start, word in list(_openings(place)):
        if start < position or any(first <= start < end for first, end in fences):
            continue
        piece = _read_at(place, start, word)
        if piece is not None:
            position = piece.end
            value = piece.found.value
            if value and _DATED.match(value):
                place = place._replace(said=value)
            yield piece


def _has_sign(place: Place) -> bool:
    words = set(_SIGN_WORD.findall(place.text[place.start : place.end].lower()))
    return not _rules().signs.isdisjoint(words) or any(word[0].isdigit() for word in words)


_SIGN_WORD = re.compile(r"[^\W\d_]+|\d")


def _read_at(place: Place, start: int, word: str) -> _Piece | None:
    for pattern, rule in _rules().by_word[word]:
        match = pattern.match(place.text, start, place.end)
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
    if len(end) > len("2024-10-21") or "W" in end:
        return piece
    return piece._replace(found=Found(f"{int(end[:4]) + 1:04d}{end[4:]}"))
