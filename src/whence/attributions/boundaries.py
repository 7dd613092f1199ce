"""Linked spans -> the same with edges where words belong together.

The network decides word by word; some edges it sets cannot be right: a number cut in two
("warns up | to 10,000"), a "that" before a name, a lone article. Nothing is moved by more
than a few words, and what is left without a content word is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.attributions.link import Linked
from whence.ledger.span import Span, Spans
from whence.lexicon.joining import aspectual, dangling, determiners, event_participles

_OUTER = " \t\r\n,;:–—-"
_LEADING_THAT = re.compile(r"(?:that|and|but)\s+(?=\S)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
MOST_ADDED = 3  # words
_DASH = re.compile(r"[-–—]+\s+")
_RELATIVE = re.compile(r",?\s+(?:which|who|that)$")
MOST_ASKED = 3
_PUBLISHED = re.compile(r",\s+(?:published|released|issued|dated)$")
_NEITHER = re.compile(r"\b(?P<word>neither)$", re.IGNORECASE)
_QUESTION = re.compile(r"\s+(?P<words>(?:whether|if|why|how|what|when)\s+[^.?!;\n]+)")
_NEXT_WORD = re.compile(r"[^\S\n]+[^\W\d_][\w’'-]*")


def mend(text: str, linked: Sequence[Linked], numbers: Iterable[Span]) -> list[Linked]:
    """Set the edges of some attributions right; drop those that say nothing.

    Args:
        text: The article's text.
        linked: As linked.
        numbers: Spans of quantities and times; none may be cut by an edge of a content.
    """
    whole = sorted(numbers)
    found = []
    for each in linked:
        content = tuple(_without_dash(text, piece) for piece in each.content)
        content = _with_nouns(text, _with_whole_numbers(content, whole))
        content = _with_whole_numbers(content, whole)
        cue = tuple(_trim(text, piece) for piece in _outside(each.cue, content))
        cue = tuple(piece for piece in cue if piece.words(text).strip(_OUTER))
        source = tuple(_trim(text, _without_that(text, piece)) for piece in each.source)
        source = tuple(_without_published(text, piece) for piece in source)
        source, cue = _with_neither(text, source, cue)
        content = tuple(_asked(text, piece) for piece in content)
        source = tuple(piece for piece in source if says_something(text, piece, is_source=True))
        if _is_event(text, cue):
            source = ()
        content = tuple(piece for piece in content if says_something(text, piece))
        if _begins_something(text, cue):
            continue  # "has begun to clear ground" is what somebody does
        if content and not source and _RELATIVE.search(text, *content[-1]):
            continue  # "…, which signals …": the words before are what the clause is about
        if content and (cue or source or is_quoted(text, content)):
            found.append(Linked(source, cue, content, each.score))
    return found


def untangle(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """Give back a source that a relative clause took: "said [X, who] reads …" is X's saying."""
    found: list[Linked] = []
    for each in linked:
        relative = _RELATIVE.search(text, *each.source[-1]) if each.source else None
        before = found[-1] if found else None
        if relative is None:
            found.append(each)
            continue
        source = (Span(each.source[0].start, relative.start()),)
        is_taken = before is not None and not before.source and bool(before.cue)
        if before and is_taken and not text[before.cue[-1].end : source[0].start].strip():
            found[-1] = replace(before, source=source)
        else:
            found.append(replace(each, source=source))
    return found


def _with_whole_numbers(content: Spans, numbers: Sequence[Span]) -> Spans:
    """Pieces stretched over the numbers that their edges cut."""
    pieces = []
    for piece in content:
        start, end = piece
        for number in numbers:
            if number.start >= end:
                break
            if number.start < start < number.end:
                start = number.start
            if number.start < end < number.end:
                end = number.end
        pieces.append(Span(start, end))
    return tuple(pieces)


def _outside(cue: Spans, content: Spans) -> Spans:
    """The cue without what a content took."""
    kept = []
    for piece in cue:
        start, end = piece
        for other in content:
            if start < other.start < end:
                end = other.start
            if start < other.end < end and other.start <= start:
                start = other.end
        if start < end and not any(other.covers(Span(start, end)) for other in content):
            kept.append(Span(start, end))
    return tuple(kept)


