"""Expressions told from the day of writing ("last week", "two days ago") -> TIMEX3 values."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from whence.lexicon.times import time_words
from whence.values.counts import count_opens, count_pattern, is_open, read_count
from whence.values.days import month_of, week_of
from whence.values.grammar import (
    NOT_KNOWN,
    PART,
    PART_OPENS,
    Found,
    Place,
    Read,
    Rule,
    day_part,
    key,
    opens,
    unit,
)
from whence.values.tense import Tense, tense_of

if TYPE_CHECKING:
    from whence.ledger.quantity import Number

STEP = r"(?P<step>(?i:this\s+past|this\s+coming|this|last|next|current))"
STEP_OPENS = frozenset({"this", "last", "next", "current"})
STEPS = {"this past": -1, "this coming": 1, "this": 0, "current": 0, "last": -1, "next": 1}

_DAY_OFFSETS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_FULL = "week|month|year|quarter|decade|century"
_LONG = {"Y": 12, "DE": 120, "CE": 1200, "M": 1, "Q": 3}
_SHORT = {"D": 1, "W": 7, "F": 14, "WE": 7}
_YEARS = {"DE": 10, "CE": 100}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_MIDWEEK = 4
_NOT_OF_NIGHT = (
    r"(?!\s+(?:stays?|trains?|bus(?:es)?|flights?|success|sensation|bags?|guests?|trips?|lows?)\b)"
)


def relative_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    counts = rf"(?P<n>{count_pattern()})"
    return [
        *_named_rules(),
        *_step_rules(),
        *_part_of_year_rules(),
        Rule(rf"{counts}[-\s]+(?P<u>{unit()})\s+(?P<way>ago|from\s+now)\b", _ago, count_opens()),
        Rule(rf"(?<=\b[Ii]n\s){counts}\s+(?P<u>{unit()})(?:[’']s?)?\s+time\b", _ago, count_opens()),
    ]


def _named_rules() -> list[Rule]:
    part = rf"(?:\s+(?P<part>{day_part()})\b)?"
    days = rf"(?i:{'|'.join(_DAY_OFFSETS)})"
    return [
        Rule(r"(?i:the\s+day\s+before\s+yesterday)\b", _day_offset(-2), opens("the")),
        Rule(r"(?i:the\s+day\s+after\s+tomorrow)\b", _day_offset(2), opens("the")),
        Rule(r"(?i:last\s+night)\b", _day_offset(-1, "NI"), opens("last")),
        Rule(
            rf"(?:(?i:early|late|earlier|later)\s+)?(?<!USA )(?P<day>{days})\b{part}",
            _named_day,
            opens(_DAY_OFFSETS, "early", "late", "earlier", "later"),
        ),
        Rule(
            rf"(?i:(?:(?:early|late|earlier|later)\s+)?this\s+(?P<part>{day_part()}))\b",
            _named_day,
            opens("this", "early", "late", "earlier", "later"),
        ),
        Rule(r"(?i:overnight)\b(?=\s+(?:on\s+)?[A-Z])", _overnight, opens("overnight")),
        Rule(
            rf"(?<!stay )(?<!stayed )(?<!staying )(?i:overnight)\b{_NOT_OF_NIGHT}",
            _day_offset(-1, "NI"),
            opens("overnight"),
        ),
    ]


def _step_rules() -> list[Rule]:
    begun = PART.removesuffix("?")
    return [
        Rule(
            rf"{PART}{STEP}\s+(?P<u>(?i:weekend|{_FULL}))\b(?!-)(?!\s+to\s+date)",
            _step,
            PART_OPENS | STEP_OPENS,
        ),
        Rule(
            r"(?i:the)\s+(?P<u>week|month|year|weekend)\s+(?P<two>before\s+last|after\s+next)\b",
            _two_steps,
            opens("the"),
        ),
        Rule(r"the\s+weekend\b", _weekend, opens("the")),
        Rule(
            rf"(?:{begun}the\s+|(?i:end|start|beginning)[-\s]of[-\s])"
            r"(?P<u>week|month|year|decade|century)\b(?!\s+of\b)",
            _step,
            PART_OPENS,
        ),
    ]


def _part_of_year_rules() -> list[Rule]:
    orders = "|".join(_QUARTERS)
    whole = r"(?P<step>the|this|the\s+current|last|next)\s+(?:financial\s+|fiscal\s+)?year"
    return [
        Rule(r"(?:the\s+)?year[-\s]end\b", _this_year, opens("the", "year")),
        Rule(
            rf"(?:the\s+)?(?P<q>(?i:{orders}))[-\s]quarter\b(?:\s+of\s+{whole}\b)?(?!\s+(?:of|final))",
            _bare_quarter,
            opens("the", _QUARTERS),
        ),
        Rule(
            r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ff]or\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\bits\s))Q(?P<q>[1-4])"
            r"\b(?!\s?[\d–=-])",
            _bare_quarter,
            opens("q"),
        ),
        Rule(
            rf"(?:the\s+)?(?P<h>first|second)\s+half\s+of\s+{whole}\b",
            _half_of_year,
            opens("the", "first", "second"),
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
    code, steps = time_words().units[found["u"].lower()], step_of(found)
    if code == "WE" and steps == 0 and place.base.isoweekday() <= _MIDWEEK:
        steps = -(tense_of(found, place) is Tense.PAST)
    return moved(place.base, code, steps)


def _two_steps(found: re.Match[str], place: Place) -> Found:
    if place.base is None:
        return NOT_KNOWN
    steps = -2 if found["two"].startswith("before") else 2
    return moved(place.base, time_words().units[found["u"].lower()], steps)


def _overnight(_: re.Match[str], __: Place) -> Found:
    """The night of the day that follows in the text."""
    return Found("TNI")


def _this_year(_: re.Match[str], place: Place) -> Found:
    return NOT_KNOWN if place.base is None else Found(f"{place.base.year:04d}")


def _year_of(found: re.Match[str], base: date) -> int:
    words = " ".join((found.groupdict().get("step") or "the").split())
    return base.year + {"last": -1, "next": 1}.get(words, 0)


def _bare_quarter(found: re.Match[str], place: Place) -> Found:
    """The quarter of the year told; without one the last that has begun, or the coming one."""
    base = place.base
    if base is None:
        return NOT_KNOWN
    number = _QUARTERS.get(found["q"].lower()) or int(found["q"])
    year = _year_of(found, base)
    if not found.groupdict().get("step"):
        here = (base.month - 1) // 3 + 1
        if tense_of(found, place) is Tense.FUTURE:
            year += number < here
        else:
            year -= number > here
    return Found(f"{year:04d}-Q{number}")


def _half_of_year(found: re.Match[str], place: Place) -> Found:
    if place.base is None:
        return NOT_KNOWN
    return Found(f"{_year_of(found, place.base):04d}-H{1 if found['h'] == 'first' else 2}")


def moved(base: date, code: str, steps: int) -> Found:
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
    """The day, week, month or year that many units from the day of writing."""
    is_ago = (found.groupdict().get("way") or "from now") == "ago"
    code = time_words().units[found["u"].lower()]
    count = read_count(found["n"])
    if count is None:
        vague = "PAST_REF" if is_ago else "FUTURE_REF"
        return Found(vague) if is_open(found["n"]) else None
    if place.base is None:
        return NOT_KNOWN
    steps = count * (-1 if is_ago else 1)
    if code.startswith("T"):
        return Found(place.base.isoformat()) if code != "TH" else _hours(place.base, steps)
    return moved_by(place.base, code, steps)


def moved_by(base: date, code: str, count: Number) -> Found:
    """So many units from a day, forth or back; decades and centuries are told in years."""
    years = _YEARS.get(code)
    if years:
        code, count = "Y", count * years
    if count != int(count) or not _can_move(base, code, int(count)):
        return NOT_KNOWN
    return moved(base, code, int(count))


def _hours(base: date, steps: Number) -> Found:
    return NOT_KNOWN if steps % 24 else day_found(base, int(steps // 24))


def _can_move(base: date, code: str, steps: int) -> bool:
    years = steps * (_LONG[code] / 12 if code in _LONG else _SHORT[code] / 365)
    return 1 < base.year + years < date.max.year - 1
