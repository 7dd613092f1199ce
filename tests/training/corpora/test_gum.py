"""GUM's attributions, mentions and names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.corpora.making import SAID, Row, gum
from training.corpora import gum as corpus
from training.corpora.records import Document, Mention, Said

ACCORDING: list[Row] = [
    ("According", "VERB", 3, "case", "Discourse=attribution-positive:1->2:0:_"),
    ("to", "ADP", 1, "fixed", "_"),
    ("Ostrow", "PROPN", 6, "obl", "_"),
    (",", "PUNCT", 3, "punct", "_"),
    ("bridges", "NOUN", 6, "nsubj", "Discourse=ROOT:2:0"),
    ("rust", "VERB", 0, "root", "_"),
    (".", "PUNCT", 6, "punct", "_"),
]
DENIED: list[Row] = [
    ("They", "PRON", 4, "nsubj", "Discourse=attribution-negative:1->2:0:_"),
    ("did", "AUX", 4, "aux", "_"),
    ("not", "PART", 4, "advmod", "_"),
    ("say", "VERB", 0, "root", "_"),
    ("she", "PRON", 6, "nsubj", "Discourse=attribution-positive:2->3:0:_"),
    ("thinks", "VERB", 4, "ccomp", "_"),
    ("it", "PRON", 8, "nsubj", "Discourse=ROOT:3:0"),
    ("rusts", "VERB", 6, "ccomp", "_"),
]
BYLINE: list[Row] = [
    ("Bridges", "NOUN", 2, "nsubj", "Discourse=ROOT:1:0"),
    ("rust", "VERB", 0, "root", "_"),
    ("Ostrow", "PROPN", 2, "parataxis", "Discourse=attribution-positive:2->1:0:_"),
]
NAMED: list[Row] = [
    ("the", "DET", 2, "det", "Entity=(1-organization"),
    ("Bank", "PROPN", 0, "root", "_"),
    ("of", "ADP", 4, "case", "_"),
    ("Ulm", "PROPN", 2, "nmod", "Entity=(2-place)1)"),
]


def load(folder: Path, rows: list[Row]) -> Document:
    """The document of one sentence."""
    (one,) = corpus.load(gum(folder, rows), "dev")
    return one


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(SAID, [Said(((0, 1),), ((2, 3),), ((4, 6),))], id="has said that"),
        pytest.param(ACCORDING, [Said(((2, 2),), ((0, 1),), ((4, 5),))], id="according to"),
        pytest.param(BYLINE, [], id="a byline is none"),
        pytest.param(
            DENIED,
            [
                Said(((0, 0),), ((1, 3),), ((4, 7),)),
                Said(((4, 4),), ((5, 5),), ((6, 7),), outer=0),
            ],
            id="one inside another",
        ),
    ],
)
def test_attributions(tmp_path: Path, rows: list[Row], expected: list[Said]) -> None:
    """Source, cue and content are cut as a reader would mark them."""
    assert list(load(tmp_path, rows).attributions or ()) == expected


def test_reported(tmp_path: Path) -> None:
    """Each relation is given by whole units, with the head of its source."""
    (one,) = corpus.reported(gum(tmp_path, SAID), "dev")["invented"]
    assert (one.reporting, one.runs, one.source) == (((0, 3),), ((4, 7),), 1)
    assert one.is_positive


def test_mentions_and_names(tmp_path: Path) -> None:
    """Nested brackets give mentions; the outermost name stays, without its article."""
    one = load(tmp_path, NAMED)
    assert one.mentions == (Mention(0, 3, 1, "1", "organization"), Mention(3, 3, 3, "2", "place"))
    assert one.names == (((1, 3), "organisation"),)


def test_a_mention_in_pieces(tmp_path: Path) -> None:
    """Numbered pieces of a mention are one mention over its gap."""
    marks = ["Entity=(1[1/2]-person)", "_", "Entity=(1[2/2]-person)", "_"]
    rows = [(*row[:4], mark) for row, mark in zip(NAMED, marks, strict=True)]
    assert load(tmp_path, rows).mentions == (Mention(0, 2, 1, "1", "person"),)


def test_conversation_is_left_out(tmp_path: Path) -> None:
    """Conversations are read only where asked for."""
    gum(tmp_path, SAID, genre="conversation")
    assert corpus.load(tmp_path, "dev") == []
    assert len(corpus.load(tmp_path, "dev", leave_out=())) == 1
