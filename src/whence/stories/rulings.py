"""What a person said of stories -> which articles are together, and which are apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise, product, starmap
from typing import NamedTuple

from whence.ledger.ruling import Ruling, RulingKind, Subject, void_numbers
from whence.ledger.story import Decision

_Pair = tuple[str, str]


def decisions_of(rulings: Sequence[Ruling], known: Collection[str]) -> list[Decision]:
    """The pairs of articles that rulings put together or keep apart, each pair once.

    A merge holds all articles of both stories together. A split holds those that were parted
    apart from each that stays, and either side together. A move holds what was moved apart
    from each of the old story's, together with the new one's, and either story together. A
    later ruling overrides an earlier one, pair by pair. One that was taken back does not count,
    and what only it had brought into a story is not held there by later ones.

    Args:
        rulings: The earliest first.
        known: Ids of articles; of others nothing is said, so what held them together is drawn
            between those that are left.
    """
    void = void_numbers(tuple(rulings))
    joined: dict[_Pair, str] = {}
    parted: dict[_Pair, str] = {}
    taken_back: list[frozenset[str]] = []
    for ruling in rulings:
        if ruling.subject is not Subject.STORY:
            continue
        if ruling.number in void:
            if ruling.kind in {RulingKind.MERGE, RulingKind.MOVE}:
                taken_back.append(frozenset(ruling.articles))
            continue
        said = _said(ruling, known, taken_back)
        for one, other in product(*said.apart):
            joined.pop(_pair(one, other), None)
            parted[_pair(one, other)] = ruling.decided_at
        for group in said.together:
            members = set(group)
            for pair in [each for each in parted if members.issuperset(each)]:
                del parted[pair]
            joined |= dict.fromkeys(starmap(_pair, pairwise(group)), ruling.decided_at)
    found = [Decision(*pair, is_together=True, decided_at=at) for pair, at in joined.items()]
    found += [Decision(*pair, is_together=False, decided_at=at) for pair, at in parted.items()]
    return sorted(found, key=lambda each: (each.article, each.other))


def _pair(one: str, other: str) -> _Pair:
    return (min(one, other), max(one, other))


class _Said(NamedTuple):
    """What one ruling says: groups whose articles are together, and two that are apart."""

    together: list[list[str]]
    apart: tuple[list[str], list[str]]


def _said(ruling: Ruling, known: Collection[str], taken_back: Sequence[frozenset[str]]) -> _Said:
    articles = [each for each in ruling.articles if each in known]
    others, guests = _own(ruling.others, known, taken_back)
    target, more_guests = _own(ruling.target, known, taken_back)
    aside = [guests, more_guests]
    match ruling.kind:
        case RulingKind.MERGE:
            own, its_guests = _own(ruling.articles, known, taken_back)
            return _Said([[*others, *own], its_guests, *aside], ([], []))
        case RulingKind.SPLIT:
            return _Said([articles, others, *aside], (articles, others))
        case RulingKind.MOVE:
            return _Said([[*target, *articles], others, *aside], (articles, others))
        case RulingKind.UNDO | RulingKind.CORRECT:
            return _Said([], ([], []))


def _own(
    story: Sequence[str], known: Collection[str], taken_back: Sequence[frozenset[str]]
) -> tuple[list[str], list[str]]:
    """The articles of a story, and those that only a ruling taken back had brought into it."""
    members = [each for each in story if each in known]
    brought = {each for some in taken_back if not some.issuperset(members) for each in some}
    return [each for each in members if each not in brought], [
        each for each in members if each in brought
    ]
