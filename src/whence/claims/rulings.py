"""What a person said of claims -> assertions as corrected, those together and those apart."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from whence.claims.propositions import amount_of, main_quantity
from whence.claims.status import AGAINST
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion, Claim, Link
from whence.ledger.quantity import Number, Quantity
from whence.ledger.reading import Reading
from whence.ledger.ruling import (
    Field,
    Place,
    Ruling,
    RulingKind,
    Subject,
    in_force,
    place_of,
)
from whence.ledger.span import Span

NUMBER = frozenset({Field.LOW, Field.HIGH, Field.UNIT})

_Pair = tuple[Place, Place]


@dataclass(frozen=True, slots=True)
class ClaimRulings:
    """What holds of the assertions of some articles.

    Attributes:
        together: Pairs that are one claim, the smaller place first.
        apart: Pairs that are two.
        values: What is corrected, by place; the last correction of a field counts.
        wordings: Places of a claim, the leading one first, with the words that it is shown by;
            the earliest first.
    """

    together: frozenset[_Pair] = frozenset()
    apart: frozenset[_Pair] = frozenset()
    values: Mapping[Place, Mapping[Field, str | None]] = field(default_factory=dict)
    wordings: tuple[tuple[tuple[Place, ...], str], ...] = ()

    @property
    def articles(self) -> frozenset[str]:
        """Those in which an assertion is corrected."""
        return frozenset(place.article for place in self.values)

    def hidden_count(self, articles: Collection[str]) -> int:
        """How many assertions of some articles a person said are no claim."""
        return sum(
            place.article in articles and bool(values.get(Field.HIDDEN))
            for place, values in self.values.items()
        )


NOTHING = ClaimRulings()


def claim_rulings(rulings: Sequence[Ruling]) -> ClaimRulings:
    """What holds of claims; a later ruling overrides an earlier one, pair by pair.

    A merge holds each assertion of one claim together with each of the other. A split holds
    those that were parted apart from each that stays, and together. One that was taken back
    does not count.

    Args:
        rulings: Of whatever subject, all of them.
    """
    together: set[_Pair] = set()
    apart: set[_Pair] = set()
    values: dict[Place, dict[Field, str | None]] = {}
    wordings: list[tuple[tuple[Place, ...], str]] = []
    for ruling in in_force(tuple(rulings), Subject.CLAIM):
        across = {_pair(*each) for each in product(ruling.places, ruling.other_places)}
        if ruling.kind is RulingKind.MERGE:
            every = {*ruling.places, *ruling.other_places}
            apart -= {_pair(*each) for each in combinations(every, 2)}
            together |= across
        elif ruling.kind is RulingKind.SPLIT:
            together -= across
            apart |= across
            parted = {_pair(*each) for each in combinations(ruling.places, 2)}
            apart -= parted
            together |= parted
        for each in ruling.corrections:
            if each.field is Field.WORDING:
                wordings.append((ruling.places, each.after or ""))
                continue
            for place in ruling.places:
                values.setdefault(place, {})[each.field] = each.after
    return ClaimRulings(frozenset(together), frozenset(apart), values, tuple(wordings))


def _pair(one: Place, other: Place) -> _Pair:
    return (min(one, other), max(one, other))


def as_corrected(
    assertions: Sequence[Assertion], reading: Reading, rulings: ClaimRulings
) -> list[Assertion]:
    """The assertions of an article with what a person says of them; hidden ones are left out."""
    found = []
    for each in assertions:
        values = rulings.values.get(place_of(each), {})
        if values.get(Field.HIDDEN):
            continue
        found.append(_corrected(each, reading, values) if values else each)
    return found


def _corrected(
    assertion: Assertion, reading: Reading, values: Mapping[Field, str | None]
) -> Assertion:
    speaker, stance = values.get(Field.SPEAKER), values.get(Field.STANCE)
    made = assertion
    if speaker:
        made = replace(made, chain=_spoken_by(made, reading, speaker), is_named=True)
    if stance:
        now = Stance(stance)
        degree = made.degree
        if (now in AGAINST) != (made.stance in AGAINST):
            degree = -abs(degree) if now is Stance.DENIES else abs(degree)
        made = replace(made, stance=now, degree=degree)
    if not NUMBER.isdisjoint(values):
        made = replace(made, quantity=_amount(made.quantity, values))
        made = replace(made, quantity_is_approximate=False)
    marks = sorted(each.value for each in values if each is not Field.HIDDEN)
    return replace(made, corrected=tuple(marks))


def _spoken_by(assertion: Assertion, reading: Reading, name: str) -> tuple[Link, ...]:
    """The chain to a first speaker of this name, the article's entity where it has one."""
    same = (each for each in reading.entities if each.name.casefold() == name.casefold())
    entity = next(same, None)
    chain = assertion.chain
    before = chain if assertion.attribution is None else chain[:-1]
    cue = None if assertion.attribution is None else chain[-1].cue
    last = Link(entity.name if entity else name, entity.id if entity else None, cue)
    return (*before, last)


