"""Lengths of time, clock times and vague times -> TIMEX3 values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.lexicon.times import time_words
from whence.values.counts import count_opens, count_pattern, is_open, read_count
from whence.values.grammar import (
    DASH,
    FIGURE,
    Found,
    Place,
    Read,
    Rule,
    any_of,
    day_part,
    opens,
    unit,
)
from whence.values.numerals import tidy

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

_HALVES = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y", "TM": "PT30S"}
_PLURAL_UNITS = "minutes|hours|days|nights|weeks|months|years|decades|centuries|weekends"
_LENGTH_WORDS = (
    "takes|take|lasts|for|For|within|Within|in|lasted|lasting|spent|took|taken|over|after|After|of"
)
_ZONES = r"GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|MSK|IST|JST|KST|local\s+time"
_NOT_AGE = r"(?![-\s]+olds?\b)(?!\s+of\s+age\b)(?![’']?\s+(?:older|younger)\b)"
_NOON = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_HOUR_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_PARTS_OPEN = frozenset({"dawn", "dusk", "morning", "afternoon", "evening", "night"})
_MINUTES = 60
_HALF_DAY = 12
_DAY_HOURS = 24


def duration_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    return [*_clock_rules(), *_part_rules(), *_plural_rules(), *_length_rules(), *_vague_rules()]


def _clock_rules() -> list[Rule]:
    hours = any_of(_HOUR_WORDS)
    return [
        Rule(
            rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d)(?::\d\d)?)?\s?(?P<half>[apAP])(?:\.\s?[mM]\.|[mM])(?![-\w])"
            rf"|(?P<h2>\d{{1,2}}):(?P<m2>\d\d)(?::\d\d)?(?![\d:])"
            rf"|(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?=\s+(?:{_ZONES}|hours\b))"
            r"|(?P<name>noon|midday|midnight)\b)"
            rf"(?:\s+(?:\(\s?)?(?P<zone>{_ZONES})\b)?",
            _clock,
            opens(FIGURE, _NOON),
        ),
        Rule(
            rf"(?P<h>\d{{1,2}}|{hours})\s+o[’']clock\b"
            r"(?:\s+(?:in\s+the\s+)?(?P<part>morning|afternoon|evening|at\s+night)\b)?",
            _on_the_clock,
            opens(FIGURE, _HOUR_WORDS),
        ),
    ]


def _part_rules() -> list[Rule]:
    return [
        Rule(
            r"(?:the\s+)?(?P<hours>early|small|late)\s+hours(?=\s+of\s+(?:[A-Z]|\d|the\s+\d))",
            _hours_of,
            opens("the", "early", "small", "late"),
        ),
        Rule(
            rf"(?:the\s+)?(?P<part>{day_part()})(?=\s+of\s+(?:[A-Z]|\d|last\b|the\s+\d))",
            _part,
            opens("the", time_words().day_parts),
        ),
        Rule(
            rf"(?:(?<=\bin\sthe\s)|(?<=\bat\s))(?P<part>{day_part()})\b(?![-’'])",
            _part,
            _PARTS_OPEN,
        ),
    ]


def _length_rules() -> list[Rule]:
    turn = r"(?i:(?:the|these|those|this)\s+(?:past|last|next|coming|previous|following|first)\s+)"
    units = opens(time_words().units)
    return [
        Rule(
            rf"{turn}(?P<n>{count_pattern()})[-\s]+(?P<u>{unit()})",
            _length,
            opens("the", "these", "those", "this"),
        ),
        Rule(rf"(?i:the\s+(?:past|last|next|coming))\s+(?P<u>{unit()})", _one, opens("the")),
        Rule(
            r"(?:a\s+)?quarter[-\s](?:of\s+a[-\s])?century\b",
            _quarter_century,
            opens("a", "quarter"),
        ),
        Rule(
            rf"(?:(?P<from>{count_pattern()}){DASH}(?!a\s+half))?(?P<n>{count_pattern()})"
            r"(?:[-\s]+|[-\s]+(?:more|full|long|straight|consecutive|whole|solid|or\s+so|additional|further)\s+)"
            rf"(?P<u>{unit()})(?:-?long)?{_NOT_AGE}(?:\s+and\s+(?P<half>a\s+half)\b)?",
            _length,
            count_opens(),
        ),
        Rule(rf"(?P<u>{unit()})-?long\b", _one, units),
        Rule(rf"(?:{_after(_LENGTH_WORDS)})(?P<u>{_PLURAL_UNITS})\b(?!-)", _open, units),
        Rule(rf"(?P<u>(?i:{_PLURAL_UNITS}))(?=\s+of\b)", _open, units),
    ]


def _plural_rules() -> list[Rule]:
    return [
        Rule(rf"(?i:recent\s+(?:{_PLURAL_UNITS}))\b", _vague("PAST_REF"), opens("recent")),
        Rule(
            rf"(?i:(?:the\s+)?(?:coming|upcoming)\s+(?:{_PLURAL_UNITS}))\b",
            _vague("FUTURE_REF"),
            opens("the", "coming", "upcoming"),
        ),
        Rule(rf"(?i:the\s+(?:{_PLURAL_UNITS})\s+ahead)\b", _vague("FUTURE_REF"), opens("the")),
    ]


def _vague_rules() -> list[Rule]:
    words = time_words()
    return [
        Rule(rf"(?i:{any_of(words.past)})\b", _vague("PAST_REF"), opens(words.past)),
        Rule(rf"(?i:{any_of(words.present)})\b", _vague("PRESENT_REF"), opens(words.present)),
        Rule(
            rf"(?i:{any_of(words.future)})\b(?!\s+as\b)(?!er)",
            _vague("FUTURE_REF"),
            opens(words.future),
        ),
    ]


def _after(words: str) -> str:
    return "|".join(rf"(?<=\b{word}\s)" for word in words.split("|"))


def _vague(value: str) -> Read:
    def read(_: re.Match[str], __: Place) -> Found:
        return Found(value)

    return read


def _part(found: re.Match[str], _: Place) -> Found:
    return Found(f"T{time_words().day_parts[found['part'].lower()]}")


def _hours_of(found: re.Match[str], _: Place) -> Found:
    return Found("TNI" if found["hours"] == "late" else "TMO")


def _on_the_clock(found: re.Match[str], _: Place) -> Found | None:
    """Without a part of the day as printed: "five o'clock" is 05:00."""
    words = found["h"].lower()
    hour = int(words) if words.isdigit() else _HOUR_WORDS[words]
    is_late = found["part"] in {"afternoon", "evening"} or (found["part"] or "").endswith("night")
    if not 0 < hour <= _HALF_DAY:
        return None
    return Found(f"T{hour % _HALF_DAY + _HALF_DAY if is_late else hour:02d}:00")


def _quarter_century(_: re.Match[str], __: Place) -> Found:
    return Found("P25Y")


def _clock(found: re.Match[str], _: Place) -> Found | None:
    if found["name"]:
        hour, minute = _NOON[found["name"]]
    else:
        hour = int(found["h"] or found["h2"] or found["h3"])
        minute = int(found["m"] or found["m2"] or found["m3"] or 0)
    if found["half"]:
        if not 0 < hour <= _HALF_DAY:
            return None
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"] in "pP" else 0)
    if hour >= _DAY_HOURS or minute >= _MINUTES:
        return None
    zone = "Z" if found["zone"] in {"GMT", "UTC"} else ""
    return Found(f"T{hour:02d}:{minute:02d}{zone}")


def _code(found: re.Match[str]) -> str:
    return time_words().units[found["u"].lower()]


def _length(found: re.Match[str], place: Place) -> Found | None:
    code = _code(found)
    words = " ".join(found["n"].lower().split())
    has_half = found.groupdict().get("half")
    if (
        words in {"a", "an", "one"}
        and not has_half
        and not _LENGTH.search(place.text, _left(found, place), found.start())
    ):
        return None
    if _PARTS.fullmatch(found["u"]) and _OF_OR_NOUN.match(place.text, found.end(), place.end):
        return None
    if words in {"half a", "half an", "half", "a half"}:
        return Found(_HALVES[code]) if code in _HALVES else None
    count, is_range = read_count(words), found.groupdict().get("from")
    if (count is None and not is_open(words)) or (is_range and read_count(is_range) is None):
        return None
    if count is not None and has_half:
        count += 0.5
    return Found(length(None if is_range else count, code))


_PARTS = re.compile(r"quarters?|second")
_OF_OR_NOUN = re.compile(r"\s+[a-z]")
_LENGTH = re.compile(
    r"\b(?i:for|in|within|after|over|about|around|nearly|almost|than|least|under|lasts?|lasted|lasting|spent"
    r"|took|takes|every|just|only|up\s+to|some|roughly)\s+$",
)
_REACH = 20


def _left(found: re.Match[str], place: Place) -> int:
    return max(place.start, found.start() - _REACH)


def length(count: Number | None, code: str) -> str:
    """A length as TIMEX3 writes it; X where the count is open."""
    if code in {"F", "WE"}:
        count, code = (
            (None if count is None else count * (2 if code == "F" else 1)),
            "W" if code == "F" else "WE",
        )
    time = "T" if code.startswith("T") else ""
    number = "X" if count is None else tidy(count)
    return f"P{time}{number}{code.removeprefix('T') if time else code}"


def _one(found: re.Match[str], _: Place) -> Found:
    words = found["u"].lower()
    is_plural = words.endswith("s")
    return Found(length(None if is_plural else 1, _code(found)))


def _open(found: re.Match[str], _: Place) -> Found:
    return Found(length(None, _code(found)))
