"""What every picture is: a drawing, the words that say the same, and its data as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from whence.ledger.brief import Evidence
from whence.render.table import Cell, csv_words

Spec = dict[str, Any]
"""A drawing in Vega-Lite's own words, without colours: those come with a theme."""

Datum = dict[str, str | float | bool | None]
"""One mark, by the names of its fields."""

WIDTH = 700
"""Of the plotting area, in pixels of the drawing's own size."""

NAME_LENGTH = 36
"""Characters of a name in a picture; the table has the whole of it."""

WORDS_LENGTH = 160
"""Characters of what somebody said, where a mark is pointed at."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is told of a picture beside its drawing.

    Attributes:
        title: What is shown.
        alternative: One or more sentences that say what can be seen.
        key: How the signs are to be read, a sentence.
        columns: Of the table.
        rows: The data; as many cells in each as there are columns.
        proofs: For each row the words of an article that it rests on; None where it has none.
    """

    title: str
    alternative: str
    key: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    proofs: tuple[Evidence | None, ...]


@dataclass(frozen=True, slots=True)
class Picture(Shown):
    """One picture of a story.

    Attributes:
        spec: The drawing.
    """

    spec: Spec


def picture_csv(picture: Shown) -> str:
    """The table as CSV, cells made safe for a spreadsheet."""
    rows = (dict(zip(picture.columns, row, strict=True)) for row in picture.rows)
    return csv_words(picture.columns, rows)
