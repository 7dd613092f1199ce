"""The assertions of one claim -> how it stands."""

from __future__ import annotations

import pytest

from tests.claims.making import ITO, LOPES, said_by
from whence.claims.status import is_against, status_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Conflict, Detail, Status

SAYS = said_by(LOPES)
DENIES = said_by(ITO, stance=Stance.DENIES, degree=-3.0)
DOUBTS = said_by(ITO, stance=Stance.DOUBTS, degree=-1.0)
OPPOSITE = said_by(ITO, degree=-3.0)
CONFLICT = Conflict("c2", Detail.QUANTITY, "no number fits both")

TABLE: list[tuple[str, list[Assertion], int, int, list[Conflict], bool, Status]] = [
    ("withdrawn-before-all", [SAYS, DENIES], 2, 3, [CONFLICT], True, Status.WITHDRAWN),
    ("denied", [SAYS, DENIES], 1, 2, [], False, Status.DISPUTED),
    ("doubted", [SAYS, DOUBTS], 1, 1, [], False, Status.DISPUTED),
    ("the-opposite", [SAYS, OPPOSITE], 2, 2, [], False, Status.DISPUTED),
    ("disputed-before-conflict", [SAYS, DENIES], 2, 2, [CONFLICT], False, Status.DISPUTED),
    ("only-denied", [DENIES], 1, 1, [], False, Status.DISPUTED),
    ("all-say-no", [OPPOSITE, OPPOSITE], 1, 1, [], False, Status.SINGLE_SOURCE),
    ("conflict-before-corroborated", [SAYS], 2, 2, [CONFLICT], False, Status.CONFLICTING),
    ("corroborated", [SAYS, SAYS], 2, 1, [], False, Status.CORROBORATED),
    ("repeated", [SAYS, SAYS], 1, 2, [], False, Status.REPEATED),
    ("single", [SAYS], 1, 1, [], False, Status.SINGLE_SOURCE),
]


@pytest.mark.parametrize(
    ("assertions", "origins", "outlets", "conflicts", "is_withdrawn", "expected"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_the_first_that_applies(
    assertions: list[Assertion],
    origins: int,
    outlets: int,
    conflicts: list[Conflict],
    is_withdrawn: bool,  # noqa: FBT001 - a column of the table
    expected: Status,
) -> None:
    """The order is that of the contract."""
    found = status_of(assertions, origins, outlets, conflicts, is_withdrawn=is_withdrawn)

    assert found is expected


def test_every_status_is_in_the_table() -> None:
    """No status goes untested."""
    assert {row[-1] for row in TABLE} == set(Status)


@pytest.mark.parametrize("stance", Stance)
def test_who_is_against(stance: Stance) -> None:
    """Denying and doubting is against a claim at any degree, all else below zero only."""
    assert is_against(said_by(LOPES, stance=stance, degree=-1.0))
    against = stance in {Stance.DENIES, Stance.DOUBTS}
    assert is_against(said_by(LOPES, stance=stance, degree=0.0)) is against