def with_numbers(reading: Reading, rulings: ClaimRulings) -> Reading:
    """The reading with the bounds and units that a person gave to the numbers of assertions."""
    if reading.article is None or reading.article.id not in rulings.articles:
        return reading
    changed: dict[Span, Quantity] = {}
    for place, values in rulings.values.items():
        found = _quantity_at(place, reading) if not NUMBER.isdisjoint(values) else None
        if found is not None:
            amount = _amount(amount_of(found), values) or Amount(None, None, None)
            changed[found.span] = replace(
                found,
                low=amount.low,
                high=amount.high,
                unit=amount.unit,
                is_approximate=False,
            )
    if not changed:
        return reading
    quantities = tuple(changed.get(each.span, each) for each in reading.quantities)
    return replace(reading, quantities=quantities)


def _quantity_at(place: Place, reading: Reading) -> Quantity | None:
    """The quantity that the assertion in some place is about; None where it has none."""
    if reading.article is None or place.article != reading.article.id:
        return None
    if place.attribution:
        own = [each for each in reading.quantities if each.attribution == place.attribution]
    else:
        whole = Span(place.start, place.end)
        is_own = any(each.span == whole for each in reading.own_words)
        own = [each for each in reading.quantities if is_own and whole.covers(each.span)]
    return main_quantity(own)


def _amount(before: Amount | None, values: Mapping[Field, str | None]) -> Amount | None:
    """The bounds and unit with those that are corrected; None where nothing is left of them."""
    old = before or Amount(None, None, None)
    low = number_of(values[Field.LOW]) if Field.LOW in values else old.low
    high = number_of(values[Field.HIGH]) if Field.HIGH in values else old.high
    unit = values.get(Field.UNIT, old.unit)
    return None if low is None and high is None else Amount(low, high, unit)


def number_of(words: str | None) -> Number | None:
    """The number that a correction keeps as text, whole where it is whole; None for no bound.

    Raises:
        ValueError: It is no finite number.
    """
    if not words:
        return None
    found = float(words)
    if found != found or abs(found) == float("inf"):  # noqa: PLR0124 - NaN differs from itself
        raise ValueError(f"{words} is no number")
    return int(words) if words.lstrip("+-").isdecimal() else found


def forced(
    assertions: Sequence[Assertion], rulings: ClaimRulings
) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """Pairs of indices that are one claim, and pairs that are two, the smaller index first."""
    index = {place_of(each): number for number, each in enumerate(assertions)}
    both = (
        {
            (min(index[one], index[other]), max(index[one], index[other]))
            for one, other in pairs
            if one in index and other in index
        }
        for pairs in (rulings.together, rulings.apart)
    )
    together, apart = both
    return sorted(together), apart


def marked(claim: Claim, members: Sequence[Assertion], rulings: ClaimRulings) -> Claim:
    """The claim with the words that a person gave it, and marks for what was decided of it.

    Args:
        claim: As it is made.
        members: All that was joined into it, headings that repeat the body too.
        rulings: What holds.
    """
    own = {place_of(each) for each in members}
    marks = []
    if any(one in own and other in own for one, other in rulings.together):
        marks.append("merged")
    if any((one in own) != (other in own) for one, other in rulings.apart):
        marks.append("split")
    words = [text for places, text in rulings.wordings if places and places[0] in own]
    if words and words[-1]:
        return replace(claim, text=words[-1], corrected=(*marks, Field.WORDING.value))
    return replace(claim, corrected=tuple(marks)) if marks else claim
