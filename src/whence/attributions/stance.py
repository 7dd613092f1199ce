"""Words of a cue, with the content they lead to -> what the source does with the content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from whence.attributions.clause import main_clause
from whence.ledger.attribution import Stance
from whence.lexicon.cues import (
    Trait,
    claim_nouns,
    false_predicates,
    proposal_nouns,
    self_doubts,
    stance_phrases,
    verbs_with,
)
from whence.lexicon.grammar import auxiliaries, word_class
from whence.lexicon.negation import cue_negators
from whence.lexicon.phrases import Match, Word, words_between, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.span import Span, Spans

MOST_GAP = 60
"""Characters between a cue and its content that may still belong to them ("that it is")."""

_LOOK_AHEAD = 6
_MARKS = frozenset("\"“”‘’'«»`,.:;…[](){}–—-*?!")
_PRESENT = frozenset(("does", "do", "will", "would", "can", "could", "'ll"))
_SAID = (Stance.ASSERTS, Stance.WARNS)
_KEPT = (Stance.NEITHER, Stance.DECLINES, Stance.INTENDS)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue, read.

    Attributes:
        lows: Its words in lower case.
        head: The phrase that decides the stance, as words; empty where none is known.
        act: The stance of that phrase.
        is_negated: Whether a negator stands before it within the cue.
    """

    lows: tuple[str, ...]
    head: tuple[str, ...]
    act: Stance
    is_negated: bool

    def has(self, trait: Trait) -> bool:
        """Whether its deciding phrase, or that phrase's first word, is of a kind."""
        kind = verbs_with(trait)
        return bool(self.head) and (self.head[0] in kind or " ".join(self.head) in kind)


@lru_cache(maxsize=4)
def read_cue(text: str, cue: Spans, content: Spans) -> Cue:
    """Find the phrase of a cue that decides; it may end in the content ("declined | to say").

    Remembered for a moment: stance and firmness both ask for it.
    """
    words = words_in(text, cue)
    own = [word.low for word in words]
    lows = own + [word.low for word in _words_after(text, cue, content)]
    found = [match for match in stance_phrases().find(lows) if match.start < len(own)]
    chosen = _deciding(found)
    if chosen is None:
        is_negated = cue_negators().first(own) is not None
        return Cue(tuple(own), (), Stance.ASSERTS, is_negated)
    head = tuple(lows[chosen.start : chosen.end])
    return Cue(tuple(own), head, chosen.value, _is_negated(lows, chosen.start))


def gap_words(text: str, cue: Spans, content: Spans) -> tuple[Word, ...]:
    """The words between a cue and the content right after it; empty where it is not."""
    if not cue or not content or not 0 < content[0].start - cue[-1].end <= MOST_GAP:
        return ()
    gap = text[cue[-1].end : content[0].start]
    if "\n" in gap:
        return ()
    return words_between(text, cue[-1].end, content[0].start)


def _words_after(text: str, cue: Spans, content: Spans) -> list[Word]:
    if not cue or not content or content[0].start < cue[-1].end:
        return []
    if content[0].start - cue[-1].end > MOST_GAP:
        return []
    between = gap_words(text, cue, content)
    return [*between, *words_in(text, content)[:_LOOK_AHEAD]]


def _deciding(found: Sequence[Match[Stance]]) -> Match[Stance] | None:
    """The first phrase that does more than assert, else the first one."""
    for match in found:
        if match.value is not Stance.ASSERTS:
            return match
    return found[0] if found else None


def _is_negated(lows: Sequence[str], end: int) -> bool:
    for match in cue_negators().find(lows[:end]):
        if lows[match.end : match.end + 1] not in (["only"], ["just"], ["merely"], ["least"]):
            return True
    return False


def stance_of(text: str, source: Spans, cue: Spans, content: Spans, sentence: Span) -> Stance:
    """What the source does with the content.

    Args:
        text: The article's.
        source: May be empty, as the cue may.
        cue: As found; its words decide first.
        content: Decides where the cue only says that something is said.
        sentence: The sentence of the cue.
    """
    del source, sentence  # the cue and its content tell all that is asked
    return stance_from(read_cue(text, cue, content), words_in(text, content))


def stance_from(cue: Cue, content: Sequence[Word]) -> Stance:
    """What the source does, from a cue already read and the words of the content."""
    lows = _without_marks(content)
    if cue.is_negated:
        return _negated_stance(cue, lows)
    if cue.act in _SAID:
        return _said_stance(cue, lows, content)
    if cue.act is Stance.ASKS:
        return _asked_stance(cue, lows, content)
    if cue.act is Stance.DOUBTS and cue.has(Trait.QUESTIONING):
        is_asked = lows[:1] and lows[0] in word_class("question_words")
        return Stance.ASKS if is_asked or _is_question(content) else Stance.DOUBTS
    if cue.act is Stance.DENIES and cue.has(Trait.REJECTING):
        return _rejected_stance(lows)
    is_refusal = cue.act is Stance.DECLINES and len(cue.head) == 1 and lows[:1] == ["to"]
    return _declined_stance(lows) if is_refusal else cue.act


def _wh() -> frozenset[str]:
    return word_class("question_words", "whether")


def _without_marks(words: Sequence[Word]) -> list[str]:
    return [word.low for word in words if word.low not in _MARKS]


def _negated_stance(cue: Cue, lows: Sequence[str]) -> Stance:
    """Stance of a cue with "not": silence where it tells of none, else the contrary."""
    if cue.act in _KEPT:
        return cue.act
    if cue.has(Trait.EXCLUDING):
        return Stance.ASSERTS
    if cue.act is Stance.DEMANDS and cue.head[0] in ("want", "like"):
        return Stance.DEMANDS
    if cue.act is Stance.SUPPORTS and _PRESENT & set(cue.lows):
        return Stance.OPPOSES
    return _silence(cue, lows) or Stance.ASSERTS


