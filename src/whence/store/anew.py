"""The ledger of some stories -> their rows, in the place of those that are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select, update

from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.story import Copy, Story
from whence.store.claims import keep_claims
from whence.store.drift import keep_lost_hedges, load_lost_hedges
from whence.store.stories import load_stories
from whence.store.tables import (
    ARTICLES,
    CLAIMS,
    COPIES,
    LOST_HEDGES,
    STORIES,
    STORY_ARTICLES,
    STORY_ENTITIES,
)


class Around(NamedTuple):
    """What one story's ledger is made from, beside its readings.

    Attributes:
        story: As it is kept; None where the store does not have it.
        copies: Of its articles.
        outlets: The outlets of all articles of the store.
    """

    story: Story | None
    copies: list[Copy]
    outlets: list[str]


def around(connection: Connection, story: str) -> Around:
    """A story with what other articles have to do with it."""
    found = load_stories(connection, [story])
    articles = found[0].articles if found else ()
    copies = connection.execute(
        select(COPIES).where(COPIES.c.article.in_(articles)).order_by(COPIES.c.article)
    )
    printed = select(ARTICLES.c.outlet).where(ARTICLES.c.outlet.is_not(None)).distinct()
    return Around(
        story=found[0] if found else None,
        copies=[Copy(row.article, row.original, row.kind) for row in copies],
        outlets=sorted(connection.scalars(printed)),
    )


def replace_story(
    connection: Connection,
    story: Story,
    claims: Sequence[Claim],
    hedges: Sequence[LostHedge],
    mark: str,
) -> None:
    """Put what was made anew of one story in the place of what is there of it.

    The story keeps its place and its articles; the rows of its old claims go with them.

    Args:
        connection: Of a transaction that writes.
        story: As it is now.
        claims: All of it.
        hedges: Of its articles.
        mark: See `store.digests`.
    """
    connection.execute(delete(CLAIMS).where(CLAIMS.c.story == story.id))
    keep_claims(connection, claims)
    of_story = STORIES.c.id == story.id
    connection.execute(
        update(STORIES).where(of_story).values(claim_count=story.claim_count, mark=mark)
    )
    connection.execute(delete(STORY_ENTITIES).where(STORY_ENTITIES.c.story == story.id))
    rows = [
        {"story": story.id, "position": at, "entity": each}
        for at, each in enumerate(story.entities)
    ]
    if rows:
        connection.execute(STORY_ENTITIES.insert(), rows)
    _replace_hedges(connection, story, hedges)


def _replace_hedges(connection: Connection, story: Story, hedges: Sequence[LostHedge]) -> None:
    """They are few and stand in the order of the stories: all are written where some change."""
    every = load_lost_hedges(connection)
    own = set(story.articles)
    if [each for each in every if each.article in own] == list(hedges):
        return
    places = dict(
        connection.execute(
            select(STORY_ARTICLES.c.article, STORIES.c.position).join(
                STORIES, STORIES.c.id == STORY_ARTICLES.c.story
            )
        )
        .tuples()
        .all()
    )
    kept = [each for each in every if each.article not in own]
    connection.execute(delete(LOST_HEDGES))
    keep_lost_hedges(
        connection, sorted([*kept, *hedges], key=lambda each: places.get(each.article, 0))
    )
