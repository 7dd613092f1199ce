"""What stands beside a claim's chains."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from tests.render.sample import NORTHERN, POST
from tests.render.sample_ledger import CLAIM
from tests.strategies.claims import claims
from whence.ledger.claim import Claim, Relation, RelationKind
from whence.ledger.drift import Drift, DriftKind, Print
from whence.ledger.prospect import Outcome, Prospect
from whence.render.beside import first_seen_words, remarks

OTHER = replace(CLAIM, id="c2", text="wheat was lost", conflicts=())


def lines(claim: Claim, *others: Claim) -> list[str]:
    """The remarks as they are printed."""
    return [f"{each.mark} {each.label}: {each.words}" for each in remarks(claim, others)]


def test_a_drift_names_both_outlets() -> None:
    """From which outlet to which, and what changed."""
    before, after = (
        Print(each.article, each.span)
        for each in CLAIM.assertions[:2]
        if each.article in {POST.id, NORTHERN.id}
    )
    drift = Drift(DriftKind.BOUND_DROPPED, before, after, "“up to 9,000” became “9,000”")

    assert lines(replace(CLAIM, drifts=(drift,), conflicts=())) == [
        f"~ bound dropped: Harbour Post → {NORTHERN.id}: “up to 9,000” became “9,000”"
    ]


def test_relations_are_told_from_both_ends() -> None:
    """Those of one reason in one line, with the words of the other claims."""
    relation = Relation(RelationKind.SUPERSEDES, CLAIM.id, "the text says so")
    newer = replace(OTHER, relations=(relation, replace(relation, claim="c9")))

    assert lines(newer, CLAIM) == [
        f"→ supersedes: “{CLAIM.text}”, c9: the text says so",
    ]
    assert "← superseded by: “wheat was lost”: the text says so" in lines(CLAIM, newer)


@pytest.mark.parametrize(
    ("prospect", "line"),
    [
        (Prospect("2031-05-09", Outcome.OPEN), "by 9 May 2031; still open"),
        (
            Prospect("2031-05-09", Outcome.PASSED, why="nobody tells"),
            "by 9 May 2031; the day passed: nobody tells",
        ),
        (
            Prospect("2031-05-09", Outcome.HAPPENED, why="they did"),
            "by 9 May 2031; it happened: they did",
        ),
    ],
)
def test_what_became_of_it(prospect: Prospect, line: str) -> None:
    """The day that was named, and what is told of it."""
    assert lines(replace(OTHER, prospect=prospect)) == [f"◷ to come: {line}"]


def test_where_it_was_first_seen() -> None:
    """The first print by day, with its outlet."""
    printed = tuple(
        replace(each, printed_at=day, outlet=outlet)
        for each, day, outlet in zip(
            CLAIM.assertions,
            ("2031-03-06", "2031-03-05"),
            ("Late Post", "Early Post"),
            strict=False,
        )
    )

    assert first_seen_words(replace(CLAIM, assertions=printed)) == (
        "first seen here 5 March 2031 in Early Post"
    )
    unknown = tuple(replace(each, outlet=None) for each in printed)
    assert first_seen_words(replace(CLAIM, assertions=unknown)) == (
        "first seen here 5 March 2031 in an article without an outlet"
    )


@given(claims())
def test_any_claim_has_lines_without_breaks(claim: Claim) -> None:
    """Whatever the records say, a remark is one line."""
    for line in (first_seen_words(claim), *lines(claim)):
        assert "\n" not in line
