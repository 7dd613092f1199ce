"""An actor, the readings and the claims of a story -> what it says by matter, and others of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from whence.ledger.attribution import Attribution
from whence.ledger.claim import Claim
from whence.ledger.position import Position
from whence.ledger.reading import Reading
from whence.ledger.span import Span, words_of


@dataclass(frozen=True, slots=True)
class Matter:
    """Positions on one thing.

    Attributes:
        about: The text of the claim that most of them are on, the first said of those.
        positions: By the day they were said.
    """

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """What another says that names an actor.

    Attributes:
        who: Name of the other, or the article's words for it.
        entity: Id of the other; None where it is not resolved.
        words: The content.
        claim: Id of a claim that it is part of; None where it is part of none.
        printed_at: When its article was published.
    """

    who: str
    entity: str | None
    stance: str
    words: str
    article: str
    span: Span
    outlet: str | None
    printed_at: str | None
    claim: str | None


def matters_of(positions: Sequence[Position], claims: Iterable[Claim]) -> list[Matter]:
    """Positions grouped by what they are about: one claim, or claims that bear on each other.

    Args:
        positions: Of one actor, by day.
        claims: Of the story; their conflicts and relations say which bear on each other.

    Returns:
        Those with most positions first, of equals the one that was spoken of first.
    """
    own = {each.claim for each in positions}
    joined = _joined(own, claims)
    groups: dict[str, list[Position]] = defaultdict(list)
    for each in positions:
        groups[joined[each.claim]].append(each)
    found = [Matter(_about(group), tuple(group)) for group in groups.values()]
    return sorted(found, key=lambda each: -len(each.positions))


def _about(group: Sequence[Position]) -> str:
    counts: dict[str, int] = defaultdict(int)
    for each in group:
        counts[each.text] += 1
    return max(counts, key=lambda text: counts[text])


def _joined(own: Collection[str], claims: Iterable[Claim]) -> Mapping[str, str]:
    """For each of an actor's claims the one that stands for all that bear on it."""
    stands = {each: each for each in sorted(own)}

    def first(claim: str) -> str:
        while stands[claim] != claim:
            claim = stands[claim]
        return claim

    for claim in claims:
        bears_on = {each.claim for each in claim.conflicts} | {
            each.claim for each in claim.relations
        }
        for other in bears_on if claim.id in stands else ():
            if other in stands:
                ends = sorted((first(claim.id), first(other)))
                stands[ends[1]] = ends[0]
    return {each: first(each) for each in stands}


def entities_of(actor: str, attributions: Collection[str], claims: Iterable[Claim]) -> set[str]:
    """The ids of the entities that an actor is in the articles.

    Args:
        actor: Its own id.
        attributions: Ids of those that give it words.
        claims: Of the story.
    """
    found = {actor}
    for claim in claims:
        for each in claim.assertions:
            entity = each.chain[-1].entity if each.chain else None
            if entity is not None and each.attribution in attributions:
                found.add(entity)
    return found


def mentions_of(
    entities: Collection[str], readings: Iterable[Reading], claims: Iterable[Claim]
) -> list[Mention]:
    """What others say that names an actor, the latest first.

    Args:
        entities: Ids of what the actor is in the articles.
        readings: Of articles that may name it.
        claims: Of the story.
    """
    claim_of = {
        each.attribution: claim.id
        for claim in claims
        for each in claim.assertions
        if each.attribution
    }
    found = [each for reading in readings for each in _in_one(reading, entities, claim_of)]
    return sorted(found, key=lambda each: (each.printed_at or "", each.article), reverse=True)


def _in_one(
    reading: Reading, entities: Collection[str], claim_of: Mapping[str, str]
) -> Iterator[Mention]:
    article = reading.article
    named = [span for each in reading.entities if each.id in entities for span in each.mentions]
    if article is None or not named:
        return
    names = {each.id: each.name for each in reading.entities}
    outer = {each.within for each in reading.attributions if _holds(each, named)}
    for each in reading.attributions:
        # of attributions within each other the innermost says it
        if each.id in outer or not _is_another(each, entities, named) or not _holds(each, named):
            continue
        yield Mention(
            who=names.get(each.entity or "") or words_of(each.source, article.text),
            entity=each.entity,
            stance=each.stance.value,
            words=words_of(each.content, article.text),
            article=article.id,
            span=each.content[0],
            outlet=article.outlet,
            printed_at=article.published_at,
            claim=claim_of.get(each.id),
        )


def _is_another(attribution: Attribution, entities: Collection[str], named: Sequence[Span]) -> bool:
    """Whether its source is told, and is neither the actor nor somebody of its house.

    "An aide to the mayor" speaks for the mayor; "he", where unresolved, may be anybody.
    """
    source = attribution.source
    is_told = attribution.entity is not None or (bool(source) and attribution.is_named)
    is_own = attribution.entity in entities
    return is_told and not is_own and not any(a.overlaps(b) for a in source for b in named)


def _holds(attribution: Attribution, named: Iterable[Span]) -> bool:
    """Whether its content names somebody."""
    return any(piece.covers(span) for piece in attribution.content for span in named)
