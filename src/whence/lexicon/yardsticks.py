"""Estimative words -> their band on the yardstick of a service, and their side of even."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import NamedTuple

from whence.lexicon.phrases import Phrases, tables_of, words_of_table


class Side(StrEnum):
    """Where an estimate lies; the values name tables of the list."""

    ABOVE = "above_even"
    ABOUT = "about_even"
    BELOW = "below_even"
    NONE = "comparisons"


class Band(NamedTuple):
    """A range of probabilities from 0 to 1 on a named scale."""

    low: float
    high: float
    scale: str


@cache
def bands_of(service: str) -> dict[str, Band]:
    """The terms of the yardstick of a service ("GBR", "NATO", "IPCC"), with their bands."""
    scales = tables_of("yardsticks")["scales"]
    bands: dict[str, Band] = {}
    for name, table in scales.items():
        if isinstance(table, dict) and service in table["services"]:
            for line in words_of_table("yardsticks", "scales", name):
                term, low, high = line.split(" | ")
                bands[term] = Band(float(low), float(high), name)
    return bands


@cache
def spellings() -> dict[str, str]:
    """For another form of a term the one that yardsticks list ("probably", "probable")."""
    lines = words_of_table("yardsticks", "spellings")
    return {line.partition(" | ")[0]: line.partition(" | ")[2] for line in lines}


def band_of(term: str, service: str | None) -> Band | None:
    """The band of a term in lower case; None where the service has none for it."""
    if service is None:
        return None
    bands = bands_of(service)
    return bands.get(term) or bands.get(spellings().get(term, ""))


@cache
def estimative_phrases() -> Phrases[Side]:
    """All estimative words, with the side of even on which they lie."""
    entries = [(word, side) for side in Side for word in words_of_table("yardsticks", side)]
    sides = dict(entries)
    spelt = [(other, sides[term]) for other, term in spellings().items() if term in sides]
    return Phrases([*entries, *spelt])
