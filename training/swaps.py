"""Sentences with names -> the same with other names of the same kind.

CrossNER has 200 sentences to learn from; with the names of the Factbook's leaders, parties and
countries and of GeoNames' towns in their places, and with each other's, a network sees many
more names in the same frames (Dai and Adel 2020, https://arxiv.org/abs/2010.11683).
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from training.corpora.records import Document
from training.corpora.tokens_of import tokens_of

Pool = dict[str, list[tuple[str, ...]]]
"""Kind to names, each by tokens."""

SHARE = 0.6  # of a sentence's names that are changed
TOWNS = 4000

_LEADER = re.compile(r"(?P<name>(?:[A-Z][\w’'.-]+ )*[A-Z][\w’'-]+(?: [A-Z]{3,}[\w’'-]*)+)(?: \(|$)")
_TITLE = re.compile(
    r"^(?:President|Prime Minister|King|Queen|Sultan|Emperor|Governor)(?:-General)? "
)


def pool_of(documents: list[Document], data: Path) -> Pool:
    """Names by kind: those of the sentences and of the gazetteers."""
    pool: Pool = defaultdict(list)
    for document in documents:
        tokens = [token for paragraph in document.paragraphs for token in paragraph]
        for (first, last), kind in document.names or ():
            pool[kind].append(tuple(tokens[first : last + 1]))
    with (data / "gazetteers" / "factbook.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            _add_country(pool, json.loads(line))
    with (data / "gazetteers" / "world_cities.csv").open(encoding="utf-8") as lines:
        towns = [row["name"] for row in csv.DictReader(lines)]
    pool["location"] += [cut(name) for name in random.Random(1).sample(towns, TOWNS)]
    return pool


def _add_country(pool: Pool, row: dict[str, object]) -> None:
    names = row.get("names")
    if isinstance(names, dict) and names.get("short"):
        pool["country"].append(cut(names["short"]))
    for party in row.get("parties") or ():  # type: ignore[attr-defined]
        pool["politicalparty"] += [cut(part) for part in str(party).split(" or ") if part]
    for office in ("chief_of_state", "head_of_government"):
        leader = _LEADER.search(_TITLE.sub("", str(row.get(office) or "")))
        if leader:
            pool["politician"].append(cut(leader["name"].title()))


def cut(name: str) -> tuple[str, ...]:
    """A name by tokens."""
    return tuple(name[start:end] for start, end in tokens_of(name))


def swap(document: Document, pool: Pool, chance: random.Random) -> Document:
    """A sentence of one paragraph with some of its names changed."""
    (tokens,) = document.paragraphs
    made: list[str] = []
    names = []
    at = 0
    for (first, last), kind in document.names or ():
        made += tokens[at:first]
        own = tokens[first : last + 1]
        new = chance.choice(pool[kind]) if chance.random() < SHARE else own
        new = new or own
        names.append(((len(made), len(made) + len(new) - 1), kind))
        made += new
        at = last + 1
    made += tokens[at:]
    return replace(document, paragraphs=(tuple(made),), names=tuple(names))
