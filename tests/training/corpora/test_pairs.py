"""Pairs of sentences and claims that others made."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from training.corpora import claimdiff, ecbplus

STORM = ["The", "storm", "cut", "the", "road", "."]
AGAIN = ["A", "gale", "closed", "the", "road", "."]
BREAD = ["He", "baked", "and", "sold", "bread", "."]


def write(folder: Path) -> Path:
    """Three documents of one topic: two of a storm, one of bread."""
    documents = [
        {"id": name, "topic": "1", "tokens": tokens}
        for name, tokens in (("a", STORM), ("b", AGAIN), ("c", BREAD))
    ]
    mentions = [
        {"doc_id": "a.xml", "tokens_number": [1], "coref_chain": "storm"},
        {"doc_id": "a.xml", "tokens_number": [2], "coref_chain": "cut"},
        {"doc_id": "b.xml", "tokens_number": [1], "coref_chain": "storm"},
        {"doc_id": "b.xml", "tokens_number": [2], "coref_chain": "cut"},
        {"doc_id": "c.xml", "tokens_number": [1], "coref_chain": "baked"},
        {"doc_id": "c.xml", "tokens_number": [3], "coref_chain": "sold"},
    ]
    for name, rows in (("documents", documents), ("event_mentions", mentions)):
        with gzip.open(folder / f"dev_{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return folder


def test_sentences_of_the_same_events_are_the_same(tmp_path: Path) -> None:
    """Two documents of a storm are a pair; bread is another matter than either."""
    found = ecbplus.load_pairs(write(tmp_path), "dev", most=9)

    same = [{each.one, each.other} for each in found if each.is_same]
    assert same == [{" ".join(STORM), " ".join(AGAIN)}]
    assert len([each for each in found if not each.is_same]) == 2


def test_at_most_so_many_of_each(tmp_path: Path) -> None:
    """One of each kind, where one is asked for."""
    found = ecbplus.load_pairs(write(tmp_path), "dev", most=1)

    assert sorted(each.is_same for each in found) == [False, True]


def test_every_fifth_topic_is_held_back(tmp_path: Path) -> None:
    """No topic is in both halves, and none is lost."""
    file = tmp_path / "claims.jsonl"
    rows = [
        {"topic": f"t{n}", "claim_a": f"a{n}", "claim_b": "b", "strengthen": n % 2}
        for n in range(10)
    ]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    held = claimdiff.load_pairs(file, is_held_back=True)
    rest = claimdiff.load_pairs(file, is_held_back=False)
    assert [each.one for each in held] == ["a0", "a5"]
    assert [each.is_same for each in held] == [False, True]
    assert len(rest) == 8
