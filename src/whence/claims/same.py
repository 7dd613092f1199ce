"""Assertions -> groups that say the same; every decision can say why in a sentence.

The vectors only propose. Numbers, actors and shared words decide: "up to 10,000 troops"
and "at least 3,000 troops" are near in any vector space and are two claims.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.claims.port import Pair
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion
from whence.ledger.reading import Reading
from whence.text.stems import stem_of, stems_of

LEAST_LIKENESS = 0.4  # below it no pair is looked at
ATTITUDES = frozenset(
    {Stance.SUPPORTS, Stance.OPPOSES, Stance.DEMANDS, Stance.INTENDS, Stance.ASKS}
)
FEWEST_STEMS = 2  # of the shorter side: "the development" is no claim

WITH_NUMBER = (0.50, 0.33, 0.0)  # likeness, share of the shorter side, share of both sides
NEAR_WITH_NUMBER = (0.75, 0.20, 0.0)
ONE_NUMBER = (0.84, 0.60, 0.36)
NO_NUMBER = (0.75, 0.0, 0.35)
REPEATED = 0.9  # share of the shorter side, of one speaker in heading and body
# Shares are of content words, weighed by how rare they are in the story. The figures:
# ours, from all pairs above 0.5 in the examples and the seeds, 2026-11.

Weights = Mapping[str, float]
"""How much each stem tells in a story; greater is rarer."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of an assertion.

    Attributes:
        stems: Its content words, without endings.
        actors: Countries (alpha-3) and ids of entities mentioned in its words.
    """

    assertion: Assertion
    stems: frozenset[str]
    actors: frozenset[str]


def describe(assertion: Assertion, reading: Reading) -> Said:
    """What is compared of an assertion."""
    actors: set[str] = set()
    for entity in reading.entities:
        inside = any(
            piece.overlaps(mention) for piece in assertion.span for mention in entity.mentions
        )
        if inside:
            actors.add(entity.country or entity.id)
    return Said(assertion, frozenset(stems_of(assertion.text)), frozenset(actors))


def weigh(said: Sequence[Said]) -> Weights:
    """How much each stem tells: the logarithm of one more than one over its share of a story.

    Source: inverse document frequency, Spärck Jones (1972), https://doi.org/10.1108/eb026526
    """
    counts = Counter(stem for each in said for stem in each.stems)
    return {stem: math.log(1 + len(said) / count) for stem, count in counts.items()}


def why_same(one: Said, other: Said, likeness: float, weights: Weights) -> str | None:
    """Why two assertions are one claim, as a sentence; None where they are not."""
    first, second = one.assertion.quantity, other.assertion.quantity
    again = _says_again(one, other, weights)
    if again:
        return again
    is_bare = min(len(one.stems), len(other.stems)) < FEWEST_STEMS
    if is_bare or attitude(one.assertion.stance) is not attitude(other.assertion.stance):
        return None
    if one.actors and other.actors and not one.actors & other.actors:
        return None
    if first and second:
        if not is_same_amount(first, second) or not is_same_unit(first, second):
            return None
        is_vague = one.assertion.quantity_is_approximate and first.high is None
        needed = (NO_NUMBER,) if is_vague else (WITH_NUMBER, NEAR_WITH_NUMBER)
        why = "the same number, "
    elif first or second:
        needed, why = (ONE_NUMBER,), "a number on one side, "
    else:
        needed, why = (NO_NUMBER,), ""
    found = (likeness, *shares(one, other, weights))
    if any(all(value >= floor for value, floor in zip(found, row, strict=True)) for row in needed):
        words = ", ".join(sorted(one.stems & other.stems))
        return f"{why}a likeness of {likeness:.2f} and the words {words}"
    return None


def _says_again(one: Said, other: Said, weights: Weights) -> str | None:
    """Why two assertions of one speaker are one claim; None where they are not."""
    if _repeats_itself(one, other, weights):
        return "the same speaker says it again in the same article"
    if _counts_again(one, other):
        return "the same speaker gives the same number again"
    return None


def _repeats_itself(one: Said, other: Said, weights: Weights) -> bool:
    """Whether a heading has little but words of its article's body, by the same speaker."""
    first, second = one.assertion, other.assertion
    speaker = first.chain[-1].entity
    is_one = speaker is not None and speaker == second.chain[-1].entity
    if not is_one or first.article != second.article or first.is_heading == second.is_heading:
        return False
    if first.quantity and second.quantity and not is_same_amount(first.quantity, second.quantity):
        return False
    fewest = min(len(one.stems), len(other.stems))
    return fewest >= FEWEST_STEMS and shares(one, other, weights)[0] >= REPEATED


