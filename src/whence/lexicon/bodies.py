"""`bodies.toml` -> organisations that the news names without saying what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whence.lexicon.phrases import tables_of, words_of_table
from whence.lexicon.rows import Row, rows_of

OF_SEVERAL = frozenset({"national", "contested"})
"""Tables of names only."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, a newspaper, or a building that stands for one.

    Attributes:
        name: The name under which it is kept.
        aliases: Other names and abbreviations.
        country: ISO 3166-1 alpha-3; None for a body of several states, or not known.
        sector: PLOVER sector.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    sector: str | None


def body_of(row: Row) -> Body:
    """The body that a row of a word list describes."""
    return Body(row.one("name") or "", row.many("aliases"), row.one("country"), row.one("sector"))


@cache
def bodies() -> tuple[Body, ...]:
    """International bodies, agencies, armed groups, parties, companies."""
    tables = [table for table in tables_of("bodies") if table not in OF_SEVERAL]
    return tuple(body_of(row) for table in tables for row in rows_of("bodies", table))


@cache
def national_names() -> frozenset[str]:
    """Names that bodies of several states bear ("Supreme Court")."""
    return frozenset(words_of_table("bodies", "national"))


@cache
def contested_names() -> Mapping[str, frozenset[str]]:
    """Those of them that tell no state by themselves, with the states that have one."""
    lines = (line.partition(" | ") for line in words_of_table("bodies", "contested"))
    return {name: frozenset(codes.split()) for name, _, codes in lines}
