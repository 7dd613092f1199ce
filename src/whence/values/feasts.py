"""Feasts and days with a name ("Christmas Eve", "Easter Sunday", "9/11") -> TIMEX3 values."""

from __future__ import annotations

import re
from datetime import date, timedelta

from whence.lexicon.times import time_words
from whence.values.absolute import year_of_day
from whence.values.grammar import FIGURE, YEAR, Found, Place, Rule, any_of, opens
from whence.values.relative import STEP, STEP_OPENS, step_of

_NO_NAME = r"(?!\s+(?:[A-Z][a-z]|trees?\b|cards?\b|eggs?\b|island\b)|[-’'](?:[A-Z]|\s?tree))"
_ATTACKS = r"(?:Sept(?:ember|\.)?\s+11(?:th)?(?:,?\s+2001,?)?|11\s+September)"
_NAME_BEFORE = re.compile(
    r"\b(?!(?:On|At|By|Before|After|Since|Until|In|Over|For|From|The|And|But|During|Around|When|With)\s)"
    r"[A-Z][a-z]+\s$"
)
_APRIL = 4


def feast_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    words = time_words()
    return [
        Rule(r"9/11\b(?!/)", _attacks, opens(FIGURE)),
        Rule(
            rf"{_ATTACKS}(?=\s+(?:(?:terrorist|terror|al-Qaeda)\s+)?(?:attacks?|hijack))",
            _attacks,
            opens("september", "sept", FIGURE),
        ),
        Rule(
            rf"(?:{STEP}\s+)?(?P<feast>(?=[A-Z])(?i:{any_of([*words.feasts, *words.easter])}))\b"
            rf"{_NO_NAME}(?:\s?,?\s+(?:of\s+)?(?P<y>{YEAR}))?",
            _feast,
            STEP_OPENS | opens(words.feasts, words.easter),
        ),
    ]


def _attacks(_: re.Match[str], __: Place) -> Found:
    return Found("2001-09-11")


def _feast(found: re.Match[str], place: Place) -> Found | None:
    """Of the year told; "last" and "next" count from the day of writing, else the tense does."""
    if _NAME_BEFORE.search(place.text[place.start : found.start()]):
        return None
    words = time_words()
    name = " ".join(found["feast"].lower().replace("’", "'").split())
    fixed = words.feasts.get(name)
    number, day = map(int, fixed.split("-")) if fixed else (_APRIL, 10)
    year = int(found["y"]) if found["y"] else _year(found, place, number, day)
    if year is None:
        return Found(None)
    if fixed:
        return Found(f"{year:04d}-{fixed}")
    return Found((easter(year) + timedelta(days=words.easter[name])).isoformat())


def _year(found: re.Match[str], place: Place, number: int, day: int) -> int | None:
    if place.base is None:
        return None
    step, here = step_of(found), (place.base.month, place.base.day)
    if step > 0:
        return place.base.year + (here >= (number, day))
    if step < 0:
        return place.base.year - (here <= (number, day))
    return place.base.year if found["step"] else year_of_day(found, place, number, day)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus, Astronomical Algorithms, 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    skipped = century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15
    moon = skipped % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
