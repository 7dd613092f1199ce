"""Judged predicates, alone and in the treebank."""

from __future__ import annotations

import json
from pathlib import Path

from tests.training.corpora.making import Row, sentence, write
from training.corpora import ewt, megaveridicality

RAIN: list[Row] = [("It", "PRON", 2, "nsubj", "_"), ("rained", "VERB", 0, "root", "_")]


def judged(text: str, at: int, value: float) -> str:
    """A line of a factuality file."""
    return json.dumps({"text": text, "targets": [{"span1": [at, at + 1], "label": value}]}) + "\n"


def test_equal_sentences_are_matched_in_order(tmp_path: Path) -> None:
    """Of equal sentences the first takes the first values; the unmatched stand alone."""
    blocks = [sentence(RAIN, "newdoc id = a"), sentence(RAIN)]
    write(tmp_path / "ud" / "ewt" / "en_ewt-ud-dev.conllu", *blocks)
    lines = [
        judged("It rained", 1, 3.0),
        judged("Nobody came", 1, -2.0),
        judged("It rained", 1, 1.5),
    ]
    write(tmp_path / "factuality" / "uds_ih2_dev.jsonl", *lines)
    tree, alone = ewt.load(tmp_path, "dev")
    assert tree.factuality == {1: 3.0, 3: 1.5}
    assert (alone.name, alone.factuality, alone.heads) == ("uds-1", {1: -2.0}, None)


def test_a_document_nobody_judged(tmp_path: Path) -> None:
    """Without a judged predicate a document's factuality is None."""
    write(tmp_path / "ud" / "ewt" / "en_ewt-ud-dev.conllu", sentence(RAIN))
    write(tmp_path / "factuality" / "uds_ih2_dev.jsonl")
    assert ewt.load(tmp_path, "dev")[0].factuality is None


def test_megaveridicality(tmp_path: Path) -> None:
    """Each sentence is a document with its value."""
    name = "megaveridicality_dev.jsonl"
    write(tmp_path / "factuality" / name, judged("Ann doubted that it rained", 4, -1.0))
    (one,) = megaveridicality.load(tmp_path, "dev")
    assert one.factuality == {4: -1.0}
