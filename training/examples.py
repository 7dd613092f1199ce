"""Annotated articles -> windows with a label for each word.

The windows are those of `whence.reader.encode`, so training and reading see the same.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from training.corpora.polnear import Annotated
from whence.reader.decode import LABELS
from whence.reader.encode import encode

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True)
class Example:
    """One window. `labels` has -100 at every piece that is not the first of a word."""

    ids: np.ndarray
    labels: np.ndarray


def make_examples(tokenizer: Tokenizer, article: Annotated, text: str) -> list[Example]:
    """The windows of one article; `text` may have other quotation marks of the same length."""
    marks = label_characters(article)
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    examples = []
    for window in encode(tokenizer, text, paragraphs):
        labels = np.full(len(window.ids), -100, dtype=np.int64)
        before, paragraph = None, None
        for word in window.words:
            mark = marks.get(word.start)
            if mark is None:
                name = "O"
            else:
                role, attribution, piece = mark
                goes_on = before == (attribution, role, piece) and paragraph == word.paragraph
                is_more = role == "Content" and piece > 0
                name = f"I-{role}" if goes_on else "M-Content" if is_more else f"B-{role}"
                if (
                    role == "Content"
                    and not goes_on
                    and before
                    and before[0] == attribution
                    and before[1] == role
                ):
                    name = "M-Content"  # the same piece, in the next paragraph
            before = (mark[1], mark[0], mark[2]) if mark else None
            paragraph = word.paragraph
            labels[word.piece] = LABELS.index(name)
        examples.append(Example(window.ids, labels))
    return examples


def label_characters(article: Annotated) -> dict[int, tuple[str, int, int]]:
    """Character -> (role, number of the attribution, number of the piece)."""
    marks: dict[int, tuple[str, int, int]] = {}
    for number, roles in enumerate(article.attributions):
        for role, pieces in roles.items():
            for piece, (start, end) in enumerate(pieces):
                for at in range(start, end):
                    marks.setdefault(at, (role.capitalize(), number, piece))
    return marks


def curl_quotes(text: str, chance: random.Random) -> str:
    """The text with its straight quotation marks curled, or left, by chance.

    PolNeAR has straight marks nearly everywhere and newspapers today do not.
    """
    if chance.random() < 0.5:
        return text
    text = re.sub(r'(^|[\s(\[—-])"', "\\1“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)", "’", text)
