"""A word list whose words are records -> its rows, with checked fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from whence.lexicon.phrases import tables_of


class Row(NamedTuple):
    """One record of a word list."""

    fields: Mapping[str, object]

    def one(self, field: str) -> str | None:
        """A field that holds one word; None where the row has none."""
        value = self.fields.get(field)
        return value if isinstance(value, str) else None

    def many(self, field: str) -> tuple[str, ...]:
        """A field that holds several words; empty where the row has none."""
        value = self.fields.get(field)
        return tuple(str(word) for word in value) if isinstance(value, list) else ()


def rows_of(name: str, table: str) -> list[Row]:
    """The records of one table of a packaged word list."""
    words = tables_of(name)[table]["words"]
    rows = words if isinstance(words, list) else []
    return [Row(row) for row in rows if isinstance(row, dict)]