def _silence(cue: Cue, lows: Sequence[str]) -> Stance | None:
    """What somebody does who "did not deny", "did not reply", "did not say how"."""
    if cue.has(Trait.SILENCE):
        return Stance.NEITHER
    is_question = bool(lows) and lows[0] in _wh()
    if cue.has(Trait.SPEAKING) or (cue.has(Trait.TELLING) and is_question):
        return Stance.DECLINES
    return None


def _said_stance(cue: Cue, lows: Sequence[str], content: Sequence[Word]) -> Stance:
    """Stance of words that are only said: what the content itself does."""
    if cue.act is Stance.WARNS:
        return Stance.WARNS
    if cue.has(Trait.DIRECTING) and lows[:1] == ["to"]:
        return Stance.DEMANDS
    done = _of_himself(lows)
    if not done and (not cue.head or cue.has(Trait.LIGHT)):
        done = _performed(lows)
    done = done or _felt(lows)
    if done:
        return done
    if cue.head and cue.head[0] in ("considered", "considers") and _is_gerund(lows):
        return Stance.INTENDS
    if calls_false(content) or (cue.has(Trait.NAMING) and _names_false(lows)):
        return Stance.DENIES
    return Stance.ASKS if _is_question(content) else Stance.ASSERTS


def _of_himself(lows: Sequence[str]) -> Stance | None:
    """What somebody does who "said he could neither confirm nor deny it", or that he doubts it."""
    is_himself = lows[:1] and lows[0] in word_class("pronouns")
    if lows[:2] != ["no", "comment"] and not is_himself:
        return None
    doubt = self_doubts().first(lows[:4]) if lows[0] in word_class("persons") else None
    if doubt and not cue_negators().first(lows[: doubt.start]):
        return Stance.DOUBTS
    for match in stance_phrases().find(lows[:_LOOK_AHEAD]):
        is_silence = match.value is Stance.DECLINES and "comment" in lows[match.start : match.end]
        if match.value is Stance.NEITHER or is_silence:
            return match.value
    return None


def _names_false(lows: Sequence[str]) -> bool:
    """Whether a claim is given a name that makes it untrue ("the report a lie")."""
    found = [match for match in false_predicates().find(lows) if match.end == len(lows)]
    return bool(found) and any(low in claim_nouns() for low in lows[: found[-1].start])


def _felt(lows: Sequence[str]) -> Stance | None:
    """The feeling with which something is seen ("views the alliance with concern")."""
    if "with" not in lows[-4:-1]:
        return None
    felt = stance_phrases().find(lows[-3:])
    is_fear = bool(felt) and felt[-1].value in (Stance.FEARS, Stance.DOUBTS)
    return felt[-1].value if is_fear else None


def _is_gerund(lows: Sequence[str]) -> bool:
    return bool(lows) and lows[0].endswith("ing") and len(lows[0]) > len("bring")


def _performed(lows: Sequence[str]) -> Stance | None:
    """The act that a content names before anything else ("its support for ...")."""
    for match in stance_phrases().find(lows[:_LOOK_AHEAD]):
        if match.value is Stance.ASSERTS:
            continue
        starts_as_noun = (
            match.start == 0 or lows[0] in word_class("determiners") or match.start == 1
        )
        following = lows[match.end] if match.end < len(lows) else "of"
        if starts_as_noun and (
            following in word_class("prepositions")
            or lows[match.end - 1] in word_class("prepositions")
        ):
            return match.value
        return None
    return None


def _asked_stance(cue: Cue, lows: Sequence[str], content: Sequence[Word]) -> Stance:
    """A question, or a demand ("asked the council to meet")."""
    if not cue.has(Trait.DIRECTING) or _is_question(content) or (lows[:1] and lows[0] in _wh()):
        return Stance.ASKS
    return Stance.DEMANDS if "to" in lows[:8] and "about" not in cue.lows else Stance.ASKS


def _rejected_stance(lows: Sequence[str]) -> Stance:
    """Denies where a claim is rejected, opposes where a proposal is."""
    for low in lows[:8]:
        if low in claim_nouns():
            return Stance.DENIES
        if low in proposal_nouns():
            return Stance.OPPOSES
    return Stance.DENIES


def _declined_stance(lows: Sequence[str]) -> Stance:
    """Silence where it was declined to speak, else a refusal ("declined to attend")."""
    speaking = (Trait.SPEAKING, Trait.TELLING, Trait.SILENCE)
    is_silent = any(low in verbs_with(trait) for trait in speaking for low in lows[1:3])
    return Stance.DECLINES if is_silent else Stance.OPPOSES


def calls_false(content: Sequence[Word]) -> bool:
    """Whether a content says of a claim that it is not true ("the reports are baseless")."""
    if not false_predicates().has_start_in([word.low for word in content]):
        return False
    words = main_clause(content).words
    lows = [word.low for word in words if word.low not in _MARKS]
    for match in false_predicates().find(lows):
        before = lows[max(0, match.start - 4) : match.start]
        if before[-1:] in (["not"], ["never"], ["hardly"]):
            continue
        if match.start == 0:
            return len(lows) <= match.end + 2
        if not any(low in word_class("be") for low in [*before, lows[match.start]]):
            continue
        if any(low in claim_nouns() or low == "there" for low in lows[: match.start]):
            return True
    return False


def _is_question(content: Sequence[Word]) -> bool:
    """Whether the content is one direct question."""
    marks = [word.low for word in content if word.low in ".?!"]
    if marks[-1:] != ["?"] or len(marks) > 1:
        return False
    lows = _without_marks(content)
    return bool(lows) and (lows[0] in _wh() | auxiliaries() or len(marks) == 1)
