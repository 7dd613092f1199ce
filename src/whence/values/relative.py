"""Expressions told from the day of writing ("last week", "two days ago") -> TIMEX3 values."""

from __future__ import annotations

import re
from datetime import date, timedelta

from whence.lexicon.times import time_words
from whence.values.counts import count_pattern, read_count
from whence.values.days import month_of, week_of
from whence.values.grammar import NOT_KNOWN, PART, Found, Place, Read, Rule, day_part, key, unit

STEP = r"(?P<step>(?i:this\s+past|this\s+coming|this|last|next|current))"
STEPS = {"this past": -1, "this coming": 1, "this": 0, "current": 0, "last": -1, "next": 1}

_DAY_OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_FULL = "week|month|year|quarter|decade|century"
_SUBJECTS = r"(?!\s+(?:the|an?|his|her|its|their|this|that|it|he|she|they|we|[A-Z]))"
_LONG = {"Y": 12, "DE": 120, "CE": 1200, "M": 1, "Q": 3}
_SHORT = {"D": 1, "W": 7, "F": 14, "WE": 7}
_DECADE = 10


def relative_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    part = rf"(?:\s+(?P<part>{day_part()})\b)?"
    ways = (
        r"(?P<way>ago|from\s+now|earlier|later|afterwards?|previously"
        rf"|(?:before|after){_SUBJECTS}(?=\s*[,.;)]|\s+(?:in|at|on|when)\b|$))"
    )
    begun = PART.removesuffix("?")
    return [
        Rule(r"(?i:the\s+day\s+before\s+yesterday)\b", _day_offset(-2)),
        Rule(r"(?i:the\s+day\s+after\s+tomorrow)\b", _day_offset(2)),
        Rule(r"(?i:last\s+night)\b", _day_offset(-1, "NI")),
        Rule(rf"(?<!USA )(?P<day>(?i:yesterday|today|tonight|tomorrow))\b{part}", _named_day),
        Rule(rf"(?i:this\s+(?P<part>{day_part()}))\b", _named_day),
        Rule(rf"{PART}{STEP}\s+(?P<u>(?i:weekend|{_FULL}))\b(?!-)(?!\s+to\s+date)", _step),
        Rule(r"the\s+weekend\b", _weekend),
        Rule(rf"{begun}(?:the\s+)(?P<u>week|month|year|decade|century)\b(?!\s+of\b)", _step),
        Rule(rf"(?P<n>{count_pattern()})[-\s]+(?P<u>{unit()})\s+{ways}", _ago),
        Rule(
            rf"(?<=\b[Ii]n\s)(?P<n>{count_pattern()})\s+(?P<u>{unit()})(?:[’']s?)?\s+time\b", _ago
        ),
        Rule(
            rf"(?i:the\s+(?P<turn>next|following|previous|same|preceding)\s+"
            rf"(?:day|night|morning|afternoon|evening|{_FULL}))\b(?!\s+\w+s\b)",
            _anaphor,
        ),
    ]


def _day_offset(days: int, part: str = "") -> Read:
    def read(_: re.Match[str], place: Place) -> Found:
        return day_found(place.base, days, part)

    return read


def day_found(base: date | None, days: int, part: str = "") -> Found:
    """The day that many days after the base, with a part of the day."""
    if base is None:
        return NOT_KNOWN
    day = (base + timedelta(days=days)).isoformat()
    return Found(f"{day}T{part}" if part else day)


def _named_day(found: re.Match[str], place: Place) -> Found:
    groups = found.groupdict()
    name = key(groups.get("day") or "today")
    part = time_words().day_parts.get((groups["part"] or "").lower(), "")
    return day_found(place.base, _DAY_OFFSETS[name], part or ("NI" if name == "tonight" else ""))


def step_of(found: re.Match[str]) -> int:
    """-1, 0 or 1 for "last", "this", "next"; 0 where no such word stands."""
    words = found.groupdict().get("step")
    return STEPS[" ".join(words.lower().split())] if words else 0


def _step(found: re.Match[str], place: Place) -> Found:
    if place.base is None:
        return NOT_KNOWN
    return _moved(place.base, time_words().units[found["u"].lower()], step_of(found))


def _moved(base: date, code: str, steps: int) -> Found:
    """The week, month, ... that many after the one of the base."""
    if code == "WE":
        return Found(week_of(base + timedelta(days=7 * steps)) + "-WE")
    if code in _SHORT:
        day = base + timedelta(days=_SHORT[code] * steps)
        return Found(day.isoformat() if code == "D" else week_of(day))
    if code == "M":
        return Found(month_of(base, steps))
    if code == "Q":
        quarters = base.year * 4 + (base.month - 1) // 3 + steps
        return Found(f"{quarters // 4:04d}-Q{quarters % 4 + 1}")
    year = base.year + steps * _LONG[code] // 12
    if not 0 < year <= date.max.year:
        return NOT_KNOWN
    return Found(f"{year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[code]])


def _weekend(_: re.Match[str], place: Place) -> Found:
    """The last weekend that has begun."""
    if place.base is None:
        return NOT_KNOWN
    saturday = place.base - timedelta(days=(place.base.weekday() - 5) % 7)
    return Found(week_of(saturday) + "-WE")


def _ago(found: re.Match[str], place: Place) -> Found | None:
    """The day, week, month or year; earlier and later tell of a day that is not looked for."""
    way = (found.groupdict().get("way") or "from now").split()[0]
    code = time_words().units[found["u"].lower()]
    count = read_count(found["n"])
    if way not in {"ago", "from"}:
        return NOT_KNOWN
    if count is None:
        return Found("PAST_REF" if way == "ago" else "FUTURE_REF")
    if place.base is None:
        return NOT_KNOWN
    steps = int(count) * (-1 if way == "ago" else 1)
    if code.startswith("T"):
        return Found(place.base.isoformat()) if code != "TH" else _hours(place.base, steps)
    if count != int(count) or not _can_move(place.base, code, steps):
        return NOT_KNOWN
    return _moved(place.base, code, steps)


def _hours(base: date, steps: int) -> Found:
    return NOT_KNOWN if steps % 24 else day_found(base, steps // 24)


def _can_move(base: date, code: str, steps: int) -> bool:
    years = steps * (_LONG[code] / 12 if code in _LONG else _SHORT[code] / 365)
    return 1 < base.year + years < date.max.year - 1


_DURING = re.compile(r"\b(?:[Ff]or|[Oo]ver|[Ww]ithin|[Dd]uring|[Ii]n)\s+$")


def _anaphor(found: re.Match[str], place: Place) -> Found | None:
    """A day told from another day of the text, which is not looked for; not "in the next year"."""
    before = place.text[max(place.start, found.start() - 8) : found.start()]
    is_length = found["turn"].lower() == "next" and _DURING.search(before)
    return None if is_length else NOT_KNOWN
