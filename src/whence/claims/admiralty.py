"""A claim of the ledger -> a suggested grade on the Admiralty scale, with its reasons.

The letter is never found out: it is what the user said of the outlets that print the claim.
The digit follows from the ledger alone. Letter and digit are judged apart, and neither says
what is true: 1 means that independent first speakers stand behind the claim.

Source: FM 2-22.3 (2006), appendix B; "F" and "6" mean that nothing can be judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whence.claims.status import is_against
from whence.ledger.admiralty import Admiralty
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim, Status
from whence.text.counting import counted

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNKNOWN = range(1, 7)

_WISHES = frozenset({Stance.ASKS, Stance.DEMANDS, Stance.INTENDS, Stance.SUPPORTS, Stance.OPPOSES})
_SILENT = frozenset({Stance.NEITHER, Stance.DECLINES})
_DOUBT = frozenset({Stance.DOUBTS})
_FIRM = 2.0  # degree from which a speaker finds a claim at least probable
_CANNOT = "F"


def suggest(claim: Claim, reliability: Mapping[str, str]) -> Admiralty:
    """A grade for a claim.

    Args:
        claim: With its assertions and conflicts.
        reliability: Letters A to F by outlet, as the user set them; only these count.
    """
    letter, of_outlet = _letter(claim, reliability)
    digit, of_claim = _digit(claim)
    return Admiralty(letter, digit, f"{of_claim}; {of_outlet}")


def _letter(claim: Claim, reliability: Mapping[str, str]) -> tuple[str | None, str]:
    """The best letter of the outlets that print it; "F", which is no grade, comes last."""
    printed = {each.outlet for each in claim.assertions if each.outlet}
    graded = sorted((reliability[each], each) for each in printed if each in reliability)
    if not graded:
        return None, "no letter is set for its outlets" if printed else "its outlet is not known"
    letter, outlet = graded[0]
    if letter == _CANNOT:
        return letter, f"you set {outlet} to F, not to be judged"
    best = "the best of them" if len(graded) > 1 else "the only one set"
    if len(printed) == 1:
        return letter, f"you set {outlet} to {letter}"
    return letter, f"of its {len(printed)} outlets {best} is {outlet}, which you set to {letter}"


def _digit(claim: Claim) -> tuple[int, str]:
    behind = [each for each in claim.assertions if _stands_behind(each)]
    if claim.status is Status.WITHDRAWN:
        return IMPROBABLE, "its own outlet took it back"
    if not behind:
        return _without_support(claim)
    if all(each.stance in _WISHES for each in behind):
        return UNKNOWN, "it is a wish or a plan, which nothing can bear out yet"
    several = claim.origin_count > 1
    who = _speakers(claim)
    if claim.status is Status.DISPUTED:
        against = [each for each in claim.assertions if is_against(each)]
        return (POSSIBLE if several else DOUBTFUL), f"{who}, but {_objection(against)}"
    if claim.conflicts:
        details = " and ".join(sorted({each.detail.value for each in claim.conflicts}))
        why = f"{who}, but other claims do not agree in {details}"
        return (POSSIBLE if several else DOUBTFUL), why
    return _unopposed(claim, behind, who)


def _unopposed(claim: Claim, behind: Sequence[Assertion], who: str) -> tuple[int, str]:
    firmest = max(each.degree for each in behind)
    if firmest == 0:
        return UNKNOWN, f"{who}, without committing to it"
    if claim.origin_count > 1:
        if firmest < _FIRM:
            return POSSIBLE, f"{who}, and none finds it more than possible"
        return CONFIRMED, f"{who}, independent of each other, and nobody objects"
    return _by_one(claim, who)


def _by_one(claim: Claim, who: str) -> tuple[int, str]:
    """Of a claim that one first speaker may have put forward alone."""
    is_named = any(each.is_named for each in claim.origins)
    if claim.origin_count_high > 1:
        if is_named:
            return PROBABLE, f"{who}, not all of them named, and nobody objects"
        return POSSIBLE, f"{who}, none of them named, and nobody objects"
    if is_named:
        return POSSIBLE, f"{who}, and nobody else says so or objects"
    return UNKNOWN, "its first speaker is not named, and nobody else says so"


def _without_support(claim: Claim) -> tuple[int, str]:
    against = [each for each in claim.assertions if is_against(each)]
    if claim.status is Status.DISPUTED:
        several = len(_names(against)) > 1
        why = f"nobody here puts it forward, and {_objection(against)}"
        return (IMPROBABLE if several else DOUBTFUL), why
    if against:
        return UNKNOWN, "it is only said that it is not so"
    return UNKNOWN, "nobody here puts it forward or denies it"


def _stands_behind(assertion: Assertion) -> bool:
    return not is_against(assertion) and assertion.stance not in _SILENT


def _speakers(claim: Claim) -> str:
    low, high = claim.origin_count, claim.origin_count_high
    if low != high:
        return f"{low} to {high} first speakers put it forward"
    verb = "puts" if low == 1 else "put"
    return f"{counted(low, 'first speaker')} {verb} it forward"


def _objection(against: Sequence[Assertion]) -> str:
    """Who is against it: "Moscow denied it", "3 others denied or doubted it"."""
    names = _names(against)
    if len(names) > 1:
        return f"{len(names)} others denied or doubted it"
    who = next(iter(names), None) or "somebody not named"
    stances = {each.stance for each in against}
    if Stance.DENIES in stances:
        return f"{who} denied it"
    return f"{who} doubted it" if stances == _DOUBT else f"{who} said that it is not so"


def _names(assertions: Sequence[Assertion]) -> set[str | None]:
    return {each.chain[-1].name for each in assertions if each.chain}
