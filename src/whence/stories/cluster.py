"""Articles -> stories: those about one chain of events together.

Articles are taken by date, then id, so the order of the input does not count. Each joins
the story whose articles it resembles most: the vectors of titles and opening sentences
propose, shared actors decide. A story sleeps after `LIFE_DAYS` without an article.

Source: single-pass clustering, Allan (2002), Topic Detection and Tracking.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whence.ledger.entity import Entity, EntityKind
from whence.ledger.identity import make_id
from whence.ledger.reading import Reading
from whence.ledger.story import Copy, Story

ALIKE = 0.55  # mean likeness to the nearest articles of a story
ALIKE_WITH_ACTORS = 0.30  # where at least `SHARED_ACTORS` names are shared
SHARED_ACTORS = 5
NEAREST = 2  # articles of a story that are compared
LIFE_DAYS = 30
LEAST_LIKENESS = 0.2  # pairs below it need not be given
# ours, chosen on the seeds, the examples and galaxy medium, 2026-11

_OPENING = 700  # characters of the body that stand for it


@dataclass(frozen=True, slots=True)
class Outline:
    """What is compared of an article.

    Attributes:
        day: Its date; None where unknown.
        words: Title and opening.
        actors: Countries and ids of all that it names.
    """

    article: str
    day: str | None
    title: str | None
    words: str
    actors: frozenset[str]


def outline(reading: Reading) -> Outline:
    """What is compared of an article that was read."""
    article = reading.article
    if article is None:
        raise ValueError("an input that was not read has no outline")
    opening = " ".join(sentence.words(article.text) for sentence in reading.sentences[:6])[
        :_OPENING
    ]
    told = [each for each in reading.entities if each.kind is not EntityKind.DOCUMENT]
    named = frozenset(each.id for each in told if not _is_state(each))
    actors = named | {each.country or each.id for each in told}
    day = article.published_at[:10] if article.published_at else None
    words = (
        f"{article.title or ''}. {opening}"
        if opening
        else (article.title or article.text[:_OPENING])
    )
    return Outline(article.id, day, article.title, words, actors)


def order_of(outlined: Outline) -> tuple[str, str]:
    """By day, then id; those without a day last."""
    return outlined.day or "9999-99-99", outlined.article


def cluster(
    outlines: Sequence[Outline],
    likeness: Mapping[tuple[int, int], float],
    copies: Sequence[Copy],
) -> list[list[int]]:
    """Put articles together.

    Args:
        outlines: Sorted by `order_of`.
        likeness: Of two indices, the smaller first; absent where below `LEAST_LIKENESS`.
        copies: An article that is another's text is in its story.

    Returns:
        Groups of indices, each ascending, ordered by their first.
    """
    original = {copy.article: copy.original for copy in copies}
    stories: list[list[int]] = []
    home: dict[str, int] = {}
    for index, outlined in enumerate(outlines):
        best, place = 0.0, None
        for number, members in enumerate(stories):
            value = _resemblance(index, members, outlines, likeness)
            if value > best:
                best, place = value, number
        known = home.get(original.get(outlined.article, ""))
        place = known if known is not None else place
        if place is None:
            place = len(stories)
            stories.append([])
        stories[place].append(index)
        home[outlined.article] = place
    return stories


def join_linked(
    groups: Sequence[Sequence[int]], links: Iterable[tuple[int, int]]
) -> list[list[int]]:
    """Put stories together whose articles carry one claim.

    Args:
        groups: As `cluster` gives them.
        links: Pairs of articles with the same number in nearly the same words.
    """
    owner = {index: number for number, members in enumerate(groups) for index in members}
    joined = {number: list(members) for number, members in enumerate(groups)}
    for one, other in links:
        left, right = sorted((owner[one], owner[other]))
        if left != right:
            joined[left] = sorted(joined[left] + joined.pop(right))
            owner |= dict.fromkeys(joined[left], left)
    return sorted(joined.values())


def make_story(
    members: Sequence[Outline], title: str | None, readings: Mapping[str, Reading], claim_count: int
) -> Story:
    """The record of some articles, sorted by `order_of`."""
    mentions: Counter[str] = Counter()
    for each in members:
        for entity in readings[each.article].entities:
            mentions[entity.id] += len(entity.mentions)
    days = [each.day for each in members if each.day]
    ranked = sorted(mentions.items(), key=lambda item: (-item[1], item[0]))
    return Story(
        id=make_id("story", members[0].article),
        title=title,
        articles=tuple(each.article for each in members),
        first_seen_at=min(days, default=None),
        last_seen_at=max(days, default=None),
        entities=tuple(entity for entity, _ in ranked),
        claim_count=claim_count,
    )


def title_of(members: Sequence[Outline], likeness: Mapping[tuple[str, str], float]) -> str | None:
    """The title nearest to all the others; the longest day's words decide between equals."""
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


def _resemblance(
    index: int,
    members: Sequence[int],
    outlines: Sequence[Outline],
    likeness: Mapping[tuple[int, int], float],
) -> float:
    """Mean likeness to the nearest members; 0 where too little, or too long ago."""
    days = [day for each in members if (day := outlines[each].day)]
    newest = max(days, default=None)
    if not _is_alive(newest, outlines[index].day):
        return 0.0
    values = sorted((likeness.get((each, index), 0.0) for each in members), reverse=True)[:NEAREST]
    mean = sum(values) / len(values)
    shared = max(len(outlines[each].actors & outlines[index].actors) for each in members)
    least = ALIKE_WITH_ACTORS if shared >= SHARED_ACTORS else ALIKE
    return mean if mean >= least and shared else 0.0


def _is_state(entity: Entity) -> bool:
    return entity.kind is EntityKind.PLACE and entity.sector is not None


def _is_alive(newest: str | None, day: str | None) -> bool:
    if newest is None or day is None:
        return True
    return abs((date.fromisoformat(day) - date.fromisoformat(newest)).days) <= LIFE_DAYS
