"""Sentences with "reportedly" or "allegedly" -> attributions to nobody, in their clause.

The network finds most of them at the surface and few inside what others say: "images show
soldiers, who are [allegedly] being outfitted …". The clause around the adverb is the
content, the adverb the cue, and there is no source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.span import Span

RULE = "hearsay-adverb"
FEWEST_WORDS = 3
ENDING = "edly"  # of every adverb of hearsay

_ADVERB = re.compile(r"\b(?:reportedly|allegedly|purportedly|supposedly)\b", re.IGNORECASE)
_OPENS = re.compile(
    r"[,;:—–]\s+(?:(?:and|but|while|as|because|after|though|although|where|when)\s+)?"
    r"|\b(?:that|where|which|who|while|because|although|though)\s+",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\b(?:there\s+(?:is|are|was|were|have\s+been|has\s+been))\s+(?:\w+\s+){0,2}?"
    r"(?P<cue>fears?|concerns?|worries|speculation|suspicions?|hopes?|doubts?|allegations?|claims?)"
    r"\s+that\s+",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[,;:—–]\s|[.!?][\"”’)]*$")
_EDGES = ' \t\r\n,;:—–"“”'


def find_hearsay(text: str, sentences: Sequence[Span], tree: Sequence[Nested]) -> Iterator[Linked]:
    """What a tree lacks: adverbs of hearsay that no cue of it holds.

    Args:
        text: The article's text.
        sentences: Ascending.
        tree: Outer ones before those inside them.
    """
    lowered = text.lower()
    if ENDING not in lowered and "that" not in lowered:
        return
    taken = [piece for each in tree for piece in (*each.linked.cue, *each.linked.content)]
    cues = [piece for each in tree for piece in each.linked.cue]
    for sentence in sentences:
        for cue, content in _nobodys(text, sentence):
            if not any(cue.overlaps(piece) or content.overlaps(piece) for piece in taken):
                yield Linked((), (cue,), (content,), 0.5)
        for match in _ADVERB.finditer(text, *sentence):
            cue = Span(*match.span())
            parts = _clause(text, sentence, cue)
            if parts and not any(cue.overlaps(piece) for piece in cues):
                yield Linked((), (cue,), parts, 0.5)


def _nobodys(text: str, sentence: Span) -> Iterator[tuple[Span, Span]]:
    """Cue and content of "There are fears that …": nobody's in particular."""
    match = _THERE.search(text, *sentence)
    if match is not None:
        end = len(text[: sentence.end].rstrip(".!?"))
        content = _trim(text, match.end(), end)
        if content is not None and len(content.words(text).split()) >= FEWEST_WORDS:
            yield Span(*match.span("cue")), content


def _clause(text: str, sentence: Span, cue: Span) -> tuple[Span, ...]:
    """The pieces of the clause around an adverb, without it."""
    first = sentence.start
    for match in _OPENS.finditer(text, sentence.start, cue.start):
        first = match.end()
    closing = _CLOSES.search(text, cue.end, sentence.end)
    last = closing.start() if closing else sentence.end
    pieces = [_trim(text, first, cue.start), _trim(text, cue.end, last)]
    found = tuple(piece for piece in pieces if piece is not None)
    words = sum(len(piece.words(text).split()) for piece in found)
    return found if words >= FEWEST_WORDS else ()


def _trim(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip(_EDGES))
    last = start + len(words.rstrip(_EDGES))
    return Span(first, last) if first < last else None
