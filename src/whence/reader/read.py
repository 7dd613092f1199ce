"""A text -> everything that the trained network finds in it, by one pass per window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from whence.ledger.marking import Analysis
from whence.reader.analyse import analyse
from whence.reader.manifest import load_manifest, package_folder, read_checked
from whence.reader.rows import Rows
from whence.reader.session import load_session, load_tokenizer, run
from whence.reader.weights import HeadWeights, read_weights
from whence.reader.windows import MAX_PIECES, Pieces, encode
from whence.text.tokens import split_tokens

READER, HEADS, TOKENIZER = "reader.onnx", "heads.npz", "tokenizer.json"


class TrainedReader:
    """The trained network as `attributions.port.Reader` wants it."""

    def __init__(self, folder: Path | None = None, most: int = MAX_PIECES) -> None:
        """Load from a folder, by default the package's own.

        Args:
            folder: Of the files.
            most: Pieces of a window at most.

        Raises:
            ReaderError: A file is missing or is not the one that the manifest names.
        """
        folder = folder or package_folder()
        manifest = load_manifest(folder)
        self._name, self._most = manifest.name, most
        self._pieces = Pieces(load_tokenizer(read_checked(folder, TOKENIZER, manifest)))
        self._weights = read_weights(read_checked(folder, HEADS, manifest))
        self._session = load_session(read_checked(folder, READER, manifest))

    @property
    def name(self) -> str:
        """Its name and version, stored with each attribution."""
        return self._name

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """All that stands inside some ascending [start, end) pairs."""
        return analyse(self.rows(text, paragraphs), self._weights)

    def rows(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Rows:
        """The network's rows for the tokens of some ascending [start, end) pairs."""
        spans = [split_tokens(text, start, end) for start, end in paragraphs]
        printed = [[text[start:end] for start, end in each] for each in spans]
        return self.rows_of(printed, [pair for each in spans for pair in each])

    def rows_of(
        self, paragraphs: Sequence[Sequence[str]], spans: Sequence[tuple[int, int]]
    ) -> Rows:
        """The same for tokens that somebody else cut, with the characters of each."""
        windows = tuple(encode(self._pieces, paragraphs, self._most))
        found = [
            run(self._session, ids=each.ids, shapes=each.shapes, firsts=each.firsts)
            for each in windows
        ]
        return Rows(paragraphs, spans, windows, found)

    @property
    def weights(self) -> HeadWeights:
        """What the heads need beside the rows."""
        return self._weights
