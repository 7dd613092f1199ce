"""Claims of different articles -> lines where one group is put in different places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from whence.brief.fragments import Fragment, content, form, join, line_of, named, outlet
from whence.brief.material import Material
from whence.ledger.brief import Line
from whence.ledger.claim import Assertion
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.span import hull

MOST_LINES = 3

_AT = re.compile(
    r"\b(?:in|at|to|near|into|from|through|reach(?:ed|es|ing)?|enter(?:ed|s|ing)?)\s+"
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BEFORE = 30  # characters before a place that show that something is put there


def other_places(material: Material) -> Iterator[Line]:
    """Armed groups of one state that two articles put in places that are not the same.

    Not a contradiction by itself: the places may be stages of one way.
    """
    placed = list(_placed(material))
    seen: set[tuple[str, str]] = set()
    for (one, force, first), (other, second_force, second) in combinations(placed, 2):
        is_apart = one.article != other.article and first.id != second.id
        if not is_apart or force.country != second_force.country or _nest(first, second):
            continue
        names = tuple(sorted((first.name, second.name)))
        if (names[0], names[1]) in seen:
            continue
        seen.add((names[0], names[1]))
        yield _line(material, one, first, other, second)
        if len(seen) >= MOST_LINES:
            return


def _placed(material: Material) -> Iterator[tuple[Assertion, Entity, Entity]]:
    """Assertions that put an armed group in a place that is not a state."""
    for claim in material.claims:
        for each in claim.assertions:
            if each.is_heading or each.attribution is None or each.article in material.originals:
                continue
            inside = [
                entity
                for entity in material.entities(each.article)
                if any(piece.covers(one) for piece in each.span for one in entity.mentions)
            ]
            forces = [one for one in inside if one.kind is EntityKind.GROUP and one.sector == "MIL"]
            places = [one for one in inside if _is_site(material, each, one)]
            if forces and places:
                yield each, forces[0], places[0]


def _is_site(material: Material, assertion: Assertion, place: Entity) -> bool:
    if place.kind is not EntityKind.PLACE or place.sector is not None or place.country is None:
        return False
    text = material.text(assertion.article)
    return any(
        _AT.search(text, max(piece.start, mention.start - _BEFORE), mention.start)
        for piece in assertion.span
        for mention in place.mentions
        if piece.covers(mention)
    )


def _nest(one: Entity, other: Entity) -> bool:
    """Whether one place's name is in the other's: "Kursk", "Kursk region"."""
    return one.name in other.name or other.name in one.name


def _line(
    material: Material, one: Assertion, first: Entity, other: Assertion, second: Entity
) -> Line:
    sides = [
        join(
            named(material, each.article, place, hull(each.span)),
            " (“",
            content(material, each),
            "”, ",
            outlet(material, each.article),
            ")",
        )
        for each, place in ((one, first), (other, second))
    ]
    head: Fragment = form("Other places, which need not contradict:")
    return line_of(material, join(head, " ", join(*sides, between=" / ")), [])
