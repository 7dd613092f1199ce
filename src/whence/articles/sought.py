"""A pattern and the words without which it matches nothing -> a search that seldom runs."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Sought(NamedTuple):
    """A pattern for what few paragraphs have; compiled when one of them may.

    Attributes:
        needs: Every match holds at least one of them.
        flags: As for `re.compile`.
    """

    pattern: str
    needs: tuple[str, ...]
    flags: re.RegexFlag = re.RegexFlag(0)

    def search(self, words: str) -> re.Match[str] | None:
        """As the pattern's own search, and most often without one."""
        if any(need in words for need in self.needs):
            return _compiled(self.pattern, self.flags).search(words)
        return None


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)
