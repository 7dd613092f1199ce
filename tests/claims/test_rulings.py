"""What a person said of claims -> assertions and groups as that person has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import (
    ITO,
    LOPES,
    attribution,
    described,
    own,
    pairs_of,
    reading_of,
    said_by,
)
from whence.claims.build import build_claims, sort_key
from whence.claims.propositions import make_assertions
from whence.claims.rulings import (
    NOTHING,
    as_corrected,
    claim_rulings,
    forced,
    number_of,
    with_numbers,
)
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion
from whence.ledger.quantity import Quantity
from whence.ledger.ruling import Correction, Field, Ruling, RulingKind, Subject, place_of
from whence.ledger.span import Span

DAM = said_by(LOPES, "the dam will hold the water of the lake", at=0)
DAM_AGAIN = said_by(ITO, "the dam will hold the water of the lake", at=100)
WALL = said_by(ITO, "the wall has a crack of two metres", article="a2", at=0)


def ruling(
    number: int,
    kind: RulingKind,
    some: tuple[Assertion, ...],
    others: tuple[Assertion, ...] = (),
    corrections: tuple[Correction, ...] = (),
    undoes: int | None = None,
) -> Ruling:
    """A ruling of claims."""
    return Ruling(
        number,
        kind,
        (),
        (),
        (),
        "2026-11-22T10:00:00Z",
        undoes,
        Subject.CLAIM,
        places=tuple(map(place_of, some)),
        other_places=tuple(map(place_of, others)),
        corrections=corrections,
    )


MERGE = ruling(1, RulingKind.MERGE, (DAM, DAM_AGAIN), (WALL,))
PART = ruling(2, RulingKind.SPLIT, (DAM_AGAIN,), (DAM,))


def _grouped(*rulings: Ruling) -> list[set[str]]:
    said = described(sorted((DAM, DAM_AGAIN, WALL), key=sort_key))
    claims = build_claims(said, pairs_of(said), {}, "s", rulings=claim_rulings(rulings))
    names = {place_of(DAM): "dam", place_of(DAM_AGAIN): "again", place_of(WALL): "wall"}
    return sorted(
        ({names[place_of(each)] for each in claim.assertions} for claim in claims), key=sorted
    )


def test_a_merge_joins_what_no_words_join() -> None:
    """All assertions of both claims are one then."""
    assert _grouped() == [{"again", "dam"}, {"wall"}]
    assert _grouped(MERGE) == [{"again", "dam", "wall"}]


def test_a_split_parts_what_the_words_join() -> None:
    """The same words are two claims where a person says so."""
    assert _grouped(PART) == [{"again"}, {"dam"}, {"wall"}]


def test_a_later_ruling_overrides_an_earlier_one() -> None:
    """A split after a merge takes out only what it names; a merge after a split joins again."""
    later = ruling(2, RulingKind.SPLIT, (DAM,), (DAM_AGAIN, WALL))
    assert _grouped(MERGE, later) == [{"again", "wall"}, {"dam"}]
    assert _grouped(PART, ruling(3, RulingKind.MERGE, (DAM,), (DAM_AGAIN,))) == [
        {"again", "dam"},
        {"wall"},
    ]


def test_what_was_taken_back_does_not_count() -> None:
    """The groups are those before, and a taking back can be taken back."""
    undo = ruling(2, RulingKind.UNDO, (), undoes=1)
    again = ruling(3, RulingKind.UNDO, (), undoes=2)
    assert _grouped(MERGE, undo) == _grouped()
    assert _grouped(MERGE, undo, again) == _grouped(MERGE)


def test_what_is_gone_forces_nothing() -> None:
    """A pair of which one assertion is not there is no pair."""
    assert forced([DAM, WALL], claim_rulings([PART])) == ([], set())
    assert forced([DAM, DAM_AGAIN], claim_rulings([PART])) == ([], {(0, 1)})


def test_a_claim_shows_the_words_that_a_person_gave_it() -> None:
    """The last ones count, for the claim with the assertion that led when they were given."""
    words = Correction(Field.WORDING, "x", "The dam holds"), Correction(Field.WORDING, "x", "Holds")
    said = described([DAM, WALL])
    given = [
        ruling(at, RulingKind.CORRECT, (DAM,), (), (each,)) for at, each in enumerate(words, 1)
    ]

    first, second = build_claims(said, [], {}, "s", rulings=claim_rulings(given))

    assert (first.text, first.corrected) == ("Holds", ("wording",))
    assert (second.text, second.corrected) == (WALL.text, ())


def _corrected(assertion: Assertion, **values: str | None) -> list[Assertion]:
    changes = tuple(Correction(Field(name), None, value) for name, value in values.items())
    rulings = claim_rulings([ruling(1, RulingKind.CORRECT, (assertion,), (), changes)])
    _, reading = reading_of("Ana Lopes spoke.", entities=[LOPES])
    return as_corrected([assertion], reading, rulings)


def test_the_first_speaker_is_the_entity_of_that_name() -> None:
    """Else a name without an entity; where the outlet spoke, it passes the words on."""
    (named,) = _corrected(WALL, speaker="ana lopes")
    assert (named.chain[-1].name, named.chain[-1].entity) == (LOPES.name, LOPES.id)
    assert named.corrected == ("speaker",)
    (other,) = _corrected(WALL, speaker="Bo Lind")
    assert (other.chain[-1].name, other.chain[-1].entity, other.is_named) == ("Bo Lind", None, True)
    (passed_on,) = _corrected(own("the dam leaks"), speaker="Bo Lind")
    assert [link.name for link in passed_on.chain] == ["Herald", "Bo Lind"]


def test_a_stance_turns_the_degree_with_it() -> None:
    """Who denies stands against the claim, who asserts for it."""
    (denied,) = _corrected(WALL, stance="denies")
    assert (denied.stance, denied.degree) == (Stance.DENIES, -3.0)
    (asserted,) = _corrected(denied, stance="asserts")
    assert (asserted.stance, asserted.degree) == (Stance.ASSERTS, 3.0)


def test_a_bound_can_be_given_and_taken() -> None:
    """Without either bound there is no number."""
    (counted,) = _corrected(WALL, low="2", unit="metres")
    assert counted.quantity is not None
    assert (counted.quantity.low, counted.quantity.high, counted.quantity.unit) == (
        2,
        None,
        "metres",
    )
    (without,) = _corrected(counted, low=None)
    assert without.quantity is None


def test_what_is_no_claim_is_left_out() -> None:
    """It is counted where it was hidden."""
    assert _corrected(WALL, hidden="1") == []
    hide = ruling(1, RulingKind.CORRECT, (WALL,), (), (Correction(Field.HIDDEN, None, "1"),))
    assert claim_rulings([hide]).hidden_count({"a2"}) == 1
    assert NOTHING.hidden_count({"a2"}) == 0


def test_a_corrected_number_is_that_of_the_reading() -> None:
    """[Ana Lopes](source) [said](cue) [40 cables rusted](content)."""
    read, reading = reading_of(
        "[Ana Lopes](source) [said](cue) [40 cables rusted](content).", entities=[LOPES]
    )
    (content,) = read.spans["content"]
    made = attribution(reading, read.spans["source"][0], read.spans["cue"][0], content)
    number = Quantity(Span(content.start, content.start + 2), 40, 40, is_approximate=True,
                      unit="cables", of=None, change=None, attribution=made.id)  # fmt: skip
    reading = replace(reading, attributions=(made,), quantities=(number,))
    (said,) = make_assertions(reading)
    given = ruling(1, RulingKind.CORRECT, (said,), (), (Correction(Field.HIGH, "40", "60"),))

    (found,) = with_numbers(reading, claim_rulings([given])).quantities

    assert (found.low, found.high, found.is_approximate) == (40, 60, False)


@pytest.mark.parametrize(("words", "number"), [("40", 40), ("2.5", 2.5), ("", None), (None, None)])
def test_a_number_is_whole_where_it_is_written_so(words: str | None, number: float | None) -> None:
    """No words are no bound."""
    assert number_of(words) == number


@pytest.mark.parametrize("words", ["forty", "nan", "inf"])
def test_what_is_no_number_is_refused(words: str) -> None:
    """Infinity is no bound; an open one has no words."""
    with pytest.raises(ValueError, match=r"no number|could not convert"):
        number_of(words)
