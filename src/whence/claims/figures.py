"""The claims of one story on two days -> the numbers of one thing that moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.claims.differences import match_claims, speaker_of
from whence.claims.matter import Matter, Matters, matter_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion, Claim
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.reading import Reading
from whence.text.stems import stem_of

LIKENESS = 0.6  # of two sentences that count one thing
SHARED = 0.3  # of both sides' words, by weight; both ours, on the examples, 2026-11

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
    """New numbers of things that had another, each with the last of those before it.

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
    given: set[tuple[object, ...]] = {
        (each.unit, each.amount.low, each.amount.high) for each in known
    }
    for matched in match_claims(before, after):
        for each in matched.fresh:
            new = _figure(matched.claim, each, readings)
            if new is None or (new.unit, new.amount.low, new.amount.high) in given:
                continue
            old = _same_thing(new, known, matters)
            if old is not None:
                given.add((new.unit, new.amount.low, new.amount.high))
                yield _moved(story, old, new)


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


def _same_thing(new: Figure, known: Sequence[Figure], matters: Matters) -> Figure | None:
    """The latest other number of the same thing."""
    found = [each for each in known if each.unit == new.unit and _is_one(new, each, matters)]
    return max(
        found,
        key=lambda each: (each.assertion.asserted_at or "", each.assertion.article),
        default=None,
    )


def _is_one(new: Figure, old: Figure, matters: Matters) -> bool:
    if (new.amount.low, new.amount.high) == (old.amount.low, old.amount.high):
        return False
    one, other = new.matter, old.matter
    if one.actors and other.actors and not one.actors & other.actors:
        return False
    is_near = matters.shared_of_both(one, other) >= SHARED
    return is_near and matters.likeness(one.text, other.text) >= LIKENESS


def _moved(story: str, old: Figure, new: Figure) -> Difference:
    said = old.assertion
    told = speaker_of(said) or said.outlet
    return Difference(
        kind=DifferenceKind.NUMBER,
        story=story,
        text=new.assertion.text,
        claim=new.claim.id,
        article=new.assertion.article,
        outlet=new.assertion.outlet,
        day=new.assertion.asserted_at,
        who=speaker_of(new.assertion),
        before=amount_words(old),
        after=amount_words(new),
        why=f"“{said.text}” ({', '.join(filter(None, (told, (said.asserted_at or '')[:10])))})",
    )


def amount_words(figure: Figure) -> str:
    """`up to 4,000 troops`, `at least 1,200 engineers`, `about 26,000 people`."""
    low, high, unit = figure.amount.low, figure.amount.high, figure.amount.unit
    if low == high:
        number = f"{low:,}"
        number = f"about {number}" if figure.assertion.quantity_is_approximate else number
    elif low is None:
        number = f"up to {high:,}"
    else:
        number = f"at least {low:,}" if high is None else f"{low:,}–{high:,}"
    return f"{number} {unit}"
