"""Words -> titles and group nouns at their places."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import NamedTuple

from whence.entities.words import Words, keys_of
from whence.lexicon.groups import group_sectors, organ_nouns
from whence.lexicon.titles import ministry_fields, title_sectors

Phrases = dict[str, list[tuple[tuple[str, ...], str, str | None]]]
"""By first word, the longest first."""

NO_FIELDS_AFTER = frozenset({"homeland", "national", "social"})
"""Words that make "security" after them a body's name."""

WITH_FIELDS = frozenset({"minister", "ministry", "secretary"})
"""Offices and bodies whose fields stand before them."""


class Office(NamedTuple):
    """A title or group noun at the words `[start, end)`, in lower case, with its sector."""

    start: int
    end: int
    words: str
    sector: str | None

    @property
    def is_organ(self) -> bool:
        """Whether a group noun names a body, not many people."""
        return self.words in organ_nouns() or self.words.endswith(" ministry")


def find_titles(words: Words) -> dict[int, Office]:
    """The longest title at each word where one starts; they do not overlap."""
    return _find(words, _titles())


def find_group_nouns(words: Words) -> dict[int, Office]:
    """The longest group noun at each word where one starts; they do not overlap."""
    return _find(words, _group_nouns())


def _find(words: Words, phrases: Phrases) -> dict[int, Office]:
    found: dict[int, Office] = {}
    lows, last = words.lows, 0
    for index in compress(range(len(lows)), map(phrases.__contains__, lows)):
        if index < last:
            continue
        for parts, phrase, sector in phrases[lows[index]]:
            until = index + len(parts)
            is_here = len(parts) == 1 or tuple(lows[index:until]) == parts
            if is_here and not _is_cut_by_longer(lows, until, len(parts), phrases):
                office = _with_fields(words, Office(index, until, phrase, sector), last)
                found[office.start] = office
                last = until
                break
    return found


def _is_cut_by_longer(lows: list[str], end: int, size: int, phrases: Phrases) -> bool:
    """Whether the last word starts a longer one: "Defense Chief of Staff" is no defense chief."""
    if size == 1:
        return False
    return any(
        len(parts) > size and tuple(lows[end - 1 : end - 1 + len(parts)]) == parts
        for parts, _, _ in phrases.get(lows[end - 1], ())
    )


def _with_fields(words: Words, office: Office, last: int) -> Office:
    """The same with all its fields: "Interior and Safety Minister", "trade, industry and ..."."""
    if office.words not in WITH_FIELDS and words.lows[office.start] not in ministry_fields():
        return office
    if words.lows[office.end - 1] not in WITH_FIELDS:
        return office
    start, fields, lows = office.start, ministry_fields(), words.lows
    is_capital = words.capital[start]
    while start > last and not words.opens[start]:
        step = 2 if lows[start - 1] in {"and", ",", "&"} and start - 1 > last else 1
        at = start - step
        is_joined = lows[start] in fields or step == 1
        if lows[at] not in fields or words.capital[at] != is_capital or not is_joined:
            break
        if at and lows[at - 1] in NO_FIELDS_AFTER:
            break
        if step > 1 and words.opens[start - 1]:
            break
        start = at
    if start == office.start:
        return office
    phrase = " ".join([*lows[start : office.start], office.words])
    return Office(start, office.end, phrase.replace(" ,", ","), office.sector)


@cache
def _titles() -> Phrases:
    return _phrases({title: (title, sector) for title, sector in title_sectors().items()})


@cache
def _group_nouns() -> Phrases:
    return _phrases({noun: (noun, sector) for noun, sector in group_sectors().items()})


def _phrases(entries: dict[str, tuple[str, str | None]]) -> Phrases:
    phrases: Phrases = {}
    for words, (phrase, sector) in entries.items():
        parts = tuple(key.lower() for key in keys_of(words))
        # "gen." ends in a dot that is no abbreviation to the splitter when in lower case
        parts = tuple(part for part in parts if part != ".")
        phrases.setdefault(parts[0], []).append((parts, phrase, sector))
    for group in phrases.values():
        group.sort(key=lambda entry: -len(entry[0]))
    return phrases
