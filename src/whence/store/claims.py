"""Claims <-> rows of `claims`, with `assertions` and `conflicts` beside."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select

from whence.ledger.claim import Assertion, Claim
from whence.ledger.span import hull
from whence.store.codec import column_number, column_text, decode_claim, encode
from whence.store.tables import ASSERTIONS, CLAIMS, CONFLICTS, STORIES


def keep_claims(connection: Connection, claims: Sequence[Claim]) -> None:
    """Keep claims in tables that were emptied before."""
    assertions = [
        _assertion_row(claim.id, at, each)
        for claim in claims
        for at, each in enumerate(claim.assertions)
    ]
    conflicts: list[dict[str, object]] = [
        {
            "claim": claim.id,
            "position": at,
            "other": conflict.claim,
            "detail": conflict.detail.value,
            "why": column_text(conflict.why),
        }
        for claim in claims
        for at, conflict in enumerate(claim.conflicts)
    ]
    rows = [_claim_row(at, claim) for at, claim in enumerate(claims)]
    for table, found in ((CLAIMS, rows), (ASSERTIONS, assertions), (CONFLICTS, conflicts)):
        if found:
            connection.execute(insert(table), found)


def load_claims(connection: Connection) -> list[Claim]:
    """All claims in the order in which they were kept, story by story."""
    rows = connection.scalars(
        select(CLAIMS.c.record)
        .outerjoin(STORIES, STORIES.c.id == CLAIMS.c.story)
        .order_by(STORIES.c.position, CLAIMS.c.position)
    )
    return [decode_claim(data) for data in rows]


def _claim_row(position: int, claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "position": position,
        "story": claim.story,
        "text": column_text(claim.text),
        "status": claim.status.value,
        "first_seen_at": claim.first_seen_at,
        "last_seen_at": claim.last_seen_at,
        "origin_count": claim.origin_count,
        "origin_count_high": claim.origin_count_high,
        "outlet_count": claim.outlet_count,
        "record": encode(claim),
    }


def _assertion_row(claim: str, position: int, assertion: Assertion) -> dict[str, object]:
    whole, amount = hull(assertion.span), assertion.quantity
    origin = assertion.chain[-1] if assertion.chain else None
    via = [link.name or "?" for link in assertion.chain[1:-1]]
    return {
        "claim": claim,
        "position": position,
        "article": assertion.article,
        "attribution": assertion.attribution,
        "text": column_text(assertion.text),
        "start_char": whole.start,
        "end_char": whole.end,
        "outlet": column_text(assertion.outlet),
        "via": column_text("\n".join(via)) if via else None,
        "origin": column_text(origin.name) if origin else None,
        "origin_entity": origin.entity if origin else None,
        "is_named": assertion.is_named,
        "stance": assertion.stance.value,
        "certainty": assertion.certainty.value,
        "degree": assertion.degree,
        "low": column_number(amount.low) if amount else None,
        "high": column_number(amount.high) if amount else None,
        "unit": column_text(amount.unit) if amount else None,
        "is_approximate": assertion.quantity_is_approximate,
        "basis": assertion.basis,
        "is_heading": assertion.is_heading,
        "asserted_at": assertion.asserted_at,
    }
