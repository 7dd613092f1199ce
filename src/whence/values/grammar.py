"""Pieces of patterns for times -> the rules' shape and the fragments that rules share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.times import time_words

if TYPE_CHECKING:
    from datetime import date


class Place(NamedTuple):
    """What a rule may look at beside its own words.

    Attributes:
        base: The day that the words are read against; None where not known.
        start: First character of the sentence.
        end: First character after it.
        said: Value of the last day, month or year told shortly before; None without one.
    """

    text: str
    start: int
    end: int
    base: date | None
    said: str | None = None


class Found(NamedTuple):
    """A reading of some words.

    Attributes:
        value: None where the day to read against is missing.
        quantifier: As `Time` has it; `frequency` too.
    """

    value: str | None
    quantifier: str | None = None
    frequency: str | None = None


Read = Callable[[re.Match[str], Place], Found | None]


class Rule(NamedTuple):
    """One kind of expression.

    Attributes:
        pattern: With named groups; it starts where a word starts.
        read: None where the words are no time after all.
        opens: The first words, in lower case, of all that it matches; `FIGURE` for figures.
    """

    pattern: str
    read: Read
    opens: frozenset[str]


FIGURE = "#"
"""Stands for any word that starts with a figure."""


NOT_KNOWN = Found(None)
YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[,.]\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.:,/]\d)"
DASH = r"(?:\s?[-–—]\s?|\s+(?:to|and|or|through|until)\s+)"
PART = (
    r"(?:(?i:early|mid|late|earlier|later|(?:the\s+)?(?:end|start|beginning|middle)\s+of)[-\s]\s?"
    r"(?:in\s+)?)?"
)
PART_OPENS = frozenset({
    "early", "mid", "late", "earlier", "later", "the", "end", "start", "beginning", "middle",
})  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """An alternation of words, longest first, white space of any kind between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return (
        "(?:"
        + "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "[’']") for word in ordered)
        + ")"
    )


@cache
def month() -> str:
    """Month names with a capital, also shortened."""
    names = [name.capitalize() for name in time_words().months]
    names += [name.upper() for name in names]
    return any_of(names) + r"\b(?:\.(?=\s?\d|,|\s[a-z]))?"


@cache
def lent_year() -> re.Pattern[str]:
    """The year of "to August 2011" after "March"."""
    return re.compile(rf"{DASH}(?:(?:{DAY}\s+)?{month()}(?:\s?{DAY})?)\s?,?\s+(?:in\s+)?({YEAR})")


def year_lent(found: re.Match[str], place: Place) -> int | None:
    """The year that the end of a range gives its beginning."""
    lent = lent_year().match(place.text, found.end(), place.end)
    return int(lent[1]) if lent else None


@cache
def weekday() -> str:
    """Full weekday names with a capital."""
    names = [name.capitalize() for name in time_words().weekdays if name.endswith("day")]
    return any_of([*names, *(name.upper() for name in names)]) + r"\b"


@cache
def any_weekday() -> str:
    """Weekday names, also shortened, as they stand before a date."""
    return any_of(name.capitalize() for name in time_words().weekdays) + r"\b\.?"


@cache
def day_part() -> str:
    """Parts of a day."""
    return any_of(time_words().day_parts)


@cache
def season() -> str:
    """Seasons, with or without a capital."""
    return "(?i:" + any_of(time_words().seasons) + r")\b"


@cache
def unit() -> str:
    """Units of time, singular and plural."""
    return any_of(time_words().units) + r"\b"


def key(words: str) -> str:
    """A name as the lexicon writes it."""
    return words.rstrip(".").lower()


def month_number(words: str) -> int:
    """1 to 12."""
    return time_words().months[key(words)]


def day_number(words: str) -> int:
    """1 to 31, of "21" or "21st"."""
    return int(re.match(r"\d+", words)[0])  # type: ignore[index] # DAY starts with figures


def opens(*words: Iterable[str] | str) -> frozenset[str]:
    """First words in lower case: single ones, or of each phrase of a list the first word."""
    found: set[str] = set()
    for each in words:
        found |= {each} if isinstance(each, str) else {word.split()[0].lower() for word in each}
    return frozenset(found)


@cache
def ordinal_words() -> dict[str, int]:
    """Ordinals from "first" to "thirty-first" with their numbers."""
    ones = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
    names = [*ones, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"]
    names += ["sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]
    names += [f"twenty-{one}" for one in ones] + ["thirtieth", "thirty-first"]
    return {name: number for number, name in enumerate(names, 1)}
