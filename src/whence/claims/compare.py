"""Two assertions -> what they have in common and what not, as numbers that can be read.

The one place that says what is looked at; `claims.judge` weighs it, `training.pairs` learns
the weights.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from whence.claims.status import is_against
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion
from whence.ledger.reading import Reading
from whence.ledger.span import Spans
from whence.lexicon.frequencies import frequencies
from whence.lexicon.spellings import measures
from whence.text.stems import stem_of, stems_of

ATTITUDES = frozenset(
    {Stance.SUPPORTS, Stance.OPPOSES, Stance.DEMANDS, Stance.INTENDS, Stance.ASKS}
)
FEW_STEMS = 3
LONG_RUN = 12  # words in a row that two claims share, from which on more tells nothing
FAR_DAYS = 4
NEAR_NUMBER = 0.03  # of the greater of two numbers, within which one may be the other rounded

_WORD = re.compile(r"[^\W_]+")

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of an assertion.

    Attributes:
        stems: Its content words, without endings.
        actors: Countries (alpha-3) and ids of entities mentioned in its words.
        words: All its words in lower case, in order.
    """

    assertion: Assertion
    stems: frozenset[str]
    actors: frozenset[str]
    words: tuple[str, ...] = ()


def describe(assertion: Assertion, reading: Reading) -> Said:
    """What is compared of an assertion."""
    return Said(
        assertion,
        frozenset(stems_of(assertion.text)),
        actors_in(assertion.span, reading),
        words_of(assertion.text),
    )


def actors_in(span: Spans, reading: Reading) -> frozenset[str]:
    """Countries (alpha-3), else ids, of the entities mentioned in some words."""
    return frozenset(
        entity.country or entity.id
        for entity in reading.entities
        if any(piece.overlaps(mention) for piece in span for mention in entity.mentions)
    )


def words_of(text: str) -> tuple[str, ...]:
    """Its words in lower case, in order."""
    return tuple(_WORD.findall(text.casefold()))


def features(one: Said, other: Said, likeness: float) -> Features:
    """What two assertions have in common; the order of the two does not count.

    Args:
        one: An assertion.
        other: Another.
        likeness: Product of the vectors of their words, -1 to 1.
    """
    first, second = one.assertion, other.assertion
    shared = weight_of(one.stems & other.stems)
    sides = sorted((weight_of(one.stems), weight_of(other.stems)))
    both = weight_of(one.stems | other.stems)
    run = longest_run(one.words, other.words)
    lengths = sorted((len(one.words), len(other.words)))
    actors = len(one.actors & other.actors)
    named = sorted((len(one.actors), len(other.actors)))
    unit = is_one_unit(first.quantity, second.quantity)
    amount = unit and is_one_count(first.quantity, second.quantity)
    return {
        "likeness": likeness,
        "share of the shorter": shared / sides[0] if sides[0] else 0.0,
        "share of both": shared / both if both else 0.0,
        "rest of the longer": sides[1] - shared,
        "rest of the shorter": sides[0] - shared,
        "shared words": min(shared, 60.0),
        "one number": float(amount),
        "other numbers": float(unit and not amount),
        "other units": float(bool(first.quantity and second.quantity) and not unit),
        "a number on one side": float((first.quantity is None) != (second.quantity is None)),
        "share of actors": actors / max(1, named[0]),
        "other actors": float(named[0] > 0 and actors == 0),
        "actors on both sides alone": float(named[0] - actors),
        "words in a row": min(run, LONG_RUN) / LONG_RUN,
        "share in a row": run / max(1, lengths[0]),
        "one speaker": float(is_one_speaker(first, second)),
        "one outlet's own voice": float(
            (first.attribution is None) != (second.attribution is None)
        ),
        "days between": min(days_between(first, second), FAR_DAYS) / FAR_DAYS,
        "opposite": float(is_against(first) != is_against(second)),
        "lengths": lengths[0] / max(1, lengths[1]),
        "few words": float(min(len(one.stems), len(other.stems)) <= FEW_STEMS),
        "other stance": float(first.stance is not second.stance),
        "other attitude": float(attitude(first.stance) is not attitude(second.stance)),
    }


def share_of_both(one: Said, other: Said) -> float:
    """The weight of the shared stems, of both sides' together, 0 to 1."""
    both = weight_of(one.stems | other.stems)
    return weight_of(one.stems & other.stems) / both if both else 0.0


