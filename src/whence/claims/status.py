"""The assertions of one claim -> how it stands, by the contract's order."""

from __future__ import annotations

from collections.abc import Sequence

from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Conflict, Status

AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})


def is_against(assertion: Assertion) -> bool:
    """Whether an assertion denies or doubts its claim, or says the opposite."""
    return assertion.stance in AGAINST or assertion.degree < 0


def status_of(
    assertions: Sequence[Assertion],
    origin_count: int,
    outlet_count: int,
    conflicts: Sequence[Conflict],
    *,
    is_withdrawn: bool,
) -> Status:
    """The first that applies.

    A claim that anybody denies or doubts is disputed, also where nobody puts it forward; one
    that all its speakers put negatively is not: they agree.
    """
    against = [each for each in assertions if is_against(each)]
    doubted = any(each.stance in AGAINST for each in against)
    if is_withdrawn:
        return Status.WITHDRAWN
    if doubted or 0 < len(against) < len(assertions):
        return Status.DISPUTED
    if conflicts:
        return Status.CONFLICTING
    if origin_count > 1:
        return Status.CORROBORATED
    return Status.REPEATED if outlet_count > 1 else Status.SINGLE_SOURCE
