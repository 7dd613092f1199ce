"""The assertions of one claim -> its first speakers, and how many they can be."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.making import (
    BOARD,
    ENTITIES,
    ITO,
    LOPES,
    OFFICIALS,
    PORTUGAL,
    ROY,
    entity,
    own,
    said_by,
)
from whence.claims.origins import fold_origins
from whence.ledger.claim import Assertion
from whence.ledger.entity import EntityKind

JAPAN = entity("Japan", EntityKind.PLACE, country="JPN", sector="GOV")
AGENCY = entity("TASS", EntityKind.ORGANISATION, country="PRT", sector="JRN")
ALL = {**ENTITIES, JAPAN.id: JAPAN, AGENCY.id: AGENCY}
SPEECH = "the wall will hold and nobody who lives below the dam need leave a home before the spring"


def unnamed(words: str | None, **kwargs: object) -> Assertion:
    return said_by(words, is_named=False, **kwargs)  # type: ignore[arg-type]


def officials(**kwargs: object) -> Assertion:
    return said_by(OFFICIALS, is_named=False, **kwargs)  # type: ignore[arg-type]


def copied(assertion: Assertion, original: str = "a1") -> Assertion:
    return replace(assertion, copied_from=original)


TABLE: list[tuple[str, list[Assertion], tuple[int, int]]] = [
    ("one", [said_by(LOPES)], (1, 1)),
    ("one-in-ten-outlets", [said_by(LOPES, outlet=f"O{n}", article=f"a{n}") for n in range(10)],
     (1, 1)),
    ("two-named", [said_by(LOPES), said_by(ITO)], (2, 2)),
    ("two-of-one-country", [said_by(LOPES), said_by(ROY)], (2, 2)),
    ("a-person-and-his-state", [said_by(LOPES), said_by(PORTUGAL)], (1, 2)),
    ("a-person-and-another-state", [said_by(LOPES), said_by(JAPAN)], (2, 2)),
    ("two-states", [said_by(PORTUGAL), said_by(JAPAN)], (2, 2)),
    ("a-body", [said_by(BOARD), said_by(LOPES)], (2, 2)),
    ("unnamed-alone", [unnamed("reports")], (1, 1)),
    ("nobody", [unnamed(None)], (1, 1)),
    ("named-and-unnamed", [said_by(LOPES), unnamed("reports")], (1, 2)),
    ("named-and-nobody", [said_by(LOPES), unnamed(None)], (1, 2)),
    ("two-named-and-unnamed", [said_by(LOPES), said_by(ITO), unnamed("reports")], (2, 3)),
    ("unnamed-twice-in-an-article", [unnamed("reports"), unnamed("reports", at=9)], (1, 1)),
    ("unnamed-in-two-articles", [unnamed("reports"), unnamed("reports", article="a2")], (1, 2)),
    ("unnamed-in-a-copy", [unnamed("reports"), copied(unnamed("reports", article="a2"))], (1, 1)),
    ("the-reports", [unnamed("reports"), unnamed("the reports", at=9)], (1, 1)),
    ("other-unnamed-words", [unnamed("reports"), unnamed("experts")], (1, 2)),
    ("officials-of-one-day", [officials(), officials(article="a2")], (1, 2)),
    ("officials-of-two-articles-and-a-foreigner",
     [officials(), officials(article="a2"), said_by(ITO)], (2, 3)),
    ("officials-and-their-minister", [said_by(LOPES), officials()], (1, 2)),
    ("officials-and-their-state", [said_by(PORTUGAL), officials()], (1, 2)),
    ("officials-and-a-foreigner", [said_by(ITO), officials()], (2, 2)),
    ("an-outlet", [own()], (1, 1)),
    ("two-outlets", [own(), own(outlet="Courier", article="a2")], (1, 2)),
    ("an-outlet-and-its-source", [own(), said_by(LOPES)], (1, 1)),
    ("an-outlet-and-another's-source", [own(), said_by(LOPES, article="a2", outlet="Courier")],
     (1, 2)),
    ("two-without-an-outlet", [own(outlet=None), own(outlet=None, article="a2")], (1, 2)),
    ("the-same-name-unresolved", [said_by("Ana Moss"), said_by("ana moss", article="a2")], (1, 1)),
    ("one-statement-in-two-mouths", [said_by(LOPES, SPEECH), said_by(ITO, SPEECH, article="a2")],
     (1, 2)),
    ("a-state's-own-agency-and-its-minister",
     [said_by(LOPES), said_by(AGENCY, article="a2")], (1, 2)),
    ("a-state's-own-agency-and-a-foreigner", [said_by(ITO), said_by(AGENCY, article="a2")], (2, 2)),
    ("a-source-without-an-entity", [said_by("Ana Moss"), said_by(LOPES)], (2, 2)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("assertions", "expected"),
    [
        pytest.param(
            assertions,
            expected,
            id=name,
        )
        for name, assertions, expected in TABLE
    ],
)
def test_how_many_first_speakers_there_can_be(
    assertions: list[Assertion], expected: tuple[int, int]
) -> None:
    """Named ones count; unnamed ones, states and bare outlets may be one of the others."""
    found = fold_origins(assertions, ALL)

    assert (found.low, found.high) == expected


def test_ten_outlets_quoting_one_official_are_one_origin() -> None:
    """The origin counts what ends there, with its name and entity."""
    (origin,) = fold_origins(
        [said_by(LOPES, outlet=f"O{n}", article=f"a{n}") for n in range(10)], ALL
    ).origins

    assert (origin.name, origin.entity) == ("Ana Lopes", LOPES.id)
    assert origin.is_named
    assert origin.assertion_count == 10


def test_named_origins_come_first_then_the_most_heard() -> None:
    """Who has a name stands before who has none, and who speaks more before who speaks less."""
    found = fold_origins(
        [unnamed("reports"), unnamed("reports"), unnamed("reports"), said_by(ITO), said_by(LOPES),
         said_by(LOPES, at=40)],
        ALL,
    )  # fmt: skip

    assert [each.name for each in found.origins] == ["Ana Lopes", "Jon Ito", "reports"]
    assert [each.is_named for each in found.origins] == [True, True, False]


ANY = st.sampled_from([assertion for name, row, _ in TABLE for assertion in row])


@given(st.lists(ANY, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_range_is_one_and_order_does_not_count(
    assertions: list[Assertion], random: Random
) -> None:
    """The least is at least one and no more than the most; shuffled, all is the same."""
    found = fold_origins(assertions, ALL)
    shuffled = list(assertions)
    random.shuffle(shuffled)

    assert 1 <= found.low <= found.high
    assert fold_origins(shuffled, ALL) == found


@given(st.lists(ANY, min_size=1, max_size=8))
def test_the_same_again_adds_no_origin(assertions: list[Assertion]) -> None:
    """Whoever is heard twice is still one."""
    once, twice = fold_origins(assertions, ALL), fold_origins(assertions * 2, ALL)

    assert (once.low, once.high) == (twice.low, twice.high)
    assert len(once.origins) == len(twice.origins)
