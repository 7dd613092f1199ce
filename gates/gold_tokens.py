"""A document's tokens, as people cut them -> the reader's rows."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from training.corpora.records import Document
from whence.reader.read import TrainedReader
from whence.reader.rows import Rows


def rows_of(reader: TrainedReader, document: Document) -> Rows:
    """The rows of all its tokens; their characters are made up, as if with a blank after each."""
    tokens = [token for each in document.paragraphs for token in each]
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token) + 1)
    return reader.rows_of(
        document.paragraphs, [(start, end - 1) for start, end in pairwise(starts)]
    )


def sentence_numbers(document: Document) -> npt.NDArray[np.int64]:
    """The number of each token's sentence, ascending from 0. (tokens,)."""
    begins = np.zeros(sum(map(len, document.paragraphs)), dtype=np.int64)
    begins[list(document.sentences or ())] = 1
    return begins.cumsum() - 1
