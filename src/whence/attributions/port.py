"""What this stage needs from a reader, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from whence.ledger.marking import Analysis


class Reader(Protocol):
    """Anything that finds sources, cues and contents in a text, and its sentences."""

    @property
    def name(self) -> str:
        """Its name and version, stored with each attribution."""

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """All that stands inside some ascending [start, end) pairs."""
