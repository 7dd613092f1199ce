"""Readings -> the ledger: copies, stories, claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from whence.claims.build import build_claims, sort_key
from whence.claims.compare import Said, describe, is_one_number
from whence.claims.hedges import find_lost_hedges
from whence.claims.histories import build_histories
from whence.claims.port import Encoder, Vectors
from whence.claims.propositions import make_assertions
from whence.claims.relations import with_replacements
from whence.claims.same import LEAST_LIKENESS
from whence.ledger.claim import Claim, Link
from whence.ledger.drift import LostHedge
from whence.ledger.entity import Entity
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.ledger.story import Copy, Decision, Story
from whence.pipeline.outlets import named_alike
from whence.reader.similar import similar_pairs
from whence.stories.cluster import Groups, cluster
from whence.stories.copies import find_copies
from whence.stories.likeness import Vectors as LikenessVectors
from whence.stories.likeness import measure
from whence.stories.make import make_story, story_id, title_of
from whence.stories.outline import Outline, order_of, outline

LINKING = 0.9  # likeness of two sentences that put their articles into one story
LINKING_STEMS = 4  # stems that each must have; of 411 links in galaxy and ECB+ 403 are right


class Ledger(NamedTuple):
    """What some articles say together; the order of the articles does not count."""

    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    lost_hedges: tuple[LostHedge, ...] = ()
    outlets: tuple[Outlet, ...] = ()  # what the user said of outlets when it was made


class Grouped(NamedTuple):
    """Articles put into stories.

    Attributes:
        outlines: Of all articles, sorted by `order_of`.
        groups: Indices of `outlines`.
        near: How alike two articles are, by their ids, the smaller first.
    """

    outlines: list[Outline]
    groups: Groups
    near: dict[tuple[str, str], float]


def build_ledger(
    readings: Sequence[Reading],
    vectors: Encoder,
    decisions: Sequence[Decision] = (),
    outlets: Sequence[Outlet] = (),
) -> Ledger:
    """Group articles into stories and assertions into claims.

    Args:
        readings: Those without an article are passed over; one article given twice counts once.
        vectors: Of the same encoder family as the reader; reads pairs of claims too.
        decisions: What a person said of two articles, the earliest first.
        outlets: What the user said of outlets: whatever they are called has one name here.
    """
    alike = named_alike(readings, outlets)
    by_id = {each.article.id: each for each in alike if each.article}
    copies = find_copies([each.article for each in by_id.values() if each.article])
    said = _said(by_id, copies)
    texts = sorted({each.assertion.text for rows in said.values() for each in rows})
    known = dict(zip(texts, vectors.vectors(texts), strict=True))
    links = _links(said, known)
    outlines, groups, near = group_articles(
        list(by_id.values()), vectors, copies, links=links, decisions=decisions
    )
    members = [[outlines[index] for index in group] for group in groups.stories]
    first_of = dict(zip(groups.threads[::-1], map(story_id, members[::-1]), strict=True))
    stories: list[Story] = []
    claims: list[Claim] = []
    hedges: list[LostHedge] = []
    for own, thread in zip(members, groups.threads, strict=True):
        rows = [each for outlined in own for each in said[outlined.article]]
        found, lost = _claims_of(story_id(own), rows, by_id, known, vectors)
        title = title_of(own, near)
        story = make_story(own, title, by_id, len(found), first_of[thread])
        stories.append(story)
        claims.extend(with_replacements(found, build_histories(story, found, by_id)))
        hedges.extend(lost)
    return Ledger(tuple(stories), tuple(claims), tuple(copies), tuple(hedges), tuple(outlets))


def group_articles(
    readings: Sequence[Reading],
    vectors: Vectors,
    copies: Sequence[Copy],
    *,
    links: Sequence[tuple[str, str]] = (),
    decisions: Sequence[Decision] = (),
) -> Grouped:
    """Put articles that were read, each given once, into stories; see `stories.cluster`."""
    outlines = sorted(map(outline, readings), key=order_of)
    likeness = measure(outlines, _vectors_of(outlines, vectors))
    near = {
        (min(a, b), max(a, b)): value
        for one, other, value in zip(*(each.tolist() for each in likeness), strict=True)
        for a, b in [(outlines[one].article, outlines[other].article)]
    }
    groups = cluster(outlines, likeness, copies, links, decisions)
    return Grouped(outlines, groups, near)


def _said(by_id: Mapping[str, Reading], copies: Sequence[Copy]) -> dict[str, list[Said]]:
    """What each article puts forward, by its id."""
    original = {copy.article: copy.original for copy in copies}
    said: dict[str, list[Said]] = {}
    for article, reading in by_id.items():
        first = by_id.get(original.get(article, ""))
        source = first.article if first else None
        named = (source.agency or source.outlet) if source else _agency_of(reading)
        said[article] = [
            describe(
                replace(
                    each,
                    chain=_in_own_voice(each.chain, named),
                    copied_from=source.id if source else None,
                ),
                reading,
            )
            for each in make_assertions(reading, named)
        ]
    return said


def _in_own_voice(chain: tuple[Link, ...], named: str | None) -> tuple[Link, ...]:
    """Without the agency whose text it is: "told Reuters" in its own copy is "told us"."""
    if named is None or len(chain) < len(("outlet", "agency", "speaker")):
        return chain
    return (chain[0], *(link for link in chain[1:-1] if link.name != named), chain[-1])


def _agency_of(reading: Reading) -> str | None:
    """The agency whose copy an article says it is, where another outlet printed it."""
    article = reading.article
    return article.agency if article and article.agency != article.outlet else None


def _links(
    said: Mapping[str, Sequence[Said]], known: Mapping[str, Sequence[float]]
) -> list[tuple[str, str]]:
    """Articles that have the same number of the same things in nearly the same words."""
    rows = [
        (article, each)
        for article in sorted(said)
        for each in said[article]
        if each.assertion.quantity and len(each.stems) >= LINKING_STEMS
    ]
    pairs = similar_pairs([known[each.assertion.text] for _, each in rows], LINKING)
    return [
        (rows[one][0], rows[other][0])
        for one, other, _ in pairs
        if rows[one][0] != rows[other][0] and is_one_number(rows[one][1], rows[other][1])
    ]


def _vectors_of(outlines: Sequence[Outline], vectors: Vectors) -> LikenessVectors:
    """Of openings, and of titles; where there is no title, of the opening again."""
    return LikenessVectors(
        openings=vectors.vectors([each.words for each in outlines]),
        titles=vectors.vectors([each.title or each.words for each in outlines]),
    )


def _claims_of(
    story: str,
    rows: Sequence[Said],
    by_id: Mapping[str, Reading],
    known: Mapping[str, Sequence[float]],
    encoder: Encoder,
) -> tuple[list[Claim], list[LostHedge]]:
    """The claims of one story, and the hedges that its headings lost."""
    said = sorted(rows, key=lambda each: sort_key(each.assertion))
    entities: dict[str, Entity] = {}
    for article in sorted({each.assertion.article for each in said}):
        entities |= {each.id: each for each in by_id[article].entities}
    pairs = similar_pairs([known[each.assertion.text] for each in said], LEAST_LIKENESS)
    claims = build_claims(said, pairs, entities, story, by_id, encoder)
    return claims, find_lost_hedges(said, pairs, by_id)
