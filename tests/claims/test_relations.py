"""How claims of one story stand to each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import ITO, LOPES, described, said_by
from tests.claims.standing import claim_of
from tests.render.sample_histories import figure
from whence.claims.relations import with_relations, with_replacements
from whence.claims.same import find_verdicts
from whence.ledger.claim import Assertion, Origin, Relation, RelationKind
from whence.ledger.factuality import Certainty
from whence.ledger.figure import History, history_id

GENERAL = "rebels seized the northern power station"
SPECIFIC = (
    "rebels seized the northern power station at Elbow on Monday night after a long fight,"
    " killing six of its guards and cutting the light of two towns"
)


def relations(*said: Assertion) -> list[tuple[RelationKind, str]]:
    """The relations of the second claim to the first, each of one assertion."""
    claims = [
        replace(
            claim_of(f"c{number}", each),
            origins=(Origin(each.chain[-1].name, each.chain[-1].entity, True, 1),),  # noqa: FBT003
        )
        for number, each in enumerate(said)
    ]
    owner = {number: number for number in range(len(said))}
    described_ = described(said)
    verdicts = find_verdicts(described_, [(0, 1, 0.85)], None)
    found = with_relations(claims, described_, owner, verdicts)
    return [(each.kind, each.claim) for each in found[1].relations]


def specific(speaker: object = LOPES, **fields: object) -> Assertion:
    """The more specific words, in another article."""
    return replace(said_by(speaker, SPECIFIC, article="a2"), **fields)  # type: ignore[arg-type]


def test_who_says_more_says_the_other_too() -> None:
    """It is more specific; by one speaker it supports nothing."""
    assert relations(said_by(LOPES, GENERAL), specific()) == [(RelationKind.MORE_SPECIFIC, "c0")]


def test_another_speaker_supports_it() -> None:
    """Who stands behind the one stands behind the other."""
    found = relations(said_by(LOPES, GENERAL), specific(ITO))

    assert found == [(RelationKind.MORE_SPECIFIC, "c0"), (RelationKind.SUPPORTS, "c0")]


NOT_SPECIFIC = {
    "hedged": specific(certainty=Certainty.POSSIBLE),
    "negated": said_by(LOPES, f"no {SPECIFIC}", article="a2"),
    "other words": said_by(LOPES, "bakers closed for the feast of bread", article="a2"),
}


@pytest.mark.parametrize("said", NOT_SPECIFIC.values(), ids=NOT_SPECIFIC)
def test_what_is_not_more_specific(said: Assertion) -> None:
    """What is less sure, denied or of something else says no more of the same."""
    assert relations(said_by(LOPES, GENERAL), said) == []


def test_a_number_or_time_must_stand_in_both() -> None:
    """Who leaves a number out does not say all that the other says."""
    assert relations(said_by(LOPES, f"{GENERAL} at 2.14am"), specific()) == []


@pytest.mark.parametrize(
    ("is_corrected", "kind"),
    [(False, RelationKind.SUPERSEDES), (True, RelationKind.CORRECTS)],
)
def test_later_counts_replace(kind: RelationKind, *, is_corrected: bool) -> None:
    """The claim of the newer figure has the relation, with its reason."""
    newer = replace(figure("Jon Ito", "26", 26, 26, "2031-05-06"), claim="c1")
    older = replace(
        figure("Ana Lopes", "14", 14, 14, "2031-05-04"),
        claim="c0",
        superseded_by=newer.id,
        why="the text says so",
        is_corrected=is_corrected,
    )
    history = History(history_id(older.id), "s", "people", (older, newer))
    claims = [claim_of("c0", said_by(LOPES, "14")), claim_of("c1", said_by(ITO, "26"))]

    found = with_replacements(claims, [history])

    assert found[0].relations == ()
    assert found[1].relations == (Relation(kind, "c0", "the text says so"),)
