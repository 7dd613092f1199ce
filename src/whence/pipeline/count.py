"""Readings and their ledger -> the histories of the numbers of a story."""

from __future__ import annotations

from collections.abc import Sequence

from whence.claims.histories import build_histories
from whence.ledger.figure import History
from whence.ledger.reading import Reading
from whence.ledger.story import Story
from whence.pipeline.build import Ledger


def histories_of(story: Story, ledger: Ledger, readings: Sequence[Reading]) -> list[History]:
    """The histories of one story, those in most articles first.

    Args:
        story: Of the ledger.
        ledger: Built from the same readings.
        readings: Of the story's articles at least.
    """
    by_id = {each.article.id: each for each in readings if each.article}
    claims = [claim for claim in ledger.claims if claim.story == story.id]
    return build_histories(story, claims, by_id)
