"""The rules of times by the words that they begin with, and where in a sentence one may begin."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from whence.lexicon.times import time_words
from whence.values.absolute import absolute_rules
from whence.values.anaphora import anaphora_rules
from whence.values.bare import bare_rules
from whence.values.durations import duration_rules
from whence.values.feasts import feast_rules
from whence.values.grammar import FIGURE, Place, Rule
from whence.values.relative import relative_rules
from whence.values.sets import set_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_REACH = 60
"""Characters from the first word of an expression within which its name of a time starts."""

_SIGNS = frozenset({
    "yesterday", "today", "tonight", "tomorrow", "noon", "midday", "midnight", "weekday",
    "weekdays", "overnight", "clock", "long", "daily", "weekly", "monthly", "yearly", "annually",
    "nightly", "hourly", "fortnightly", "q", "twenties", "thirties", "forties", "fifties",
    "sixties", "seventies", "eighties", "nineties", FIGURE,
})  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN_WORD = re.compile(r"[^\W\d_]+|\d")


class Rulebook(NamedTuple):
    """The rules by the word that they begin with, and the words that are names of times."""

    by_word: dict[str, tuple[Rule, ...]]
    signs: frozenset[str]


@cache
def rulebook() -> Rulebook:
    """All rules."""
    groups = (
        feast_rules, absolute_rules, relative_rules, set_rules, anaphora_rules, bare_rules,
        duration_rules,
    )  # fmt: skip
    by_word: dict[str, list[Rule]] = {}
    for rule in (rule for group in groups for rule in group()):
        for word in rule.opens:
            by_word.setdefault(word, []).append(rule)
    return Rulebook({word: tuple(found) for word, found in by_word.items()}, _signs())


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern, compiled when a text first has a word that it begins with."""
    return re.compile(pattern)


def _signs() -> frozenset[str]:
    words = time_words()
    lists = (words.months, words.seasons, words.units, words.day_parts, words.feasts, words.easter)
    names = {word.split()[0] for each in lists for word in each}
    names |= {f"{day}{plural}" for day in words.weekdays for plural in ("", "s")}
    vague = {phrase.split()[-1] for phrase in (*words.past, *words.present, *words.future)}
    return frozenset({*names, *vague, *_SIGNS})


def openings(place: Place) -> Iterator[tuple[int, str]]:
    """Where an expression may begin, with its first word: a name of a time is near behind."""
    if not _has_sign(place):
        return
    rules = rulebook()
    words = [(found.start(), first_word(found[0])) for found in _WORD.finditer(*place[:3])]
    signs = [start for start, word in words if word in rules.signs]
    following = 0
    for start, word in words:
        while following < len(signs) and signs[following] < start:
            following += 1
        if following == len(signs):
            return
        if word in rules.by_word and signs[following] <= start + _REACH:
            begin = start - (word == FIGURE and place.text[start - 1 : start] in {"’", "'", "‘"})
            if begin >= place.start and _may_begin(place.text, begin):
                yield begin, word


def first_word(word: str) -> str:
    """A word as `Rule.opens` names it."""
    if word[0].isdigit():
        return FIGURE
    letters = _LETTERS.match(word)
    return letters[0].lower() if letters else word


def _has_sign(place: Place) -> bool:
    words = set(_SIGN_WORD.findall(place.text[place.start : place.end].lower()))
    return not rulebook().signs.isdisjoint(words) or any(word[0].isdigit() for word in words)


def _may_begin(text: str, start: int) -> bool:
    """Not within a word, an address or a figure."""
    before = text[start - 1] if start else " "
    if before in "-/.,":
        return start > 1 and not text[start - 2].isdigit()
    return not (before.isalnum() or before in "_@#$€£")
