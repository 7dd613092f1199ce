"""Words of a content -> what their main clause commits to.

The main predicate decides; a hedge or a negator in a clause that depends on it does not
(scope after Morante and Daelemans 2009).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.attributions.clause import Clause, is_name, main_clause
from whence.attributions.estimative import Estimate, estimate_in
from whence.attributions.scope import scope_of
from whence.ledger.factuality import Certainty, Polarity, Probability
from whence.lexicon.grammar import auxiliaries, word_class
from whence.lexicon.hedges import ADJECTIVES, CERTAINTY_OF, Hedge, hedge_phrases
from whence.lexicon.negation import Negation, negation_phrases
from whence.lexicon.phrases import Match, Word
from whence.text.trees import Tree

DEFINITE = frozenset({"the", "this", "its", "their", "his", "her", "our"})
"""Before an adjective they name something that is spoken of already: "the potential loss"."""

LEFT = {
    Negation.NOT_EXCLUDED: Certainty.POSSIBLE,
    Negation.UNDOUBTED: Certainty.PROBABLE,
}
"""What negators leave that turn nothing round."""

_RANK = {
    Certainty.CERTAIN: 3,
    Certainty.PROBABLE: 2,
    Certainty.POSSIBLE: 1,
    Certainty.UNCOMMITTED: 0,
}


@dataclass(frozen=True, slots=True)
class Commitment:
    """What the words of one clause commit to."""

    certainty: Certainty
    polarity: Polarity
    probability: Probability | None
    clause: Clause


def commit(
    text: str, words: Sequence[Word], service: str | None, tree: Tree | None = None
) -> Commitment:
    """Read the main clause of some words, by their tree, or from left to right without one."""
    clause = (scope_of(tree, words) if tree else None) or main_clause(words)
    return committed(text, clause, service)


def committed(text: str, clause: Clause, service: str | None) -> Commitment:
    """What the words of a clause commit to."""
    lows = [word.low for word in clause.words]
    estimate = estimate_in(text, clause.words, service)
    hedges = _hedges(lows, clause, estimate)
    if Hedge.UNKNOWN in hedges or Hedge.UNSEEN in hedges:
        return Commitment(Certainty.UNCOMMITTED, Polarity.UNKNOWN, None, clause)
    certainty, is_negative = _negation(lows, estimate)
    if estimate:
        certainty = weaker(certainty, estimate.certainty)
        is_negative ^= estimate.polarity is Polarity.NEGATIVE
    is_negated_could = is_negative and _is_could_not(lows)
    certainty = weaker(certainty, _hedged(hedges, is_negated_could=is_negated_could))
    if clause.is_conditional and certainty is not Certainty.POSSIBLE:
        certainty = Certainty.UNCOMMITTED
    polarity = Polarity.NEGATIVE if is_negative else Polarity.POSITIVE
    return Commitment(certainty, polarity, estimate.probability if estimate else None, clause)


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The less certain of two."""
    return one if _RANK[one] <= _RANK[other] else other


def _hedges(lows: Sequence[str], clause: Clause, estimate: Estimate | None) -> set[Hedge]:
    """The hedges that act on the clause itself."""
    found: set[Hedge] = set()
    for match in hedge_phrases().find(lows):
        before = lows[max(0, match.start - 2) : match.start]
        if _is_within(match, estimate) or _is_thing(clause.words[match.start], before[-1:]):
            continue
        is_known = before[-1:] and before[-1] in DEFINITE
        is_beside = match.value in ADJECTIVES and (clause.has_verb or is_known)
        if not is_beside or word_class("be").intersection(before):
            found.add(match.value)
    return found


def _is_within(match: Match[Hedge] | Match[Negation], estimate: Estimate | None) -> bool:
    """Whether the words are estimative words already ("not likely")."""
    return estimate is not None and match.start < estimate.end and estimate.start < match.end


def _is_thing(word: Word, before: Sequence[str]) -> bool:
    """Whether "might" is strength, or "May" the month."""
    previous = before[0] if before else ""
    if word.low == "might":
        return previous in word_class("before_strength")
    return is_name(word, previous)


def _hedged(hedges: set[Hedge], *, is_negated_could: bool) -> Certainty:
    """The certainty that some hedges leave; a modal says more than hearsay."""
    values = {CERTAINTY_OF[hedge] for hedge in hedges}
    if Hedge.NORM in hedges and Certainty.POSSIBLE not in values:  # "may have to" is possible
        return Certainty.UNCOMMITTED
    if is_negated_could:
        values.discard(Certainty.POSSIBLE)
    for certainty in (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.UNCOMMITTED):
        if certainty in values:
            return certainty
    return Certainty.CERTAIN


def _is_could_not(lows: Sequence[str]) -> bool:
    """Whether "could not" tells of what was impossible, as "cannot" does."""
    if "could" not in lows or "may" in lows or "might" in lows:
        return False
    at = lows.index("could")
    return lows[at + 1 : at + 2] == ["not"]


def _negation(lows: Sequence[str], estimate: Estimate | None) -> tuple[Certainty, bool]:
    """Certainty and sign that the negators of a clause leave; two undo each other."""
    certainty, is_negative = Certainty.CERTAIN, False
    for match in negation_phrases().find(lows):
        if _is_within(match, estimate):
            continue
        kind = match.value
        if kind in LEFT:
            certainty = weaker(certainty, LEFT[kind])
        elif kind in (Negation.ABSENCE, Negation.APPROXIMATE):
            certainty = weaker(certainty, Certainty.PROBABLE)
            is_negative = not is_negative
        elif kind is Negation.PREDICATE or (kind is not Negation.VOID and _acts(lows, match)):
            is_negative = not is_negative
    return certainty, is_negative


def _acts(lows: Sequence[str], match: Match[Negation]) -> bool:
    """Whether a negator negates the predicate, not a phrase beside it."""
    at = match.start
    before = lows[at - 1] if at else ""
    if match.value is Negation.NOMINAL:
        is_number = lows[match.start] == "no" and lows[match.end : match.end + 1] in ([","], ["."])
        return before not in word_class("phrasal") and not is_number
    if at <= 1 or lows[at] == "never":
        return True
    if lows[at] == "nor":
        return False
    return any(low in auxiliaries() for low in lows[max(0, at - 3) : at])
