"""`people.toml` -> persons whom the news names by surname alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whence.lexicon.rows import rows_of


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of public life.

    Attributes:
        country: ISO 3166-1 alpha-3 of the state that the person is known for.
        role: Only for an office held since before 2022.
        aliases: Other spellings, and the surname where nobody else is called so.
    """

    name: str
    aliases: tuple[str, ...]
    country: str | None
    role: str | None
    sector: str | None


@cache
def people() -> tuple[KnownPerson, ...]:
    """All persons of the list."""
    return tuple(
        KnownPerson(
            row.one("name") or "",
            row.many("aliases"),
            row.one("country"),
            row.one("role"),
            row.one("sector"),
        )
        for row in rows_of("people", "people")
    )
