"""What is told of a story -> its row in the lists of the first page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from whence.desk.changes import Changes, Lead, changes_of
from whence.ledger.claim import Status
from whence.ledger.story import Story
from whence.pipeline.ahead import MOST_DAYS
from whence.pipeline.told import Told
from whence.render.phrases import period_words, value_words
from whence.render.visible import one_line
from whence.text.counting import counted

STANDING = (Status.WITHDRAWN, Status.DISPUTED, Status.CONFLICTING, Status.CORROBORATED)

GLANCED = 3
"""Lines told of a story in which nothing changed."""


@dataclass(frozen=True, slots=True)
class Head:
    """What every list says of a story.

    Attributes:
        counts: "2 articles · 41 claims · 4 to 10 March 2025".
        standing: "2 disputed, 9 corroborated"; "" where all claims stand alone.
    """

    title: str
    counts: str
    standing: str


@dataclass(frozen=True, slots=True)
class StoryRow:
    """All that lists may say of a story on one day.

    Attributes:
        glance: What its brief tells first.
        changes: What changed, by the number of its articles that were known before. Since when
            somebody asks does not matter, only what was known of the story by then: most days
            bring nothing to most stories.
    """

    head: Head
    glance: tuple[Lead, ...]
    changes: dict[int, Changes]


def make_row(told: Told) -> StoryRow:
    """The row, with the changes since each of the latest days; of a day gone by since the last."""
    earlier = told.earlier(MOST_DAYS if told.as_of is None else 1)
    since = {len(then.articles): changes_of(told, then) for then in earlier}
    return StoryRow(head_of(told), glance_of(told), {0: changes_of(told, None)} | since)


def row_from(data: bytes) -> StoryRow | None:
    """The row that was kept; None where another version of the program kept it."""
    try:
        return msgspec.msgpack.decode(data, type=StoryRow)
    except msgspec.MsgspecError:
        return None


def head_of(told: Told) -> Head:
    """What every list says of a story."""
    counts = {status: sum(each.status is status for each in told.claims) for status in STANDING}
    return make_head(told.head, counts)


def make_head(story: Story, counts: Mapping[Status, int]) -> Head:
    """The same, from the numbers of its claims."""
    standing = [f"{counts[each]} {value_words(each)}" for each in STANDING if counts.get(each)]
    return Head(
        title=one_line(story.title or "Without a title"),
        counts=f"{counted(len(story.articles), 'article')} · "
        f"{counted(story.claim_count, 'claim')} · "
        f"{period_words(story.first_seen_at, story.last_seen_at)}",
        standing=", ".join(standing),
    )


def glance_of(told: Told) -> tuple[Lead, ...]:
    """What its brief tells first."""
    stories = told.brief.stories
    lines = [line for part in stories for line in part.sections[0].lines if line.claims]
    return tuple(Lead("", each.claims[0], one_line(each.text)) for each in lines[:GLANCED])
