"""ECB+ -> pairs of sentences of two documents of one topic that tell of the same events, or not.

A pair counts as the same where two event chains are in both sentences, or one and a sentence has
no more than two; as different where none is and both have two at least.

Source: Cybulska and Vossen (2014), https://aclanthology.org/L14-1646/. Annotation CC BY 3.0.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

ENDS = frozenset({".", "!", "?"})
ENOUGH = 2  # chains in both sentences
LONGEST = 400  # characters of a sentence


class SentencePair(NamedTuple):
    """Two sentences of one topic, from two documents."""

    one: str
    other: str
    is_same: bool


class _Sentence(NamedTuple):
    document: str
    text: str
    chains: frozenset[str]


def load_pairs(folder: Path, part: str, most: int, seed: int = 3) -> list[SentencePair]:
    """As many pairs that are the same as pairs that are not, at most `most` of each, shuffled.

    Args:
        folder: `crossdoc/ecbplus`.
        part: "train" or "dev".
        most: Of each kind.
        seed: Of the choice.
    """
    pairs = [pair for rows in _topics(folder, part) for pair in _pairs(rows)]
    chance = random.Random(seed)
    same = [pair for pair in pairs if pair.is_same]
    others = [pair for pair in pairs if not pair.is_same]
    chance.shuffle(same)
    chance.shuffle(others)
    chosen = [*same[:most], *others[:most]]
    chance.shuffle(chosen)
    return chosen


def _topics(folder: Path, part: str) -> list[list[_Sentence]]:
    """The sentences with event mentions, by topic."""
    documents = {row["id"]: row for row in _rows(folder / f"{part}_documents.jsonl.gz")}
    chains: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for mention in _rows(folder / f"{part}_event_mentions.jsonl.gz"):
        name = str(mention["doc_id"]).removesuffix(".xml")
        tokens = documents.get(name, {}).get("tokens") or []
        at = mention["tokens_number"][0]
        if at < len(tokens):
            chains[(name, *_sentence(tokens, at))].add(str(mention["coref_chain"]))
    topics: dict[str, list[_Sentence]] = defaultdict(list)
    for (name, start, end), found in chains.items():
        text = " ".join(documents[name]["tokens"][start:end])[:LONGEST]
        topics[documents[name]["topic"]].append(_Sentence(name, text, frozenset(found)))
    return list(topics.values())


def _rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _sentence(tokens: Sequence[str], at: int) -> tuple[int, int]:
    """First token and the one after the last of the sentence around a token."""
    start, end = at, at
    while start > 0 and tokens[start - 1] not in ENDS:
        start -= 1
    while end < len(tokens) - 1 and tokens[end] not in ENDS:
        end += 1
    return start, end + 1


def _pairs(rows: Sequence[_Sentence]) -> Iterator[SentencePair]:
    for one, other in combinations(rows, 2):
        if one.document == other.document:
            continue
        shared = len(one.chains & other.chains)
        fewest = min(len(one.chains), len(other.chains))
        if shared >= ENOUGH or (shared and fewest <= ENOUGH):
            yield SentencePair(one.text, other.text, is_same=True)
        elif not shared and fewest >= ENOUGH:
            yield SentencePair(one.text, other.text, is_same=False)
