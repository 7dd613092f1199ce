"""Reactions to "this claim" -> the assertion before them that they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion

REACTIONS = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.DECLINES})
NEAR = 8  # assertions before a reaction that may be preferred; ours, on the examples, 2026-11
NUMBERS = frozenset({"figure", "figures", "number", "numbers", "estimate", "estimates", "count"})

_ANAPHOR = re.compile(
    r"""
    (?: (?:to\s+)? comment(?:ing)? \s+ (?:on|about) \s+ | (?:on|about|to) \s+ )?
    (?: it | this | that | them | they | the\ (?:matter|subject|issue)
      | (?: (?: the | this | that | these | those | such | all | any | both | its | their | his
              | her | (?:the\s+)? [\w.’' -]{1,40} [’'] s? )
          \s+ )?
        (?: [\w-]+ \s+ ){0,2}?
        (?P<noun> (?: claim | report | allegation | accusation | account | assertion
          | statement | suggestion | figure | number | estimate | count | story | comment
          | remark | charge
          | rumou?r | assessment | information )s?
          | stories )
    )
    (?: \s+ (?:within|on|in|at|this|last|yesterday|earlier|later|immediately|when)\b .* )?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What helps to tell which assertion is meant, by country (alpha-3).

    Attributes:
        named: Countries named in an assertion's words.
        speaking: Countries of those in its chain.
    """

    named: frozenset[str]
    speaking: frozenset[str]


def resolve_references(
    assertions: Sequence[Assertion], meant: Callable[[Assertion], Meant]
) -> list[Assertion]:
    """The assertions of one article, in reading order, with what reactions refer to.

    A reaction refers to an assertion before it, or failing that after it, that somebody
    puts forward; with "the figure", to one that has a number; with "the American figure",
    to one of an American. Of several, one that names the state of who reacts, then the
    nearest. Without one it stays as it is.
    """
    resolved: list[Assertion] = []
    for place, each in enumerate(assertions):
        after = assertions[place + 1 :]  # live blogs run backwards
        target = _target(each, resolved[::-1], meant) or _target(each, after, meant)
        if target is None:
            resolved.append(each)
        else:
            resolved.append(replace(each, refers_to=target.refers_to or target.attribution))
    return resolved


def _target(
    assertion: Assertion, others: Sequence[Assertion], meant: Callable[[Assertion], Meant]
) -> Assertion | None:
    match = _ANAPHOR.fullmatch(assertion.text)
    if match is None or assertion.stance not in REACTIONS:
        return None
    wants_number = (match["noun"] or "").casefold() in NUMBERS
    own = meant(assertion)
    found = [
        other
        for other in others
        if _is_put_forward(other)
        and not (wants_number and not other.quantity and not other.refers_to)
        and (not own.named or own.named & meant(other).speaking)
    ]
    about = [other for other in found[:NEAR] if own.speaking & meant(other).named]
    return next(iter(about or found), None)


def _is_put_forward(assertion: Assertion) -> bool:
    is_own = assertion.attribution is not None and assertion.stance not in REACTIONS
    return is_own or assertion.refers_to is not None
