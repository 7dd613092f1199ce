"""Text with its paragraphs -> windows of word pieces.

Letters for shapes, here and in the other files of the folder:
P word pieces of a window, W words of a window, L labels.

Windows hold whole paragraphs, one after the other, up to `MAX_PIECES` pieces; a longer
paragraph is cut between words. Each window is read alone, without padding, so that
nothing but the article decides a reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

MAX_PIECES = 250  # the recipe's window; position embeddings would allow 512
CLS, SEP = 101, 102  # ids of the special pieces in the vocabulary of BERT, uncased


class Word(NamedTuple):
    """One word: its characters, its paragraph, and where its first piece stands.

    Attributes:
        start: First character in the article's text.
        end: One past the last character.
        paragraph: Index of the paragraph that holds it.
        piece: Index of its first piece in the window's ids.
    """

    start: int
    end: int
    paragraph: int
    piece: int


@dataclass(frozen=True, slots=True)
class Window:
    """What the network sees at once.

    Attributes:
        ids: Ids of word pieces with the special pieces between. Shape (P,).
        words: The words, in reading order; `piece` points into `ids`.
    """

    ids: npt.NDArray[np.int64]
    words: tuple[Word, ...]


def encode(
    tokenizer: Tokenizer,
    text: str,
    paragraphs: Sequence[tuple[int, int]],
) -> Iterator[Window]:
    """Cut paragraphs into windows.

    Args:
        tokenizer: Without truncation and padding.
        text: The article's text.
        paragraphs: Ascending [start, end) pairs of characters; what is outside them
            is not read.

    Yields:
        Windows in reading order. Each paragraph with a word is in one window, or in
        several that follow each other where it is longer than a window.
    """
    parts = [text[start:end] for start, end in paragraphs]
    encoded = tokenizer.encode_batch(parts, add_special_tokens=False)
    ids: list[int] = [CLS]
    words: list[Word] = []
    for number, ((start, _), pieces) in enumerate(zip(paragraphs, encoded, strict=True)):
        if words and len(ids) + len(pieces.ids) + 1 > MAX_PIECES:
            yield _window(ids, words)
            ids, words = [CLS], []
        previous = None
        for piece, word, (first, last) in zip(
            pieces.ids, pieces.word_ids, pieces.offsets, strict=True
        ):
            if word != previous:
                if len(ids) >= MAX_PIECES - 1:
                    yield _window([*ids, SEP], words)
                    ids, words = [CLS], []
                words.append(Word(start + first, start + last, number, len(ids)))
                previous = word
            elif len(ids) < MAX_PIECES - 1:
                words[-1] = words[-1]._replace(end=start + last)
            else:  # one word longer than the window: its rest is not looked at
                words[-1] = words[-1]._replace(end=start + last)
                continue
            ids.append(piece)
        if len(ids) > 1 and ids[-1] != SEP:
            ids.append(SEP)
    if words:
        yield _window(ids, words)


def _window(ids: Sequence[int], words: Sequence[Word]) -> Window:
    return Window(np.asarray(ids, dtype=np.int64), tuple(words))
