"""What a place is -> where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from whence.entities.gazetteer import Profile
from whence.ledger.entity import EntityKind, Point
from whence.lexicon.countries import countries
from whence.lexicon.towns import Town, points_of, towns_called

DOMINANT = 10
"""So many times the people of its next namesake has the town that is meant; ours, 2026-11."""


def point_of(profile: Profile) -> Point | None:
    """The point of a state, a capital, or a listed town; None for regions and where unsure.

    Of towns of one name in one country the one is meant that dominates the others.
    """
    if profile.kind is not EntityKind.PLACE or profile.country is None:
        return None
    if profile.sector is not None:
        return _listed("countries", profile.country)
    is_capital = profile.name == _capitals().get(profile.country)
    if is_capital and (point := _listed("capitals", profile.country)):
        return point
    own = [town for town in towns_called(profile.name) if town.country == profile.country]
    return point_of_town(dominant(own))


def dominant(towns: Sequence[Town]) -> Town | None:
    """The largest where it has ten times the people of the next; the only one; else None.

    Args:
        towns: The largest first.
    """
    if not towns:
        return None
    is_clear = len(towns) == 1 or towns[0].population >= DOMINANT * towns[1].population
    return towns[0] if is_clear else None


def point_of_town(town: Town | None) -> Point | None:
    """Where a town lies."""
    return Point(town.lat, town.lon) if town else None


def _listed(table: str, code: str) -> Point | None:
    found = points_of(table).get(code)
    return Point(*found) if found else None


@cache
def _capitals() -> dict[str, str]:
    """Code to the capital's name, as the list of countries has it."""
    return {each.code: each.capitals[0] for each in countries() if each.capitals}
