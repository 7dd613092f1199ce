"""`cities.tsv.gz` -> towns of a name; `points.toml` -> where states and capitals lie."""

from __future__ import annotations

import gzip
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
    table, start = _table(), f"{spelling}\t".encode()
    found, at = [], _first_row(table, start)
    while table.startswith(start, at):
        end = table.find(b"\n", at)
        end = len(table) if end < 0 else end
        found.append(_town(table[at:end].decode()))
        at = end + 1
    return tuple(sorted(found, key=lambda town: (-town.population, town.country, town.region)))


@cache
def _table() -> bytes:
    """The table, its lines ascending; they are taken apart only where they are asked for."""
    packed = files("whence.lexicon").joinpath("data", "cities.tsv.gz").read_bytes()
    return gzip.decompress(packed)


def _first_row(table: bytes, start: bytes) -> int:
    """Where the first line stands that is not before `start`."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        begin, end = table.rfind(b"\n", 0, middle) + 1, table.find(b"\n", middle)
        end = len(table) if end < 0 else end
        if table[begin:end] < start:
            low = end + 1
        else:
            high = begin
    return low


def _town(row: str) -> Town:
    spelling, country, region, lat, lon, population = row.split("\t")
    return Town(spelling, country, region, float(lat), float(lon), int(population))


@cache
def points_of(table: str) -> dict[str, tuple[float, float]]:
    """Alpha-3 code to degrees north and east, of "countries" or of their "capitals"."""
    lines = (line.split(" | ") for line in words_of_table("points", table))
    return {code: (float(lat), float(lon)) for code, lat, lon in lines}
