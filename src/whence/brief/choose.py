"""The claims of a story -> those worth a line at a glance, and in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from whence.brief.material import Material
from whence.brief.wording import is_negative
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim, RelationKind, Status
from whence.ledger.entity import EntityKind
from whence.ledger.factuality import Certainty

MOST_LINES = 8
FEWEST_WORDS = 4
OFFICIAL = frozenset({"GOV", "MIL", "SPY", "IGO", "LEG", "JUD"})
STANDING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.NEITHER, Stance.DECLINES})
REPEATED_SPEAKER = 1.5  # what a further line of one speaker loses

REPLACED = 4.0  # what a claim loses whose number a later one replaces
_NEWER = frozenset({RelationKind.SUPERSEDES, RelationKind.CORRECTS})

_ANAPHORIC = re.compile(
    r"(?:th(?:is|at|ese|ose|e)|his|her|its|their|such|it|so|strong|deep|serious|grave)"
    r"(?:\s+[\w-]+){0,2}",
    re.IGNORECASE,
)


def choose(material: Material) -> list[Claim]:
    """The claims for "At a glance", the weightiest first; one speaker does not fill the list.

    What stands inside the words of a line is not a line of its own.

    Where none says enough to stand alone, those that have a speaker at all.
    """
    spoken_for = [claim for claim in material.claims if lead_of(claim).chain[-1].name]
    left = [claim for claim in spoken_for if is_tellable(claim)] or [
        claim for claim in spoken_for if lead_of(claim).attribution
    ]
    gone = replaced(material)
    weights = {claim.id: weight(material, claim) - REPLACED * (claim.id in gone) for claim in left}
    chosen: list[Claim] = []
    spoken: dict[str | None, int] = {}
    while left and len(chosen) < MOST_LINES:
        best = max(
            left,
            key=lambda claim: (
                weights[claim.id] - REPEATED_SPEAKER * spoken.get(_who(material, claim), 0),
                claim.id,
            ),
        )
        left.remove(best)
        if _is_told(best, chosen):
            continue
        chosen.append(best)
        who = _who(material, best)
        spoken[who] = spoken.get(who, 0) + 1
    return chosen


def replaced(material: Material) -> frozenset[str]:
    """Ids of the claims whose numbers later ones replace or correct."""
    return frozenset(
        relation.claim
        for claim in material.claims
        for relation in claim.relations
        if relation.kind in _NEWER
    )


def _is_told(claim: Claim, chosen: Sequence[Claim]) -> bool:
    """Whether what a claim says in one place stands in the words of a line that is there."""
    lines = [_plain(lead_of(each).text) for each in chosen]
    texts = [each.text for each in claim.assertions if len(each.text.split()) >= FEWEST_WORDS]
    return any(_plain(text) in line for text in texts for line in lines)


def _plain(text: str) -> str:
    return text.casefold().replace("’", "'")


def is_tellable(claim: Claim) -> bool:
    """Whether a claim says enough to stand alone, and not only in an outlet's own voice."""
    lead = lead_of(claim)
    is_own = all(each.attribution is None for each in claim.assertions)
    is_whole = len(lead.text.split()) >= FEWEST_WORDS and not is_anaphoric(lead)
    return is_whole and not is_own


def is_anaphoric(assertion: Assertion) -> bool:
    """Whether the words only point back: "these developments", "his concerns", "it"."""
    return _ANAPHORIC.fullmatch(assertion.text) is not None


def lead_of(claim: Claim) -> Assertion:
    """The assertion whose words tell a claim best: the one that its text was taken from."""
    same = [each for each in claim.assertions if each.text == claim.text]
    return (same or list(claim.assertions))[0]


def weight(material: Material, claim: Claim) -> float:
    """How much a claim weighs: origins, outlets, a dispute, a number, who speaks."""
    lead = lead_of(claim)
    attribution = material.attribution(lead)
    entity = material.entity(lead.article, lead.chain[-1].entity)
    total = 2.0 * min(claim.origin_count_high - 1, 3) + 1.0 * min(claim.outlet_count - 1, 3)
    is_split = not all(is_negative(each) for each in claim.assertions)
    is_open = claim.status in {Status.DISPUTED, Status.CONFLICTING, Status.WITHDRAWN}
    total += 3.0 * (is_open and is_split)
    total += 2.0 * (lead.quantity is not None and lead.quantity.unit is not None)
    total += 3.0 * (lead.probability is not None and lead.probability.low is not None)
    total += 3.0 * (lead.stance in STANDING) + 2.0 * (lead.basis in {"imagery", "intelligence"})
    is_told = not all(each.is_heading for each in claim.assertions)
    total += 2.0 * (claim.is_headlined and is_told) - 1.5 * (not _has_actor(material, lead))
    if entity is not None:
        is_person = entity.kind is EntityKind.PERSON
        total += 2.0 * (entity.sector in OFFICIAL) + 0.5 * is_person
        total += 1.0 * (is_person and entity.sector in OFFICIAL and _is_quoted(attribution))
    total -= 1.5 * (not lead.is_named) + 1.0 * (lead.certainty is Certainty.UNCOMMITTED)
    total -= 2.0 * (not is_told)
    return total


def _has_actor(material: Material, assertion: Assertion) -> bool:
    """Whether the words of an assertion name an actor or a place."""
    return any(
        piece.overlaps(mention)
        for entity in material.entities(assertion.article)
        for mention in entity.mentions
        for piece in assertion.span
    )


def _is_quoted(attribution: object) -> bool:
    return getattr(attribution, "quotation", None) in {"direct", "mixed"}


def _who(material: Material, claim: Claim) -> str | None:
    """The country behind a claim's lead, or its speaker."""
    lead = lead_of(claim)
    entity = material.entity(lead.article, lead.chain[-1].entity)
    return (entity.country or entity.id) if entity else lead.chain[-1].name


def by_origin(assertions: Sequence[Assertion]) -> list[list[Assertion]]:
    """Assertions of one claim, those with the same end of the chain together, in order."""
    groups: dict[tuple[object, ...], list[Assertion]] = {}
    for each in assertions:
        last = each.chain[-1]
        key = (last.entity or last.name, each.attribution is None and each.article)
        groups.setdefault(key, []).append(each)
    return list(groups.values())
