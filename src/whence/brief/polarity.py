"""A line and its evidence -> the negations that one has and the other has not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from whence.ledger.brief import Line
from whence.ledger.reading import Reading
from whence.ledger.span import Span

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_NEGATIVE = frozenset(
    {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"}
)
_DENIAL = re.compile(r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|refut(?:es|ed)|dismiss(?:es|ed)?)$")


def changed_polarity(line: Line, rest: str, readings: Mapping[str, Reading]) -> Iterator[str]:
    """The negations that a line lost or added.

    Args:
        line: With its evidence.
        rest: Its text without the words that are computed.
        readings: By article id.

    A negation of the line must stand in its evidence. Where the words of an evidence span
    are in the line, its negation must be too.
    """
    own = _words(line.text)
    shown: set[str] = set()
    for proof in line.evidence:
        article = readings[proof.article].article
        if article is None:
            continue
        shown |= {word for span in proof.span for word in _words(span.words(article.text))}
        for span in innermost(proof.span):
            yield from _lost(_words(span.words(article.text)), own)
    yield from (word for word in _words(rest) if is_negative(word) and word not in shown)


def innermost(spans: Sequence[Span]) -> list[Span]:
    """The spans that hold no other."""
    return [
        span for span in spans if not any(other != span and span.covers(other) for other in spans)
    ]


def is_negative(word: str) -> bool:
    """Whether a word, in lower case, turns what it stands by into its opposite."""
    is_short = word.endswith(("n't", "n’t"))
    return word in _NEGATIVE or is_short or _DENIAL.match(word) is not None


def _lost(words: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    """The negations of some evidence that are gone where its words are not."""
    known = set(own)
    runs = set(pairwise(own))
    has_denial = any(_DENIAL.match(word) for word in own)
    for place, word in enumerate(words):
        is_there = word in known or (has_denial and _DENIAL.match(word) is not None)
        if is_there or not is_negative(word):
            continue
        skipped = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
        after = words[place + 1 :]
        is_said = skipped in runs or any(pair in runs for pair in pairwise(after))
        if is_said:
            yield word


def _words(text: str) -> list[str]:
    return [match[0].casefold() for match in _WORD.finditer(text)]
