"""The assertions of one story -> its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from whence.claims.compare import Said
from whence.claims.conflicts import find_conflicts
from whence.claims.corrections import is_taken_back, withdrawn_by
from whence.claims.drift import find_drifts
from whence.claims.origins import fold_origins
from whence.claims.port import Encoder, Pair
from whence.claims.prospects import find_prospects
from whence.claims.reference import REACTIONS
from whence.claims.relations import with_relations
from whence.claims.rulings import NOTHING, ClaimRulings, forced, marked
from whence.claims.same import find_verdicts, group
from whence.claims.status import is_against, status_of
from whence.claims.wording import positive_text
from whence.ledger.claim import Assertion, Claim, Conflict, Detail, Link
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.identity import make_id
from whence.ledger.reading import Reading


def build_claims(
    said: Sequence[Said],
    pairs: Sequence[Pair],
    entities: Mapping[str, Entity],
    story: str | None,
    readings: Mapping[str, Reading] = MappingProxyType({}),
    encoder: Encoder | None = None,
    rulings: ClaimRulings = NOTHING,
) -> list[Claim]:
    """The claims of one story, by their first day and words.

    Args:
        said: The story's assertions, sorted by `sort_key`.
        pairs: Likeness of those assertions.
        entities: By id.
        story: Its id.
        readings: By article id, for what changed on the way; without them no drift is found.
        encoder: Reads pairs of assertions that figures leave open; None for figures alone.
        rulings: What a person said of claims.
    """
    verdicts = find_verdicts(said, pairs, encoder)
    groups = group(said, pairs, verdicts, *forced([each.assertion for each in said], rulings))
    owner = {index: number for number, members in enumerate(groups) for index in members}
    plain = [
        make_claim([said[index].assertion for index in members], entities, story)
        for members in groups
    ]
    withdrawn = withdrawn_by([claim.assertions for claim in plain])
    conflicts = {
        pair: found
        for pair, found in find_conflicts(said, owner, pairs, encoder).items()
        if withdrawn.isdisjoint(pair)
    }
    drifts = find_drifts(said, pairs, owner, readings) if readings else {}
    prospects = find_prospects(said, owner, readings)
    finished = [
        replace(
            _finish(claim, number, plain, conflicts, is_withdrawn=number in withdrawn),
            drifts=drifts.get(number, ()),
            prospect=prospects.get(number),
        )
        for number, claim in enumerate(plain)
    ]
    related = with_relations(finished, said, owner, verdicts)
    return [
        marked(claim, [said[index].assertion for index in members], rulings)
        for claim, members in zip(related, groups, strict=True)
    ]


def sort_key(assertion: Assertion) -> tuple[object, ...]:
    """By day, article and place: the order of the input does not count."""
    return (
        assertion.asserted_at or "9999",
        assertion.article,
        assertion.span,
        assertion.attribution or "",
    )


def fold_headings(
    assertions: Sequence[Assertion], entities: Mapping[str, Entity]
) -> list[Assertion]:
    """Without the headings and bullets that repeat their own article's body.

    A heading folds into the body where its source agrees: the same first speaker, nobody
    named, or the state or body that the article's own first speaker is of ("Pentagon: …"
    over what the defence secretary said). A heading with another source stays.
    """
    body = [each for each in assertions if not each.is_heading]
    kept = []
    for each in assertions:
        own = [other for other in body if other.article == each.article]
        is_own = each.attribution is None or each.chain[-1].name is None
        agrees = is_own or any(_same_side(each, other, entities) for other in own)
        if not (each.is_heading and own and agrees):
            kept.append(each)
    return kept


def _same_side(heading: Assertion, body: Assertion, entities: Mapping[str, Entity]) -> bool:
    """Whether a heading's source, or who passes it on, is the body's first speaker or its state."""
    other = body.chain[-1]
    return any(_is_of(link, other, entities) for link in heading.chain[1:])


def _is_of(one: Link, other: Link, entities: Mapping[str, Entity]) -> bool:
    """Whether a link is another one, or the state or body that it is of."""
    if (one.name, one.entity) == (other.name, other.entity):
        return True
    whole, part = entities.get(one.entity or ""), entities.get(other.entity or "")
    if whole is None or part is None or whole.country is None:
        return False
    return whole.country == part.country and whole.kind is not EntityKind.PERSON


def make_claim(
    assertions: Sequence[Assertion], entities: Mapping[str, Entity], story: str | None
) -> Claim:
    """One claim of what is known to be the same, as it stands apart from all others.

    Args:
        assertions: At least one.
        entities: By id.
        story: Its id.
    """
    kept = sorted(fold_headings(assertions, entities), key=sort_key)
    days = sorted(each.asserted_at for each in kept if each.asserted_at)
    supporting = [each for each in kept if _stands_behind(each)]
    origins = fold_origins(supporting or kept, entities)
    low = origins.low if supporting else 1  # who only reacts to a claim does not corroborate it
    outlets = {each.outlet or each.article for each in kept}
    first = kept[0]
    status = status_of(kept, low, len(outlets), (), is_withdrawn=False)
    return Claim(
        id=make_id("claim", first.article, first.span, first.attribution),
        story=story,
        text=positive_text(kept),
        status=status,
        first_seen_at=days[0] if days else None,
        last_seen_at=days[-1] if days else None,
        assertions=tuple(kept),
        origins=origins.origins,
        origin_count=low,
        origin_count_high=origins.high,
        outlet_count=len(outlets),
        is_headlined=any(each.is_heading for each in assertions),
    )


def _stands_behind(assertion: Assertion) -> bool:
    """Whether its first speaker is an origin of the claim, not one who reacts to it."""
    is_reaction = assertion.stance in REACTIONS or is_against(assertion)
    return not is_reaction and not is_taken_back(assertion)


def _finish(
    claim: Claim,
    number: int,
    claims: Sequence[Claim],
    conflicts: Mapping[tuple[int, int], tuple[Detail, str]],
    *,
    is_withdrawn: bool,
) -> Claim:
    """The claim with its conflicts, and its status in their light."""
    own = tuple(
        Conflict(claims[right if left == number else left].id, detail, why)
        for (left, right), (detail, why) in sorted(conflicts.items())
        if number in (left, right)
    )
    status = status_of(
        claim.assertions, claim.origin_count, claim.outlet_count, own, is_withdrawn=is_withdrawn
    )
    return replace(claim, conflicts=own, status=status)
