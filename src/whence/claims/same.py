"""Assertions -> groups that say the same; every decision can say why in a sentence.

The vectors only propose. The model of `claims.judge` weighs; numbers, states and what a
speaker says again decide above it: "up to 10,000 troops" and "at least 3,000 troops" are near
in any vector space and are two claims.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from whence.claims.compare import (
    Said,
    attitude,
    is_one_count,
    is_one_number,
    is_one_unit,
    is_same_amount,
    share_of_both,
    states_in,
    weight_of,
)
from whence.claims.judge import Verdict, judge, read_too, why
from whence.claims.port import Encoder, Pair
from whence.claims.when import clock_conflict, window_of
from whence.ledger.claim import Amount
from whence.text.stems import stems_of

LEAST_LIKENESS = 0.4  # below it no pair is looked at
OPEN = 0.2  # probability of the figures, of either kind, from which the network reads too
SAME = 0.46  # probability from which two are the same; both ours, on the labelled pairs, 2026-11
SAME_TIMED = 0.7  # where one side alone gives a time of day
SAME_UNEVEN = 0.52  # where one side alone has a number, wants or plans it
FEWEST_STEMS = 2  # of the shorter side: "the development" is no claim
MOST_OF_NAME = 6  # words; more are a clause
LEAST_SHARED = 0.05  # of both sides' words, by how rare they are
REPEATED = 0.9  # share of the shorter side, of one speaker in heading and body

_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")
_TITLES = frozenset(stems_of("president leader minister king general chairman secretary"))


def find_verdicts(
    said: Sequence[Said], pairs: Sequence[Pair], encoder: Encoder | None
) -> dict[tuple[int, int], Verdict]:
    """What the model says of each pair that nothing forbids to be one claim.

    Args:
        said: What is compared of each assertion.
        pairs: Indices and likeness of those above `LEAST_LIKENESS`.
        encoder: Reads those that the figures leave open; None for the figures alone.
    """
    found = {
        (one, other): judge(said[one], said[other], likeness)
        for one, other, likeness in pairs
        if may_be_same(said[one], said[other])
    }
    if encoder is None:
        return found
    unsure = [pair for pair, verdict in found.items() if is_open(verdict)]
    texts = [(said[one].assertion.text, said[other].assertion.text) for one, other in unsure]
    for pair, compared in zip(unsure, encoder.compare(texts), strict=True):
        found[pair] = read_too(found[pair], compared)
    return found


def is_open(verdict: Verdict) -> bool:
    """Whether the figures leave it possible that two are one claim, or one the fuller."""
    return verdict.same + verdict.more_specific >= OPEN


def why_same(one: Said, other: Said, verdict: Verdict | None) -> str | None:
    """Why two assertions are one claim, as a sentence; None where they are not.

    Args:
        one: An assertion.
        other: Another.
        verdict: What the model says of them; None where something forbids it.
    """
    again = _says_again(one, other)
    if again or verdict is None:
        return again
    return why(one, other, verdict) if verdict.same >= _needed(one, other) else None


def _needed(one: Said, other: Said) -> float:
    """The probability that is needed: more where one side alone has a number, wants or plans."""
    first, second = one.assertion, other.assertion
    if (window_of(first.text) is None) != (window_of(second.text) is None):
        return SAME_TIMED
    is_uneven = (first.quantity is None) != (second.quantity is None)
    is_other = attitude(first.stance) is not attitude(second.stance)
    return SAME_UNEVEN if is_uneven or is_other else SAME


def may_be_same(one: Said, other: Said) -> bool:
    """Whether nothing forbids that two assertions are one claim, whatever their words."""
    first, second = one.assertion, other.assertion
    if min(len(one.stems), len(other.stems)) < FEWEST_STEMS or _is_name(one) or _is_name(other):
        return False
    if _counts_differ(first.quantity, second.quantity):
        return False
    if share_of_both(one, other) < LEAST_SHARED or _states_differ(one, other):
        return False
    return clock_conflict(first.text, second.text) is None


def _is_name(said: Said) -> bool:
    """Whether a few words are names and nothing else: "North Korean leader Kim Jong-un"."""
    if len(said.words) > MOST_OF_NAME:
        return False
    names = {stem for word in _CAPITAL.findall(said.assertion.text) for stem in stems_of(word)}
    return said.stems <= names | _TITLES


def _counts_differ(one: Amount | None, other: Amount | None) -> bool:
    """Whether two amounts are other numbers of one noun, or one number of two nouns."""
    is_both = one is not None and other is not None
    return is_both and is_one_unit(one, other) != is_one_count(one, other)


def _states_differ(one: Said, other: Said) -> bool:
    """Whether both name states, and none in common."""
    first, second = states_in(one), states_in(other)
    return bool(first and second) and first.isdisjoint(second)


def _says_again(one: Said, other: Said) -> str | None:
    """Why two assertions of one speaker are one claim; None where they are not."""
    if _repeats_itself(one, other):
        return "the same speaker says it again in the same article"
    if _counts_again(one, other):
        return "the same speaker gives the same number again"
    return None


def _repeats_itself(one: Said, other: Said) -> bool:
    """Whether a heading has little but words of its article's body, by the same speaker."""
    first, second = one.assertion, other.assertion
    speaker = first.chain[-1].entity
    is_one = speaker is not None and speaker == second.chain[-1].entity
    if not is_one or first.article != second.article or first.is_heading == second.is_heading:
        return False
    if first.quantity and second.quantity and not is_same_amount(first.quantity, second.quantity):
        return False
    if min(len(one.stems), len(other.stems)) < FEWEST_STEMS:
        return False
    shared = weight_of(one.stems & other.stems)
    return shared >= REPEATED * min(weight_of(one.stems), weight_of(other.stems))


