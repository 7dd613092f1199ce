"""Source, cue and sentence of an attribution -> the evidence named for what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.attribution import Basis
from whence.lexicon.basis import backing, evidence, governments, grounds
from whence.lexicon.hedges import hearsay_cues
from whence.lexicon.phrases import Word, words_between, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.span import Span, Spans

_ORDER = {basis: rank for rank, basis in enumerate(Basis)}
_MATERIAL = frozenset((Basis.IMAGERY, Basis.INTELLIGENCE, Basis.DOCUMENT))
_SEEN_OR_HEARD = frozenset((Basis.IMAGERY, Basis.INTELLIGENCE))
_DETERMINERS = frozenset(("the", "a", "an", "both", "'s"))

MOST_WITHIN = 6
"""Words between a ground ("citing") and its evidence, or between evidence and what it shows."""


def basis_of(
    text: str,
    source: Spans,
    cue: Spans,
    content: Spans,
    sentence: Span,
    *,
    is_named: bool,
) -> Basis | None:
    """The evidence that the sentence names, the first of the contract's list; None for none.

    Args:
        text: The article's.
        source: Evidence itself ("satellite images"), or somebody whose word it is.
        cue: May name evidence too ("reportedly", "was seen in footage").
        content: Searched for evidence that shows something, not for what it is about.
        sentence: Searched outside the content for evidence after "citing", "based on".
        is_named: Whether the source has a name; who has one is not `unnamed`.
    """
    found = _of_speaker(words_in(text, source)) | _of_cue(words_in(text, cue))
    around = words_between(text, sentence.start, sentence.end)
    if grounds().has_start_in([word.low for word in around]):
        found |= _of_grounds(_outside(around, (*source, *cue, *content)))
    found |= _of_backing(words_in(text, content))
    if is_named:
        found.discard(Basis.UNNAMED)
    return min(found, key=_ORDER.__getitem__, default=None)


def _of_speaker(words: Sequence[Word]) -> set[Basis]:
    """What the source is, or whom it speaks for: a state speaks by its officials."""
    lows = [word.low for word in words]
    name = lows[: lows.index(",")] if "," in lows else lows
    if " ".join(low for low in name if low not in _DETERMINERS) in governments():
        return {Basis.OFFICIAL_STATEMENT}
    lows = lows[: lows.index("to")] if "to" in lows else lows
    return {basis for match in evidence().find(lows) for basis in match.value}


def _of_cue(words: Sequence[Word]) -> set[Basis]:
    """Evidence in the cue; the verb "reported" is none, the noun "reports" is nobody's."""
    lows = [word.low for word in words]
    found = {basis for match in evidence().find(lows) for basis in match.value}
    found &= _SEEN_OR_HEARD
    hearsay = hearsay_cues().first(lows)
    if hearsay and lows[hearsay.start] != "reported":
        found.add(Basis.UNNAMED)
    if "witnessed" in lows:
        found.add(Basis.EYEWITNESS)
    return found


def _of_grounds(words: Sequence[Word]) -> set[Basis]:
    """Evidence after "citing" or "based on", and images or intelligence after "with" or "by"."""
    lows = [word.low for word in words]
    found: set[Basis] = set()
    for ground in grounds().find(lows):
        allowed = set(Basis) if ground.value else _SEEN_OR_HEARD
        for match in evidence().find(lows[ground.end : ground.end + MOST_WITHIN]):
            found |= allowed.intersection(match.value)
    return found


def _of_backing(words: Sequence[Word]) -> set[Basis]:
    """Evidence of which a content says that it shows something."""
    lows = [word.low for word in words]
    found: set[Basis] = set()
    for proof in backing().find(lows):
        before = lows[max(0, proof.start - MOST_WITHIN) : proof.start]
        for match in evidence().find(before):
            found |= _MATERIAL.intersection(match.value)
    return found


def _outside(words: Sequence[Word], known: Spans) -> Sequence[Word]:
    """The words of a sentence that are in none of some spans."""
    for span in known:
        words = [word for word in words if word.end <= span.start or word.start >= span.end]
    return words
