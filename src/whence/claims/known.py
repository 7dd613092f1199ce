"""The claims of a story, and the articles that were known by a day -> its claims on that day.

Time only takes away here: what is the same claim is judged as it is now, so that a claim keeps
its id from day to day. Who would judge anew with less to go by would at times group otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from whence.claims.build import make_claim
from whence.claims.corrections import withdrawn_by
from whence.claims.prospects import unanswered
from whence.claims.status import status_of
from whence.claims.tellings import printed_day
from whence.ledger.claim import Assertion, Claim
from whence.ledger.entity import Entity
from whence.ledger.prospect import Prospect


def known_claims(
    claims: Sequence[Claim], articles: Collection[str], entities: Mapping[str, Entity]
) -> list[Claim]:
    """What was known of the claims of one story, in the same order.

    Args:
        claims: All of the story.
        articles: Ids of those that were known.
        entities: By id, of those articles.
    """
    kept = {
        claim.id: [each for each in claim.assertions if each.article in articles]
        for claim in claims
    }
    own = [claim for claim in claims if kept[claim.id]]
    there = {claim.id for claim in own}
    gone = withdrawn_by([kept[claim.id] for claim in own])
    today = max((printed_day(each) for rows in kept.values() for each in rows), default="")
    return [
        _known(claim, kept[claim.id], articles, there, entities, today, is_withdrawn=number in gone)
        for number, claim in enumerate(own)
    ]


def _known(
    claim: Claim,
    assertions: Sequence[Assertion],
    articles: Collection[str],
    there: Collection[str],
    entities: Mapping[str, Entity],
    today: str,
    *,
    is_withdrawn: bool,
) -> Claim:
    plain = make_claim(assertions, entities, claim.story)
    conflicts = tuple(each for each in claim.conflicts if each.claim in there)
    drifts = (
        each
        for each in claim.drifts
        if each.before.article in articles and each.after.article in articles
    )
    status = status_of(
        plain.assertions,
        plain.origin_count,
        plain.outlet_count,
        conflicts,
        is_withdrawn=is_withdrawn,
    )
    return replace(
        plain,
        id=claim.id,
        status=status,
        conflicts=conflicts,
        is_headlined=claim.is_headlined,
        drifts=tuple(drifts),
        relations=tuple(each for each in claim.relations if each.claim in there),
        prospect=_prospect(claim.prospect, articles, today),
    )


def _prospect(prospect: Prospect | None, articles: Collection[str], today: str) -> Prospect | None:
    """What had become of it: nothing yet, where the article that tells of it was not known."""
    if prospect is None or (prospect.closed_by and prospect.closed_by.article in articles):
        return prospect
    return unanswered(prospect.due, today)
