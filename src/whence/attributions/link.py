"""Markings -> attributions: what hangs on a content, with it.

The reader says which source a content hangs on, and on which content a cue or a further
piece hangs. A source may have several contents: "[She] said that … and added that …".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span, Spans


@dataclass(frozen=True, slots=True)
class Linked:
    """The spans of one attribution; `score` is the mean of its markings' scores."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


def link(text: str, markings: Sequence[Marking]) -> list[Linked]:
    """The attributions of some markings of one level, in reading order of their contents.

    Args:
        text: The article's text.
        markings: In reading order, apart; `onto` counts among them.
    """
    found = []
    for at, marking in enumerate(markings):
        if marking.role is not Role.CONTENT or (marking.is_more and marking.onto is not None):
            continue
        parts = _with_one_cue(marking, [each for each in markings if each.onto == at])
        sources = [markings[marking.onto]] if marking.onto is not None else []
        members = sorted([*sources, marking, *parts], key=lambda each: each.span)
        spans = {role: _pieces(members, role) for role in Role}
        score = sum(each.score for each in members) / len(members)
        content = _joined(text, spans[Role.CONTENT])
        found.append(Linked(spans[Role.SOURCE], spans[Role.CUE], content, score))
    return found


def _with_one_cue(content: Marking, parts: Sequence[Marking]) -> list[Marking]:
    """What hangs on a content, of several cues the nearest: others lost their own content."""
    cues = [each for each in parts if each.role is Role.CUE]
    nearest = min(cues, key=lambda each: _gap(each.span, content.span), default=None)
    return [each for each in parts if each.role is not Role.CUE or each is nearest]


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _pieces(markings: Sequence[Marking], role: Role) -> Spans:
    return tuple(each.span for each in markings if each.role is role)


def _joined(text: str, pieces: Spans) -> Spans:
    """Pieces with nothing but a blank between them as one."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and text[joined[-1].end : piece.start] == " ":
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)
