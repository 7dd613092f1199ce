"""Articles of one story -> its record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from whence.ledger.identity import make_id
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.stories.outline import Outline


def make_story(
    members: Sequence[Outline],
    title: str | None,
    readings: Mapping[str, Reading],
    claim_count: int,
    thread: str | None = None,
) -> Story:
    """The record of some articles, sorted by `order_of`."""
    mentions: Counter[str] = Counter()
    for each in members:
        for entity in readings[each.article].entities:
            mentions[entity.id] += len(entity.mentions)
    days = [each.day for each in members if each.day]
    ranked = sorted(mentions.items(), key=lambda item: (-item[1], item[0]))
    return Story(
        id=story_id(members),
        title=title,
        articles=tuple(each.article for each in members),
        first_seen_at=min(days, default=None),
        last_seen_at=max(days, default=None),
        entities=tuple(entity for entity, _ in ranked),
        claim_count=claim_count,
        thread=thread,
    )


def story_id(members: Sequence[Outline]) -> str:
    """Of some articles, sorted by `order_of`: a hash of the first."""
    return make_id("story", members[0].article)


def title_of(members: Sequence[Outline], likeness: Mapping[tuple[str, str], float]) -> str | None:
    """The title nearest to all the others; the alphabet decides between equals.

    Args:
        members: Articles of a story.
        likeness: Of two articles' ids, the smaller first.
    """
    titled = [each for each in members if each.title]

    def nearness(each: Outline) -> tuple[float, str]:
        total = sum(
            likeness.get((min(each.article, other.article), max(each.article, other.article)), 0.0)
            for other in members
            if other.article != each.article
        )
        return -total, each.title or ""

    best = min(titled, key=nearness, default=None)
    return " ".join(best.title.split()) if best and best.title else None
