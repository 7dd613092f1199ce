"""`countries.toml` -> countries with what the news calls them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whence.lexicon.rows import rows_of


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory.

    Attributes:
        code: ISO 3166-1 alpha-3; XKX for Kosovo.
        name: The common name.
        names: All names and abbreviations, the common one among them.
        adjectives: "North Korean", "U.S.".
        people: What one or several of its people are called.
        capitals: The capital, in its spellings; stands for the government.
    """

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """All countries, by code."""
    return tuple(
        Country(
            code=row.one("code") or "",
            name=row.one("name") or "",
            names=row.many("names"),
            adjectives=row.many("adjectives"),
            people=row.many("people"),
            capitals=row.many("capitals"),
        )
        for row in rows_of("countries", "countries")
    )


@cache
def country_names() -> dict[str, str]:
    """Code to common name."""
    return {country.code: country.name for country in countries()}
