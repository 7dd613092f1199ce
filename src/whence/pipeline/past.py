"""The ledger of one story as it is now, and what was known by a day -> its ledger on that day.

What is the same claim, number and story is judged as it is now; time only takes away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from whence.claims.known import known_claims
from whence.ledger.entity import Entity
from whence.ledger.figure import Figure, History
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.pipeline.build import Ledger


def known_ledger(whole: Ledger, readings: Sequence[Reading]) -> Ledger:
    """The ledger without what was learned later.

    Args:
        whole: Of one story.
        readings: Of the articles that were known, in the order of the story.
    """
    own = {each.article.id for each in readings if each.article}
    entities: dict[str, Entity] = {}
    for reading in readings:
        entities |= {each.id: each for each in reading.entities}
    claims = known_claims(whole.claims, own, entities)
    return whole._replace(
        stories=tuple(_known_story(each, readings, len(claims)) for each in whole.stories),
        claims=tuple(claims),
        copies=tuple(each for each in whole.copies if {each.article, each.original} <= own),
        lost_hedges=tuple(each for each in whole.lost_hedges if each.article in own),
    )


def known_histories(histories: Iterable[History], articles: Collection[str]) -> tuple[History, ...]:
    """Those of now without the figures that were given later; what these replaced stands."""
    found = []
    for history in histories:
        own = [each for each in history.figures if each.article in articles]
        ids = {each.id for each in own}
        figures = tuple(each if each.superseded_by in ids else _standing(each) for each in own)
        if figures:
            found.append(replace(history, figures=figures))
    return tuple(found)


def _known_story(whole: Story, readings: Sequence[Reading], claim_count: int) -> Story:
    """A story without what was learned later; its title is one that was printed by then."""
    articles = [each.article for each in readings if each.article]
    titles = [" ".join(each.title.split()) for each in articles if each.title]
    days = sorted(each.published_at for each in articles if each.published_at)
    named = {entity.id for each in readings for entity in each.entities}
    return replace(
        whole,
        title=whole.title if whole.title in titles else next(iter(titles), None),
        articles=tuple(each.id for each in articles),
        first_seen_at=days[0] if days else None,
        last_seen_at=days[-1] if days else None,
        entities=tuple(each for each in whole.entities if each in named),
        claim_count=claim_count,
    )


def _standing(figure: Figure) -> Figure:
    """A figure that nothing has replaced yet."""
    return replace(figure, superseded_by=None, why=None, is_corrected=False)
