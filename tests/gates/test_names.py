"""Names of kinds that are kept, mapped or dropped."""

from __future__ import annotations

import numpy as np

from gates.names import COARSE, OWN, WHOLE, given_of, gold_of, political_names
from training.corpora.records import Document
from whence.reader.heads import NAMES, POLITICS, POLITICS_KINDS
from whence.reader.names import NamePiece

SENTENCE = Document(
    "invented",
    (("Ostrow", "led", "the", "Ferry", "Party", "in", "the", "harbour", "vote", "of", "Lund"),),
    names=(
        ((0, 0), "politician"),
        ((3, 4), "politicalparty"),
        ((7, 8), "election"),
        ((10, 10), "location"),
    ),
)


def test_whole_keeps_every_kind() -> None:
    """CrossNER's own kinds are compared as they are."""
    assert gold_of(SENTENCE, WHOLE)[2] == (7, 8, "election")
    assert set(WHOLE) == set(POLITICS_KINDS)


def test_coarse_maps_and_drops() -> None:
    """Persons, organisations and places stay under one name each, the rest goes."""
    expected = [(0, 0, "person"), (3, 4, "organisation"), (10, 10, "place")]
    assert gold_of(SENTENCE, COARSE) == expected


def test_given_names_are_mapped_alike() -> None:
    """What a head finds is mapped or dropped as the annotated names are."""
    found = [NamePiece(0, 0, "person", 0.9), NamePiece(7, 8, "other", 0.5)]
    assert given_of(found, OWN) == [(0, 0, "person")]


def test_both_heads_decide_a_political_name() -> None:
    """Where the head of politics wavers, the head of names decides; without a row is no name."""
    politics = np.zeros((1, len(POLITICS)), np.float32)
    politics[0, [POLITICS.index("B-politician"), POLITICS.index("B-country")]] = 4
    names = np.zeros((1, len(NAMES)), np.float32)
    names[0, NAMES.index("B-place")] = 4

    found = political_names(politics, names, np.array([True]))

    assert [each[:3] for each in found] == [(0, 0, "country")]
    assert political_names(politics[:0], names[:0], np.zeros(0, np.bool_)) == []
