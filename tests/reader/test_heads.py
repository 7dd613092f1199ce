"""Parts of a row -> links, names, references."""

from __future__ import annotations

import numpy as np

from whence.reader.chains import Piece
from whence.reader.heads import LINK, NAMES, PLACES, REFERENCE, WIDTH
from whence.reader.links import LinkWeights, hang
from whence.reader.names import names_of
from whence.reader.references import ReferenceWeights, antecedents

NO_LINK = LinkWeights(np.zeros((3, LINK), np.float32), np.zeros(3, np.float32))


def rows(count: int) -> np.ndarray:
    """Rows that say nothing."""
    return np.zeros((count, WIDTH), dtype=np.float32)


def point(row: np.ndarray, leaving: int, arriving: int, dimension: int) -> None:
    """Let a token choose another by one dimension of the vectors."""
    row[leaving, PLACES["from_first"].start + dimension] = 9
    row[arriving, PLACES["to_first"].start + dimension] = 9


def test_a_content_chooses_its_source_and_a_cue_its_content() -> None:
    """Each kind of piece chooses among those that it may hang on, however alike others are."""
    row = rows(6)
    pieces = [
        Piece(0, 0, "source", is_more=False, score=1.0),
        Piece(1, 1, "cue", is_more=False, score=1.0),
        Piece(2, 3, "content", is_more=False, score=1.0),
        Piece(4, 4, "source", is_more=False, score=1.0),
        Piece(5, 5, "content", is_more=True, score=1.0),
    ]
    point(row, 2, 4, 0)
    point(row, 1, 2, 1)
    point(row, 5, 2, 2)
    point(row, 0, 2, 3)

    assert hang(pieces, [0] * 5, row, 0, NO_LINK) == [None, 2, 3, None, 2]


def test_pieces_choose_among_their_own_group() -> None:
    """What lies in another content is not seen."""
    row = rows(2)
    pieces = [
        Piece(0, 0, "source", is_more=False, score=1.0),
        Piece(1, 1, "content", is_more=False, score=1.0),
    ]
    point(row, 1, 0, 0)

    assert hang(pieces, [0, 0], row, 0, NO_LINK) == [None, 0]
    assert hang(pieces, [0, 1], row, 0, NO_LINK) == [None, None]


def test_none_may_be_better() -> None:
    """A content hangs on nothing where nothing is likelier."""
    row = rows(2)
    pieces = [
        Piece(0, 0, "source", is_more=False, score=1.0),
        Piece(1, 1, "content", is_more=False, score=1.0),
    ]
    point(row, 1, 0, 0)
    wary = NO_LINK._replace(bias=np.full(3, 99, np.float32))

    assert hang(pieces, [0, 0], row, 0, wary) == [None, None]


def labels_as_scores(labels: list[str], height: float) -> np.ndarray:
    """Scores by which some labels stand out."""
    scores = np.zeros((len(labels), len(NAMES)), np.float32)
    scores[range(len(labels)), [NAMES.index(label) for label in labels]] = height
    return scores


def test_names_are_what_the_best_labels_spell() -> None:
    """A name goes on while its kind does and its paragraph; another may touch it."""
    spelt = ["B-person", "I-person", "O", "B-place", "B-place", "I-place", "B-person"]
    opens = np.array([True, False, False, False, False, False, True])

    assert [each[:3] for each in names_of(labels_as_scores(spelt, 20), opens)] == [
        (0, 1, "person"),
        (3, 3, "place"),
        (4, 5, "place"),
        (6, 6, "person"),
    ]


def test_a_name_begins_before_it_goes_on() -> None:
    """An I- after O or in another paragraph makes its name begin where it stands."""
    spelt = ["O", "I-place", "I-place", "I-place"]
    opens = np.array([True, False, False, True])
    scores = labels_as_scores(spelt, 6)
    scores[[1, 3], NAMES.index("B-place")] = 1

    found = names_of(scores, opens)

    assert [each[:3] for each in found] == [(1, 2, "place"), (3, 3, "place")]


def test_a_name_is_rather_whole_than_in_two() -> None:
    """Two names of which one follows the other at once are doubted."""
    scores = labels_as_scores(["B-place", "B-place"], 6)
    scores[1, NAMES.index("I-place")] = 5

    found = names_of(scores, np.array([True, False]))

    assert [each[:3] for each in found] == [(0, 1, "place")]


def test_no_token_no_name() -> None:
    """Without a row there is no name."""
    assert names_of(np.zeros((0, len(NAMES)), np.float32), np.zeros(0, np.bool_)) == []


def test_a_pronoun_leads_to_an_earlier_word() -> None:
    """Nothing leads forward or to itself, and a first mention leads nowhere."""
    row = rows(5)
    row[3, PLACES["refers"].start] = 9
    row[[1, 3, 4], PLACES["referred"].start] = [5, 9, 9]
    weights = ReferenceWeights(np.zeros(REFERENCE, np.float32), np.full(1, 0.5, np.float32))

    assert antecedents(row, np.array([0, 1, 3, 4]), weights).tolist() == [-1, -1, 1, -1]
