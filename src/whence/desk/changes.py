"""A story on two days -> what changed in it, the news first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from whence.brief.choose import is_tellable
from whence.claims.differences import find_differences
from whence.claims.moved import find_moved
from whence.desk.frame import LONGEST
from whence.ledger.difference import Difference, DifferenceKind
from whence.pipeline.told import Told
from whence.render.visible import one_line, shortened

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

FIRST = ("At a glance", "Numbers")
"""Sections of a brief: what they tell comes before what others do, that before all else."""

LEADS = {
    DifferenceKind.DENIAL: 2,
    DifferenceKind.NUMBER: 2,
    DifferenceKind.STATUS: 1,
    DifferenceKind.CLAIM: 3,
}
"""Of which the first page tells some words, and of how many of each."""


class Lead(NamedTuple):
    """One change in words.

    Attributes:
        what: What happened ("Denied by the mayor: "); "" where the text says it.
        claim: Id of the claim that it is of.
        text: The longer of the claim's words there and everywhere.
    """

    what: str
    claim: str
    text: str


class Changes(NamedTuple):
    """What changed in one story.

    Attributes:
        counts: "3 new claims", "1 denial", …
        leads: Denials, moved numbers, changed statuses and new claims; of each first what the brief
            tells first, then the weightiest.
    """

    counts: tuple[str, ...]
    leads: tuple[Lead, ...]


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
    texts = {each.id: each.text for each in now.claims if is_tellable(each)}
    ranks = _ranks(now)
    leads: list[Lead] = []
    for kind, most in LEADS.items():
        own = [each for each in found if each.kind is kind and each.claim in texts]
        own.sort(
            key=lambda each: (ranks.get(each.claim or "", len(FIRST) + 1), -each.weight, each.text)
        )
        leads += [_lead(each, texts) for each in own[:most]]
    return Changes(
        counts=tuple(
            f"{counts[kind]} {words[counts[kind] > 1]}"
            for kind, words in TOLD.items()
            if counts[kind]
        ),
        leads=tuple(leads),
    )


def _ranks(told: Told) -> dict[str, int]:
    """How soon the brief tells each claim; those that it never tells have none."""
    titles = {title: rank for rank, title in enumerate(FIRST)}
    lines = [
        (titles.get(section.title, len(FIRST)), claim)
        for part in told.brief.stories
        for section in part.sections
        for line in section.lines
        for claim in line.claims
    ]
    return {claim: rank for rank, claim in sorted(lines, reverse=True)}


def _lead(change: Difference, texts: Mapping[str, str]) -> Lead:
    """What happened, the claim, and the longer of its words there and everywhere."""
    text = max(change.text, texts.get(change.claim or "", ""), key=len)
    who = one_line(change.who or change.outlet or "")
    what = {
        DifferenceKind.DENIAL: f"Denied by {who}",
        DifferenceKind.NUMBER: one_line(f"{change.before} → {change.after}"),
        DifferenceKind.STATUS: f"Now {one_line(change.after or '').replace('_', ' ')}",
        DifferenceKind.CLAIM: who,
    }[change.kind]
    words = shortened(one_line(text), LONGEST)
    return Lead(f"{what}: " if what else "", change.claim or "", words)