def _counts_again(one: Said, other: Said) -> bool:
    """Whether one named speaker gives one number of one unit, be it of "it"."""
    speaker = one.assertion.chain[-1].entity
    if speaker is None or speaker != other.assertion.chain[-1].entity:
        return False
    first, second = one.assertion.quantity, other.assertion.quantity
    has_unit = first is not None and second is not None and bool(first.unit and second.unit)
    return has_unit and one.assertion.is_named and is_one_number(one, other)


def attitude(stance: Stance) -> Stance | None:
    """The stance, where it is one towards a wish or an act; None for what is said to be so.

    Who opposes a launch and who wants one do not say the same.
    """
    return stance if stance in ATTITUDES else None


def shares(one: Said, other: Said, weights: Weights) -> tuple[float, float]:
    """The weight of the shared stems: of the lighter side's, and of both sides' together."""
    shared = _weight(one.stems & other.stems, weights)
    lighter = min(_weight(one.stems, weights), _weight(other.stems, weights))
    both = _weight(one.stems | other.stems, weights)
    return (shared / lighter, shared / both) if lighter else (0.0, 0.0)


def _weight(stems: Iterable[str], weights: Weights) -> float:
    return sum(weights[stem] for stem in sorted(stems))


def is_one_number(one: Said, other: Said) -> bool:
    """Whether two assertions give the same number of the same things."""
    first, second = one.assertion.quantity, other.assertion.quantity
    if not first or not second:
        return False
    return is_same_amount(first, second) and is_same_unit(first, second)


def is_same_amount(one: Amount, other: Amount) -> bool:
    """Whether two amounts have the same number, be a bound dropped or not."""
    return bool(_numbers(one) & _numbers(other))


def is_same_unit(one: Amount, other: Amount) -> bool:
    """Whether two units are the same noun, or one is not known."""
    if one.unit is None or other.unit is None:
        return True
    first, second = unit_kind(one.unit), unit_kind(other.unit)
    return first == second


def unit_kind(unit: str) -> str:
    """A unit without number, persons in uniform taken together ("troops", "soldiers")."""
    stem = stem_of(unit.casefold())
    return "soldier" if stem in _SOLDIERS else stem


_UNIFORMED = ("troop", "troops", "soldier", "soldiers", "servicemen", "personnel", "fighters")
_SOLDIERS = frozenset(stem_of(word) for word in _UNIFORMED)


def _numbers(amount: Amount) -> set[float]:
    """The numbers in the words: "more than 600,000" has 600,000, not 600,001."""
    numbers = {float(each) for each in (amount.low, amount.high) if each is not None}
    if amount.high is None and amount.low is not None:
        numbers.add(float(amount.low) - 1)
    if amount.low is None and amount.high is not None:
        numbers.add(float(amount.high) + 1)
    return numbers


def group(said: Sequence[Said], pairs: Sequence[Pair]) -> list[list[int]]:
    """Join assertions into claims.

    The likeliest pairs first; two groups become one only where no two of their members
    have numbers that differ, and at least half of the compared pairs are the same.

    Args:
        said: What is compared, in an order that does not depend on the input's.
        pairs: Indices and likeness of those above `LEAST_LIKENESS`.

    Returns:
        Groups of indices, each ascending, ordered by their first.
    """
    weights = weigh(said)
    same = {
        (one, other)
        for one, other, value in pairs
        if why_same(said[one], said[other], value, weights) is not None
    }
    owner = list(range(len(said)))
    members: dict[int, list[int]] = {index: [index] for index in owner}

    def join(left: int, right: int) -> None:
        members[left] = sorted(members[left] + members[right])
        for index in members.pop(right):
            owner[index] = left

    ranked = sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
    for one, other, _ in ranked:
        left, right = owner[one], owner[other]
        if left == right or (one, other) not in same:
            continue
        if any(said[index].assertion.refers_to for index in (one, other)):
            continue
        if _may_join(members[left], members[right], said, same):
            join(left, right)
    for index, target in _referred(said):
        if owner[index] != owner[target]:
            join(owner[target], owner[index])
    return sorted(members.values())


def _referred(said: Sequence[Said]) -> Iterator[tuple[int, int]]:
    """Each assertion that refers to another ("this claim"), with that other."""
    places = {each.assertion.attribution: index for index, each in enumerate(said)}
    for index, each in enumerate(said):
        target = places.get(each.assertion.refers_to) if each.assertion.refers_to else None
        if target is not None:
            yield index, target


def _may_join(
    some: Sequence[int],
    others: Sequence[int],
    said: Sequence[Said],
    same: Container[tuple[int, int]],
) -> bool:
    count = 0
    for one in some:
        for other in others:
            first, second = said[one].assertion.quantity, said[other].assertion.quantity
            if first and second and not is_same_amount(first, second):
                return False
            count += (min(one, other), max(one, other)) in same
    return 2 * count >= len(some) * len(others)
