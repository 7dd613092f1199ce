"""Weekdays, months, seasons and years that stand alone -> TIMEX3 values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from whence.lexicon.quantities import count_words
from whence.lexicon.times import time_words
from whence.values.days import month_of
from whence.values.grammar import (
    FIGURE,
    NOT_KNOWN,
    PART,
    PART_OPENS,
    YEAR,
    Found,
    Place,
    Rule,
    day_part,
    key,
    month,
    month_number,
    opens,
    season,
    weekday,
    year_lent,
)
from whence.values.relative import STEP, STEP_OPENS, day_found, step_of
from whence.values.tense import Tense, tense_of

if TYPE_CHECKING:
    from datetime import date

_NAMED_DAYS = r"(?<!Black )(?<!Good )(?<!Bloody )(?<!Ash )(?<!Super )(?<!Cyber )(?<!Palm )"
_PAPERS = r"(?!\s+(?:Group|Times|Telegraph|Mirror|Mail|Express|Night\s+Live|Herald|Post)\b)"
_NO_NAME = r"(?!\s+[A-Z][a-z]|[-’']\s?[A-Z])"
_IN = ("in", "In", "since", "Since", "until", "during", "During", "late", "early", "till")
_OF = (
    "as",
    "between",
    "and",
    "by",
    "By",
    "of",
    "from",
    "From",
    "after",
    "After",
    "before",
    "Before",
    "for",
    "through",
    "to",
)
_COMPOUND = r"(?!-(?:strong|member|foot|mile|met|km|seat|page|plus|odd|pound|acre|man|person|ton))"
_SEASON_FIRST = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_FAR = 2
"""Months: one that has been so lately is not the coming one without "next"."""

_HALF_YEAR = 6
_LONG_RANGE = 150
"""Years: figures further apart are a range of another thing."""

_VOTE = re.compile(r"(?:[’']s)?\s+(?:elections?|midterms?|vote|ballot|referendum|summit|polls)\b")
_YOUNG = 40
_OLD = 1500
"""Bare figures below need a preposition of time to be a year."""


def bare_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    return [*_weekday_rules(), *_month_rules(), *_year_rules()]


def _weekday_rules() -> list[Rule]:
    part = rf"(?:\s+(?P<part>{day_part()})\b)?"
    days = opens(time_words().weekdays)
    return [
        Rule(rf"(?P<w>{weekday()[:-2]})s\b(?![’'])", _weekdays, opens(f"{day}s" for day in days)),
        Rule(
            rf"(?:(?i:early|late)\s+(?:on\s+)?)?(?:{STEP}\s+)?{_NAMED_DAYS}(?P<w>{weekday()})"
            rf"{part}{_PAPERS}(?!\s+the\s+\d)",
            _weekday,
            days | STEP_OPENS | opens("early", "late"),
        ),
    ]


def _month_rules() -> list[Rule]:
    alone = "|".join(name.capitalize() for name in sorted(time_words().months_alone))
    begun = PART.removesuffix("?")
    months, steps = opens(time_words().months), PART_OPENS | STEP_OPENS
    since = r"(?:(?<=\b[Ii]n\s)|(?<=\b[Bb]y\s)|(?<=\b[Ss]ince\s))"
    of_step = r"\s+(?:of\s+)?(?P<of>last|this|next)\s+year\b"
    return [
        Rule(rf"{PART}(?P<m>{month()}){of_step}", _month_of_step, months | PART_OPENS),
        Rule(rf"{PART}{STEP}\s+(?P<m>{month()})(?!\s+\d)", _month, steps),
        Rule(rf"{PART}{STEP}\s+(?P<s>{season()})", _season, steps),
        Rule(rf"{begun}(?P<m>{month()}){_NO_NAME}(?!\s+\d)", _month, PART_OPENS),
        Rule(rf"(?:{_after(_IN)})(?P<m>{month()}){_NO_NAME}", _month, months),
        Rule(rf"(?:{_after(_OF)})(?P<m>(?!May\b){month()}){_NO_NAME}", _month, months),
        Rule(rf"(?P<m>{alone})\b{_NO_NAME}", _month, months),
        Rule(
            rf"{since}{PART}(?:the\s+)?{PART}(?P<s>{season()})(?=\s*[,.;]|$)",
            _bare_season,
            PART_OPENS | opens(time_words().seasons),
        ),
    ]


def _year_rules() -> list[Rule]:
    figures = PART_OPENS | opens(FIGURE)
    return [
        Rule(rf"{PART}(?P<y>{YEAR})[-–/](?P<y2>{YEAR}|\d\d)(?![\w–/-])", _years, figures),
        Rule(rf"{PART}(?P<y>{YEAR})(?![A-Za-z]){_COMPOUND}", _year, figures),
        Rule(r"(?<=\b[Ii]n\s)[’'‘](?P<short>\d\d)\b(?![’'])", _short_year, opens(FIGURE)),
        Rule(rf"(?:mid|pre|post)-(?P<y>{YEAR})(?!\w)", _year, opens("mid", "pre", "post")),
    ]


def _after(words: tuple[str, ...]) -> str:
    return "|".join(rf"(?<=\b{word}\s)" for word in words)


def _weekdays(found: re.Match[str], _: Place) -> Found:
    return Found(f"XXXX-WXX-{time_words().weekdays[key(found['w'])]}")


def _weekday(found: re.Match[str], place: Place) -> Found:
    """The latest such day, that of the base included; the coming one where the tense says so."""
    if place.base is None:
        return NOT_KNOWN
    number = time_words().weekdays[key(found["w"])]
    part = time_words().day_parts.get(found["part"] or "", "")
    back = (place.base.isoweekday() - number) % 7
    step = step_of(found)
    if step > 0 or (not found["step"] and _is_coming(found, place)):
        return day_found(place.base, -back + 7 if step > 0 or back else 0, part)
    if step < 0:
        return day_found(place.base, -(back or 7), part)
    if found["step"]:
        return day_found(place.base, number - place.base.isoweekday(), part)
    return day_found(place.base, -back, part)


def _is_coming(found: re.Match[str], place: Place) -> bool:
    is_owner = place.text[found.end() : found.end() + 2] in {"'s", "’s"}
    return not is_owner and tense_of(found, place) is Tense.FUTURE


def _month(found: re.Match[str], place: Place) -> Found:
    """The latest such month, that of the base included; the coming one by tense or "next"."""
    year = year_lent(found, place)
    if year is not None:
        return Found(f"{year}-{month_number(found['m']):02d}")
    if place.base is None:
        return NOT_KNOWN
    number = month_number(found["m"])
    return Found(month_of(place.base, _months_off(found, place, place.base, number)))


def _month_of_step(found: re.Match[str], place: Place) -> Found:
    if place.base is None:
        return NOT_KNOWN
    year = place.base.year + {"last": -1, "this": 0, "next": 1}[found["of"]]
    return Found(f"{year:04d}-{month_number(found['m']):02d}")


def _months_off(found: re.Match[str], place: Place, base: date, number: int) -> int:
    back = (base.month - number) % 12
    step = step_of(found)
    if step > 0:
        return 12 - back
    if step < 0:
        return -(back or 12)
    if found.groupdict().get("step"):
        return number - base.month
    is_vote = _VOTE.match(place.text, found.end(), place.end)
    if is_vote and back > _HALF_YEAR and tense_of(found, place) is not Tense.PAST:
        return 12 - back
    if back > _FAR and tense_of(found, place) is Tense.FUTURE:
        return 12 - back
    return -back


def _season(found: re.Match[str], place: Place) -> Found:
    """The season of this, the last or the next year that is nearest on that side."""
    if place.base is None:
        return NOT_KNOWN
    code = time_words().seasons[key(found["s"])]
    first = _SEASON_FIRST[code]
    is_begun = place.base.month >= first
    year = place.base.year
    step = step_of(found)
    if step < 0:
        is_over = place.base.month >= first + 3
        year -= 0 if is_over else 1
    elif step > 0:
        year += 1 if is_begun else 0
    elif code == "WI" and place.base.month <= 2:  # noqa: PLR2004 - the winter that began in December
        year -= 1
    return Found(f"{year:04d}-{code}")


def _bare_season(found: re.Match[str], place: Place) -> Found:
    """The season that is, or the last one; the coming one where the tense says so."""
    if place.base is None:
        return NOT_KNOWN
    code = time_words().seasons[key(found["s"])]
    first, year = _SEASON_FIRST[code], place.base.year
    if tense_of(found, place) is Tense.FUTURE:
        return Found(f"{year + (place.base.month >= first + 3):04d}-{code}")
    return Found(f"{year - (place.base.month < first):04d}-{code}")


def _years(found: re.Match[str], _: Place) -> Found | None:
    first, last = found["y"], found["y2"]
    last = first[:2] + last if len(last) == 2 else last  # noqa: PLR2004 - two figures
    return Found(f"{first}/{last}") if 0 < int(last) - int(first) < _LONG_RANGE else None


def _year(found: re.Match[str], place: Place) -> Found | None:
    before = place.text[max(place.start, found.start() - 40) : found.start("y")]
    if _counts(place.text[found.end() : place.end], before):
        return None
    if int(found["y"]) < _OLD and not _OLD_YEARS.search(before):
        return None
    return Found(found["y"])


def _short_year(found: re.Match[str], _: Place) -> Found:
    """Of the 2000s below 40, else of the 1900s."""
    return Found(f"{'20' if int(found['short']) < _YOUNG else '19'}{found['short']}")


_OLD_YEARS = re.compile(r"\b(?i:in|since|until|by|of|from|around|circa|before|after|the year)\s+$")
_OWNER = re.compile(
    r"(?:\b(?i:the|an?|its|their|his|her|our|in|since|during|for|late|early)|[’']s)\s+$"
)
_PREVIOUS = re.compile(r"([\w.]+)\s+$")
_NEXT = re.compile(r"\s+([\w%°-]+)(?:\s+([\w]+))?")
_AGES = ("year", "years", "year-old")
_CUES = re.compile(
    r"(?:\b(?i:at least|up to|as many as|as much as|more than|fewer than|less than|some"
    r"|nearly|almost)\s+"
    r"|[$€£#№]\s?|\b[Nn]os?\.?\s)$",
)


def _counts(after: str, before: str) -> bool:
    """Whether the figures count or name something."""
    if _CUES.search(before) or after.startswith("%"):
        return True
    previous = _PREVIOUS.search(before)
    words = count_words()
    if (
        previous
        and previous[1].rstrip(".").lower() in words.designators
        and previous[1][0].isupper()
    ):
        return previous[1] not in {"In", "Us", "By", "No"}
    following = _NEXT.match(after)
    if not following:
        return False
    if following[1] in words.measures or following[1].lower() in {*words.percent, *_AGES}:
        return True
    return not _OWNER.search(before) and any(
        word is not None and word.lower() in words.nouns for word in following.groups()
    )
