"""`cities.tsv.gz` -> towns of a name; `points.toml` -> where states and capitals lie."""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from whence.lexicon.phrases import words_of_table


class Town(NamedTuple):
    """A town of at least 15,000 people, as GeoNames has it.

    Attributes:
        spelling: As it was looked up.
        country: ISO 3166-1 alpha-3.
        region: The first division of the country that it lies in.
        lat: Degrees north, to two decimals.
        lon: Degrees east.
        population: As GeoNames has it.
    """

    spelling: str
    country: str
    region: str
    lat: float
    lon: float
    population: int


@lru_cache(maxsize=4096)
def towns_called(spelling: str) -> tuple[Town, ...]:
    """All towns of this spelling, the largest first."""
    rows, start = _rows(), spelling + "\t"
    found, index = [], bisect_left(rows, start)
    while index < len(rows) and rows[index].startswith(start):
        found.append(_town(rows[index]))
        index += 1
    return tuple(sorted(found, key=lambda town: (-town.population, town.country, town.region)))


@cache
def _rows() -> list[str]:
    """The lines of the table, ascending; taken apart only where they are asked for."""
    packed = files("whence.lexicon").joinpath("data", "cities.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf-8").split("\n")


def _town(row: str) -> Town:
    spelling, country, region, lat, lon, population = row.split("\t")
    return Town(spelling, country, region, float(lat), float(lon), int(population))


@cache
def points_of(table: str) -> dict[str, tuple[float, float]]:
    """Alpha-3 code to degrees north and east, of "countries" or of their "capitals"."""
    lines = (line.split(" | ") for line in words_of_table("points", table))
    return {code: (float(lat), float(lon)) for code, lat, lon in lines}
