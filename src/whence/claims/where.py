"""Two claims -> whether they put one event at two places, or name two who did one act."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from whence.claims.compare import Said, weight_of
from whence.claims.status import is_against
from whence.text.stems import stem_of, stems_of

ALIKE_ELSEWHERE = 0.6  # share of the shorter side's words outside the places
DISTANCES = frozenset(
    stem_of(word)
    for word in ("mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers", "km")
)

_PLACE = re.compile(
    r"\b(?:in|at|off|near|inside|outside|beside|aboard)\s+(?:the\s+|its\s+|a\s+)?"
    r"(?P<place>[\w’'-]+(?:\s+(?!and\b|but\b|that\b|when\b|after\b|before\b|at\b|in\b|on\b|to\b"
    r"|by\b|as\b|with\b|while\b|was\b|were\b|had\b|has\b|is\b|went\b|ignited\b)[\w’'-]+){0,4})",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"\b(?:beg[ai]n|begun|start(?:ed|s)?|broke\s+out|happened|occurred|exploded|ignited"
    r"|landed|crashed|sank|struck|was\s+found|were\s+found|originated)\b",
    re.IGNORECASE,
)
_TIMES = frozenset(
    {"morning", "night", "evening", "afternoon", "hours", "days", "week", "weeks", "month", "year"}
)
_ACT = re.compile(
    r"^(?P<who>.{3,80}?)\s+(?:had\s+|has\s+|was\s+the\s+one\s+who\s+)?"
    r"(?P<act>raised|sounded|gave|ordered|fired|planted|leaked|signed|wrote|lit|set\s+off)\s+"
    r"(?P<what>it\b|the\s+(?:first\s+|only\s+)?(?:alarm|order|shot|shots|signal|charge|charges"
    r"|letter|document|fuse)\b.*)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?P<what>the\s+(?:first\s+)?(?:alarm|order|signal|shot)\b.*?)\s+(?:came|had\s+come)\s+from\s+"
    r"(?P<who>.{3,60})",
    re.IGNORECASE,
)


class Act(NamedTuple):
    """One act that only one can have done: who, and the stems of what."""

    who: frozenset[str]
    what: frozenset[str]


def place_conflict(one: Said, other: Said) -> str | None:
    """Why two claims put one event at two places, as a sentence; None if they do not."""
    first, second = one.assertion.text, other.assertion.text
    if not (_POINT.search(first) and _POINT.search(second)):
        return None
    if is_against(one.assertion) or is_against(other.assertion):
        return None
    if not (_far_apart(one, other) or _places_differ(one, other)):
        return None
    return f"“{first}” and “{second}” put it at two places"


def _far_apart(one: Said, other: Said) -> bool:
    """Whether both give distances from somewhere, and not the same."""
    first, second = one.assertion.quantity, other.assertion.quantity
    if not first or not second or not first.unit or not second.unit:
        return False
    units = {stem_of(first.unit.casefold()), stem_of(second.unit.casefold())}
    return units <= DISTANCES and (first.low, first.high) != (second.low, second.high)


def _places_differ(one: Said, other: Said) -> bool:
    first, second = places_in(one.assertion.text), places_in(other.assertion.text)
    if not first or not second or first & second:
        return False
    left, right = one.stems - first, other.stems - second
    lighter = min(weight_of(left), weight_of(right))
    return bool(left & right) and weight_of(left & right) >= ALIKE_ELSEWHERE * lighter


@lru_cache(maxsize=50_000)
def places_in(words: str) -> frozenset[str]:
    """The stems and numbers of the places that a claim names after "in", "at", "off", "near"."""
    found: set[str] = set()
    for match in _PLACE.finditer(words):
        place = match["place"].casefold()
        if _TIMES.isdisjoint(place.split()):
            found.update(stems_of(place))
            found.update(word for word in place.split() if word.isdigit())
    return frozenset(found)


def actor_conflict(one: Said, other: Said) -> str | None:
    """Why two claims name two who did what only one can have done; None if they do not."""
    first, second = act_in(one.assertion.text), act_in(other.assertion.text)
    if first is None or second is None or not first.who or not second.who:
        return None
    is_one_act = first.what & second.what or not first.what or not second.what
    if not is_one_act or first.who & second.who:
        return None
    return f"“{one.assertion.text}” and “{other.assertion.text}” name two who did it"


@lru_cache(maxsize=50_000)
def act_in(words: str) -> Act | None:
    """Who did which act, where the words tell of one that only one can have done."""
    match = _ACT.search(words) or _FROM.search(words)
    if match is None:
        return None
    return Act(frozenset(stems_of(match["who"])), frozenset(stems_of(match["what"])) - {"load"})
