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
from whence.claims.rulings import NOTHING, ClaimRulings, as_corrected, claim_rulings
from whence.claims.same import LEAST_LIKENESS
from whence.ledger.claim import Claim, Link
from whence.ledger.drift import LostHedge
from whence.ledger.entity import Entity
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.ledger.ruling import Ruling
from whence.ledger.story import Copy, Decision, Story
from whence.pipeline.outlets import named_alike
from whence.pipeline.ruled import as_ruled
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
    rulings: tuple[Ruling, ...] = ()  # what was decided of stories, claims and actors by then


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
    rulings: Sequence[Ruling] = (),
) -> Ledger:
    """Group articles into stories and assertions into claims.

    Args:
        readings: Those without an article are passed over; one article given twice counts once.
        vectors: Of the same encoder family as the reader; reads pairs of claims too.
        decisions: What a person said of two articles, the earliest first.
        outlets: What the user said of outlets: whatever they are called has one name here.
        rulings: What a person said of claims and actors; no article changes its story by them.
    """
    alike = named_alike(readings, outlets)
    by_id = {each.article.id: each for each in alike if each.article}
    copies = find_copies([each.article for each in by_id.values() if each.article])
    said = said_in(by_id, copies, by_id)
    texts = sorted({each.assertion.text for rows in said.values() for each in rows})
    known = dict(zip(texts, vectors.vectors(texts), strict=True))
    links = _links(said, known)
    outlines, groups, near = group_articles(
        list(by_id.values()), vectors, copies, links=links, decisions=decisions
    )
    by_id, said = _ruled(by_id, said, copies, rulings)
    members = [[outlines[index] for index in group] for group in groups.stories]
    first_of = dict(zip(groups.threads[::-1], map(story_id, members[::-1]), strict=True))
    material = Material(by_id, said, known, vectors, claim_rulings(rulings))
    parts = [
        tell(own, title_of(own, near), first_of[thread], material)
        for own, thread in zip(members, groups.threads, strict=True)
    ]
    return Ledger(
        stories=tuple(each.story for each in parts),
        claims=tuple(claim for each in parts for claim in each.claims),
        copies=tuple(copies),
        lost_hedges=tuple(hedge for each in parts for hedge in each.lost_hedges),
        outlets=tuple(outlets),
        rulings=tuple(rulings),
    )


class Material(NamedTuple):
    """What stories are told from.

    Attributes:
        by_id: Readings as a person has them, by article.
        said: What each article puts forward.
        known: The vectors of its words.
        rulings: What a person said of claims.
    """

    by_id: Mapping[str, Reading]
    said: Mapping[str, Sequence[Said]]
    known: Mapping[str, Sequence[float]]
    encoder: Encoder
    rulings: ClaimRulings


class Part(NamedTuple):
    """The ledger of one story."""

    story: Story
    claims: list[Claim]
    lost_hedges: list[LostHedge]


def tell(own: Sequence[Outline], title: str | None, thread: str | None, material: Material) -> Part:
    """One story with its claims, and the hedges that its headings lost.

    Args:
        own: Its articles, sorted by `order_of`.
        title: As `title_of` gives it.
        thread: Id of the first story of its near neighbours.
        material: Of its articles at least.
    """
    by_id = material.by_id
    found, lost = _claims_of(own, material)
    story = make_story(own, title, by_id, len(found), thread)
    claims = with_replacements(found, build_histories(story, found, by_id))
    return Part(story, claims, lost)


def _ruled(
    by_id: dict[str, Reading],
    said: dict[str, list[Said]],
    copies: Sequence[Copy],
    rulings: Sequence[Ruling],
) -> tuple[dict[str, Reading], dict[str, list[Said]]]:
    """The readings and what they put forward, as a person has them."""
    if not rulings:
        return by_id, said
    now = dict(zip(by_id, as_ruled(list(by_id.values()), rulings), strict=True))
    corrected = claim_rulings(rulings)
    touched = {
        article: reading
        for article, reading in now.items()
        if reading is not by_id[article] or article in corrected.articles
    }
    return now, {**said, **said_in(touched, copies, now, corrected)}


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


def said_in(
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
    by_id: Mapping[str, Reading],
    rulings: ClaimRulings = NOTHING,
) -> dict[str, list[Said]]:
    """What each article puts forward, by its id.

    Args:
        readings: By article.
        copies: Of those articles at least.
        by_id: Readings of the articles and of the originals of those that are copies.
        rulings: What a person said of claims.
    """
    original = {copy.article: copy.original for copy in copies}
    said: dict[str, list[Said]] = {}
    for article, reading in readings.items():
        first = by_id.get(original.get(article, ""))
        source = first.article if first else None
        named = (source.agency or source.outlet) if source else _agency_of(reading)
        made = [
            replace(
                each,
                chain=_in_own_voice(each.chain, named),
                copied_from=source.id if source else None,
            )
            for each in make_assertions(reading, named)
        ]
        said[article] = [describe(each, reading) for each in as_corrected(made, reading, rulings)]
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


def _claims_of(own: Sequence[Outline], material: Material) -> tuple[list[Claim], list[LostHedge]]:
    """The claims of one story, and the hedges that its headings lost."""
    by_id, known = material.by_id, material.known
    rows = [each for outlined in own for each in material.said[outlined.article]]
    said = sorted(rows, key=lambda each: sort_key(each.assertion))
    entities: dict[str, Entity] = {}
    for article in sorted({each.assertion.article for each in said}):
        entities |= {each.id: each for each in by_id[article].entities}
    pairs = similar_pairs([known[each.assertion.text] for each in said], LEAST_LIKENESS)
    story = story_id(own)
    claims = build_claims(said, pairs, entities, story, by_id, material.encoder, material.rulings)
    return claims, find_lost_hedges(said, pairs, by_id)
