"""Claims -> pairs that cannot both be so, in one detail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whence.claims.same import Said, Weights, is_same_unit, shares, weigh
from whence.ledger.claim import Amount, Detail

ALIKE = 0.62  # likeness of two assertions of different claims
SHARED = 0.3  # of both sides' content words, by weight; ours, on the examples and real stories
ROOM = 0.1  # of an approximate number, on each side


def quantity_conflict(one: Said, other: Said, likeness: float, weights: Weights) -> str | None:
    """Why the numbers of two assertions about the same thing cannot both hold; None if they can.

    Both must be near in words, share an actor, count the same things and have bounds that
    do not meet. An order of magnitude ("thousands") has no upper bound and meets nearly all.
    """
    first, second = one.assertion.quantity, other.assertion.quantity
    if not first or not second or likeness < ALIKE or not is_same_unit(first, second):
        return None
    if one.actors and other.actors and not one.actors & other.actors:
        return None
    if shares(one, other, weights)[1] < SHARED:
        return None
    a = _bounds(first, is_approximate=one.assertion.quantity_is_approximate)
    b = _bounds(second, is_approximate=other.assertion.quantity_is_approximate)
    if a[0] <= b[1] and b[0] <= a[1]:
        return None
    return f"“{one.assertion.text}” and “{other.assertion.text}” leave no number that fits both"


def find_conflicts(
    said: Sequence[Said],
    owner: Mapping[int, int],
    pairs: Sequence[tuple[int, int, float]],
) -> dict[tuple[int, int], tuple[Detail, str]]:
    """The conflicts between claims, by their two numbers, the smaller first.

    Args:
        said: What is compared of each assertion.
        owner: Index of an assertion to the number of its claim.
        pairs: Indices and likeness.
    """
    weights = weigh(said)
    found: dict[tuple[int, int], tuple[Detail, str]] = {}
    for one, other, likeness in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])):
        left, right = owner[one], owner[other]
        if left == right:
            continue
        why = quantity_conflict(said[one], said[other], likeness, weights)
        if why:
            found.setdefault((min(left, right), max(left, right)), (Detail.QUANTITY, why))
    return found


def _bounds(amount: Amount, *, is_approximate: bool) -> tuple[float, float]:
    low = float("-inf") if amount.low is None else float(amount.low)
    high = float("inf") if amount.high is None else float(amount.high)
    return (low * (1 - ROOM), high * (1 + ROOM)) if is_approximate else (low, high)
