"""Texts -> vectors that are near where they say alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from whence.reader.manifest import load_manifest, package_folder, read_checked
from whence.reader.session import load_session, run
from whence.reader.windows import CLS, SEP
from whence.reader.words import Words

LONGEST = 250  # pieces of a text; the rest is not looked at
VECTORS = "vectors.onnx"


class SentenceVectors:
    """Texts -> vectors of length 1 whose product is near 1 where they say alike.

    The base encoder with its pooling, unchanged: mean of the pieces' vectors.

    Source: Reimers and Gurevych (2019), Sentence-BERT, https://arxiv.org/abs/1908.10084
    """

    def __init__(self, folder: Path | None = None, words: Words | None = None) -> None:
        """Load from a folder, by default the package's own; errors as for the reader."""
        folder = folder or package_folder()
        self._words = words or Words(folder)
        self._session = load_session(read_checked(folder, VECTORS, load_manifest(folder)))

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector of 384 numbers for each text; each is a function of its text alone."""
        found = []
        for known in self._words.ids(list(texts)):
            ids = np.asarray([CLS, *known[: LONGEST - 2], SEP], dtype=np.int64)
            found.append(tuple(run(self._session, words=self._words.rows(ids)).tolist()))
        return found
