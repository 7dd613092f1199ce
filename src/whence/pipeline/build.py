"""Readings -> the ledger: copies, stories, claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from whence.claims.build import build_claims, sort_key
from whence.claims.hedges import find_lost_hedges
from whence.claims.port import Vectors
from whence.claims.propositions import make_assertions
from whence.claims.same import LEAST_LIKENESS, Said, describe, is_one_number
from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.entity import Entity
from whence.ledger.identity import make_id
from whence.ledger.reading import Reading
from whence.ledger.story import Copy, Story
from whence.reader.similar import similar_pairs
from whence.stories import cluster as clusters
from whence.stories.copies import find_copies

LINKING = 0.9  # likeness of two sentences that put their articles into one story
LINKING_STEMS = 4  # content words that each must have; ours, on the examples, 2026-11


class Ledger(NamedTuple):
    """What some articles say together; the order of the articles does not count."""

    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    lost_hedges: tuple[LostHedge, ...] = ()


def build_ledger(readings: Sequence[Reading], vectors: Vectors) -> Ledger:
    """Group articles into stories and assertions into claims.

    Args:
        readings: Those without an article are passed over; one article given twice counts once.
        vectors: Of the same encoder family as the reader.
    """
    by_id = {each.article.id: each for each in readings if each.article}
    copies = find_copies([each.article for each in by_id.values() if each.article])
    outlines = sorted(map(clusters.outline, by_id.values()), key=clusters.order_of)
    pairs = similar_pairs(
        vectors.vectors([each.words for each in outlines]), clusters.LEAST_LIKENESS
    )
    likeness = {(one, other): value for one, other, value in pairs}
    named = {
        (min(a, b), max(a, b)): value
        for one, other, value in pairs
        for a, b in [(outlines[one].article, outlines[other].article)]
    }
    said = _said(by_id, copies)
    texts = sorted({each.assertion.text for rows in said.values() for each in rows})
    known = dict(zip(texts, vectors.vectors(texts), strict=True))
    groups = clusters.cluster(outlines, likeness, copies)
    groups = clusters.join_linked(groups, _links(outlines, said, known))
    stories: list[Story] = []
    claims: list[Claim] = []
    hedges: list[LostHedge] = []
    for members in groups:
        own = [outlines[index] for index in members]
        story = make_id("story", own[0].article)
        rows = [each for outlined in own for each in said[outlined.article]]
        found, lost = _claims_of(story, rows, by_id, known)
        stories.append(clusters.make_story(own, clusters.title_of(own, named), by_id, len(found)))
        claims.extend(found)
        hedges.extend(lost)
    return Ledger(tuple(stories), tuple(claims), tuple(copies), tuple(hedges))


def _said(by_id: Mapping[str, Reading], copies: Sequence[Copy]) -> dict[str, list[Said]]:
    """What each article puts forward, by its id."""
    original = {copy.article: copy.original for copy in copies}
    said: dict[str, list[Said]] = {}
    for article, reading in by_id.items():
        first = by_id.get(original.get(article, ""))
        source = first.article if first else None
        named = (source.agency or source.outlet) if source else None
        said[article] = [
            describe(replace(each, copied_from=source.id if source else None), reading)
            for each in make_assertions(reading, named)
        ]
    return said


def _links(
    outlines: Sequence[clusters.Outline],
    said: Mapping[str, Sequence[Said]],
    known: Mapping[str, Sequence[float]],
) -> list[tuple[int, int]]:
    """Articles, as indices, that have the same number in nearly the same words."""
    rows = [
        (index, each)
        for index, outlined in enumerate(outlines)
        for each in said[outlined.article]
        if each.assertion.quantity and len(each.stems) >= LINKING_STEMS
    ]
    pairs = similar_pairs([known[each.assertion.text] for _, each in rows], LINKING)
    return [
        (rows[one][0], rows[other][0])
        for one, other, _ in pairs
        if rows[one][0] != rows[other][0] and is_one_number(rows[one][1], rows[other][1])
    ]


def _claims_of(
    story: str,
    rows: Sequence[Said],
    by_id: Mapping[str, Reading],
    known: Mapping[str, Sequence[float]],
) -> tuple[list[Claim], list[LostHedge]]:
    """The claims of one story, and the hedges that its headings lost."""
    said = sorted(rows, key=lambda each: sort_key(each.assertion))
    entities: dict[str, Entity] = {}
    for article in sorted({each.assertion.article for each in said}):
        entities |= {each.id: each for each in by_id[article].entities}
    pairs = similar_pairs([known[each.assertion.text] for each in said], LEAST_LIKENESS)
    return build_claims(said, pairs, entities, story), find_lost_hedges(said, pairs, by_id)