def _counts_again(one: Said, other: Said) -> bool:
    """Whether one named speaker gives one number of one unit, be it of "it"."""
    speaker = one.assertion.chain[-1].entity
    if speaker is None or speaker != other.assertion.chain[-1].entity:
        return False
    first, second = one.assertion.quantity, other.assertion.quantity
    has_unit = first is not None and second is not None and bool(first.unit and second.unit)
    return has_unit and one.assertion.is_named and is_one_number(one, other)


def group(
    said: Sequence[Said],
    pairs: Sequence[Pair],
    verdicts: Mapping[tuple[int, int], Verdict],
    together: Sequence[tuple[int, int]] = (),
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Join assertions into claims.

    The likeliest pairs first; two groups become one only where no two of their members
    have numbers that differ, and at least half of the compared pairs are the same. What a
    person said comes last: it joins whole groups, unless a person also parted two of them.

    Args:
        said: What is compared, in an order that does not depend on the input's.
        pairs: Indices and likeness of those above `LEAST_LIKENESS`.
        verdicts: By the two indices; see `find_verdicts`.
        together: Pairs of indices that a person said are one claim, the smaller first.
        apart: Pairs that a person said are two, the smaller first.

    Returns:
        Groups of indices, each ascending, ordered by their first.
    """
    same = {
        (one, other)
        for one, other, _ in pairs
        if why_same(said[one], said[other], verdicts.get((one, other))) is not None
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
        both = members[left], members[right]
        if _may_join(*both, said, same) and not _is_parted(*both, apart):
            join(left, right)
    for index, target in [*_referred(said), *together]:
        left, right = owner[target], owner[index]
        if left != right and not _is_parted(members[left], members[right], apart):
            join(left, right)
    return sorted(members.values())


def _is_parted(
    some: Sequence[int], others: Sequence[int], apart: Collection[tuple[int, int]]
) -> bool:
    """Whether a person parted one of some from one of others."""
    return bool(apart) and any(
        (min(one, other), max(one, other)) in apart for one in some for other in others
    )


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
            first, second = said[one].assertion, said[other].assertion
            has_two = first.quantity is not None and second.quantity is not None
            if has_two and not is_one_count(first.quantity, second.quantity):
                return False
            if clock_conflict(first.text, second.text):
                return False
            count += (min(one, other), max(one, other)) in same
    return 2 * count >= len(some) * len(others)
