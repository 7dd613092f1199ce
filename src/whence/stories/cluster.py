"""How alike articles are -> stories: those about one chain of events together.

All articles are looked at anew each time, so neither their order nor when each arrived
counts, and a late one can join or part stories. Two groups become one while the mean
likeness of their articles is high enough, the likeliest first. What lies among many alike
(an election, a war) must be more alike than what lies alone, so near neighbours stay apart;
those that join a little later are stories of one thread.

Sources: average linkage, Sokal & Michener (1958); scaling by the neighbourhood as in CSLS,
Conneau et al. (2018), https://arxiv.org/abs/1710.04087.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from whence.ledger.story import Copy, Decision
from whence.stories.likeness import Floats, Likeness
from whence.stories.outline import Outline

ONE_STORY = 0.05  # mean likeness of two groups, less what is usual around them
ONE_THREAD = 0.0
NEAREST = 5  # articles whose mean likeness is what is usual around one
USUAL = 0.45  # how much of it counts
SAME_TEXT = 0.75  # likeness of a copy, which tells nothing of what is usual
# ours, by search on galaxy medium and big and on ECB+ train and dev, 2026-11 (decision 0020)


class Groups(NamedTuple):
    """Articles by index: groups ascending, ordered by their first.

    Attributes:
        stories: Each article in one.
        threads: For each story the number of its thread.
    """

    stories: list[list[int]]
    threads: list[int]


def cluster(
    outlines: Sequence[Outline],
    likeness: Likeness,
    copies: Iterable[Copy] = (),
    links: Iterable[tuple[str, str]] = (),
    decisions: Iterable[Decision] = (),
) -> Groups:
    """Put articles together.

    Args:
        outlines: Sorted by `order_of`.
        likeness: Of these articles.
        copies: An article that is another's text is in its story.
        links: Two articles' ids that have the same number in nearly the same words.
        decisions: What a person said of two articles; the later word counts. They stand
            above everything else.
    """
    place = {each.article: index for index, each in enumerate(outlines)}
    again = [(each.article, each.original) for each in copies]
    together, apart = _settled(place, [*again, *links], decisions)
    joining = _Joining(len(outlines), likeness, apart)
    joining.force(together)
    joining.run(ONE_STORY)
    stories = joining.groups()
    joining.apart = set()
    joining.run(ONE_THREAD)
    owner = {index: number for number, group in enumerate(joining.groups()) for index in group}
    return Groups(stories, [owner[members[0]] for members in stories])


def _settled(
    place: Mapping[str, int],
    found: Iterable[tuple[str, str]],
    decisions: Iterable[Decision],
) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs that are together, a person's first, and those that are not."""
    last: dict[tuple[int, int], bool] = {}
    for decision in decisions:
        if decision.article in place and decision.other in place:
            one, other = sorted((place[decision.article], place[decision.other]))
            last[one, other] = decision.is_together
    pairs = {
        (min(place[one], place[other]), max(place[one], place[other]))
        for one, other in found
        if one in place and other in place
    }
    together = [pair for pair, is_together in sorted(last.items()) if is_together]
    apart = {pair for pair, is_together in last.items() if not is_together}
    return [*together, *sorted(pairs)], apart


@dataclass(slots=True)
class _Group:
    members: list[int]
    usual: float  # mean of what is usual around its members
    near: dict[int, float]  # number of another group -> sum of their articles' likeness


class _Joining:
    """Groups that become fewer."""

    def __init__(self, count: int, likeness: Likeness, apart: set[tuple[int, int]]) -> None:
        usual = _usual(count, likeness)
        self.apart = apart
        self._groups = {index: _Group([index], float(usual[index]), {}) for index in range(count)}
        for one, other, value in zip(
            likeness.first.tolist(), likeness.second.tolist(), likeness.value.tolist(), strict=True
        ):
            self._groups[one].near[other] = value
            self._groups[other].near[one] = value

    def groups(self) -> list[list[int]]:
        """Indices, ascending, ordered by their first."""
        return sorted(sorted(each.members) for each in self._groups.values())

    def force(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Put two articles each into one group, unless a person said that they are apart."""
        homes = {index: index for index in self._groups}
        for pair in pairs:
            left, right = sorted(homes[each] for each in pair)
            if left != right and self._may_join(left, right):
                homes |= dict.fromkeys(self._groups[right].members, left)
                self._join(left, right)

    def run(self, least: float) -> None:
        """Join the likeliest two groups until none are likely enough."""
        heap = [
            (-score, left, right)
            for left, group in self._groups.items()
            for right in group.near
            if left < right and (score := self._score(left, right)) >= least
        ]
        heapq.heapify(heap)
        while heap:
            negative, left, right = heapq.heappop(heap)
            if left not in self._groups or right not in self._groups:
                continue
            if self._score(left, right) != -negative or not self._may_join(left, right):
                continue
            self._join(left, right)
            for other in self._groups[left].near:
                score = self._score(left, other)
                if score >= least:
                    heapq.heappush(heap, (-score, min(left, other), max(left, other)))

    def _score(self, left: int, right: int) -> float:
        """Mean likeness of two groups' articles, less what is usual around them."""
        one, other = self._groups[left], self._groups[right]
        mean = one.near[right] / (len(one.members) * len(other.members))
        return mean - USUAL * (one.usual + other.usual) / 2

    def _may_join(self, left: int, right: int) -> bool:
        if not self.apart:
            return True
        return not any(
            (min(one, other), max(one, other)) in self.apart
            for one in self._groups[left].members
            for other in self._groups[right].members
        )

    def _join(self, left: int, right: int) -> None:
        """The second group goes into the first."""
        one, other = self._groups[left], self._groups.pop(right)
        sizes = len(one.members), len(other.members)
        one.usual = (sizes[0] * one.usual + sizes[1] * other.usual) / sum(sizes)
        one.members.extend(other.members)
        for number, value in other.near.items():
            if number != left:
                one.near[number] = one.near.get(number, 0.0) + value
        one.near.pop(right, None)
        for number, value in one.near.items():
            near = self._groups[number].near
            near.pop(right, None)
            near[left] = value


def _usual(count: int, likeness: Likeness) -> Floats:
    """Mean likeness of each article to its nearest ones; those it does not have count 0. (N,)."""
    near: list[list[float]] = [[] for _ in range(count)]
    for one, other, value in zip(*(each.tolist() for each in likeness), strict=True):
        if value < SAME_TEXT:
            near[one].append(value)
            near[other].append(value)
    return np.array([sum(sorted(each, reverse=True)[:NEAREST]) / NEAREST for each in near])
