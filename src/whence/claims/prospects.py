"""Claims about what is to come -> whether later articles say that it came.

A question is opened by whoever says, fears or plans that something will be, and is closed by a
later article that tells of the same in the past; the day that was named may also just pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from whence.claims.compare import Said, longest_run, states_in, weight_of
from whence.claims.status import is_against
from whence.claims.tellings import Telling, find_tellings, printed_day, timeless, times_in
from whence.ledger.attribution import Stance
from whence.ledger.prospect import Outcome, Prospect
from whence.ledger.reading import Reading
from whence.ledger.time import Time
from whence.text.days import day_words
from whence.text.stems import stems_of

SHARED = 0.5  # of the question's words, by how rare they are, those of time left out
LONG_RUN = 4  # words in a row that make up for it, where those shared weigh as much as
TELLING = 3.0
LATEST = 7  # days after the day that was named, within which an article tells of it
FEWEST = 2  # stems that both have; all these figures ours, on the examples and real news, 2026-11
FARTHEST = 92  # days from the article: beyond them a date is no day that a reader waits for

_OPENING = frozenset({Stance.ASSERTS, Stance.INTENDS, Stance.WARNS, Stance.FEARS})
_COMING = re.compile(
    r"\b(?:will|would|shall|won['’]t|could|may|might|going\s+to"
    r"|(?:due|set|expected|expects?|scheduled|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?)\s+to)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:if|unless|(?:would|could|might)\s+have)\b|^whether\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:within|in|over)\s+(?:the\s+(?:next|coming)\s+)?$", re.IGNORECASE)
_NAME = re.compile(r"(?<=\s)[A-Z]\w+")
_LENGTH = re.compile(r"P(\d+)([DWM])")
_DAYS = {"D": 1, "W": 7, "M": 30}


class _Question(NamedTuple):
    """An assertion about what is to come.

    Attributes:
        day: When it was said.
        due: The last day that its words allow.
        stems: Of its words but those of time.
    """

    each: Said
    day: str
    due: str
    stems: frozenset[str]


def find_prospects(
    said: Sequence[Said], owner: Mapping[int, int], readings: Mapping[str, Reading]
) -> dict[int, Prospect]:
    """What became of the claims of one story that are about what is to come.

    A claim counts where one of its assertions names a day after it was said: of plans without
    a day, nearly all that seemed to be done on real news were not. The last day of the story's
    articles decides whether a day has passed.

    Args:
        said: What is compared of each assertion of the story.
        owner: Index of an assertion to the number of its claim.
        readings: By article id.
    """
    questions: dict[int, list[_Question]] = {}
    for index, each in enumerate(said):
        reading = readings.get(each.assertion.article)
        question = _question(each, reading) if reading else None
        if question is not None:
            questions.setdefault(owner[index], []).append(question)
    tellings = list(find_tellings(said, readings)) if questions else []
    today = max((printed_day(each.assertion) for each in said), default="")
    return {number: _became(asked, tellings, today) for number, asked in questions.items()}


def _question(each: Said, reading: Reading) -> _Question | None:
    """What an assertion says is to come; None where it is of no day to come and no plan."""
    assertion = each.assertion
    day = (assertion.asserted_at or printed_day(assertion))[:10]
    is_opening = assertion.stance in _OPENING and not is_against(assertion)
    if not day or not is_opening or assertion.is_heading or _UNREAL.search(assertion.text):
        return None
    is_plan = assertion.stance is Stance.INTENDS
    if not is_plan and not _COMING.search(assertion.text) and not _COMING.search(_cue(each)):
        return None  # "it would publish its report on Thursday" has the future in its cue
    times = times_in(assertion.span, reading)
    days = [last for time in times for last in _last_days(time, day, reading)]
    stems = timeless(assertion.text, times, reading)
    return _Question(each, day, max(days), stems) if days else None


def _cue(each: Said) -> str:
    return each.assertion.chain[-1].cue or ""


def _last_days(time: Time, day: str, reading: Reading) -> Iterator[str]:
    """The last day that a time covers, where it is one to wait for."""
    last = None
    if time.end is not None and len(time.end) == len(day):
        last = _plus(time.end, -1)
    elif (length := _LENGTH.fullmatch(time.value or "")) and _is_within(time, reading):
        last = _plus(day, int(length[1]) * _DAYS[length[2]])
    if last is not None and day < last <= _plus(day, FARTHEST):
        yield last


def _is_within(time: Time, reading: Reading) -> bool:
    text = reading.article.text if reading.article else ""
    return _WITHIN.search(text[max(0, time.span.start - 30) : time.span.start]) is not None


def _became(asked: Sequence[_Question], tellings: Sequence[Telling], today: str) -> Prospect:
    """What became of a claim that one or several opened."""
    closing = [
        ((-share, telling.day, telling.place.article, telling.place.span), question, telling)
        for question in asked
        for telling in tellings
        if (share := _share(question, telling)) is not None
    ]
    if closing:
        _, question, telling = min(closing, key=lambda row: row[0])
        outcome = Outcome.DID_NOT if telling.is_negative else Outcome.HAPPENED
        why = f"{telling.outlet}, {day_words(telling.day)}: “{telling.text}”"
        return Prospect(question.due, outcome, telling.place, why)
    return unanswered(max(each.due for each in asked), today)


def unanswered(due: str, today: str) -> Prospect:
    """What no article has told of: open, or its day has passed."""
    if due >= today:
        return Prospect(due, Outcome.OPEN)
    return Prospect(due, Outcome.PASSED, why=f"{day_words(due)} has passed; no article tells of it")


def _share(question: _Question, telling: Telling) -> float | None:
    """How much of a question's words a telling has; None where it does not close it."""
    printed = max(question.day, printed_day(question.each.assertion))
    is_near = question.due <= telling.day <= _plus(question.due, LATEST)
    if not is_near or telling.day <= printed or _COMING.search(telling.text):
        return None
    if any((time.end or "9999") <= question.day for time in telling.times):
        return None
    states = states_in(question.each)
    if states and telling.states and states.isdisjoint(telling.states):
        return None
    shared = question.stems & telling.stems
    share = weight_of(shared) / (weight_of(question.stems) or 1.0)
    plain = shared - _names(question.each.assertion.text)
    if len(shared) < FEWEST or not plain:
        return None
    is_run = longest_run(question.each.words, telling.words) >= LONG_RUN
    is_told = share >= SHARED or (is_run and weight_of(plain) >= TELLING)
    return share if is_told else None


def _names(text: str) -> frozenset[str]:
    """The stems of the words in capitals, the first left out."""
    return frozenset(stem for name in _NAME.findall(text) for stem in stems_of(name))


def _plus(day: str, days: int) -> str:
    return (date.fromisoformat(day[:10]) + timedelta(days=days)).isoformat()
