"""Two texts -> how probably they say the same, by a network that reads both at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from whence.reader.manifest import load_manifest, package_folder, read_checked
from whence.reader.session import load_session, run
from whence.reader.windows import CLS, SEP
from whence.reader.words import Words

PAIRS = "pairs.onnx"
LONGEST = 60  # pieces of each text; the rest is not looked at

PLACES = 4  # of a probability, so that a store that keeps float32 gives the same back

Shares = tuple[float, float, float, float]
"""Probabilities of: the same, one more specific, conflict, different; they come to 1."""


class Comparer:
    """Pairs of claims -> probabilities of how they stand to each other.

    A cross-encoder over the base network's words, learned from pairs of event mentions and then
    from pairs of claims that people labelled (`training.comparer`). The two are put in one
    order, so that theirs does not count.

    Source: Devlin et al. (2019), https://arxiv.org/abs/1810.04805; Nogueira and Cho (2019),
    https://arxiv.org/abs/1901.04085
    """

    def __init__(self, folder: Path | None = None, words: Words | None = None) -> None:
        """Load from a folder, by default the package's own; errors as for the reader."""
        folder = folder or package_folder()
        self._words = words or Words(folder)
        self._session = load_session(read_checked(folder, PAIRS, load_manifest(folder)))

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Shares]:
        """The probabilities of each pair, each a function of its two texts alone."""
        texts = sorted({text for pair in pairs for text in pair})
        known = dict(zip(texts, self._words.ids(texts), strict=True))
        return [self._compare(known[one][:LONGEST], known[other][:LONGEST]) for one, other in pairs]

    def _compare(self, one: list[int], other: list[int]) -> Shares:
        first, second = sorted((one, other), key=lambda each: (len(each), each))
        ids = np.asarray([CLS, *first, SEP, *second, SEP], dtype=np.int64)
        kinds = np.zeros(len(ids), dtype=np.int64)
        kinds[len(first) + 2 :] = 1
        same, one_more, other_more, conflict, different = run(
            self._session, words=self._words.rows(ids), kinds=kinds
        ).tolist()
        shares = (same, one_more + other_more, conflict, different)
        return tuple(round(share, PLACES) for share in shares)
