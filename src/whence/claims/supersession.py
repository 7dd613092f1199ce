"""The figures of one thing -> which of them a later one replaces, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from whence.claims.figures import Given, has_same_number, is_level, speaker_key
from whence.ledger.figure import Figure
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.lexicon.phrases import words_between
from whence.lexicon.replacing import replacing

NEAR = 4  # words between a phrase ("revised") and the number that it brings
BESIDE = (1, -1, 2)  # sentences after or before the number that may say it, the likeliest first
ROUNDED = 0.03  # of a number that is given as about so many, on each side
LONGEST = 160  # characters of a sentence quoted as a reason

_BACKGROUND = re.compile(r"\b(?:had|earlier|previous(?:ly)?|before)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“]([^\"“”]+)[\"”]")
_DOUBLE = re.compile(r"[\"“”]")
_QUOTES = " \t\n\"'“”‘’«»-–—"


@dataclass(frozen=True, slots=True)
class Link:
    """That a figure is replaced.

    Attributes:
        newer: Id of the figure in its place.
        why: A sentence.
        is_corrected: Whether its own outlet took it back.
    """

    newer: str
    why: str
    is_corrected: bool = False


@dataclass(slots=True)
class Replacements:
    """What was replaced.

    Attributes:
        links: By the id of the older figure.
        said_on: Other days of figures: a correction gives what was said when the wrong one was.
    """

    links: dict[str, Link] = field(default_factory=dict)
    said_on: dict[str, str | None] = field(default_factory=dict)


def replacements(members: Sequence[Given], readings: Mapping[str, Reading]) -> Replacements:
    """Which figures of one thing are replaced.

    First what their own outlet corrected; then what a later figure replaces, because its
    text says so or because the same first speaker gives it: the earliest such figure. Who
    gives the same number again replaces nothing, and a change is no level.
    """
    found = Replacements()
    levels = [each for each in members if is_level(each.figure)]
    _correct(levels, readings, found)
    kept = [each for each in levels if not each.is_refuted]
    corrected = set(found.links)
    days = found.said_on
    for older in kept:
        if older.figure.id in corrected:
            continue
        options = sorted(
            (
                (_order(newer, days), newer.figure.id, why)
                for newer in kept
                if newer.figure.id not in corrected
                and not has_same_number(older.figure, newer.figure)
                and (why := _why(older, newer, readings, days)) is not None
            ),
        )
        if options:
            body = _body_of(options[0][1], kept)
            found.links[older.figure.id] = Link(body, options[0][2])
    return found


def _correct(levels: Sequence[Given], readings: Mapping[str, Reading], found: Replacements) -> None:
    """What an outlet printed and took back, with the figure that it gives instead."""
    for refuted in levels:
        right = [
            each
            for each in levels
            if each.block == refuted.block
            and each.figure.article == refuted.figure.article
            and not each.is_refuted
            and not has_same_number(each.figure, refuted.figure)
        ]
        if not (refuted.is_refuted and refuted.is_correcting and right):
            continue
        newer = min(right, key=lambda each: abs(each.place[1] - refuted.place[1])).figure
        for each in levels:
            older = each.figure
            is_earlier = (older.printed_at or "") < (newer.printed_at or "9999")
            if (
                older.outlet is not None
                and older.outlet == newer.outlet
                and older.article != newer.article
                and is_earlier
                and not each.is_refuted
                and has_same_number(older, refuted.figure)
            ):
                words = _sentence_words(refuted, readings, 0)
                why = f"{older.outlet} corrected it: “{words}”"
                found.links[older.id] = Link(newer.id, why, is_corrected=True)
                found.said_on[newer.id] = older.said_on


def _why(
    older: Given, newer: Given, readings: Mapping[str, Reading], days: Mapping[str, str | None]
) -> str | None:
    """Why a later figure replaces an earlier one; None where it does not."""
    is_older = older.figure.article == newer.figure.article and _is_background(older)
    if newer.is_correcting or _is_background(newer):
        return None
    if not is_older and not _is_before(older, newer, days):
        return None
    told = _told(newer, readings)
    if told is not None and (told.is_all or _is_one_side(older, newer)):
        return f"the text says so: “{told.words}”"
    speaker = speaker_key(newer.figure)
    if speaker is None or speaker != speaker_key(older.figure):
        return None
    if older.certainty != newer.certainty or newer.figure.is_heading or _is_vague(older, newer):
        return None
    return f"{newer.figure.origin} gave it later"


def _is_background(given: Given) -> bool:
    """Whether an outlet tells in its own voice what had been counted before."""
    is_own = given.figure.attribution is None and given.thing.is_standing
    return is_own and _BACKGROUND.search(given.text) is not None


def _is_vague(older: Given, newer: Given) -> bool:
    """Whether one of two numbers only says in other words about how great the other is."""
    for one, other in ((older.figure, newer.figure), (newer.figure, older.figure)):
        low = one.low if one.low is not None else float("-inf")
        high = one.high if one.high is not None else float("inf")
        room = ROUNDED * abs(high) if one.low is not None and one.low == one.high else 0
        values = [each for each in (other.low, other.high) if each is not None]
        if one.is_approximate and all(low - room <= each <= high + room for each in values):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Told:
    """The sentence that says that a number replaces others; all of them, or its own side's."""

    words: str
    is_all: bool


