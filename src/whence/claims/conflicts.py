"""Claims -> pairs that cannot both be so, in one detail."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from whence.claims.compare import FAR_DAYS, Said, days_between, is_same_unit, share_of_both
from whence.claims.port import Encoder, Pair
from whence.claims.when import clock_conflict
from whence.claims.where import actor_conflict, place_conflict
from whence.ledger.claim import Amount, Detail

ALIKE = 0.62  # likeness of two assertions of different claims with other numbers
ALIKE_ELSE = 0.5  # with another time, place or actor
SHARED = 0.2  # of both sides' words, by how rare they are; ours, on the labelled pairs
ONE_THING = 0.35  # probability that two say the same but for their numbers
ROOM = 0.1  # of an approximate number, on each side

_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{1,2}\s+(?=jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)",
    re.IGNORECASE,
)

_BOUND = (
    r"up to|at least|more than|less than|fewer than|over|about|around|some|nearly|almost|roughly"
    r"|approximately|an estimated|as many as|no fewer than|another|additional"
)
_COUNT = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores"
_NUMBER = re.compile(
    rf"(?:\b(?:{_BOUND})\s+)*(?:[$€£]\s?)?"
    rf"(?:\d[\d,.]*\d|\d|\b(?:{_COUNT}|hundreds|thousands|tens of thousands|a dozen)\b)"
    r"(?:\s?(?:million|billion|trillion|hundred|thousand|m|bn|dozen))?(?:\s+of(?=\s+\w+s))?",
    re.IGNORECASE,
)


def quantity_conflict(one: Said, other: Said, likeness: float) -> str | None:
    """Why the numbers of two assertions about the same thing cannot both hold; None if they can.

    Both must be near in words, share an actor, count the same things, tell of no two days and
    have bounds that do not meet. An order of magnitude ("thousands") has no upper bound and
    meets nearly all.
    """
    first, second = one.assertion.quantity, other.assertion.quantity
    if not first or not second or likeness < ALIKE or not is_same_unit(first, second):
        return None
    if one.actors and other.actors and not one.actors & other.actors:
        return None
    if share_of_both(one, other) < SHARED or _days_differ(one, other):
        return None
    a = _bounds(first, is_approximate=one.assertion.quantity_is_approximate)
    b = _bounds(second, is_approximate=other.assertion.quantity_is_approximate)
    if a[0] <= b[1] and b[0] <= a[1]:
        return None
    return f"“{one.assertion.text}” and “{other.assertion.text}” leave no number that fits both"


def conflict_of(one: Said, other: Said, likeness: float) -> tuple[Detail, str] | None:
    """In which detail two assertions of different claims cannot both be so, and why."""
    if likeness >= ALIKE_ELSE and days_between(one.assertion, other.assertion) <= FAR_DAYS:
        place = place_conflict(one, other)
        if place:
            return Detail.PLACE, place
        clock = clock_conflict(one.assertion.text, other.assertion.text)
        if clock and (likeness >= ALIKE or share_of_both(one, other) >= SHARED):
            return Detail.TIME, clock
    actor = actor_conflict(one, other)
    if actor:
        return Detail.ACTOR, actor
    why = quantity_conflict(one, other, likeness)
    return (Detail.QUANTITY, why) if why else None


def count_one_thing(pairs: Sequence[tuple[Said, Said]], encoder: Encoder) -> list[bool]:
    """Whether the two of each pair say the same but for their numbers.

    The network reads both with "many" in the place of every number.
    """
    masked = [
        (_NUMBER.sub("many", one.assertion.text), _NUMBER.sub("many", other.assertion.text))
        for one, other in pairs
    ]
    return [each.same >= ONE_THING for each in encoder.compare(masked)]


def find_conflicts(
    said: Sequence[Said],
    owner: Mapping[int, int],
    pairs: Sequence[Pair],
    encoder: Encoder | None = None,
) -> dict[tuple[int, int], tuple[Detail, str]]:
    """The conflicts between claims, by their two numbers, the smaller first.

    Args:
        said: What is compared of each assertion.
        owner: Index of an assertion to the number of its claim.
        pairs: Indices and likeness.
        encoder: Reads those whose numbers differ; None for the figures alone.
    """
    every = [
        (one, other, conflict)
        for one, other, likeness in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
        if owner[one] != owner[other]
        and (conflict := conflict_of(said[one], said[other], likeness)) is not None
    ]
    counted = [row for row in every if row[2][0] is Detail.QUANTITY]
    if encoder is not None:
        alike = count_one_thing([(said[one], said[other]) for one, other, _ in counted], encoder)
        apart = {row[:2] for row, is_one in zip(counted, alike, strict=True) if not is_one}
        every = [row for row in every if row[:2] not in apart]
    found: dict[tuple[int, int], tuple[Detail, str]] = {}
    for one, other, conflict in every:
        left, right = owner[one], owner[other]
        found.setdefault((min(left, right), max(left, right)), conflict)
    return found


def _days_differ(one: Said, other: Said) -> bool:
    """Whether both name days, and none in common: "killed on Monday", "killed on Tuesday"."""
    first = {match.casefold() for match in _DAY.findall(one.assertion.text)}
    second = {match.casefold() for match in _DAY.findall(other.assertion.text)}
    return bool(first and second) and first.isdisjoint(second)


def _bounds(amount: Amount, *, is_approximate: bool) -> tuple[float, float]:
    low = float("-inf") if amount.low is None else float(amount.low)
    high = float("inf") if amount.high is None else float(amount.high)
    return (low * (1 - ROOM), high * (1 + ROOM)) if is_approximate else (low, high)
