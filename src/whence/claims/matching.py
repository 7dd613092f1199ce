"""The claims of one story on two days -> each claim with the one that it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from whence.ledger.claim import Assertion, Claim
from whence.ledger.span import Spans

Place = tuple[str, str | None, Spans]
"""Of an assertion: article, attribution, span. The same on both days."""


class Matched(NamedTuple):
    """A claim of the later day with the one that it was.

    Attributes:
        before: None where it is new.
        fresh: Its assertions that the earlier day did not have, copies left out.
    """

    claim: Claim
    before: Claim | None
    fresh: tuple[Assertion, ...]


def match_claims(before: Sequence[Claim], after: Sequence[Claim]) -> list[Matched]:
    """Each claim of the later day with the one it shares most assertions with.

    Of several that share as many, the one of the same id, then the first.
    """
    owner = {place_of(each): claim for claim in before for each in claim.assertions}
    matched = []
    for claim in after:
        shared: dict[str, int] = {}
        by_id: dict[str, Claim] = {}
        for each in claim.assertions:
            old = owner.get(place_of(each))
            if old is not None:
                by_id[old.id] = old
                shared[old.id] = shared.get(old.id, 0) + 1
        best = min(shared, key=lambda one: (-shared[one], one != claim.id, one), default=None)
        fresh = tuple(
            each
            for each in claim.assertions
            if place_of(each) not in owner and each.copied_from is None
        )
        matched.append(Matched(claim, by_id[best] if best else None, fresh))
    return matched


def place_of(assertion: Assertion) -> Place:
    """Where an assertion stands."""
    return (assertion.article, assertion.attribution, assertion.span)


def speaker_of(assertion: Assertion) -> str | None:
    """Who says it: the end of the chain; None where nobody is named, or the outlet itself."""
    return assertion.chain[-1].name if assertion.attribution else None
