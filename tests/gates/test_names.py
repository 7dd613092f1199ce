"""Names of kinds that are kept, mapped or dropped."""

from __future__ import annotations

from gates.names import COARSE, OWN, WHOLE, given_of, gold_of
from training.corpora.records import Document
from whence.reader.heads import POLITICS_KINDS
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
