"""The package's files -> the networks behind the ports, loaded when first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from whence.attributions.port import Reader
from whence.claims.port import Compared

if TYPE_CHECKING:
    from whence.reader.comparer import Comparer
    from whence.reader.vectors import SentenceVectors
    from whence.reader.words import Words


def trained_reader() -> Reader:
    """The trained reader that is shipped with the program."""
    from whence.reader.read import TrainedReader

    return TrainedReader()


def reader_name() -> str:
    """Its name and version, without loading it."""
    from whence.reader.manifest import load_manifest, package_folder

    return load_manifest(package_folder()).name


def reading_by() -> str:
    """What decides a reading: the reader's name and version, and the program's."""
    from whence.pipeline.settings import program_version

    return f"{reader_name()}, whence {program_version()}"


def measured_words() -> str:
    """How often the shipped reader is right, in a sentence; "" where nobody measured."""
    from whence.reader.manifest import load_manifest, package_folder

    scores = load_manifest(package_folder()).about.get("scores", {})
    found = scores.get("PolNeAR dev, attribution recall")
    right = scores.get("PolNeAR dev, attribution precision")
    if found is None or right is None:
        return ""
    return (
        f"Where people marked who says what (84 articles of US news, 2016), the reader found"
        f" {found:.0%} of it, and {right:.0%} of what it gave was right.".replace("%", " %")
    )


def encoder_names() -> tuple[str, str]:
    """What decides a sentence's vector, and how two compare: parts of the files' hashes."""
    from whence.reader.manifest import load_manifest, package_folder

    known = load_manifest(package_folder()).sha256
    words = known["words.npz"][:8]
    return words + known["vectors.onnx"][:8], words + known["pairs.onnx"][:8]


class SentenceEncoder:
    """`claims.port.Encoder` by the networks that are shipped, loaded at the first text."""

    def __init__(self) -> None:
        self._words: Words | None = None
        self._vectors: SentenceVectors | None = None
        self._comparer: Comparer | None = None

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector for each text."""
        if not texts:
            return []
        if self._vectors is None:
            from whence.reader.vectors import SentenceVectors

            self._vectors = SentenceVectors(words=self._table())
        return self._vectors.vectors(texts)

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """How the two texts of each pair stand to each other."""
        if not pairs:
            return []
        if self._comparer is None:
            from whence.reader.comparer import Comparer

            self._comparer = Comparer(words=self._table())
        return [Compared(*shares) for shares in self._comparer.compare(pairs)]

    def _table(self) -> Words:
        if self._words is None:
            from whence.reader.words import Words

            self._words = Words()
        return self._words
