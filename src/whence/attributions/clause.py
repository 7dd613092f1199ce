"""Words of a content -> those of its main clause, without what depends on it.

There is no parser: clauses are told apart by closed classes of words (auxiliaries, relative
and personal pronouns, subordinators) and by the endings of verbs.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from whence.lexicon.cues import reporting_verbs
from whence.lexicon.grammar import auxiliaries, condition_phrases, condition_starts, word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.lexicon.phrases import Word

_BREAKS = frozenset(";:—–")
_ENDS = frozenset(".!?")
_IN_VERBS = frozenset(("not", "never", "to", "also", "once", "still", "now", "ever"))

LONGEST_CONDITION = 4
"""Words of the longest condition that the list has ("on the condition that")."""

MOST_OPENING = 25
"""Words of a clause before the main one; a longer stretch up to a comma is the main one."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a content.

    Attributes:
        words: Without relative clauses, and up to the first clause that depends on it.
        has_verb: Whether one was seen; "countermeasures" has none.
        is_conditional: Under an "if" or "unless", before or after it.
    """

    words: tuple[Word, ...]
    has_verb: bool
    is_conditional: bool


def main_clause(words: Sequence[Word]) -> Clause:
    """The main clause of a content; its first where it is several sentences."""
    start, is_conditional = _after_opening(words)
    walk = _Walk(words, start)
    while walk.index < len(words) and not walk.is_done:
        walk.step()
    return Clause(tuple(walk.kept), walk.has_verb, is_conditional or walk.is_conditional)


def _after_opening(words: Sequence[Word]) -> tuple[int, bool]:
    """Where the main clause starts, and whether a condition was left out before it."""
    index, leading = 0, word_class("leading")
    while index < len(words) and words[index].low in leading:
        following = words[index + 1].low if index + 1 < len(words) else ""
        if words[index].low == "that" and following in word_class("be"):
            break
        index += 1
    if index == len(words):
        return 0, False
    first = words[index].low
    is_inverted = first in word_class("inverted") and _turns_on(words, index)
    if first not in word_class("openers") and not is_inverted:
        return index, False
    is_condition = is_inverted or _is_condition(words, index)
    for at in range(index + 1, min(len(words) - 2, index + MOST_OPENING)):
        if words[at].low in _ENDS:
            break
        if words[at].low == ",":
            return at + 1, is_condition
    return index, is_condition


@cache
def _structural() -> frozenset[str]:
    """Words and marks that can open, shape or end a clause; any other is only kept."""
    classes = ("relatives", "pasts", "conditions", "subordinators", "pronouns")
    words = auxiliaries() | word_class(*classes) | condition_starts()
    return words | _ENDS | _BREAKS | {"(", ","}


def _turns_on(words: Sequence[Word], start: int) -> bool:
    """Whether "had", "were", "should" open a condition: "…, the mill would stand"."""
    lows = [word.low for word in words[start : start + 2 * MOST_OPENING]]
    if "," not in lows[1:-1]:
        return False
    after = lows[lows.index(",", 1) :]
    return not word_class("modals").isdisjoint(after)


def _is_condition(words: Sequence[Word], at: int) -> bool:
    """Whether a condition starts here: "if", "unless", "provided that"."""
    low = words[at].low
    if low not in condition_starts():
        return low in word_class("conditions")
    lows = [word.low for word in words[at : at + LONGEST_CONDITION]]
    return condition_phrases().at(lows, 0) is not None


class _Walk:
    """From word to word of one content; `kept` grows until the main clause is over."""

    def __init__(self, words: Sequence[Word], start: int) -> None:
        self.auxiliaries = auxiliaries()
        self.structural = _structural()
        self.relatives = word_class("relatives")
        self.pasts = word_class("pasts")
        self.words = words
        self.index = start
        self.start = start
        self.kept: list[Word] = []
        self.has_verb = False
        self.is_conditional = False
        self.is_done = False

    def step(self) -> None:
        """Look at one word: keep it, skip what depends on it, or end the clause."""
        word = self.words[self.index]
        low = word.low
        if low not in self.structural and not low.endswith("ed"):
            self.kept.append(word)
            self.index += 1
        elif low in _ENDS:
            self.is_done = bool(self.kept) and not self._is_short_stop()
            self.index += 1
        elif low == "(":
            self._skip_to(")")
        elif low == ",":
            self._comma()
        elif low in _BREAKS:
            self.is_done = self.has_verb
            self.index += 1
        elif self.has_verb:
            self._after_verb(low)
        elif low in word_class("conditions") and self._is_before_condition():
            self.is_conditional = self.is_done = True
        elif low in self.relatives and self.kept:
            self._skip_relative()
        else:
            self._keep(low)

    def _is_before_condition(self) -> bool:
        """Whether the words so far are a clause without a verb seen ("Army leaves if …")."""
        return bool(self.kept) and self.kept[-1].low not in word_class("before_if", "subordinators")

    def _after_verb(self, low: str) -> None:
        previous = self.kept[-1].low if self.kept else ""
        if low in word_class("conditions") and previous == "as":
            self._keep(low)
        elif _is_condition(self.words, self.index):
            self.is_conditional = previous not in word_class("before_if")
            self.is_done = True
        elif low in self.relatives:
            self.is_done = not (low == "that" and previous in word_class("embedding"))
            self.index += 1
        elif self._starts_clause(low, previous):
            self.is_done = True
        else:
            self._keep(low)

    def _starts_clause(self, low: str, previous: str) -> bool:
        """Whether another clause starts: a subordinator, or a subject that is not inverted."""
        if low in word_class("subordinators"):
            return not self._is_compared(low)
        if low not in word_class("pronouns") or previous == "not":
            return False
        return previous not in word_class("embedding") and previous not in self.auxiliaries

    def _keep(self, low: str) -> None:
        word = self.words[self.index]
        previous = self.kept[-1].low if self.kept else ""
        if low in self.auxiliaries and not self._is_possessive(low) and not is_name(word, previous):
            self.has_verb = True
        elif self.kept and previous != "the" and (low in self.pasts or low.endswith("ed")):
            self.has_verb = True
            self.is_done = self._reports(low, previous)
        self.kept.append(word)
        self.index += 1

    def _reports(self, low: str, previous: str) -> bool:
        """Whether this is somebody else's saying, so that what follows is theirs."""
        if low not in reporting_verbs() or low in word_class("embedding"):
            return False
        return previous not in word_class("be") and self.words[self.index - 1].low not in (
            "to",
            "by",
            "the",
            "a",
        )

    def _is_possessive(self, low: str) -> bool:
        """Whether this 's belongs to a noun: no pronoun is before it."""
        if low != "'s" or not self.kept:
            return False
        return self.kept[-1].low not in word_class("pronouns", "pointing")

    def _is_compared(self, low: str) -> bool:
        """Whether "as" or "or" stands inside a phrase ("as likely as not")."""
        rest = [word.low for word in self.words[self.index + 1 : self.index + 3]]
        return low == "as" and ("likely" in rest or rest[:1] in (["not"], ["if"], ["though"]))

    def _comma(self) -> None:
        following = self.words[self.index + 1].low if self.index + 1 < len(self.words) else ""
        if following in self.relatives and not self.has_verb:
            self.index += 1
            self._skip_to(",")
        elif following in word_class("conditions") and not self.has_verb:
            self.is_conditional = True
            self.index += 1
            self._skip_to(",")
        elif (
            self.has_verb
            and self.kept
            and self.kept[-1].low not in self.auxiliaries
            and self.kept[-1].low not in {"that", "not"}
        ):
            self._end_at_comma()
        else:
            self.index += 1

    def _end_at_comma(self) -> None:
        """End here; an "if" clause after the comma still makes the main one conditional."""
        rest = self.words[self.index + 1 : self.index + 3]
        self.is_conditional = any(word.low in word_class("conditions") for word in rest)
        self.is_done = True

    def _skip_to(self, mark: str) -> None:
        self.index += 1
        while self.index < len(self.words) and self.words[self.index].low != mark:
            self.index += 1
        self.index += 1

    def _skip_relative(self) -> None:
        """Leave out a clause on the subject: up to the verb after its own verb."""
        at = self.index + 1
        has_own_verb = at < len(self.words) and self._is_finite(at)
        while at < len(self.words) and not self._is_finite(at):
            at += 1
        while at < len(self.words) and self._is_verbal(at):
            at += 1
        is_past = self._is_past if has_own_verb else self._is_finite
        while at < len(self.words) and not is_past(at):
            if self.words[at].low in _ENDS:
                break
            at += 1
        if at >= len(self.words) or self.words[at].low in _ENDS:
            at = self.index + 1
        self.index = at

    def _is_finite(self, at: int) -> bool:
        low = self.words[at].low
        return (low in self.auxiliaries and low != "'s") or low in self.pasts

    def _is_past(self, at: int) -> bool:
        return self._is_finite(at) or self.words[at].low.endswith("ed")

    def _is_verbal(self, at: int) -> bool:
        low = self.words[at].low
        return self._is_finite(at) or low in _IN_VERBS or low.endswith(("ed", "ly"))

    def _is_short_stop(self) -> bool:
        return self.kept[-1].low in word_class("titles")


def is_name(word: Word, previous: str) -> bool:
    """Whether a modal is a month or a first name ("in May"): in capitals, after some words."""
    is_capital = word.is_capital and word.low in {"may", "will"}
    return is_capital and previous in word_class("before_months")
