"""Claims of one story -> how they stand to each other, where they do not conflict.

More specific: who stands behind the one stands behind the other. Supports: the same, where the
one has first speakers that the other has not. Supersedes: a later count. Corrects: what an
outlet puts in the place of what it took back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from whence.claims.compare import Said, weight_of
from whence.claims.judge import Verdict
from whence.claims.polarity import NEGATIONS, speak_against_each_other
from whence.ledger.claim import Claim, Origin, Relation, RelationKind, Status
from whence.ledger.factuality import Certainty
from whence.ledger.figure import Figure, History

SPECIFIC = 0.35  # probability that one says all of the other and more
FEWEST = 3  # stems of the more general: "the first alarm" is no claim
CONTAINED = 0.75  # of the lighter side's words, by how rare they are; ours, on labelled pairs
_TOLD = 80  # characters of a claim in a reason


def with_relations(
    claims: Sequence[Claim],
    said: Sequence[Said],
    owner: Mapping[int, int],
    verdicts: Mapping[tuple[int, int], Verdict],
) -> list[Claim]:
    """The claims with those that they are more specific than, or support.

    Args:
        claims: Of one story.
        said: What is compared of each assertion.
        owner: Index of an assertion to the index of its claim.
        verdicts: Of pairs of assertions, by their indices.
    """
    found: dict[tuple[int, int], tuple[float, str]] = {}
    for (one, other), verdict in verdicts.items():
        if verdict.more_specific < SPECIFIC or owner[one] == owner[other]:
            continue
        specific = _specific(said[one], said[other])
        if specific is None:
            continue
        is_first, why = specific
        probability = verdict.more_specific
        left, right = (one, other) if is_first else (other, one)
        key = (owner[left], owner[right])
        found[key] = max(found.get(key, (0.0, "")), (probability, why))
    conflicting = {each.id: {conflict.claim for conflict in each.conflicts} for each in claims}
    own: dict[int, list[Relation]] = {}
    for (left, right), (probability, why) in sorted(found.items()):
        fuller, general = claims[left], claims[right]
        is_both = found.get((right, left), (0.0, ""))[0] > probability
        if is_both or general.id in conflicting[fuller.id]:
            continue
        own.setdefault(left, []).extend(_relations(fuller, general, why))
    return [
        replace(claim, relations=(*claim.relations, *own.get(number, ())))
        for number, claim in enumerate(claims)
    ]


def with_replacements(claims: Sequence[Claim], histories: Sequence[History]) -> list[Claim]:
    """The claims with those whose numbers theirs replace.

    Args:
        claims: Of one story.
        histories: Of the same.
    """
    own: dict[str, dict[str, Relation]] = {}
    for history in histories:
        figures = {each.id: each for each in history.figures}
        for older in history.figures:
            newer = figures.get(older.superseded_by or "")
            if newer is not None and _is_between_claims(older, newer):
                relation = _replacement(older)
                own.setdefault(newer.claim or "", {}).setdefault(relation.claim, relation)
    return [
        replace(claim, relations=(*claim.relations, *own.get(claim.id, {}).values()))
        for claim in claims
    ]


def _specific(one: Said, other: Said) -> tuple[bool, str] | None:
    """Whether one of two has all that the other says: whether it is the first, and why."""
    if min(len(one.stems), len(other.stems)) < FEWEST:
        return None
    is_first = weight_of(one.stems) > weight_of(other.stems)
    specific, general = (one, other) if is_first else (other, one)
    if _is_hedged(specific) and not _is_hedged(general):
        return None
    if _marks(general) - set(specific.words) or _negations(general) != _negations(specific):
        return None
    contained = weight_of(one.stems & other.stems) / weight_of(general.stems)
    if contained < CONTAINED or speak_against_each_other(one, other):
        return None
    why = f"has {contained:.0%} of the words of “{_short(general.assertion.text)}”, and more"
    return is_first, why


def _is_hedged(said: Said) -> bool:
    return said.assertion.certainty in {Certainty.POSSIBLE, Certainty.PROBABLE}


def _marks(said: Said) -> set[str]:
    """The words with figures: numbers, times, dates."""
    return {word for word in said.words if not word.isalpha()}


def _negations(said: Said) -> set[str]:
    return set(NEGATIONS.intersection(said.words))


def _relations(specific: Claim, general: Claim, why: str) -> Iterator[Relation]:
    yield Relation(RelationKind.MORE_SPECIFIC, general.id, why)
    known = {_speaker(each) for each in general.origins}
    others = [
        each.name
        for each in specific.origins
        if each.name and each.is_named and _speaker(each) not in known
    ]
    if others and specific.status is not Status.WITHDRAWN:
        names = ", ".join(others)
        yield Relation(RelationKind.SUPPORTS, general.id, f"{names} stands behind it too")


def _speaker(origin: Origin) -> str:
    return origin.entity or (origin.name or "").casefold()


def _is_between_claims(older: Figure, newer: Figure) -> bool:
    is_known = older.claim is not None and newer.claim is not None
    return is_known and older.claim != newer.claim


def _replacement(older: Figure) -> Relation:
    kind = RelationKind.CORRECTS if older.is_corrected else RelationKind.SUPERSEDES
    return Relation(kind, older.claim or "", older.why or "")


def _short(text: str) -> str:
    return text if len(text) <= _TOLD else text[: _TOLD - 1].rstrip() + "…"
