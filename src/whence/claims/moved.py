"""The claims of one story on two days -> the numbers of one thing that moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.claims.matching import match_claims, speaker_of
from whence.claims.matter import Matter, Matters, matter_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion, Claim
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.reading import Reading
from whence.text.days import day_words
from whence.text.stems import stem_of

LIKENESS = 0.6  # of two sentences that count one thing
SHARED = 0.2  # of both sides' words, by weight; both ours, on the examples, 2026-11

ROUND = 10  # a bound one off a multiple of it was said as "more than" or "fewer than"

_REACTING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.DECLINES})
_WORD = re.compile(r"[^\W\d_]+")


class Figure(NamedTuple):
    """A number that somebody gives, with what it is of."""

    claim: Claim
    assertion: Assertion
    amount: Amount
    unit: str
    matter: Matter


def find_moved(
    story: str,
    before: Sequence[Claim],
    after: Sequence[Claim],
    readings: Mapping[str, Reading],
    matters: Matters,
) -> Iterator[Difference]:
    """New numbers of things that had another, each with the last that was said before it.

    Two numbers are of one thing where they have the unit, and their sentences an actor, the
    rarer words and the sense in common.

    Args:
        story: Its id.
        before: The claims on the earlier day.
        after: Those on the later one.
        readings: By article id, of the later day.
        matters: Of the story.
    """
    known = [
        figure
        for claim in before
        for each in claim.assertions
        if (figure := _figure(claim, each, readings))
    ]
    fresh = [
        figure
        for matched in match_claims(before, after)
        for each in matched.fresh
        if (figure := _figure(matched.claim, each, readings))
    ]
    for new in sorted(fresh, key=_when):
        of_thing = [each for each in known if _is_one_thing(new, each, matters)]
        if of_thing and not any(_is_one_number(new, each) for each in of_thing):
            yield _moved(story, max(of_thing, key=_when), new)
        known.append(new)


def _when(figure: Figure) -> tuple[str, str, object]:
    said = figure.assertion
    return (said.asserted_at or "", said.article, said.span)


def _figure(claim: Claim, assertion: Assertion, readings: Mapping[str, Reading]) -> Figure | None:
    amount = assertion.quantity
    is_said = assertion.stance not in _REACTING and not assertion.is_heading
    if amount is None or amount.unit is None or not is_said:
        return None
    if amount.low is None and amount.high is None:
        return None
    reading = readings.get(assertion.article)
    matter = matter_of(claim.id, assertion.text, assertion.span, reading)
    return Figure(claim, assertion, amount, _unit(amount.unit), matter)


def _unit(unit: str) -> str:
    """The stem of the last word: "Russian engineers" and "engineer" are one."""
    found = _WORD.findall(unit.casefold())
    return stem_of(found[-1]) if found else unit.casefold()


def _is_one_number(one: Figure, other: Figure) -> bool:
    return (one.amount.low, one.amount.high) == (other.amount.low, other.amount.high)


def _is_one_thing(new: Figure, old: Figure, matters: Matters) -> bool:
    """Whether two numbers count one thing."""
    one, other = new.matter, old.matter
    if new.unit != old.unit or (one.actors and other.actors and not one.actors & other.actors):
        return False
    if one.claim == other.claim:
        return True
    is_near = matters.shared_of_both(one, other) >= SHARED
    return is_near and matters.likeness(one.text, other.text) >= LIKENESS


def _moved(story: str, old: Figure, new: Figure) -> Difference:
    said = old.assertion
    told = speaker_of(said) or said.outlet
    said_on = day_words(said.asserted_at) if said.asserted_at else None
    return Difference(
        kind=DifferenceKind.NUMBER,
        story=story,
        text=new.assertion.text,
        claim=new.claim.id,
        article=new.assertion.article,
        outlet=new.assertion.outlet,
        day=new.assertion.printed_at or new.assertion.asserted_at,
        stance=new.assertion.stance,
        who=speaker_of(new.assertion),
        before=amount_words(old),
        after=amount_words(new),
        why=f"“{said.text}” ({', '.join(filter(None, (told, said_on)))})",
    )


def amount_words(figure: Figure) -> str:
    """`up to 4,000 troops`, `more than 1,500 engineers`, `about 26,000 people`."""
    low, high, unit = figure.amount.low, figure.amount.high, figure.amount.unit
    if low is not None and low == high:
        is_rough = figure.assertion.quantity_is_approximate
        return f"{'about ' * is_rough}{low:,} {unit}"
    if low is not None and high is not None:
        return f"{low:,}–{high:,} {unit}"
    if low is not None:  # "more than 1,500" is 1,501 and more
        is_next = low % ROUND == 1 and low > ROUND
        return f"{'more than' if is_next else 'at least'} {low - is_next:,} {unit}"
    if high is None:
        return f"an open number of {unit}"
    is_last = high % ROUND == ROUND - 1
    return f"{'fewer than' if is_last else 'up to'} {high + is_last:,} {unit}"
