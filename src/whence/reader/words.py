"""Ids of word pieces -> their rows of the base encoder's word table, which two networks share."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import numpy.typing as npt

from whence.reader.manifest import load_manifest, package_folder, read_checked
from whence.reader.session import Floats, load_tokenizer

WORDS, TOKENIZER = "words.npz", "tokenizer.json"


class Words:
    """Texts -> ids -> rows of the table, int8 with a scale for each row.

    Letters: P pieces, V pieces of the vocabulary, D = 384.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Load from a folder, by default the package's own; errors as for the reader."""
        folder = folder or package_folder()
        manifest = load_manifest(folder)
        self._tokenizer = load_tokenizer(read_checked(folder, TOKENIZER, manifest))
        with np.load(io.BytesIO(read_checked(folder, WORDS, manifest))) as file:
            self._table, self._scale = file["table"], file["scale"]  # (V, D), (V, 1)

    def ids(self, texts: list[str]) -> list[list[int]]:
        """The ids of each text's pieces, without the special ones."""
        encoded = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        return [each.ids for each in encoded]

    def rows(self, ids: npt.NDArray[np.int64]) -> Floats:
        """The vectors of some pieces. (P,) -> (P, D)."""
        found: Floats = self._table[ids].astype(np.float32) * self._scale[ids]
        return found
