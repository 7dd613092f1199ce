"""The assertions of one claim -> its text: the clearest words, put positively."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.claims.status import is_against
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion

BEST_LENGTH = 14  # words of a claim that reads well alone; ours, 2026-11

_NOT = (
    (re.compile(r"\bcan(?:not|[’']t)\b", re.IGNORECASE), "can"),
    (re.compile(r"\bwon[’']t\b", re.IGNORECASE), "will"),
    (re.compile(r"\b(?:do|does|did)(?:\s+not|n[’']t)\s+", re.IGNORECASE), ""),
    (re.compile(r"(?<=[a-z])n[’']t\b|\s+not\b|\bnever\s+|\bno\s+(?=\w)", re.IGNORECASE), ""),
)
"""Negations and what is left when they go."""

_BOUND = re.compile(
    r"\b(?:until|till|unless|either|neither|nor|yet|any\w*|no\s+longer|but|only|other\s+than"
    r"|rather\s+than|because|just)\b",
    re.IGNORECASE,
)
"""Words that make no sense, or another one, when their negation goes."""


def positive_text(assertions: Sequence[Assertion]) -> str:
    """The words of the assertion that tells the claim best.

    One that says it is so, before one that denies; one in the body, before a heading; a
    source's words, before the outlet's; with a number where any has one; of middle length.
    A negation is taken out where every assertion has one, and where it is the only one and no
    other word hangs on it: "will not close the file until" stays.
    """
    has_number = any(each.quantity for each in assertions)

    def clumsiness(assertion: Assertion) -> tuple[object, ...]:
        words = len(assertion.text.split())
        return (
            assertion.refers_to is not None,
            assertion.degree < 0,
            assertion.stance in {Stance.DENIES, Stance.ASKS},
            has_number and assertion.quantity is None,
            assertion.is_heading,
            assertion.attribution is None,
            abs(words - BEST_LENGTH),
            assertion.text,
        )

    best = min(assertions, key=clumsiness)
    if best.degree < 0 and best.stance is not Stance.DENIES and is_against(best):
        return _without_negation(best.text)
    return best.text


def _without_negation(text: str) -> str:
    words, count = text, 0
    for pattern, instead in _NOT:
        words, found = pattern.subn(instead, words)
        count += found
    is_plain = count == 1 and not _BOUND.search(text)
    return (" ".join(words.split()) or text) if is_plain else text
