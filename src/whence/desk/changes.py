"""Two days of a ledger -> what changed in each story, the news first."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from whence.claims.differences import find_differences
from whence.desk.source import View
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.story import Story

TOLD = {
    DifferenceKind.STATUS: ("status changed", "statuses changed"),
    DifferenceKind.DENIAL: ("denial", "denials"),
    DifferenceKind.DOUBT: ("doubt", "doubts"),
    DifferenceKind.SILENCE: ("silence", "silences"),
    DifferenceKind.CLAIM: ("new claim", "new claims"),
    DifferenceKind.ORIGIN: ("new first speaker", "new first speakers"),
    DifferenceKind.CLAIM_GONE: ("claim gone", "claims gone"),
}
"""What is counted, in the order in which it is told, for one and for several."""

LEADS = (DifferenceKind.DENIAL, DifferenceKind.STATUS, DifferenceKind.CLAIM)
"""Of which the first page tells some words."""


class Changes(NamedTuple):
    """What changed in one story.

    Attributes:
        article_count: New articles.
        counts: "3 new claims", "1 denial", …
        leads: Denials, changed statuses and new claims, the weightiest first.
    """

    article_count: int
    counts: tuple[str, ...]
    leads: tuple[Difference, ...]


def changes_of(story: Story, now: View, then: View) -> Changes:
    """What a story has now that its articles had not then.

    Args:
        story: Of `now`.
        now: The later day.
        then: The earlier one.
    """
    own = set(story.articles)
    known = {article for each in then.stories.values() for article in each.articles}
    before = [
        claim
        for claim in then.ledger.claims
        if any(each.article in own for each in claim.assertions)
    ]
    found = find_differences(story.id, before, now.of_story.get(story.id, ()))
    counts = Counter(each.kind for each in found)
    leads = [each for each in found if each.kind in LEADS and each.claim in now.claims]
    leads.sort(key=lambda each: (LEADS.index(each.kind), -each.weight, each.text))
    return Changes(
        article_count=len(own - known),
        counts=tuple(
            f"{counts[kind]} {words[counts[kind] > 1]}"
            for kind, words in TOLD.items()
            if counts[kind]
        ),
        leads=tuple(leads),
    )
