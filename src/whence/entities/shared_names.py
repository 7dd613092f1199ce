"""A name that a state shares with a part of another -> the one that the article means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from whence.entities.gazetteer import Hit, Profile, Sort
from whence.entities.words import Words
from whence.ledger.entity import EntityKind

GEORGIA = "GEO"
AMERICAN = Profile("Georgia", EntityKind.PLACE, "USA")
OF_THE_CAUCASUS = frozenset(
    {"tbilisi", "georgian", "georgians", "caucasus", "abkhazia", "ossetia", "batumi", "saakashvili"}
)
OF_THE_STATE = frozenset({"ga", "atlanta", "savannah", "macon", "marietta", "fulton"})
NEIGHBOURS = frozenset({"RUS", "ARM", "AZE", "TUR", "UKR", "MDA"})
FEWEST_PLACES = 2  # of the United States, so that an article is about them; ours, 2026-11


def told_apart(words: Words, hits: Iterable[Hit]) -> list[Hit]:
    """The listed names; Georgia is the American state where only that one fits the article."""
    hits = list(hits)
    if not any(hit.profile.country == GEORGIA for hit in hits) or not _is_american(words, hits):
        return hits
    return [
        replace(hit, sort=Sort.PLACE, profile=AMERICAN) if hit.profile.country == GEORGIA else hit
        for hit in hits
    ]


def _is_american(words: Words, hits: Iterable[Hit]) -> bool:
    lows = set(words.lows)
    if not lows.isdisjoint(OF_THE_CAUCASUS):
        return False
    if not lows.isdisjoint(OF_THE_STATE):
        return True
    states = [hit.profile.country for hit in hits if hit.sort is not Sort.PLACE]
    places = {hit.profile.name for hit in hits if hit.sort is Sort.PLACE and _is_in_america(hit)}
    return len(places) >= FEWEST_PLACES and NEIGHBOURS.isdisjoint(filter(None, states))


def _is_in_america(hit: Hit) -> bool:
    return hit.profile.country == AMERICAN.country
