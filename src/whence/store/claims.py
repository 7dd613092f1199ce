"""Claims <-> rows of `claims`, with `assertions` and `conflicts` beside."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, insert, select

from whence.ledger.claim import Assertion, Claim, Status
from whence.ledger.span import hull
from whence.store.codec import column_number, column_text, decode_claim, encode
from whence.store.tables import ASSERTIONS, CLAIMS, CONFLICTS, STORIES

_AT_ONCE = 500
"""Ids of one query."""


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


def load_claims(connection: Connection, story: str | None = None) -> list[Claim]:
    """All claims in the order in which they were kept, story by story, or those of one."""
    query = select(CLAIMS.c.record).order_by(CLAIMS.c.position)
    if story is not None:
        query = query.where(CLAIMS.c.story == story)
    else:
        query = (
            select(CLAIMS.c.record)
            .outerjoin(STORIES, STORIES.c.id == CLAIMS.c.story)
            .order_by(STORIES.c.position, CLAIMS.c.position)
        )
    return [decode_claim(data) for data in connection.scalars(query)]


def load_claim(connection: Connection, claim: str) -> Claim | None:
    """The claim with an id."""
    data = connection.scalar(select(CLAIMS.c.record).where(CLAIMS.c.id == claim))
    return None if data is None else decode_claim(data)


def load_some_claims(connection: Connection, ids: Collection[str]) -> list[Claim]:
    """The claims with some ids, story by story in the order in which they were kept."""
    query = select(CLAIMS.c.story, CLAIMS.c.position, CLAIMS.c.record)
    wanted = sorted(set(ids))
    found: list[Any] = []
    for start in range(0, len(wanted), _AT_ONCE):
        some = CLAIMS.c.id.in_(wanted[start : start + _AT_ONCE])
        found += connection.execute(query.where(some))
    found.sort(key=lambda row: (row.story or "", row.position))
    return [decode_claim(row.record) for row in found]


class Order(StrEnum):
    """In which order claims are listed."""

    WEIGHT = "weight"
    FIRST = "first"
    LAST = "last"
    STATUS = "status"


def page_of_claims(
    connection: Connection,
    story: str,
    status: Status | None,
    order: Order,
    *,
    limit: int,
    offset: int,
) -> tuple[list[Claim], int]:
    """Some claims of a story in an order, and how many there are.

    Args:
        connection: Any.
        story: Its id.
        status: The only one wanted; None for all.
        order: Ids decide between equals.
        limit: Of the page.
        offset: How many to pass over.
    """
    own = CLAIMS.c.story == story
    if status is not None:
        own &= CLAIMS.c.status == status.value
    count = connection.scalar(select(func.count()).select_from(CLAIMS).where(own)) or 0
    ids = select(CLAIMS.c.id).where(own).order_by(*_order(order)).limit(limit).offset(offset)
    chosen = list(connection.scalars(ids))
    query = select(CLAIMS.c.id, CLAIMS.c.record).where(CLAIMS.c.id.in_(chosen))
    found = {row.id: decode_claim(row.record) for row in connection.execute(query)}
    return [found[each] for each in chosen], count


def _order(order: Order) -> tuple[ColumnElement[Any], ...]:
    """Most first speakers and outlets; the first day; the last day; withdrawn ones first."""
    match order:
        case Order.WEIGHT:
            many = (CLAIMS.c.origin_count_high.desc(), CLAIMS.c.outlet_count.desc())
            return (*many, CLAIMS.c.id)
        case Order.FIRST:
            return CLAIMS.c.first_seen_at.asc().nulls_last(), CLAIMS.c.id
        case Order.LAST:
            return CLAIMS.c.last_seen_at.desc().nulls_last(), CLAIMS.c.id.desc()
        case Order.STATUS:
            places = {each.value: place for place, each in enumerate(Status)}
            return case(places, value=CLAIMS.c.status), CLAIMS.c.id


def status_counts(connection: Connection, stories: Sequence[str]) -> dict[str, dict[Status, int]]:
    """How many claims of each status some stories have."""
    query = select(CLAIMS.c.story, CLAIMS.c.status, func.count().label("claims"))
    query = query.where(CLAIMS.c.story.in_(stories)).group_by(CLAIMS.c.story, CLAIMS.c.status)
    found: dict[str, dict[Status, int]] = {story: {} for story in stories}
    for row in connection.execute(query):
        found[row.story][Status(row.status)] = row.claims
    return found


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
