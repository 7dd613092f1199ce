"""times.toml -> the words by which times are told, with their numbers and codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The word lists of times; keys are in lower case.

    Attributes:
        months: 1 to 12.
        months_alone: Those that need no words around them to be read as months.
        weekdays: 1 (Monday) to 7.
        seasons: TIMEX3 codes ("SU").
        day_parts: TIMEX3 codes ("MO").
        units: ISO 8601 letters, those of parts of a day after a T; singular and plural.
        feasts: Feasts of one day of the year, as "12-25".
        easter: Feasts told from Easter Sunday, with the days after it.
        past: Words for PAST_REF; `present` and `future` likewise.
        cues_future: Words before a bare month or weekday that make it the coming one.
        cues_past: Words that make it the one before.
    """

    months: dict[str, int]
    months_alone: frozenset[str]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    day_parts: dict[str, str]
    units: dict[str, str]
    feasts: dict[str, str]
    easter: dict[str, int]
    past: tuple[str, ...]
    present: tuple[str, ...]
    future: tuple[str, ...]
    cues_future: tuple[str, ...]
    cues_past: tuple[str, ...]


@cache
def time_words() -> TimeWords:
    """The lists, read once."""
    path = files("whence.lexicon") / "data" / "times.toml"
    lists = loads(path.read_text(encoding="utf-8"))
    forms = lists["plurals"]["forms"]
    units = dict(lists["units"]["codes"])
    units |= {forms.get(name, f"{name}s"): code for name, code in units.items()}
    return TimeWords(
        months=lists["months"]["numbers"],
        months_alone=frozenset(word.lower() for word in lists["months_alone"]["words"]),
        weekdays=lists["weekdays"]["numbers"],
        seasons=lists["seasons"]["codes"],
        day_parts=lists["day_parts"]["codes"],
        units=units,
        feasts=lists["feasts"]["days"],
        easter=lists["easter"]["days"],
        past=tuple(lists["past"]["words"]),
        present=tuple(lists["present"]["words"]),
        future=tuple(lists["future"]["words"]),
        cues_future=tuple(lists["cues_future"]["words"]),
        cues_past=tuple(lists["cues_past"]["words"]),
    )
