"""Positions of one actor -> where it turned: said one thing, and later another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from whence.claims.cast import Cast
from whence.claims.compare import longest_run, words_of
from whence.claims.matter import Matter, Matters, matter_of, shared_of_both
from whence.claims.positions import Stand, is_told
from whence.ledger.attribution import Stance
from whence.ledger.position import Change, Position, Turn
from whence.ledger.reading import Reading
from whence.text.days import day_words

_SAYING = frozenset({Stance.ASSERTS, Stance.WARNS})
_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without"
    r"|reject\w*|refus\w+|den(?:y|ies|ied|ying)|dismiss\w*|fail\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|will|would|may|might"
    r"|must|shall|should)\b|[’'](?:s|re|ve|ll|d)\s+(?:been|not|never|going)\b",
    re.IGNORECASE,
)
_TURNING = (
    frozenset({Stance.DENIES, Stance.INTENDS}),
    frozenset({Stance.SUPPORTS, Stance.OPPOSES}),
)
_QUOTED = 6  # words in a row that two sayings have only where they are one quotation, cut twice
_POLAR = 0.5  # of both sides' words, by weight, where only a negation tells two sayings apart
_CONCEDED = re.compile(
    r"\b(?:conced|admit|acknowledg|confess|own(?:s|ed)\s+up|accept)\w*", re.IGNORECASE
)
_ESTIMATE = re.compile(
    r"""
    (?: (?<=\bis\ ) | (?<=\bwas\ ) | (?<=\bbe\ ) | (?<=\bnow\ ) | (?<=\bare\ ) )
    (?:(?:highly|very|quite|almost|extremely)\s+)*
    (?:(?:un)?likely | (?:im)?probable | possible | certain)\b
  | \b(?:(?:realistic|remote|strong|real|small)\s+)? (?:possibility|probability|likelihood|chance)
    (?=\s+(?:that|of)\b)
  | \b(?:probably|possibly|almost\s+certainly)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words by which a whole saying is estimated."""

_WORD = re.compile(r"\w+")
_VERBS = {
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.NEITHER: "neither confirmed nor denied",
    Stance.OPPOSES: "opposed",
    Stance.SUPPORTS: "supported",
    Stance.INTENDS: "intended",
    Stance.DEMANDS: "demanded",
    Stance.WARNS: "warned of it",
}


def find_changes(
    stands: Sequence[Stand], cast: Cast, readings: Mapping[str, Reading], matters: Matters
) -> list[Change]:
    """Where persons and bodies of one story turned, by the day of the later position.

    A body's spokesmen are the body. Headings, copies, what somebody else says of the actor
    and what does not tell what it is about are left out: it is better to miss a change than
    to call two matters one.

    Args:
        stands: Of one story.
        cast: Of the same articles.
        readings: By article id.
        matters: Of the story.
    """
    groups: dict[str, list[Stand]] = {}
    for each in stands:
        if _is_plain(each):
            body = cast.bodies.get(each.key) if each.key in cast.voices else None
            for key in {each.key, body} - {None}:
                groups.setdefault(str(key), []).append(each)
    changes: dict[tuple[str, str], Change] = {}
    for _, own in sorted(groups.items()):
        for change in _changes(own, readings, matters):
            ends = (change.earlier.attribution, change.later.attribution)
            changes.setdefault(ends, change)
    return sorted(
        changes.values(),
        key=lambda each: (each.later.said_on or "", each.actor.name, each.later.attribution),
    )


def _is_plain(stand: Stand) -> bool:
    position = stand.position
    is_own = not position.is_heading and not position.copied_from and not stand.between
    return is_own and position.said_on is not None and is_told(position)


def _changes(
    own: Sequence[Stand], readings: Mapping[str, Reading], matters: Matters
) -> Iterator[Change]:
    """The turns of one actor, each matter once."""
    rows = sorted(own, key=lambda each: (_day(each.position), each.position.attribution))
    found: list[tuple[tuple[object, ...], Change]] = []
    turns = [
        (one.position, other.position, turn)
        for one, other in combinations(rows, 2)
        if _day(one.position) < _day(other.position)
        and (turn := turn_of(one.position, other.position)) is not None
    ]
    matters.learn(_text(each) for one, other, _ in turns for each in (one, other))
    for earlier, later, turn in turns:
        one, other = _matter(earlier, readings), _matter(later, readings)
        why = matters.why_one(one, other)
        if why is None or _is_mixed(earlier, later, rows):
            continue
        if turn is Turn.POLARITY and not _is_said_anew(one, other):
            continue
        order = (
            earlier.claim != later.claim,
            -round(matters.likeness(_text(earlier), _text(later)), 4),
            later.attribution,
            earlier.attribution,
        )
        said = turn_words(earlier, later, turn)
        found.append((order, Change(later.actor, turn, earlier, later, said, why)))
    taken: set[str] = set()
    for _, change in sorted(found, key=lambda each: each[0]):
        ends = {change.earlier.claim, change.later.claim}
        if taken.isdisjoint(ends):
            taken |= ends
            yield change


def _is_said_anew(one: Matter, other: Matter) -> bool:
    """Whether two sayings that a negation tells apart are near, and no one quotation cut twice."""
    is_near = shared_of_both(one, other) >= _POLAR
    return is_near and longest_run(words_of(one.text), words_of(other.text)) < _QUOTED


def turn_of(earlier: Position, later: Position) -> Turn | None:
    """In what two positions differ; None where they agree, or may."""
    return _turn_of_sides(earlier, later) or _turn_of_estimates(earlier, later)


def _turn_of_sides(earlier: Position, later: Position) -> Turn | None:
    stances = {earlier.stance, later.stance}
    is_one_claim = earlier.claim == later.claim
    is_opposite = _side(earlier) * _side(later) < 0
    if len(stances & _AGAINST) == 1 and stances <= _AGAINST | _SAYING:
        said = later if earlier.stance in _AGAINST else earlier
        are_clauses = is_one_claim or (_is_clause(earlier) and _is_clause(later))
        return Turn.STANCE if is_opposite and are_clauses and _is_told_plainly(said) else None
    if stances in _TURNING:
        return Turn.STANCE if is_one_claim and is_opposite else None
    if Stance.NEITHER in stances and is_one_claim:
        return Turn.STANCE if _side(earlier) or _side(later) else None
    if stances == {Stance.ASSERTS} and is_opposite:
        return Turn.POLARITY if _is_negated(earlier) != _is_negated(later) else None
    return None


def _is_clause(position: Position) -> bool:
    """Whether it says that something is, was, will be: "her letter" does not."""
    return _AUXILIARY.search(_text(position)) is not None


def _is_told_plainly(position: Position) -> bool:
    """Whether an assertion says itself what is so: no "to reject it", no "there was none"."""
    return not _is_negated(position) and not position.words.casefold().startswith("to ")


def _is_negated(position: Position) -> bool:
    """Whether its own words hold a negation."""
    return _NEGATION.search(_text(position)) is not None


def _side(position: Position) -> int:
    """1 for it, -1 against it, 0 neither or not committed."""
    if position.stance in _AGAINST:
        return -1
    if position.stance is Stance.OPPOSES:
        return -1
    if position.stance in {Stance.INTENDS, Stance.SUPPORTS}:
        return -1 if position.degree < 0 else 1
    if position.stance in _SAYING:
        return (position.degree > 0) - (position.degree < 0)
    return 0


def _turn_of_estimates(earlier: Position, later: Position) -> Turn | None:
    """Firmness differs where both estimate one claim in words, and differ by a band or a step.

    "May" and "could" do not count: whoever passes words on puts them in or leaves them out.
    """
    if not (_estimate(earlier) and _estimate(later)):
        return None
    first, second = _bounds(earlier), _bounds(later)
    if first and second:
        return Turn.FIRMNESS if first[1] < second[0] or second[1] < first[0] else None
    is_one = earlier.claim == later.claim and earlier.degree * later.degree > 0
    if _estimate(earlier) == _estimate(later):
        return None
    return Turn.FIRMNESS if is_one and earlier.certainty is not later.certainty else None


def _bounds(position: Position) -> tuple[float, float] | None:
    band = position.probability
    if band is None or band.low is None or band.high is None:
        return None
    return band.low, band.high


def _estimate(position: Position) -> str | None:
    """The words by which a position estimates; None where it does not."""
    if position.probability is not None:
        return position.probability.words
    found = _ESTIMATE.search(position.words)
    return found[0] if found else None


def _is_mixed(earlier: Position, later: Position, rows: Iterable[Stand]) -> bool:
    """Whether the actor takes the earlier side of the claim again on the later day or after."""
    if turn_of(earlier, later) is Turn.FIRMNESS:
        return False
    return any(
        each.position.claim == later.claim
        and _day(each.position) >= _day(later)
        and _side(each.position) * _side(later) < 0
        for each in rows
    )


def turn_words(earlier: Position, later: Position, turn: Turn) -> str:
    """Write "denied on 10 September 2025, conceded on 18 September 2025"."""
    days = [day_words(_day(each)) for each in (earlier, later)]
    if turn is Turn.FIRMNESS:
        first, second = _firmness(earlier), _firmness(later)
        return f"went from {first} on {days[0]} to {second} on {days[1]}"
    first, second = _verb(earlier, is_after=False), _verb(later, is_after=True)
    return f"{first} on {days[0]}, {second} on {days[1]}"


def _verb(position: Position, *, is_after: bool) -> str:
    if position.stance in _VERBS:
        return _VERBS[position.stance]
    if is_after and _CONCEDED.search(position.cue or ""):
        return "conceded"
    if position.degree < 0:
        return "said that it was not so"
    return "said so" if is_after else "said that it was so"


def _firmness(position: Position) -> str:
    """Write "“highly likely” (80–90 %)"; the share only where a yardstick applies."""
    words = f"“{_estimate(position) or position.words}”"
    bounds = _bounds(position)
    return f"{words} ({bounds[0] * 100:.0f}–{bounds[1] * 100:.0f} %)" if bounds else words


def _day(position: Position) -> str:
    return (position.said_on or "")[:10]


def _text(position: Position) -> str:
    return position.about or position.words


def _matter(position: Position, readings: Mapping[str, Reading]) -> Matter:
    reading = readings.get(position.article)
    span = () if position.about else position.span
    return matter_of(position.claim, _text(position), span, reading)
