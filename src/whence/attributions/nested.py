"""Attributions -> those inside their contents, as a tree.

The reader marks two levels at once: "reported that [Zelensky] [revealed] [that up to …]".
What lies deeper is found by reading a content of the second level again as if it were an
article. Contents without a word of reporting are not read again.

Source: PARC 3.0 calls this nesting (Pareti 2016, https://aclanthology.org/L16-1619).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from whence.attributions.link import Linked
from whence.attributions.port import Reader
from whence.ledger.marking import Marking
from whence.ledger.span import Spans, hull
from whence.lexicon.cues import reporting_words
from whence.lexicon.joining import mostly_nouns

DEEPEST = 4  # levels below the outermost
MARKED = 1  # levels below the outermost that the reader marks at once
FEWEST_WORDS = 6  # a source, a cue and a content of some words

_NOBODY = re.compile(r"(?:no\s?one|nobody|none|neither|no)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


Level = Callable[[Sequence[Marking]], list[Linked]]
"""The attributions of one level's markings."""


@dataclass(frozen=True, slots=True)
class Nested:
    """One attribution and its place in the tree; `outer` is an index into the list, or None."""

    linked: Linked
    outer: int | None


def read_nested(
    text: str, outermost: Sequence[Linked], inner: Sequence[Linked], reader: Reader, level: Level
) -> list[Nested]:
    """All attributions as a tree, outer ones before those inside them.

    Args:
        text: The article's text.
        outermost: In reading order.
        inner: Of the second level, in reading order.
        reader: Reads the contents again.
        level: Links what it finds.
    """
    tree: list[Nested] = []

    def grow(linked: Linked, outer: int | None, depth: int) -> None:
        tree.append(Nested(linked, outer))
        here = len(tree) - 1
        for each in inside(linked, depth):
            if is_inside(text, each, linked):
                grow(each, here, depth + 1)

    def inside(linked: Linked, depth: int) -> list[Linked]:
        if depth < MARKED:
            found = [each for each in inner if _lies_in(each, linked.content)]
            return [each for each in found if not _is_deeper(each, found)]
        if depth >= DEEPEST or not may_hold_another(text, linked.content):
            return []
        pieces = [(piece.start, piece.end) for piece in linked.content]
        return level(reader.read(text, pieces).outer)

    last = 0
    for linked in outermost:
        speaker = _inner_speaker(text, linked, tree, last)
        if speaker is None:
            last = len(tree)
            grow(linked, None, 0)
        else:
            host = tree[last]
            before, joined = (
                host.linked.content[:-1],
                hull([host.linked.content[-1], *linked.cue, *linked.content]),
            )
            content = (*before, joined)
            tree[last] = Nested(replace(host.linked, content=content), host.outer)
            grow(replace(linked, source=speaker), last, 1)
    return tree


def _lies_in(linked: Linked, content: Spans) -> bool:
    """Whether all of an attribution stands within the pieces of a content."""
    pieces = (*linked.source, *linked.cue, *linked.content)
    return all(any(outer.covers(piece) for outer in content) for piece in pieces)


def _is_deeper(linked: Linked, among: Sequence[Linked]) -> bool:
    """Whether another of the same level holds it: it is found again when that one is read."""
    return any(each is not linked and _lies_in(linked, each.content) for each in among)


def _inner_speaker(text: str, linked: Linked, tree: Sequence[Nested], host: int) -> Spans | None:
    """Whose participle it is: "X reports that [Y] voiced concern, calling it …".

    The participle follows the content of X directly, and hangs on the verb in there.
    """
    if host >= len(tree) or not linked.cue or linked.source != tree[host].linked.source:
        return None
    is_participle = linked.cue[0].words(text).split()[0].casefold().endswith("ing")
    between = text[tree[host].linked.content[-1].end : linked.cue[0].start]
    if not is_participle or between.strip(' ,"”’'):
        return None
    inner = [each.linked.source for each in tree[host + 1 :] if each.outer == host]
    return next((source for source in reversed(inner) if source), None)


def host_of(tree: Sequence[Nested], parts: Spans) -> int | None:
    """Index of the innermost attribution whose content holds all of some pieces."""
    hosts = [
        (sum(piece.end - piece.start for piece in each.linked.content), number)
        for number, each in enumerate(tree)
        if all(any(piece.covers(part) for piece in each.linked.content) for part in parts)
    ]
    return min(hosts)[1] if hosts else None


def place(tree: Sequence[Nested], linked: Linked) -> list[Nested]:
    """The tree with one more: below the innermost that holds it, above those that it holds."""
    host = host_of(tree, (*linked.source, *linked.cue, *linked.content))
    held = {
        at
        for at, each in enumerate(tree)
        if each.outer == host and at != host and _lies_in(each.linked, linked.content)
    }
    here = min(held, default=len(tree))

    def moved(outer: int | None) -> int | None:
        return outer if outer is None or outer < here else outer + 1

    grown = [
        Nested(each.linked, here if at in held else moved(each.outer))
        for at, each in enumerate(tree)
    ]
    return [*grown[:here], Nested(linked, host), *grown[here:]]


def may_hold_another(text: str, content: Spans) -> bool:
    """Whether a content is long enough and has a word of reporting."""
    words = [
        match[0].casefold() for piece in content for match in _WORD.finditer(piece.words(text))
    ]
    is_reporting = not (reporting_words() - mostly_nouns()).isdisjoint(words)
    return len(words) >= FEWEST_WORDS and is_reporting


def is_inside(text: str, inner: Linked, outer: Linked) -> bool:
    """Whether an attribution says less than the content that it was found in, by a cue.

    "No one has claimed …" is what the outer one says, not what no one says.
    """
    if any(_NOBODY.match(piece.words(text)) for piece in inner.source):
        return False
    inner_length = sum(piece.end - piece.start for piece in inner.content)
    outer_length = sum(piece.end - piece.start for piece in outer.content)
    return bool(inner.cue) and inner_length < outer_length
