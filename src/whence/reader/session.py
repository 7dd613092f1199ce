"""Arrays -> arrays, by the networks (the only import of onnxruntime), and readers made of them.

Each window is one call with one thread and without padding, and the reader's scales are
fixed: nothing but the article decides its reading. Speed comes from reading several articles
at once, in processes of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span
from whence.reader.decode import decode
from whence.reader.encode import CLS, MAX_PIECES, SEP, encode
from whence.reader.manifest import load_manifest, package_folder, read_checked

READER, VECTORS, TOKENIZER = "reader.onnx", "vectors.onnx", "tokenizer.json"


class TrainedReader:
    """The trained network as `attributions.port.Reader` wants it."""

    def __init__(self, folder: Path | None = None) -> None:
        """Load from a folder, by default the package's own.

        Raises:
            ReaderError: A file is missing or is not the one that the manifest names.
        """
        folder = folder or package_folder()
        manifest = load_manifest(folder)
        self._name = manifest.name
        self._tokenizer = _load_tokenizer(read_checked(folder, TOKENIZER, manifest))
        self._session = _load_session(read_checked(folder, READER, manifest))

    @property
    def name(self) -> str:
        """Its name and version, stored with each attribution."""
        return self._name

    def mark(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marking]:
        """The markings inside some ascending [start, end) pairs, in reading order, apart."""
        markings: list[Marking] = []
        for window in encode(self._tokenizer, text, paragraphs):
            firsts = np.array([word.piece for word in window.words], dtype=np.int64)
            scores = _run(self._session, ids=window.ids, firsts=firsts)  # (W, L)
            for piece in decode(scores, [word.paragraph for word in window.words]):
                start, end = window.words[piece.first].start, window.words[piece.last].end
                role = Role(piece.role)
                markings.append(Marking(role, Span(start, end), piece.is_more, piece.score))
        return markings


class SentenceVectors:
    """Texts -> vectors of length 1 whose product is near 1 where they say alike.

    The base encoder with its pooling, unchanged: mean of the pieces' vectors.

    Source: Reimers and Gurevych (2019), Sentence-BERT, https://arxiv.org/abs/1908.10084
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Load from a folder, by default the package's own; errors as for the reader."""
        folder = folder or package_folder()
        manifest = load_manifest(folder)
        self._tokenizer = _load_tokenizer(read_checked(folder, TOKENIZER, manifest))
        self._session = _load_session(read_checked(folder, VECTORS, manifest))

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector of 384 numbers for each text; each is a function of its text alone."""
        found = []
        for encoded in self._tokenizer.encode_batch(list(texts), add_special_tokens=False):
            ids = np.asarray([CLS, *encoded.ids[: MAX_PIECES - 2], SEP], dtype=np.int64)
            found.append(tuple(_run(self._session, ids=ids[None])[0].tolist()))
        return found


def _run(
    session: onnxruntime.InferenceSession, **inputs: npt.NDArray[np.int64]
) -> npt.NDArray[np.float32]:
    """A network's output for named inputs."""
    result: npt.NDArray[np.float32] = session.run(None, inputs)[0]
    return result


def _load_tokenizer(data: bytes) -> Tokenizer:
    tokenizer = Tokenizer.from_buffer(data)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _load_session(data: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # sums and norms stay apart: joined they are eight times slower on a CPU
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
