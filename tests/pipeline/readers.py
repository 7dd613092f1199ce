"""Small real readers and vectors for tests: no network, no files."""

from __future__ import annotations

import os
import re
import signal
import time
import zlib
from collections.abc import Sequence

from tests.strategies.analyses import analyse, forms
from whence.claims.port import Compared
from whence.errors import ReaderError
from whence.ledger.marking import Analysis

_SAID = re.compile(r"(?P<source>[A-Z]\w+(?: [A-Z]\w+)*) (?P<cue>said) (?P<content>[^.]+)")
_SIZE = 64


class PatternReader:
    """Marks `Somebody said something.`"""

    @property
    def name(self) -> str:
        """Its name."""
        return "pattern-1"

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """What the pattern finds in each paragraph."""
        return analyse(text, paragraphs, forms(_SAID), 1.0)


class FragileReader(PatternReader):
    """Does what the text tells it: fails, dies, or takes its time."""

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """As the pattern, unless the text says otherwise."""
        if "BREAK" in text:
            raise ValueError("the text says so")
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "SLOW" in text:
            time.sleep(0.3)
        return super().read(text, paragraphs)


class MissingReader(PatternReader):
    """Cannot be loaded."""

    def __init__(self) -> None:
        raise ReaderError("reader.onnx: cannot be read; install whence again")


class WordVectors:
    """A text's words, counted by hash; the same words give the same vector and are the same."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.compared: list[frozenset[str]] = []

    def vectors(self, texts: Sequence[str]) -> list[tuple[float, ...]]:
        """One vector of length 1 for each text; numbers are multiples that float32 holds."""
        self.asked += texts
        return [_vector(text) for text in texts]

    def compare(self, pairs: Sequence[tuple[str, str]]) -> list[Compared]:
        """The share of words that two texts have in common, as a multiple that float32 holds."""
        self.compared += [frozenset(pair) for pair in pairs]
        return [_compared(*pair) for pair in pairs]


def _compared(one: str, other: str) -> Compared:
    first, second = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    same = round(4 * len(first & second) / max(1, len(first | second))) / 4
    return Compared(same, 0.0, 0.0, 1 - same)


def _vector(text: str) -> tuple[float, ...]:
    """A 1 at the place of the text's longest word: exact in float32."""
    longest = max(re.findall(r"\w+", text.casefold()) or [""], key=len)
    place = zlib.crc32(longest.encode("utf-8", "replace")) % _SIZE
    return tuple(1.0 if at == place else 0.0 for at in range(_SIZE))
