"""Claims with more than one account -> "Where the accounts differ"."""

from __future__ import annotations

from collections.abc import Iterator

from whence.brief.choose import by_origin, lead_of
from whence.brief.fragments import (
    Fragment,
    content,
    form,
    join,
    line_of,
    outlet,
    speaker,
    through,
    told,
    whole_evidence,
)
from whence.brief.glance import in_outlet, reaction
from whence.brief.material import Material
from whence.brief.places import other_places
from whence.brief.wording import is_negative
from whence.ledger.brief import Evidence, Line
from whence.ledger.claim import Assertion
from whence.ledger.drift import DriftKind, LostHedge, Print
from whence.ledger.span import words_of

MOST_LINES = 14
_DRIFTED = {
    DriftKind.HEDGE_LOST: "a hedge lost",
    DriftKind.HEDGE_ADDED: "a hedge added",
    DriftKind.QUOTATION_TRIMMED: "a quotation trimmed",
    DriftKind.QUOTATION_REWORDED: "a quotation reworded",
    DriftKind.NUMBER_ROUNDED: "a number rounded",
    DriftKind.BOUND_DROPPED: "a bound dropped",
    DriftKind.ATTRIBUTION_DROPPED: "its source dropped",
}


def differences(material: Material) -> list[Line]:
    """Disputes, numbers that do not fit, one claim by different speakers, hedges lost."""
    lines = [
        *_disputes(material),
        *_conflicts(material),
        *(_lost_hedge(material, each) for each in material.lost_hedges),
        *_drifts(material),
        *_speakers(material),
        *other_places(material),
    ]
    return lines[:MOST_LINES]


def _disputes(material: Material) -> Iterator[Line]:
    for claim in material.claims:
        against = [each for each in claim.assertions if is_negative(each)]
        saying = [each for each in claim.assertions if not is_negative(each)]
        if not against or not saying:
            continue
        meant = [each for each in saying if each.attribution == against[0].refers_to]
        first = (meant or saying)[0]
        sides = [_side(material, group[0]) for group in by_origin([first, *against])]
        fragment = join(form("Disputed:"), " ", join(*sides, between=" / "))
        yield line_of(material, fragment, [claim.id])


def _conflicts(material: Material) -> Iterator[Line]:
    by_id = {claim.id: claim for claim in material.claims}
    for claim in material.claims:
        for conflict in claim.conflicts:
            other = by_id.get(conflict.claim)
            if other is None or claim.id > other.id:
                continue
            sides = [_side(material, lead_of(each)) for each in (claim, other)]
            head = form(f"Not the same {conflict.detail.value}:")
            yield line_of(
                material, join(head, " ", join(*sides, between=" / ")), [claim.id, other.id]
            )


def _speakers(material: Material) -> Iterator[Line]:
    """One claim that articles of different outlets lead to different first speakers."""
    for claim in material.claims:
        if claim.outlet_count < 2 or claim.origin_count_high < 2:  # noqa: PLR2004 - more than one
            continue
        saying = [each for each in claim.assertions if not is_negative(each)]
        groups = by_origin(saying)
        if len({frozenset(each.article for each in group) for group in groups}) < 2:  # noqa: PLR2004
            continue
        names = [
            join(
                speaker(material, group[0]),
                through(material, group[0]),
                in_outlet(material, group[0]),
                whole_evidence(material, group[0]),
            )
            for group in groups
        ]
        head = join(form("Not the same source"), " for “", content(material, lead_of(claim)), "”: ")
        yield line_of(material, join(head, join(*names, between=" / ")), [claim.id])


def _lost_hedge(material: Material, lost: LostHedge) -> Line:
    text = material.text(lost.article)
    heading = Fragment(
        " ".join(lost.heading.words(text).split()), (Evidence(lost.article, (lost.heading,)),)
    )
    body = Fragment(words_of(lost.body, text), (Evidence(lost.article, lost.body),))
    fragment = join(
        form("A hedge lost in a heading"),
        " of ",
        outlet(material, lost.article),
        ": “",
        heading,
        "” ",
        form("without a hedge"),
        f", in its text {lost.hedge}: “",
        body,
        "”",
    )
    return line_of(material, fragment, [])


def _drifts(material: Material) -> Iterator[Line]:
    """What changed where a claim was passed on from one article to another."""
    for claim in material.claims:
        for drift in claim.drifts:
            if drift.before.article == drift.after.article:
                continue
            ends = [
                join(outlet(material, each.article), ": “", _printed(material, each), "”")
                for each in (drift.before, drift.after)
            ]
            head = form(f"On the way, {_DRIFTED[drift.kind]}:")
            yield line_of(material, join(head, " ", join(*ends, between=" / ")), [claim.id])


def _printed(material: Material, place: Print) -> Fragment:
    words = words_of(place.span, material.text(place.article))
    return Fragment(words, (Evidence(place.article, place.span),))


def _side(material: Material, assertion: Assertion) -> Fragment:
    if assertion.refers_to:
        return reaction(material, assertion)
    return join(
        told(material, assertion), through(material, assertion), in_outlet(material, assertion)
    )