def states_in(said: Said) -> frozenset[str]:
    """The states (alpha-3) that a claim names."""
    return frozenset(each for each in said.actors if len(each) == 3 and each.isupper())  # noqa: PLR2004


def weight_of(stems: Iterable[str]) -> float:
    """How much some stems tell: the sum of the logarithms of how rare they are in the news.

    Source: inverse document frequency, Spärck Jones (1972), https://doi.org/10.1108/eb026526
    """
    return math.fsum(rarity(stem) for stem in stems)  # exact, so no order counts


@cache
def rarity(stem: str) -> float:
    """How rare a stem is: 0.5 for one in every second article, 7.4 for an unknown one."""
    table = frequencies()
    return math.log((table.articles + 1) / (table.counts.get(stem, 0) + 0.5))


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words in a row two claims share at most."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(other):
        places.setdefault(word, []).append(at)
    longest = 0
    before: dict[int, int] = {}
    for word in one:
        row = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        if row:
            longest = max(longest, *row.values())
        before = row
    return longest


def is_one_speaker(one: Assertion, other: Assertion) -> bool:
    """Whether two assertions end at one source that has a name or words of its own."""
    if one.attribution is None or other.attribution is None:
        return False
    first, second = one.chain[-1], other.chain[-1]
    if first.entity and second.entity:
        return first.entity == second.entity
    return first.name is not None and first.name.casefold() == (second.name or "").casefold()


def is_own(assertion: Assertion) -> bool:
    """Whether the outlet says it in its own voice."""
    return assertion.attribution is None


def days_between(one: Assertion, other: Assertion) -> int:
    """Days between the articles of two assertions; `FAR_DAYS` where one is unknown."""
    if one.printed_at is None or other.printed_at is None:
        return FAR_DAYS
    first, second = (
        date.fromisoformat(one.printed_at[:10]),
        date.fromisoformat(other.printed_at[:10]),
    )
    return abs((first - second).days)


def attitude(stance: Stance) -> Stance | None:
    """The stance, where it is one towards a wish or an act; None for what is said to be so.

    Who opposes a launch and who wants one do not say the same.
    """
    return stance if stance in ATTITUDES else None


def is_one_number(one: Said, other: Said) -> bool:
    """Whether two assertions give the same number of the same things."""
    first, second = one.assertion.quantity, other.assertion.quantity
    return is_one_unit(first, second) and is_same_amount(first, second)


def is_one_unit(one: Amount | None, other: Amount | None) -> bool:
    """Whether both have a number, and of the same things, or one is not known."""
    return one is not None and other is not None and is_same_unit(one, other)


def is_same_amount(one: Amount | None, other: Amount | None) -> bool:
    """Whether two amounts have the same number, be a bound dropped or not."""
    return bool(one and other and _numbers(one) & _numbers(other))


def is_one_count(one: Amount | None, other: Amount | None) -> bool:
    """Whether two amounts are one number, or one of them is the other rounded."""
    return is_same_amount(one, other) or is_rounded(one, other) or is_rounded(other, one)


def is_rounded(exact: Amount | None, round_: Amount | None) -> bool:
    """Whether 41,300 became 41,000, of things with the same name."""
    if exact is None or round_ is None or exact.unit is None or round_.unit is None:
        return False
    first, second = _single(exact), _single(round_)
    if first is None or second is None or first == second or not is_same_unit(exact, round_):
        return False
    is_near = abs(first - second) <= NEAR_NUMBER * max(first, second)
    return is_near and _zeros(second) > _zeros(first)


def _single(amount: Amount) -> float | None:
    return float(amount.low) if amount.low is not None and amount.low == amount.high else None


def _zeros(number: float) -> int:
    """Zeros at the end of a whole number; -1 for one with a fraction."""
    if number != int(number):
        return -1
    digits = str(int(number))
    return len(digits) - len(digits.rstrip("0"))


def is_same_unit(one: Amount, other: Amount) -> bool:
    """Whether two units are the same noun, or one is not known."""
    if one.unit is None or other.unit is None:
        return True
    return unit_kind(one.unit) == unit_kind(other.unit)


def unit_kind(unit: str) -> str:
    """A unit without number or spelling ("tons", "tonnes"); "troops" and "soldiers" are one."""
    measure = measures().get(unit.casefold())
    stem = stem_of(measure or unit.casefold())
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
