"""Repeated times ("every Friday", "twice a week", "daily") -> TIMEX3 sets."""

from __future__ import annotations

import re

from whence.lexicon.times import time_words
from whence.values.counts import count_pattern, is_open, read_count
from whence.values.durations import length
from whence.values.grammar import (
    FIGURE,
    Found,
    Place,
    Rule,
    any_of,
    key,
    month,
    opens,
    ordinal_words,
    season,
    unit,
    weekday,
)

_EVERY = "EVERY"
_SETS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX",
    "weekday": "XXXX-WXX-WD", "weekdays": "XXXX-WXX-WD",
    "weekend": "XXXX-WXX-WE", "weekends": "XXXX-WXX-WE",
    "night": "XXXX-XX-XXTNI", "morning": "XXXX-XX-XXTMO",
    "evening": "XXXX-XX-XXTEV", "afternoon": "XXXX-XX-XXTAF",
}  # fmt: skip
_ADVERBS = {
    "daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "monthly": "XXXX-XX", "yearly": "XXXX",
    "annually": "XXXX", "nightly": "XXXX-XX-XXTNI", "hourly": "PT1H", "fortnightly": "P2W",
}  # fmt: skip
_TIMES = {"once": "1X", "twice": "2X", "thrice": "3X"}
_OTHER = {"other": 2, "second": 2}


def set_rules() -> list[Rule]:
    """The rules, those of longer expressions first."""
    names = "|".join(_SETS)
    every = opens("every", "each")
    orders = any_of([*_OTHER, *ordinal_words()])
    return [
        Rule(
            rf"(?i:(?P<times>{'|'.join(_TIMES)}|{count_pattern()}\s+times)\s+"
            rf"(?:an?|per|each|every))\s+(?P<u>{unit()})",
            _rate,
            opens(_TIMES, FIGURE, "several", "many", "a", _small_numbers()),
        ),
        Rule(
            rf"(?i:(?:every|each)\s+(?:single\s+)?(?P<set>{names}|(?P<w>{weekday()})))\b(?!\s+or\b)",
            _set,
            every,
        ),
        Rule(rf"[Ee](?:very|ach)\s+(?P<m>{month()})", _month, every),
        Rule(rf"[Ee](?:very|ach)\s+(?P<s>{season()})", _season, every),
        Rule(rf"(?i:every\s+(?P<o>{orders}))\s+(?P<w>{weekday()})", _other_day, every),
        Rule(rf"(?i:every\s+(?P<o>{orders}))\s+(?P<u>{unit()})", _other, every),
        Rule(rf"(?i:every\s+(?:(?P<n>{count_pattern()})\s+)?)(?P<u>{unit()})", _every, every),
        Rule(r"(?P<set>weekdays|weekends)\b", _plural, opens("weekdays", "weekends")),
        Rule(rf"(?P<set>{'|'.join(_ADVERBS)})\b(?!-)", _adverb, opens(_ADVERBS)),
    ]


def _small_numbers() -> tuple[str, ...]:
    return ("three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds")


def _rate(found: re.Match[str], _: Place) -> Found | None:
    words = found["times"].lower()
    often = _TIMES.get(words)
    if often is None:
        count = re.sub(r"\s+times$", "", words)
        number = read_count(count)
        if number is None and not is_open(count):
            return None
        often = "XX" if number is None else f"{number}X"
    return Found(length(1, _code(found)), frequency=often)


def _code(found: re.Match[str]) -> str:
    return time_words().units[found["u"].lower()]


def _set(found: re.Match[str], _: Place) -> Found:
    name = found["set"].lower()
    if name in _SETS:
        return Found(_SETS[name], _EVERY)
    return Found(f"XXXX-WXX-{time_words().weekdays[name]}", _EVERY)


def _plural(found: re.Match[str], _: Place) -> Found:
    return Found(_SETS[found["set"].lower()])


def _adverb(found: re.Match[str], _: Place) -> Found:
    return Found(_ADVERBS[found["set"]], _EVERY)


def _month(found: re.Match[str], _: Place) -> Found:
    return Found(f"XXXX-{time_words().months[key(found['m'])]:02d}", _EVERY)


def _season(found: re.Match[str], _: Place) -> Found:
    return Found(f"XXXX-{time_words().seasons[key(found['s'])]}", _EVERY)


def _step(words: str) -> int:
    return _OTHER.get(words.lower()) or ordinal_words()[words.lower()]


def _other_day(found: re.Match[str], _: Place) -> Found:
    day = time_words().weekdays[key(found["w"])]
    return Found(f"XXXX-WXX-{day}", _EVERY, f"1X{_step(found['o'])}W")


def _other(found: re.Match[str], _: Place) -> Found:
    return Found(length(_step(found["o"]), _code(found)), _EVERY)


def _every(found: re.Match[str], _: Place) -> Found | None:
    words = found["n"]
    count = read_count(words) if words else 1
    if words and count is None and not is_open(words):
        return None
    return Found(length(count, _code(found)), _EVERY)
