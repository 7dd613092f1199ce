"""A treebank's tokens -> a text with the characters of each."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from training.corpora.conllu import Parsed
from training.corpora.records import Run

Pair = tuple[int, int]
"""[start, end) characters."""

BETWEEN = "\n\n"
"""What stands between two paragraphs."""


class Printed(NamedTuple):
    """A text and what stands where in it.

    Attributes:
        text: Paragraphs with a blank line between.
        tokens: The characters of each token, ascending.
        paragraphs: The characters of each paragraph, ascending.
    """

    text: str
    tokens: tuple[Pair, ...]
    paragraphs: tuple[Pair, ...]


def print_out(parsed: Parsed) -> Printed:
    """The text of a document: a blank after a token where its file says that one follows."""
    pieces: list[str] = []
    tokens: list[Pair] = []
    paragraphs: list[Pair] = []
    at = 0
    for first, end in pairwise([*parsed.paragraphs, len(parsed.tokens)]):
        start = at
        for number in range(first, end):
            token = parsed.tokens[number]
            tokens.append((at, at + len(token)))
            is_last = number == end - 1
            after = BETWEEN if is_last else " " * parsed.is_blank_after[number]
            pieces += [token, after]
            at += len(token) + len(after)
        paragraphs.append((start, tokens[-1][1]))
    return Printed("".join(pieces), tuple(tokens), tuple(paragraphs))


def characters(printed: Printed, tokens: Iterable[int]) -> frozenset[int]:
    """The characters of some tokens, white space left out."""
    return black(printed.text, [printed.tokens[token] for token in tokens])


def black(text: str, pairs: Iterable[Pair]) -> frozenset[int]:
    """The characters of some ranges, white space left out."""
    return frozenset(
        at for start, end in pairs for at in range(start, end) if not text[at].isspace()
    )


def runs_between(starts: Iterable[int], end: int) -> list[Run]:
    """First and last token of each stretch that begins at one of some ascending tokens."""
    return [(first, after - 1) for first, after in pairwise([*starts, end])]
