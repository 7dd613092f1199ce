"""A story on two days -> what changed in it, the news first."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from whence.brief.choose import is_tellable
from whence.claims.differences import find_differences
from whence.claims.moved import find_moved
from whence.ledger.difference import Difference, DifferenceKind
from whence.pipeline.told import Told

TOLD = {
    DifferenceKind.STATUS: ("status changed", "statuses changed"),
    DifferenceKind.DENIAL: ("denial", "denials"),
    DifferenceKind.DOUBT: ("doubt", "doubts"),
    DifferenceKind.SILENCE: ("silence", "silences"),
    DifferenceKind.NUMBER: ("number moved", "numbers moved"),
    DifferenceKind.CLAIM: ("new claim", "new claims"),
    DifferenceKind.ORIGIN: ("new first speaker", "new first speakers"),
    DifferenceKind.CLAIM_GONE: ("claim gone", "claims gone"),
}
"""What is counted, in the order in which it is told, for one and for several."""

LEADS = {
    DifferenceKind.DENIAL: 2,
    DifferenceKind.NUMBER: 2,
    DifferenceKind.STATUS: 1,
    DifferenceKind.CLAIM: 3,
}
"""Of which the first page tells some words, and of how many of each."""


class Changes(NamedTuple):
    """What changed in one story.

    Attributes:
        counts: "3 new claims", "1 denial", …
        leads: Denials, moved numbers, changed statuses and new claims, the weightiest first.
        texts: Of the claims that these are of.
    """

    counts: tuple[str, ...]
    leads: tuple[Difference, ...]
    texts: dict[str, str]


def changes_of(now: Told, then: Told | None) -> Changes:
    """What a story has now that it had not then.

    Args:
        now: On the later day.
        then: On the earlier one; None where nothing was known of it.
    """
    found = find_differences(now.id, then.claims if then else (), now.claims)
    if then is not None:
        found += find_moved(then.histories, now.histories, now.claims)
    counts = Counter(each.kind for each in found)
    there = {each.id: each for each in now.claims if is_tellable(each)}
    leads: list[Difference] = []
    for kind, most in LEADS.items():
        own = [each for each in found if each.kind is kind and each.claim in there]
        leads += sorted(own, key=lambda each: (-each.weight, each.text))[:most]
    return Changes(
        counts=tuple(
            f"{counts[kind]} {words[counts[kind] > 1]}"
            for kind, words in TOLD.items()
            if counts[kind]
        ),
        leads=tuple(leads),
        texts={each.id: each.text for each in there.values()},
    )
