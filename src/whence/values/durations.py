"""Lengths of time, repeated times, clock times and vague times -> TIMEX3 values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.lexicon.times import time_words
from whence.values.counts import count_pattern, read_count
from whence.values.grammar import DASH, Found, Place, Read, Rule, any_of, unit, weekday
from whence.values.numerals import any_number, tidy

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

_SETS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX",
    "weekday": "XXXX-WXX-WD", "weekdays": "XXXX-WXX-WD",
    "weekend": "XXXX-WXX-WE", "weekends": "XXXX-WXX-WE",
    "night": "XXXX-XX-XXTNI", "morning": "XXXX-XX-XXTMO",
    "evening": "XXXX-XX-XXTEV", "afternoon": "XXXX-XX-XXTAF",
}  # fmt: skip
_HALVES = {"Y": "P6M", "TH": "PT30M", "D": "PT12H", "DE": "P5Y", "CE": "P50Y", "TM": "PT30S"}
_PLURAL_UNITS = "minutes|hours|days|nights|weeks|months|years|decades|centuries|weekends"
_LENGTH_WORDS = "for|For|within|Within|in|lasted|lasting|spent|took|taken|over|after|After|of"
_ZONES = r"GMT|UTC|BST|CET|CEST|EST|EDT|ET|PST|PDT|MSK|IST|JST|KST|local\s+time"
_NOT_AGE = r"(?![-\s]+olds?\b)(?!\s+of\s+age\b)(?![’']?\s+(?:older|younger)\b)"
_NOON = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
_MINUTES = 60
_HALF_DAY = 12
_DAY_HOURS = 24


def duration_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    words = time_words()
    return [
        Rule(
            rf"(?:(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d)(?::\d\d)?)?\s?(?P<half>[apAP])(?:\.\s?[mM]\.|[mM])(?![-\w])"
            rf"|(?P<h2>\d{{1,2}}):(?P<m2>\d\d)(?::\d\d)?(?![\d:])"
            rf"|(?P<h3>[01]\d|2[0-3])(?P<m3>[0-5]\d)(?=\s+(?:{_ZONES}|hours\b))"
            r"|(?P<name>noon|midday|midnight)\b)"
            rf"(?:\s+(?:\(\s?)?(?P<zone>{_ZONES})\b)?",
            _clock,
        ),
        Rule(
            rf"(?i:(?:every|each)\s+(?:single\s+)?(?P<set>{'|'.join(_SETS)}|(?P<w>{weekday()})))\b",
            _set,
        ),
        Rule(r"(?P<set>weekdays|weekends)\b", _set),
        Rule(rf"(?i:recent\s+(?:{_PLURAL_UNITS}))\b", _vague("PAST_REF")),
        Rule(rf"(?i:(?:the\s+)?coming\s+(?:{_PLURAL_UNITS}))\b", _vague("FUTURE_REF")),
        Rule(
            r"(?i:the\s+(?:past|last|next|coming|previous|following|first)\s+)"
            rf"(?P<n>{count_pattern()})[-\s]+(?P<u>{unit()})",
            _length,
        ),
        Rule(rf"(?i:the\s+(?:past|last|next|coming))\s+(?P<u>{unit()})", _one),
        Rule(
            rf"(?P<from>{any_number()}{DASH})?(?P<n>{count_pattern()})(?:[-\s]+|[-\s]+(?:more|full|long|straight|consecutive)\s+)"
            rf"(?P<u>{unit()})(?:-?long)?{_NOT_AGE}",
            _length,
        ),
        Rule(rf"(?P<u>{unit()})-?long\b", _one),
        Rule(rf"(?:{_after(_LENGTH_WORDS)})(?P<u>{_PLURAL_UNITS})\b(?!-)", _open),
        Rule(rf"(?P<u>(?i:{_PLURAL_UNITS}))(?=\s+of\b)", _open),
        Rule(rf"(?i:{any_of(words.past)})\b", _vague("PAST_REF")),
        Rule(rf"(?i:{any_of(words.present)})\b", _vague("PRESENT_REF")),
        Rule(rf"(?i:{any_of(words.future)})\b(?!\s+as\b)(?!er)", _vague("FUTURE_REF")),
    ]


def _after(words: str) -> str:
    return "|".join(rf"(?<=\b{word}\s)" for word in words.split("|"))


def _vague(value: str) -> Read:
    def read(_: re.Match[str], __: Place) -> Found:
        return Found(value)

    return read


def _set(found: re.Match[str], _: Place) -> Found:
    name = found["set"].lower()
    if name in _SETS:
        return Found(_SETS[name])
    return Found(f"XXXX-WXX-{time_words().weekdays[name]}")


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
    if words in {"a", "an", "one"} and not _LENGTH.search(
        place.text, _left(found, place), found.start()
    ):
        return None
    if _PARTS.fullmatch(found["u"]) and _OF_OR_NOUN.match(place.text, found.end(), place.end):
        return None
    if words in {"half a", "half an"}:
        return Found(_HALVES[code]) if code in _HALVES else None
    is_range = found.groupdict().get("from")
    return Found(_duration(None if is_range else read_count(words), code))


_PARTS = re.compile(r"quarters?|second")
_OF_OR_NOUN = re.compile(r"\s+[a-z]")
_LENGTH = re.compile(
    r"\b(?i:for|in|within|after|over|about|around|nearly|almost|than|least|under|lasts?|lasted|lasting|spent"
    r"|took|takes|every|just|only|up\s+to|some|roughly)\s+$",
)
_REACH = 20


def _left(found: re.Match[str], place: Place) -> int:
    return max(place.start, found.start() - _REACH)


def _duration(count: Number | None, code: str) -> str:
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
    return Found(_duration(None if is_plural else 1, _code(found)))


def _open(found: re.Match[str], _: Place) -> Found:
    return Found(_duration(None, _code(found)))
