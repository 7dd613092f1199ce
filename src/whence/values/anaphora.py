"""Expressions told from a date in the text ("the next day", "two years later") -> TIMEX3 values.

The date is the last one told in the same sentence or shortly before; where there is none, or
none that is fine enough, the expression has no value.
"""

from __future__ import annotations

import re
from datetime import date

from whence.lexicon.times import time_words
from whence.values.counts import count_opens, count_pattern, is_open, read_count
from whence.values.grammar import (
    NOT_KNOWN,
    Found,
    Place,
    Rule,
    month,
    month_number,
    opens,
    unit,
)
from whence.values.relative import moved, moved_by

_FULL = "week|month|year|decade|century"
_PARTS = {"night": "NI", "morning": "MO", "afternoon": "AF", "evening": "EV"}
_TURNS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "same": 0, "very same": 0}
_WAYS = {
    "earlier": -1, "before": -1, "previously": -1,
    "later": 1, "after": 1, "afterwards": 1, "afterward": 1, "on": 1,
}  # fmt: skip
_SUBJECTS = r"(?!\s+(?:the|an?|his|her|its|their|this|that|it|he|she|they|we|[A-Z]))"
_BOUND = rf"(?:before|after){_SUBJECTS}(?=\s*[,.;)]|\s+(?:in|at|on|when|and|but)\b|$)"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!/)")
_MONTH = re.compile(r"(\d{4})-(\d\d)(?![\d/])")
_YEAR = re.compile(r"(\d{4})(?![\d/])")
_YEARS = frozenset({"Y", "DE", "CE"})
_DURING = re.compile(r"\b(?:[Ff]or|[Oo]ver|[Ww]ithin|[Dd]uring|[Ii]n)\s+$")


def anaphora_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    units = rf"(?P<u>day|{'|'.join(_PARTS)}|{_FULL})"
    that = r"(?:that|the)(?:\s+(?:very\s+)?same)?"
    counted = rf"(?P<n>{count_pattern()})[-\s]+(?P<u>{unit()})\s+"
    ways = rf"(?P<way>earlier|later|afterwards?|previously|{_BOUND})"
    turned = rf"(?i:the\s+(?P<turn>{'|'.join(_TURNS)})\s+{units})\b(?!\s+\w+s\b)"
    same = rf"(?i:that\s+(?:(?:very\s+)?same\s+)?{units})\b(?!-)(?!\s+\w+s\b)"
    month_of = rf"(?P<m>{month()})\s+(?:(?:of|in)\s+)?{that}\s+year\b"
    return [
        Rule(month_of, _month_of, opens(time_words().months)),
        Rule(counted + ways, _counted, count_opens()),
        Rule(rf"(?i:the)\s+{units}\s+(?P<way>earlier|later|{_BOUND})", _beside, opens("the")),
        Rule(turned, _turned, opens("the")),
        Rule(same, _same, opens("that")),
    ]


def _month_of(found: re.Match[str], place: Place) -> Found:
    base = _base(place.said, "Y")
    return Found(f"{base.year:04d}-{month_number(found['m']):02d}") if base else NOT_KNOWN


def _counted(found: re.Match[str], place: Place) -> Found | None:
    count = read_count(found["n"])
    if count is None:
        return NOT_KNOWN if is_open(found["n"]) else None
    way = _WAYS[found["way"]]
    code = time_words().units[found["u"].lower()]
    base = _base(place.said, code)
    return moved_by(base, code, count * way) if base else NOT_KNOWN


def _beside(found: re.Match[str], place: Place) -> Found:
    return _offset(found["u"].lower(), _WAYS[found["way"]], place)


def _turned(found: re.Match[str], place: Place) -> Found | None:
    """Not "in the next year", which is a length."""
    turn = " ".join(found["turn"].lower().split())
    before = place.text[max(place.start, found.start() - 8) : found.start()]
    if turn == "next" and _DURING.search(before):
        return None
    return _offset(found["u"].lower(), _TURNS[turn], place)


def _same(found: re.Match[str], place: Place) -> Found | None:
    """Not where no date was told: "that day" may be any."""
    return _offset(found["u"].lower(), 0, place) if place.said else None


def _offset(name: str, steps: int, place: Place) -> Found:
    part = _PARTS.get(name)
    code = "D" if part or name == "day" else time_words().units[name]
    base = _base(place.said, code)
    if base is None:
        return NOT_KNOWN
    found = moved(base, code, steps) if code != "DE" or not steps else moved_by(base, code, steps)
    return Found(f"{found.value}T{part}") if part and found.value else found


def _base(said: str | None, code: str) -> date | None:
    """A day to count from, where what was said is fine enough for the unit."""
    patterns = [_DAY]
    patterns += [_MONTH] if code in {"M", "Q", *_YEARS} else []
    patterns += [_YEAR] if code in _YEARS else []
    for pattern in patterns if not code.startswith("T") else ():
        found = pattern.match(said or "")
        if found:
            year, month, day = (*map(int, found.groups()), 1, 1)[:3]
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None
