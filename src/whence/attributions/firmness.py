"""Words of a cue and a content -> how firmly the source stands behind it, and on which side.

Values as in FactBank (Saurí and Pustejovsky 2009): certainty times polarity, according to the
source. The main predicate of the content decides; a hedge or a negator in a clause that
depends on it does not (scope after Morante and Daelemans 2009).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whence.attributions.commitment import Commitment, commit, weaker
from whence.attributions.estimative import estimate_in
from whence.attributions.stance import Cue, gap_words, read_cue
from whence.ledger.attribution import Stance
from whence.ledger.factuality import Certainty, Polarity, Probability, degree_of
from whence.lexicon.cues import Trait
from whence.lexicon.grammar import word_class
from whence.lexicon.hedges import (
    Hedge,
    cue_certainties,
    hearsay_cues,
    hearsay_sources,
    hedge_phrases,
)
from whence.lexicon.negation import Negation, negation_phrases
from whence.lexicon.phrases import Word, words_between, words_in
from whence.text.trees import Tree

if TYPE_CHECKING:
    from whence.ledger.span import Span, Spans

_OPEN = (Stance.DECLINES, Stance.NEITHER, Stance.ASKS)
_UNREAL = (Stance.DEMANDS, Stance.INTENDS)


@dataclass(frozen=True, slots=True)
class Firmness:
    """Certainty, polarity and degree according to a source; see `whence.ledger.factuality`.

    Attributes:
        degree: -3 to 3, from certainty and polarity.
        probability: Where the source uses estimative words.
    """

    certainty: Certainty
    polarity: Polarity
    degree: float
    probability: Probability | None


def _firmness(certainty: Certainty, polarity: Polarity, words: Probability | None) -> Firmness:
    return Firmness(certainty, polarity, degree_of(certainty, polarity), words)


def firmness_of(
    text: str,
    cue: Spans,
    content: Spans,
    source: Spans,
    stance: Stance,
    service: str | None,
    tree: Tree | None = None,
) -> Firmness:
    """How firmly the source stands behind the content.

    Args:
        text: The article's.
        cue: As found; may be empty.
        content: As found.
        source: Empty where nobody is named.
        stance: As `stance_of` says.
        service: Country code or body behind the speaker; its yardstick gives the band.
        tree: Of the text; without it, or for words without a predicate, they are read from
            left to right.
    """
    if stance in _OPEN:
        return _firmness(Certainty.UNCOMMITTED, Polarity.UNKNOWN, None)
    read = read_cue(text, cue, content)
    said = commit(text, _spoken(text, cue, content), service, tree)
    if stance in _UNREAL:
        polarity = _flipped(said.polarity) if read.is_negated else said.polarity
        return _firmness(Certainty.UNCOMMITTED, polarity, None)
    heard = _heard(text, source, read, said)
    if stance is Stance.DENIES:
        return _firmness(weaker(heard, Certainty.CERTAIN), Polarity.NEGATIVE, None)
    left = _left_open(read, said)
    if left:
        return left
    if read.is_negated and read.act is not Stance.DOUBTS:
        return _negated(read, said)
    said = _with_estimate_of_cue(text, cue, said, service)
    certainty = weaker(heard, _stance_certainty(stance, read, said))
    polarity = _flipped(said.polarity) if stance is Stance.DOUBTS else said.polarity
    return _firmness(certainty, polarity, said.probability)


def _spoken(text: str, cue: Spans, content: Spans) -> list[Word]:
    """The content with the words that lead to it, unless it opens a clause of its own.

    "told the committee that …": the committee is no part of what was said.
    """
    words = list(words_in(text, content))
    is_clause = words[:1] and words[0].low in {"that", "whether", "if"}
    return words if is_clause else [*gap_words(text, cue, content), *words]


def own_firmness_of(
    text: str, span: Span, service: str | None, tree: Tree | None = None
) -> Firmness:
    """How firmly the outlet itself says the words of a span, outside any attribution.

    Args:
        text: The article's.
        span: A sentence, headline or bullet.
        service: None for an outlet: the press has no yardstick.
        tree: As for `firmness_of`.
    """
    words = words_between(text, span.start, span.end)
    said = commit(text, words, service, tree)
    lows = [word.low for word in said.clause.words]
    if "?" in [word.low for word in words[-2:]] or lows[:1] == ["whether"]:
        return _firmness(Certainty.UNCOMMITTED, Polarity.UNKNOWN, None)
    if said.certainty is Certainty.CERTAIN and "would" in lows:
        return _firmness(Certainty.UNCOMMITTED, said.polarity, said.probability)
    return _firmness(said.certainty, said.polarity, said.probability)


def _flipped(polarity: Polarity) -> Polarity:
    if polarity is Polarity.UNKNOWN:
        return polarity
    return Polarity.POSITIVE if polarity is Polarity.NEGATIVE else Polarity.NEGATIVE


def _heard(text: str, source: Spans, read: Cue, said: Commitment) -> Certainty:
    """How firmly the cue links: certain, unless it is hearsay or a verb of belief."""
    lows = read.lows
    hearsay = hearsay_cues().first(lows)
    if hearsay:
        is_adverb = lows[hearsay.end - 1].endswith("ly")
        is_nobodys = not source or {word.low for word in words_in(text, source)} & hearsay_sources()
        if is_adverb or is_nobodys:
            has_modal = said.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE)
            return Certainty.CERTAIN if has_modal else Certainty.UNCOMMITTED
    if not read.lows and _is_nobody(text, source):
        return Certainty.UNCOMMITTED if said.certainty is Certainty.CERTAIN else Certainty.CERTAIN
    found = cue_certainties().first(lows)
    return found.value if found else Certainty.CERTAIN


def _is_nobody(text: str, source: Spans) -> bool:
    """Whether a source is nobody, as in a headline "Troops sent: reports"."""
    words = {word.low for word in words_in(text, source)}
    return bool(words) and words <= hearsay_sources()


def _left_open(read: Cue, said: Commitment) -> Firmness | None:
    """Whose cue tells of evidence that is missing ("saw no sign that"); None where it does not."""
    if any(hedge.value is Hedge.UNSEEN for hedge in hedge_phrases().find(read.lows)):
        return _firmness(Certainty.UNCOMMITTED, Polarity.UNKNOWN, None)
    if any(each.value is Negation.ABSENCE for each in negation_phrases().find(read.lows)):
        certainty = weaker(Certainty.PROBABLE, said.certainty)
        return _firmness(certainty, _flipped(said.polarity), said.probability)
    return None


def _negated(read: Cue, said: Commitment) -> Firmness:
    """Who "does not believe" it believes the contrary; who "did not say" it leaves it open."""
    if read.has(Trait.EXCLUDING):
        return _firmness(weaker(Certainty.POSSIBLE, said.certainty), said.polarity, None)
    if read.has(Trait.RAISING):
        certainty = weaker(Certainty.PROBABLE, said.certainty)
        return _firmness(certainty, _flipped(said.polarity), said.probability)
    if read.act is Stance.SUPPORTS:
        return _firmness(said.certainty, said.polarity, None)
    return _firmness(Certainty.UNCOMMITTED, Polarity.UNKNOWN, None)


def _with_estimate_of_cue(
    text: str,
    cue: Spans,
    said: Commitment,
    service: str | None,
) -> Commitment:
    """Add the estimative words and the modal verbs of the cue ("is likely", "may")."""
    words = words_in(text, cue)
    estimate = estimate_in(text, words, service)
    if estimate:
        is_below = estimate.polarity is Polarity.NEGATIVE
        return replace(
            said,
            certainty=weaker(estimate.certainty, said.certainty),
            polarity=_flipped(said.polarity) if is_below else said.polarity,
            probability=estimate.probability,
        )
    hedges = hedge_phrases().find([word.low for word in words])
    if any(hedge.value is Hedge.POSSIBLE for hedge in hedges):
        return replace(said, certainty=weaker(Certainty.POSSIBLE, said.certainty))
    return said


def _stance_certainty(stance: Stance, read: Cue, said: Commitment) -> Certainty:
    """What a stance leaves of the certainty of the words themselves."""
    clause = said.clause
    lows = [word.low for word in clause.words]
    if stance is Stance.DOUBTS:
        is_plain = any(low.startswith("doubt") for low in (*read.head[:1], *lows[:3]))
        return weaker(said.certainty, Certainty.PROBABLE if is_plain else Certainty.POSSIBLE)
    if stance is Stance.FEARS and word_class("futures") & set(lows):
        return weaker(said.certainty, Certainty.POSSIBLE)
    if stance is Stance.WARNS and "against" in read.lows:
        return Certainty.UNCOMMITTED
    if stance is Stance.WARNS and "of" in (*read.head[-1:], *read.lows[-1:]):
        return said.certainty if clause.has_verb else weaker(said.certainty, Certainty.POSSIBLE)
    if stance in (Stance.SUPPORTS, Stance.OPPOSES) and lows[:1]:
        is_act = lows[0] == "to" or (lows[0].endswith("ing") and not clause.has_verb)
        return Certainty.UNCOMMITTED if is_act else said.certainty
    return said.certainty
