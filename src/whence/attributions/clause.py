"""Words of a fragment -> those of its main clause, up to what depends on it.

For words without a predicate of their own ("a flood that may last"): clauses are told apart by
closed classes of words. With a predicate the tree tells (`attributions.scope`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from whence.lexicon.grammar import auxiliaries, condition_phrases, condition_starts, word_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.lexicon.phrases import Word

_BREAKS = frozenset(";:—–")
ENDS = frozenset(".!?")
"""Marks that end a sentence."""

_LEFT_OUT = _BREAKS | {",", "("}

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
    """The words up to the first clause that depends on them."""
    start, is_conditional = _after_opening(words)
    kept: list[Word] = []
    for at in range(start, len(words)):
        low, previous = words[at].low, kept[-1].low if kept else ""
        if _is_condition(words, at) and previous != "as":
            is_conditional |= previous not in word_class("before_if")
            break
        if kept and (_is_over(words, at, previous) or (low in _BREAKS and _has_verb(kept))):
            break
        if low not in _LEFT_OUT:
            kept.append(words[at])
    return Clause(tuple(kept), _has_verb(kept), is_conditional)


def _is_over(words: Sequence[Word], at: int, previous: str) -> bool:
    """Whether the clause of the words before ends at a word."""
    low = words[at].low
    if low in ENDS:
        return previous not in word_class("titles")
    if low in word_class("relatives"):
        return not (low == "that" and previous in word_class("embedding"))
    return low in word_class("subordinators") and not _is_compared(words, at)


def _is_compared(words: Sequence[Word], at: int) -> bool:
    """Whether "as" stands inside a phrase ("as likely as not")."""
    rest = [word.low for word in words[at + 1 : at + 3]]
    return words[at].low == "as" and ("likely" in rest or rest[:1] in (["not"], ["if"], ["though"]))


def _has_verb(words: Sequence[Word]) -> bool:
    """Whether an auxiliary is among some words, no month and no name."""
    lows = ["", *(word.low for word in words)]
    return any(
        word.low in auxiliaries() and word.low != "'s" and not is_name(word, before)
        for before, word in zip(lows, words, strict=False)
    )


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
        if words[at].low in ENDS:
            break
        if words[at].low == ",":
            return at + 1, is_condition
    return index, is_condition


def after_condition(words: Sequence[Word]) -> tuple[int, bool]:
    """Where the words after a leading condition and its comma start; (0, False) without one."""
    start, is_conditional = _after_opening(words)
    is_cut = is_conditional and words[start - 1].low == ","
    return (start, True) if is_cut else (0, False)


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


def is_name(word: Word, previous: str) -> bool:
    """Whether a modal is a month or a first name ("in May"): in capitals, after some words."""
    is_capital = word.is_capital and word.low in {"may", "will"}
    return is_capital and previous in word_class("before_months")
