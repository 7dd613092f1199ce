"""The package's files -> the networks behind the ports, loaded when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from whence.attributions.port import Reader

if TYPE_CHECKING:
    from whence.reader.session import SentenceVectors


def trained_reader() -> Reader:
    """The trained reader that is shipped with the program."""
    from whence.reader.session import TrainedReader

    return TrainedReader()


def reader_name() -> str:
    """Its name and version, without loading it."""
    from whence.reader.manifest import load_manifest, package_folder

    return load_manifest(package_folder()).name


def encoder_name() -> str:
    """What decides a sentence's vector: part of the hash of the encoder's file."""
    from whence.reader.manifest import load_manifest, package_folder

    return load_manifest(package_folder()).sha256["vectors.onnx"][:16]


class SentenceEncoder:
    """`claims.port.Vectors` by the network that is shipped, loaded at the first text."""

    def __init__(self) -> None:
        self._loaded: SentenceVectors | None = None

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector for each text."""
        if not texts:
            return []
        if self._loaded is None:
            from whence.reader.session import SentenceVectors

            self._loaded = SentenceVectors()
        return self._loaded.vectors(texts)
