"""Dates that name their year, and those with a day of a month -> TIMEX3 values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from whence.lexicon.times import time_words
from whence.values.days import month_of
from whence.values.grammar import (
    DASH,
    DAY,
    FIGURE,
    NOT_KNOWN,
    PART,
    PART_OPENS,
    YEAR,
    Found,
    Place,
    Rule,
    any_of,
    any_weekday,
    day_number,
    day_part,
    key,
    month,
    month_number,
    opens,
    ordinal_words,
    season,
    year_lent,
)
from whence.values.tense import Tense, tense_of

if TYPE_CHECKING:
    import re

_ORDERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5,
    "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9,
}  # fmt: skip
_CENTURIES = {
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
_MONTHS_IN_YEAR = 12
_LONGEST_MONTH = 31
_ISO = (
    r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T\s](?P<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_SLASHED = r"(?P<a>\d{1,2})(?P<sep>[/.])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|(?<=/)\d\d)(?![\w/])"
_OF_MONTH = r"(?:\s+of\s+(?P<of>this|last|next)\s+month\b|(?=\s*[,.;]|$))"
FAR = 200
"""Days: what is further ahead is told with its year (ours, 2026-11, from news samples)."""


def absolute_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    return [*_day_rules(), *_period_rules(), *_decade_rules()]


def _day_rules() -> list[Rule]:
    named = rf"(?:(?i:last|next|this)\s+)?{any_weekday()}(?:\s+{day_part()})?\s?,?\s+"
    ahead = rf"(?:{named}(?:the\s+)?)?"
    of_year = rf"(?:\s?,?\s+(?:of\s+)?(?P<y>{YEAR}))?"
    part = rf"(?:\s+(?P<part>{day_part()})\b)?"
    names = opens(time_words().weekdays, "last", "next", "this")
    figures = names | opens(FIGURE)
    months = names | opens(time_words().months)
    word = rf"(?:the\s+)?(?P<o>(?i:{any_of(ordinal_words())}))\s+of\s+"
    name, day, last = rf"(?P<m>{month()})", rf"(?P<d>{DAY})", rf"(?P<d2>{DAY})"
    return [
        Rule(_ISO, _iso, opens(FIGURE)),
        Rule(rf"{ahead}{name}\s?{day}{DASH}{last}{of_year}", _days, months),
        Rule(rf"{ahead}{day}{DASH}{last}\s+{name}{of_year}", _days, figures),
        Rule(rf"{ahead}{name}\s?(?:the\s+)?{day}{of_year}{part}", _day, months),
        Rule(rf"{ahead}{day}[-\s](?:of\s+)?{name}(?:-(?P<y2>{YEAR}))?{of_year}", _day, figures),
        Rule(rf"{word}{name}{of_year}", _day, opens("the", "twenty", "thirty", ordinal_words())),
        Rule(_SLASHED, _slashed, opens(FIGURE)),
        Rule(
            rf"(?<=\b[Oo]n\s)the\s+(?P<d>\d{{1,2}}(?:st|nd|rd|th)){_OF_MONTH}",
            _bare_day,
            opens("the"),
        ),
    ]


def _period_rules() -> list[Rule]:
    months, seasons = opens(time_words().months), opens(time_words().seasons)
    quarter = r"(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)"
    orders = opens(_ORDERS, FIGURE, "the")
    return [
        Rule(
            rf"{PART}(?P<m>{month()})\s?,?\s*(?:(?:of|in)\s+)?(?P<y>{YEAR})",
            _month_year,
            months | PART_OPENS,
        ),
        Rule(
            rf"{PART}(?:the\s+)?(?P<s>{season()})\s+(?:of\s+)?(?P<y>{YEAR})",
            _season_year,
            seasons | PART_OPENS,
        ),
        Rule(rf"(?:the\s+)?{quarter}[-\s]quarter\s+(?:of\s+)?(?P<y>{YEAR})", _quarter, orders),
        Rule(rf"Q(?P<q>[1-4])\s+(?:of\s+)?(?P<y>{YEAR})", _quarter, opens("q")),
        Rule(rf"(?:the\s+)?(?P<h>first|second)\s+half\s+of\s+(?P<y>{YEAR})", _half, orders),
    ]


def _decade_rules() -> list[Rule]:
    figures = PART_OPENS | opens(FIGURE)
    return [
        Rule(rf"{PART}(?:the\s+)?{PART}(?P<y>(?:1[0-9]|20)\d)0[’']?s\b", _decade, figures),
        Rule(rf"(?:the\s+)?{PART}[’'‘](?P<short>[2-9])0[’']?s\b", _decade, figures),
        Rule(
            rf"the\s+{PART}(?:[Nn]ineteen[-\s])?(?P<name>(?i:{'|'.join(_DECADES)}))\b",
            _decade,
            opens("the"),
        ),
        Rule(
            rf"(?:the\s+)?{PART}(?P<c>\d{{1,2}}(?:st|nd|rd|th)|(?i:{'|'.join(_CENTURIES)}))"
            r"[-\s][Cc]entur(?:y|ies)\b",
            _century,
            figures | opens(_CENTURIES, "twenty"),
        ),
    ]


def _iso(found: re.Match[str], _: Place) -> Found | None:
    day = _date(int(found["y"]), int(found["m"]), int(found["d"]))
    if day is None or not found["clock"]:
        return day
    zone = found["zone"] or ""
    return Found(f"{day.value}T{found['clock']}{zone}")


def _date(year: int, number: int, day: int) -> Found | None:
    try:
        return Found(date(year, number, day).isoformat())
    except ValueError:
        return None


def _day(found: re.Match[str], place: Place) -> Found | None:
    groups = found.groupdict()
    year = groups["y"] or groups.get("y2")
    number, day = month_number(found["m"]), _number_of_day(groups)
    if _date(2000, number, day) is None:  # a year that has all days
        return None
    code = time_words().day_parts.get(groups.get("part") or "")
    if year:
        read = _date(int(year), number, day)
    else:
        guess = year_of_day(found, place, number, day)
        read = NOT_KNOWN if guess is None else _date(guess, number, day)
    return Found(f"{read.value}T{code}") if read and read.value and code else read


def _number_of_day(groups: dict[str, str | None]) -> int:
    words = groups.get("o")
    return ordinal_words()[words.lower()] if words else day_number(groups["d"] or "")


def _days(found: re.Match[str], place: Place) -> Found | None:
    number, first, last = month_number(found["m"]), day_number(found["d"]), day_number(found["d2"])
    if first >= last or _date(2000, number, last) is None:
        return None
    year = int(found["y"]) if found["y"] else year_of_day(found, place, number, first)
    if year is None:
        return NOT_KNOWN
    start, end = _date(year, number, first), _date(year, number, last)
    return Found(f"{start.value}/{end.value}") if start and end else None


def year_of_day(found: re.Match[str], place: Place, number: int, day: int) -> int | None:
    """The year of a day of a month that names none; None where the base is not known.

    The tense decides; without one, the nearest such day.
    """
    lent = year_lent(found, place)
    if lent is not None or place.base is None:
        return lent
    tense = tense_of(found, place)
    here = (place.base.month, place.base.day)
    coming = place.base.year + ((number, day) < here)
    if tense is Tense.FUTURE and (date(coming, number, min(day, 28)) - place.base).days <= FAR:
        return coming
    if tense is Tense.PAST:
        return place.base.year - ((number, day) > here)
    months = (number - place.base.month + 6) % _MONTHS_IN_YEAR - 6
    return place.base.year + (place.base.month - 1 + months) // _MONTHS_IN_YEAR


def _month_year(found: re.Match[str], _: Place) -> Found:
    return Found(f"{found['y']}-{month_number(found['m']):02d}")


def _season_year(found: re.Match[str], _: Place) -> Found:
    return Found(f"{found['y']}-{time_words().seasons[key(found['s'])]}")


def _quarter(found: re.Match[str], _: Place) -> Found:
    return Found(f"{found['y']}-Q{_ORDERS.get(found['q'], found['q'])}")


def _half(found: re.Match[str], _: Place) -> Found:
    return Found(f"{found['y']}-H{_ORDERS[found['h']]}")


def _slashed(found: re.Match[str], _: Place) -> Found | None:
    """Read where only one order of day and month can be; with full stops the day is first."""
    first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
    year += 2000 if len(found["y"]) == 2 else 0  # noqa: PLR2004 - two figures
    by_day, by_month = _date(year, second, first), _date(year, first, second)
    if found["sep"] == "." or first == second:
        return by_day
    if by_day and by_month:
        return NOT_KNOWN
    return by_day or by_month


def _bare_day(found: re.Match[str], place: Place) -> Found | None:
    """A day of the month told; without one the last such day, or the coming one by tense."""
    day, base = day_number(found["d"]), place.base
    if base is None or not 0 < day <= _LONGEST_MONTH:
        return NOT_KNOWN if base is None else None
    if found["of"]:
        later = {"last": -1, "this": 0, "next": 1}[found["of"]]
    else:
        is_coming = tense_of(found, place) is Tense.FUTURE
        later = int(day < base.day) if is_coming else -int(day > base.day)
    year, number = map(int, month_of(base, later).split("-"))
    return _date(year, number, day) or NOT_KNOWN


def _decade(found: re.Match[str], _: Place) -> Found:
    groups = found.groupdict()
    year = groups.get("y")
    if year:  # "the 1800s" are a century, "the 2000s" ten years
        return Found(year[:2] if year.endswith("0") and year != "200" else year)
    return Found(f"19{groups.get('short') or _DECADES[found['name'].lower()]}")


def _century(found: re.Match[str], _: Place) -> Found | None:
    words = found["c"].lower()
    number = _CENTURIES[words] if words in _CENTURIES else day_number(words)
    return Found(f"{number - 1:02d}") if number > 0 else None