def _without_dash(text: str, piece: Span) -> Span:
    """A piece without the dash of a dateline or a bullet before it."""
    dash = _DASH.match(text, piece.start, piece.end)
    return Span(dash.end(), piece.end) if dash and dash.end() < piece.end else piece


def _with_nouns(text: str, content: Spans) -> Spans:
    """Pieces that end in an article or preposition, or before "of", with what they wait for."""
    starts = [piece.start for piece in content[1:]]
    return tuple(
        _with_noun(text, piece, limit)
        for piece, limit in zip(content, [*starts, len(text)], strict=True)
    )


def _with_noun(text: str, piece: Span, limit: int) -> Span:
    for _ in range(MOST_ADDED):
        following = _NEXT_WORD.match(text, piece.end, limit)
        last = _last_word(piece.words(text)).casefold()
        if following is None or not (last in dangling() or _goes_on(last, following[0])):
            break
        piece = Span(piece.start, following.end())
    return piece


def _goes_on(last: str, following: str) -> bool:
    """Whether "of" comes next: "in the last week | of February"."""
    return bool(last) and following.split() == ["of"]


def _last_word(words: str) -> str:
    """The last word; "" where there are only marks."""
    for printed in reversed(words.split()):
        found = _WORD.findall(printed)
        if found:
            return str(found[-1])
    return ""


def _with_neither(text: str, source: Spans, cue: Spans) -> tuple[Spans, Spans]:
    """Source and cue with "neither" on the cue's side."""
    if not source or not cue:
        return source, cue
    match = _NEITHER.search(text, source[-1].start, source[-1].end)
    if match is None or text[match.end() : cue[0].start].strip():
        return source, cue
    first = Span(match.start("word"), cue[0].end)
    kept = len(text[source[-1].start : match.start("word")].rstrip())
    last = (Span(source[-1].start, source[-1].start + kept),) if kept else ()
    return (*source[:-1], *last), (first, *cue[1:])


def _asked(text: str, piece: Span) -> Span:
    """What was asked, where only the one who was asked was taken: "asks Moscow [whether …]"."""
    if len(piece.words(text).split(maxsplit=MOST_ASKED)) > MOST_ASKED:
        return piece
    match = _QUESTION.match(text, piece.end)
    return Span(*match.span("words")) if match else piece


def _without_that(text: str, piece: Span) -> Span:
    while match := _LEADING_THAT.match(text, piece.start, piece.end):
        piece = Span(match.end(), piece.end)
    return piece


def _without_published(text: str, piece: Span) -> Span:
    """A source without the participle of a cut-off date: "our report, published | on March 7"."""
    match = _PUBLISHED.search(piece.words(text))
    return Span(piece.start, piece.start + match.start()) if match and match.start() else piece


def _trim(text: str, piece: Span) -> Span:
    """A piece without blanks and commas at its edges; itself where nothing would be left."""
    words = piece.words(text)
    start = piece.start + len(words) - len(words.lstrip(_OUTER))
    end = piece.start + len(words.rstrip(_OUTER))
    return Span(start, end) if start < end else piece


def says_something(text: str, piece: Span, *, is_source: bool = False) -> bool:
    """Whether a piece has a word that is no article; as a source also "who", "this"."""
    bare = {"a", "an", "the"} if is_source else determiners()
    words = _WORD.finditer(text, piece.start, piece.end)
    return any(word[0].casefold() not in bare for word in words)


def _is_event(text: str, cue: Spans) -> bool:
    """Whether the cue is what an event does, not a speaker: ", raising concerns about"."""
    first = cue[0].words(text).split()[:1] if cue else []
    return bool(first) and first[0].casefold() in event_participles()


def _begins_something(text: str, cue: Spans) -> bool:
    """Whether the cue is the beginning or the end of a deed."""
    last = cue[-1].words(text).split()[-1:] if cue else []
    return bool(last) and last[0].casefold() in aspectual()


def is_quoted(text: str, content: Spans) -> bool:
    """Whether a content begins at a quotation mark."""
    around = text[max(0, content[0].start - 2) : content[0].start + 2]
    return any(mark in around for mark in '"“„«‘') or "''" in around or "``" in around
