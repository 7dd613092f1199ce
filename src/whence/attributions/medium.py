"""Cue, source and sentence of an attribution -> where the source said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.attribution import Basis, Medium
from whence.lexicon.basis import evidence, interviewers, medium_phrases, state_broadcasters
from whence.lexicon.phrases import Word, words_between, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.span import Span, Spans

_CLEAREST_FIRST = (
    Medium.PRESS_BRIEFING,
    Medium.INTERVIEW,
    Medium.SOCIAL_POST,
    Medium.STATEMENT,
    Medium.SPEECH,
    Medium.BROADCAST,
    Medium.DOCUMENT,
    Medium.REPORT,
)
_OF_SOURCE = frozenset(
    (Medium.SOCIAL_POST, Medium.STATEMENT, Medium.DOCUMENT, Medium.REPORT, Medium.SPEECH),
)
_TOLD = frozenset(("told", "tells", "tell", "telling"))
_REPORTED = frozenset(("reported", "reports", "reporting", "report"))
_ADDRESSEE = 5

MOST_AROUND = 90
"""Characters before and after a cue in which its medium stands; further words are others'."""


def medium_of(
    text: str,
    source: Spans,
    cue: Spans,
    content: Spans,
    sentence: Span,
    *,
    in_post: bool,
) -> Medium | None:
    """Where it was said; None where the text does not tell.

    Args:
        text: The article's.
        source: Can be the medium itself ("the statement", "a newspaper").
        cue: As found ("told reporters", "tweeted").
        content: Left out: what is said does not tell where.
        sentence: Searched around the cue ("in an interview").
        in_post: Whether the content stands in an embedded post.
    """
    if in_post:
        return Medium.SOCIAL_POST
    link = [word.low for word in _around(text, source, cue, content, sentence)]
    told = _told_to(link)
    if told is not None:
        return told
    speaker = _lows(text, source)
    found = _of_link(link) | {m.value for m in medium_phrases().find(_lows(text, cue))}
    found |= _OF_SOURCE & {match.value for match in medium_phrases().find(speaker)}
    if Medium.REPORT in found and not _is_report(text, speaker, cue):
        found.discard(Medium.REPORT)
    if not found and _is_press(speaker):
        return Medium.REPORT
    return next((medium for medium in _CLEAREST_FIRST if medium in found), None)


def _lows(text: str, spans: Spans) -> list[str]:
    return [word.low for word in words_in(text, spans)]


def _of_link(lows: Sequence[str]) -> set[Medium]:
    """Media around a cue; a noun that can be somebody's needs more ("in a statement")."""
    return {
        match.value
        for match in medium_phrases().find(lows)
        if match.value not in _OF_SOURCE or match.end - match.start > 1
        if match.value not in _OF_SOURCE or lows[match.start] not in ("a", "the")
    }


def _around(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Sequence[Word]:
    """The words of a sentence near the cue that are neither source nor content."""
    if not cue:
        return []
    start = max(sentence.start, cue[0].start - MOST_AROUND)
    end = min(sentence.end, cue[-1].end + MOST_AROUND)
    start, end = min(start, cue[0].start), max(end, cue[-1].end)
    whole = (min(start, sentence.start), max(end, sentence.end))
    words: Sequence[Word] = words_between(text, *whole)
    words = [word for word in words if start <= word.start < end]
    for span in (*source, *content):
        words = [word for word in words if word.end <= span.start or word.start >= span.end]
    return words


def _told_to(lows: Sequence[str]) -> Medium | None:
    """To whom it was told: a broadcaster of the state puts it on air, others interview."""
    for index, low in enumerate(lows):
        if low not in _TOLD:
            continue
        addressee = lows[index + 1 : index + 1 + _ADDRESSEE]
        phrase = medium_phrases().first(lows[index : index + _ADDRESSEE])
        if phrase and phrase.start == 0 and phrase.value is not Medium.BROADCAST:
            return phrase.value
        if state_broadcasters().first(addressee):
            return Medium.BROADCAST
        if interviewers().first(addressee):
            return Medium.INTERVIEW
    return None


def _is_report(text: str, speaker: Sequence[str], cue: Spans) -> bool:
    """Whether "report" is the linking word or the source, not a matter beside them."""
    return bool(_REPORTED & {word.low for word in words_in(text, cue)}) or bool(
        _REPORTED & set(speaker) or _is_press(speaker),
    )


def _is_press(speaker: Sequence[str]) -> bool:
    return any(Basis.MEDIA in match.value for match in evidence().find(speaker))
