"""A text and what was searched for -> the piece of it with the most of that, its words marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from whence.ledger.hit import Piece
from whence.ledger.span import Span
from whence.text.queries import Term
from whence.text.words import LETTER, MARKS, fold

WIDTH = 220
"""Characters of an excerpt, about."""
_BEFORE = 60
"""Characters before the first word that is marked."""
_SCANNED = 200_000
"""Characters of a text that are looked through."""


class Excerpt(NamedTuple):
    """A piece of a text.

    Attributes:
        pieces: White space folded; "…" where the text goes on.
        span: Of the first words that were searched for; None where none are in the text.
    """

    pieces: tuple[Piece, ...]
    span: Span | None


def make_excerpt(text: str, terms: Sequence[Term], width: int = WIDTH) -> Excerpt:
    """The window of a text that has the most different terms, the earliest of the best.

    Args:
        text: Any.
        terms: None gives the start of the text.
        width: Characters, about.
    """
    hits = _hits(text[:_SCANNED], terms)
    if not hits:
        end = _at_word(text, width)
        return Excerpt(_pieces(text, 0, end, ()), None)
    first = _best(hits, width - _BEFORE)
    start = _word_start(text, max(hits[first].span.start - _BEFORE, 0))
    end = _at_word(text, max(start + width, hits[first].span.end))
    inside = [each.span for each in hits[first:] if each.span.end <= end]
    return Excerpt(_pieces(text, start, end, inside), hits[first].span)


class _Hit(NamedTuple):
    span: Span
    term: int


def _hits(text: str, terms: Sequence[Term]) -> list[_Hit]:
    """Where terms stand, ascending and apart from each other."""
    folded = fold(text)
    found = sorted(
        (
            _Hit(Span(*match.span()), at)
            for at, term in enumerate(terms)
            for match in _pattern(term).finditer(folded)
        ),
        key=lambda hit: (hit.span.start, -hit.span.end),
    )
    apart: list[_Hit] = []
    for hit in found:
        if not apart or hit.span.start >= apart[-1].span.end:
            apart.append(hit)
    return apart


@lru_cache(256)
def _pattern(term: Term) -> re.Pattern[str]:
    """Where a term stands in a folded text; marks may stand after each letter."""
    words = [MARKS.join(map(re.escape, word)) + MARKS for word in term.words]
    end = LETTER + "*+" if term.is_prefix else f"(?!{LETTER})"
    return re.compile(f"(?<!{LETTER})" + f"(?:(?!{LETTER}).)+".join(words) + end, re.DOTALL)


def _best(hits: Sequence[_Hit], width: int) -> int:
    """The hit from which on the most different terms follow within a width."""
    best, most = 0, 0
    for at, hit in enumerate(hits):
        seen: set[int] = set()
        for other in hits[at:]:
            if other.span.end > hit.span.start + width:
                break
            seen.add(other.term)
        if len(seen) > most:
            best, most = at, len(seen)
    return best


def _word_start(text: str, start: int) -> int:
    """The start of a word, at or after a place."""
    if start == 0 or text[start - 1].isspace():
        return start
    cut = next((at for at in range(start, min(start + 30, len(text))) if text[at].isspace()), None)
    return start if cut is None else cut + 1


def _at_word(text: str, end: int) -> int:
    """The end of a word, at or before a place where one ends near."""
    if end >= len(text):
        return len(text)
    space = next((at for at in range(end, max(end - 30, 0), -1) if text[at].isspace()), None)
    return end if space is None else space


def _pieces(text: str, start: int, end: int, marked: Sequence[Span]) -> tuple[Piece, ...]:
    pieces: list[Piece] = [Piece("… ", is_marked=False)] if text[:start].strip() else []
    at = start
    for span in marked:
        pieces += _piece(text[at : span.start], is_marked=False)
        pieces += _piece(span.words(text), is_marked=True)
        at = span.end
    pieces += _piece(text[at:end], is_marked=False)
    if text[end:].strip():
        pieces.append(Piece(" …", is_marked=False))
    return tuple(pieces)


def _piece(words: str, *, is_marked: bool) -> list[Piece]:
    """The words with each run of white space as one space; none of nothing."""
    if not words:
        return []
    folded = " ".join(words.split())
    before = " " if words[0].isspace() and folded else ""
    after = " " if words[-1].isspace() else ""
    return [Piece(f"{before}{folded}{after}", is_marked)]
