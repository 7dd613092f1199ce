"""Claims with a correction among them -> those that their own outlet took back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.claims.compare import is_same_amount, is_same_unit
from whence.ledger.claim import Assertion
from whence.text.stems import stems_of

SHARED = 0.4  # of the correction's content words; ours, 2026-11

_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first)\s+(?:version|report|edition|article|story)\b"
    r"|\bcorrect(?:ion|ed|s)\b|\bmisstated\b|\bwrongly\s+(?:said|stated|gave|reported)\b"
    r"|\bwithdr(?:awn|ew|aws)\b|\bretract(?:s|ed|ion)\b",
    re.IGNORECASE,
)


def is_correction(words: str) -> bool:
    """Whether a sentence says that something printed before was wrong."""
    return _EARLIER.search(words) is not None


def is_taken_back(assertion: Assertion) -> bool:
    """Whether an assertion only repeats what was printed before, to correct it."""
    source = assertion.chain[-1].name or ""
    if assertion.attribution is None:
        return is_correction(assertion.text)
    return len(assertion.chain) > 1 and is_correction(source)


def withdrawn_by(claims: Sequence[Sequence[Assertion]]) -> set[int]:
    """The claims that only their own outlet carried and that it has since corrected.

    A claim is withdrawn where a correction of the outlet, printed later in another article,
    repeats its number and its words, and no other outlet carries it.
    """
    corrections = [each for rows in claims for each in rows if each.outlet and is_taken_back(each)]
    found: set[int] = set()
    for number, assertions in enumerate(claims):
        own = [each for each in assertions if not is_taken_back(each)]
        outlets = {each.outlet for each in own}
        if len(outlets) != 1:
            continue
        if any(
            correction.outlet in outlets and _is_of(correction, each)
            for correction in corrections
            for each in own
        ):
            found.add(number)
    return found


def _is_of(correction: Assertion, assertion: Assertion) -> bool:
    """Whether a correction takes an assertion back."""
    is_later = (correction.printed_at or "9999") >= (assertion.printed_at or "")
    if correction.article == assertion.article or not is_later:
        return False
    if not correction.quantity or not assertion.quantity:
        return False
    if not is_same_amount(correction.quantity, assertion.quantity):
        return False
    if not is_same_unit(correction.quantity, assertion.quantity):
        return False
    wanted, found = set(stems_of(correction.text)), set(stems_of(assertion.text))
    return bool(found) and len(wanted & found) >= SHARED * len(found)
