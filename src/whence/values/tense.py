"""The words around a bare month, day or weekday -> whether it is the one before or the coming one.

The last cue before it in its clause decides; where there is none, the first cue after it.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from whence.lexicon.times import time_words
from whence.values.grammar import Place, any_of

REACH = 90
"""Characters that are looked at on either side; about a clause of news text."""


class Tense(Enum):
    """Where the words point."""

    PAST = "past"
    FUTURE = "future"


@cache
def _cues() -> re.Pattern[str]:
    words = time_words()
    return re.compile(
        rf"(?P<future>(?<!\w){any_of(words.cues_future)}(?!\w))"
        r"|\b(?:be|been|being)\s+(?:[a-z]+ly\s+)?[a-z]+\b"
        rf"|(?P<past>(?<!\w){any_of(words.cues_past)}(?!\w))"
        r"|(?P<weak>(?<!\w)[a-z]{2,}(?<!ne)ed(?!\w))",
    )


_LIMIT = re.compile(r"\b(?:by|until|till|no later than|before)\s+(?:the\s+end\s+of\s+)?$")
_SINCE = re.compile(r"\b(?:since|last)\s+$")
_CLAUSE_END = re.compile(r"[;:()“”\"]|\s[-–—]\s")


def tense_of(found: re.Match[str], place: Place) -> Tense | None:
    """What the clause tells; None where it tells nothing."""
    before = place.text[max(place.start, found.start() - REACH) : found.start()]
    before = _CLAUSE_END.split(before)[-1]
    if _LIMIT.search(before):
        return _strong(before) or Tense.FUTURE
    if _SINCE.search(before):
        return Tense.PAST
    after = _CLAUSE_END.split(place.text[found.end() : min(place.end, found.end() + REACH)])[0]
    return _last(before) or _first(after)


def _cue_names(words: str) -> list[str]:
    """Give "future", "past" or "weak" for each cue; a participle after "be" tells no tense."""
    return [cue.lastgroup for cue in _cues().finditer(words) if cue.lastgroup]


def _strong(words: str) -> Tense | None:
    names = [name for name in _cue_names(words) if name != "weak"]
    return Tense(names[-1]) if names else None


def _last(words: str) -> Tense | None:
    return _strong(words) or (Tense.PAST if _cue_names(words) else None)


def _first(words: str) -> Tense | None:
    names = _cue_names(words)
    if not names:
        return None
    return Tense.PAST if names[0] == "weak" else Tense(names[0])
