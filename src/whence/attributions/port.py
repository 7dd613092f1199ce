"""What this stage needs from a reader, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from whence.ledger.marking import Marking


class Reader(Protocol):
    """Anything that marks sources, cues and contents in a text."""

    @property
    def name(self) -> str:
        """Its name and version, stored with each attribution."""

    def mark(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marking]:
        """The markings inside some ascending [start, end) pairs, in reading order, apart."""
