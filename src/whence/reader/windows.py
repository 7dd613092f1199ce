"""Paragraphs of tokens -> windows of word pieces.

Letters for shapes, here and in the other files of the folder:
P word pieces of a window, W tokens of a window, L labels of a head.

Windows hold whole paragraphs, one after the other, up to `MAX_PIECES` pieces; a longer
paragraph is cut after a sentence where it can be. Each window is read alone, without
padding, so that nothing but the article decides a reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

MAX_PIECES = 176  # attention costs most in long windows; docs/decisions/0002
MOST_OF_TOKEN = 16  # pieces; the rest of a longer token (an address) is not looked at
MOST_REMEMBERED = 60_000  # tokens whose pieces are kept
UNKNOWN, CLS, SEP = 100, 101, 102  # ids of the special pieces in the vocabulary of BERT, uncased
PLAIN, TITLE, CAPITALS, MIXED = range(4)  # a token's letters; the vocabulary has small ones alone
SHAPES = 4

_ENDS = frozenset({".", "?", "!", "”", '"', "''"})


@dataclass(frozen=True, slots=True)
class Window:
    """What the network sees at once.

    Attributes:
        ids: Ids of word pieces with the special pieces between. Shape (P,).
        shapes: How the token of each piece is written, `PLAIN` to `MIXED`. Shape (P,).
        firsts: Where each token's first piece stands in `ids`. Shape (W,).
        opens: Whether a token is the first of its paragraph here. Shape (W,).
        start: Number of its first token, counted through all paragraphs.
    """

    ids: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    firsts: npt.NDArray[np.int64]
    opens: npt.NDArray[np.bool_]
    start: int


@dataclass(frozen=True, slots=True)
class Token:
    """A token as the network gets it: ids of its pieces, and its shape."""

    ids: tuple[int, ...]
    shape: int


class Pieces:
    """Tokens -> ids of their word pieces, remembered (WordPiece, Schuster and Nakajima 2012)."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Wrap a tokenizer without truncation and padding."""
        self._tokenizer = tokenizer
        self._known: dict[str, Token] = {}

    def of(self, tokens: Sequence[str]) -> list[Token]:
        """The pieces of each token, at least one, at most `MOST_OF_TOKEN`, and its shape."""
        known = self._known
        new = {token for token in tokens if token not in known}
        if new:
            if len(known) + len(new) > MOST_REMEMBERED:
                known.clear()
                new = set(tokens)
            unseen = sorted(new)
            found = self._tokenizer.encode_batch(unseen, add_special_tokens=False)
            for token, encoded in zip(unseen, found, strict=True):
                ids = tuple(encoded.ids[:MOST_OF_TOKEN]) or (UNKNOWN,)
                known[token] = Token(ids, shape_of(token))
        return [known[token] for token in tokens]


def shape_of(token: str) -> int:
    """How a token's letters are written."""
    if token.islower() or not any(map(str.isalpha, token)):
        return PLAIN
    if token.isupper() and len(token) > 1:
        return CAPITALS
    if token[0].isupper() and not any(map(str.isupper, token[1:])):
        return TITLE
    return MIXED


def encode(
    pieces: Pieces, paragraphs: Sequence[Sequence[str]], most: int = MAX_PIECES
) -> Iterator[Window]:
    """Cut paragraphs into windows.

    Args:
        pieces: Of the network's vocabulary.
        paragraphs: Tokens as printed.
        most: Pieces of a window at most.

    Yields:
        Windows in reading order that together hold each token once.
    """
    pieces.of([token for tokens in paragraphs for token in tokens])  # all at once is quicker
    start, count = 0, 0
    groups: list[list[Token]] = []
    size = 1
    for tokens in paragraphs:
        for part in _parts(tokens, pieces.of(tokens), most):
            length = sum(len(each.ids) for each in part) + 1
            if groups and size + length > most:
                yield _window(groups, start)
                start, groups, size = count, [], 1
            if part:
                groups.append(part)
                size += length
                count += len(part)
    if groups:
        yield _window(groups, start)


def _parts(tokens: Sequence[str], pieces: list[Token], most: int) -> Iterator[list[Token]]:
    """A paragraph whole, or where it is longer than a window in parts that fit."""
    room = most - 2
    lengths = [len(each.ids) for each in pieces]
    if sum(lengths) <= room:
        yield pieces
        return
    start, size, good = 0, 0, 0
    for at, length in enumerate(lengths):
        if size + length > room:
            cut = good if good > start else at
            yield pieces[start:cut]
            start, size = cut, sum(lengths[cut:at])
        size += length
        if tokens[at] in _ENDS and size > room // 2:
            good = at + 1
    yield pieces[start:]


def _window(groups: list[list[Token]], start: int) -> Window:
    ids, shapes, firsts, opens = [CLS], [PLAIN], [], []
    for group in groups:
        for number, each in enumerate(group):
            firsts.append(len(ids))
            opens.append(number == 0)
            ids.extend(each.ids)
            shapes.extend([each.shape] * len(each.ids))
        ids.append(SEP)
        shapes.append(PLAIN)
    as_int = np.int64
    return Window(
        np.array(ids, as_int),
        np.array(shapes, as_int),
        np.array(firsts, as_int),
        np.array(opens, np.bool_),
        start,
    )