def _told(newer: Given, readings: Mapping[str, Reading]) -> _Told | None:
    text, sentence = _sentence(newer, readings, 0)
    if sentence is None:
        return None
    span = newer.figure.span
    before = [word.low for word in words_between(text, sentence.start, span.start)]
    after = [word.low for word in words_between(text, span.end, sentence.end)]
    own = replacing("own")
    is_near = any(len(before) - match.end <= NEAR for match in own.find(before)) or any(
        match.start <= NEAR for match in own.find(after)
    )
    if newer.figure.is_total or is_near:
        return _Told(_short(sentence.words(text)), is_all=True)
    return next(_beside(newer, readings), None)


def _beside(newer: Given, readings: Mapping[str, Reading]) -> Iterator[_Told]:
    """A sentence beside it that says "This replaces every figure before"."""
    for step in BESIDE:
        text, sentence = _sentence(newer, readings, step)
        if sentence is None:
            continue
        words = sentence.words(text).strip(_QUOTES)
        lows = [word.low for word in words_between(words, 0, len(words))]
        match = replacing("after").first(lows)
        if match is None:
            continue
        rest = lows[match.end :]
        is_own = replacing("one").first(rest) is not None
        if replacing("openings").at(lows, 0) or is_own:
            is_all = replacing("every").first(rest) is not None or not is_own
            yield _Told(_short(sentence.words(text)), is_all)


def _is_one_side(older: Given, newer: Given) -> bool:
    """Whether two figures are of one speaker, or of speakers of one state."""
    speaker = speaker_key(newer.figure)
    is_one = speaker is not None and speaker == speaker_key(older.figure)
    return is_one or (newer.country is not None and newer.country == older.country)


def _is_before(older: Given, newer: Given, days: Mapping[str, str | None]) -> bool:
    """Whether a figure holds for an earlier day, or was printed earlier on the same day."""
    first, second = _order(older, days), _order(newer, days)
    if first[0] != second[0]:
        return first[0] < second[0]
    both = [older.figure.printed_at or "", newer.figure.printed_at or ""]
    if older.figure.article == newer.figure.article:
        return False
    return both[0][:10] < both[1][:10] or (all("T" in each for each in both) and both[0] < both[1])


def _order(given: Given, days: Mapping[str, str | None]) -> tuple[str, str, bool, bool, str]:
    figure = given.figure
    day = days.get(figure.id, figure.said_on) or figure.printed_at or "9999"
    return (
        day[:10],
        figure.printed_at or "9999",
        figure.copied_from is not None,
        figure.is_heading,
        figure.id,
    )


def _body_of(newer: str, kept: Sequence[Given]) -> str:
    """The figure of the body that a heading repeats; the same where it stands in the body."""
    figures: dict[str, Figure] = {each.figure.id: each.figure for each in kept}
    figure = figures[newer]
    body = [
        each.id
        for each in figures.values()
        if each.article == figure.article and not each.is_heading and has_same_number(each, figure)
    ]
    return body[0] if figure.is_heading and body else newer


def _sentence(given: Given, readings: Mapping[str, Reading], step: int) -> tuple[str, Span | None]:
    """The text, and the sentence so many after that of a figure; None beyond the ends."""
    reading = readings[given.figure.article]
    text = reading.article.text if reading.article else ""
    at = given.place[0] + step
    return text, reading.sentences[at] if 0 <= at < len(reading.sentences) else None


def _sentence_words(given: Given, readings: Mapping[str, Reading], step: int) -> str:
    text, sentence = _sentence(given, readings, step)
    return _short(sentence.words(text)) if sentence else ""


def _short(words: str) -> str:
    """One line of a sentence: what it quotes first, or else all of it, cut where it is long."""
    line = " ".join(words.split())
    quoted = _QUOTED.match(line)
    line = quoted[1].rstrip(",") if quoted else _DOUBLE.sub("'", line)
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rpartition(' ')[0]} …"
