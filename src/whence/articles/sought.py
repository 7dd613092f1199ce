"""A pattern and the words without which it matches nothing -> a search that seldom runs."""

from __future__ import annotations

import re
from typing import NamedTuple


class Sought(NamedTuple):
    """A pattern for what few paragraphs have.

    Attributes:
        needs: Every match holds at least one of them.
    """

    pattern: re.Pattern[str]
    needs: tuple[str, ...]

    def search(self, words: str) -> re.Match[str] | None:
        """As the pattern's own search, and most often without one."""
        if any(need in words for need in self.needs):
            return self.pattern.search(words)
        return None
