"""Attributions -> those inside their contents, by reading each content again.

The reader was trained on flat annotation. Given a content as if it were an article, it
finds who speaks in there: "reported that [Zelensky] [revealed] [that up to …]". Contents
without a word of reporting are not read again.

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
FEWEST_WORDS = 6  # a source, a cue and a content of some words

_NOBODY = re.compile(r"(?:no\s?one|nobody|none|neither|no)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


Level = Callable[[Sequence[Marking], Sequence[tuple[int, int]]], list[Linked]]
"""The attributions of one level: markings and the ranges that they were found in."""


@dataclass(frozen=True, slots=True)
class Nested:
    """One attribution and its place in the tree; `outer` is an index into the list, or None."""

    linked: Linked
    outer: int | None


def read_nested(
    text: str, outermost: Sequence[Linked], reader: Reader, level: Level
) -> list[Nested]:
    """All attributions as a tree, outer ones before those inside them.

    Args:
        text: The article's text.
        outermost: In reading order.
        reader: Reads the contents again.
        level: Links what it finds.
    """
    tree: list[Nested] = []

    def grow(linked: Linked, outer: int | None, depth: int) -> None:
        tree.append(Nested(linked, outer))
        here = len(tree) - 1
        if depth >= DEEPEST or not may_hold_another(text, linked.content):
            return
        pieces = [(piece.start, piece.end) for piece in linked.content]
        for inner in level(reader.mark(text, pieces), pieces):
            if is_inside(text, inner, linked):
                grow(inner, here, depth + 1)

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
