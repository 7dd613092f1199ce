"""What a person said of stories -> which articles are together, and which are apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise, starmap

from whence.ledger.ruling import Ruling, RulingKind, void_numbers
from whence.ledger.story import Decision

_Pair = tuple[str, str]


def decisions_of(rulings: Sequence[Ruling], known: Collection[str]) -> list[Decision]:
    """The pairs of articles that rulings put together or keep apart, each pair once.

    A merge holds all articles of both stories together. A split holds those that were parted
    apart from each that stays, and either side together. A move holds what was moved apart
    from each of the old story's, together with the new one's, and either story together. A
    later ruling overrides an earlier one, pair by pair; one that was taken back does not count.

    Args:
        rulings: The earliest first.
        known: Ids of articles; of others nothing is said, so what held them together is drawn
            between those that are left.
    """
    void = void_numbers(tuple(rulings))
    joined: dict[_Pair, str] = {}
    parted: dict[_Pair, str] = {}
    for ruling in rulings:
        if ruling.number in void:
            continue
        for one, other in _apart(ruling, known):
            joined.pop(_pair(one, other), None)
            parted[_pair(one, other)] = ruling.decided_at
        for group in _together(ruling, known):
            members = set(group)
            for pair in [each for each in parted if members.issuperset(each)]:
                del parted[pair]
            joined |= dict.fromkeys(starmap(_pair, pairwise(group)), ruling.decided_at)
    found = [Decision(*pair, is_together=True, decided_at=at) for pair, at in joined.items()]
    found += [Decision(*pair, is_together=False, decided_at=at) for pair, at in parted.items()]
    return sorted(found, key=lambda each: (each.article, each.other))


def _pair(one: str, other: str) -> _Pair:
    return (min(one, other), max(one, other))


def _sides(ruling: Ruling, known: Collection[str]) -> tuple[list[str], list[str], list[str]]:
    sides = (ruling.articles, ruling.others, ruling.target)
    articles, others, target = ([each for each in side if each in known] for side in sides)
    return articles, others, target


def _apart(ruling: Ruling, known: Collection[str]) -> Iterator[_Pair]:
    articles, others, _ = _sides(ruling, known)
    if ruling.kind in {RulingKind.SPLIT, RulingKind.MOVE}:
        yield from ((one, other) for one in articles for other in others)


def _together(ruling: Ruling, known: Collection[str]) -> Iterable[list[str]]:
    articles, others, target = _sides(ruling, known)
    match ruling.kind:
        case RulingKind.MERGE:
            return [[*others, *articles]]
        case RulingKind.SPLIT:
            return [articles, others]
        case RulingKind.MOVE:
            return [[*target, *articles], others]
    return []
