"""`spellings.toml` -> units of measure, whichever way they are spelled."""

from __future__ import annotations

from functools import cache

from whence.lexicon.phrases import words_of_table
from whence.lexicon.rows import rows_of


@cache
def measures() -> dict[str, str]:
    """Each spelling, in lower case, with the name that stands for all of the unit's."""
    return {
        spelling.lower(): name
        for row in rows_of("spellings", "units")
        if (name := row.one("name"))
        for spelling in (name, *row.many("also"))
    }


@cache
def shapes() -> frozenset[str]:
    """Words before a unit that make another one of it ("cubic")."""
    return frozenset(words_of_table("spellings", "shapes"))
