"""An article's sentences -> those that the outlet says in its own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Span
from whence.text.sentences import Positions

ALWAYS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BULLET})
"""Blocks whose every sentence is read as a claim, with or without a named actor."""

NEVER = frozenset(
    {BlockKind.HEADING, BlockKind.EMBEDDED_POST, BlockKind.BOILERPLATE, BlockKind.BYLINE}
)
MOST_HELD = 0.3  # share of a sentence's characters inside attributions; ours, 2026-11
FEWEST_WORDS = 4

_WORD = re.compile(r"\w+")


def find_own_voice(
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Span],
    held: Sequence[Span],
    marks: Sequence[Span],
) -> Iterator[tuple[Span, BlockKind]]:
    """The sentences outside all attributions that could be claims.

    Args:
        text: The article's text.
        blocks: Ascending.
        sentences: Ascending.
        held: Cues and contents of the article's attributions, in any order.
        marks: Mentions of actors and quantities: a sentence of the body needs one.

    Yields:
        Sentences with the kind of their block, in reading order. Questions are left out.
    """
    at_block = Positions([(block.start, block.end) for block in blocks])
    taken = bytearray(len(text))
    for span in held:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    marked = bytearray(len(text))
    for span in marks:
        marked[span.start] = 1
    for sentence in sentences:
        index = at_block.index(sentence.start)
        kind = blocks[index].kind if index >= 0 else BlockKind.PARAGRAPH
        if kind in NEVER or text[sentence.end - 1] == "?":
            continue
        if taken.count(1, *sentence) > MOST_HELD * (sentence.end - sentence.start):
            continue
        is_claim = kind in ALWAYS or marked.find(1, *sentence) >= 0
        if is_claim and len(_WORD.findall(text, *sentence)) >= FEWEST_WORDS:
            yield sentence, kind
