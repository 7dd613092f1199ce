"""A decision of claims or actors -> the store with it, only the stories that it touches made anew.

Making one story anew gives what making all of them gives: which articles are together does not
hang on what is decided of claims and actors.
"""

from __future__ import annotations

from collections.abc import Sequence

from whence.claims.port import Encoder
from whence.claims.rulings import claim_rulings
from whence.ledger.ruling import Ruling
from whence.ledger.story import Story
from whence.pipeline.build import Material, Part, said_in, tell
from whence.pipeline.outlets import named_alike
from whence.pipeline.ruled import as_ruled
from whence.store.anew import Around, around, replace_story
from whence.store.digests import story_marks
from whence.store.engine import Store
from whence.store.meta import (
    count_change,
    count_shown,
    is_current,
    learned_count,
    say_current,
)
from whence.store.outlets import load_outlets
from whence.store.readings import load_reading
from whence.store.rulings import keep_ruling, load_rulings
from whence.stories.outline import order_of, outline

MOST_STORIES = 12
"""Stories that are made anew at once; of more, all are, by whoever opens the store next."""


def decide(
    store: Store, encoder: Encoder, version: str, ruling: Ruling, stories: Sequence[str]
) -> int:
    """Keep what a person decided of claims or actors, and let it take effect; its number.

    Args:
        store: Open.
        encoder: As `ledger_in` takes it.
        version: Of the program.
        ruling: Not of stories; `pipeline.keep.keep_word` keeps those.
        stories: Ids of all that it touches.
    """
    with store.writing() as connection:
        was_current = is_current(connection, version)
        number = keep_ruling(connection, ruling)
        count_change(connection)
    if was_current and len(stories) <= MOST_STORIES:
        rebuild_stories(store, encoder, version, stories, is_all=True)
    return number


def rebuild_stories(
    store: Store, encoder: Encoder, version: str, stories: Sequence[str], *, is_all: bool = False
) -> None:
    """Make the claims of some stories anew, in one transaction.

    Where another program changes the store meanwhile, nothing is written.

    Args:
        store: Open.
        encoder: As `ledger_in` takes it.
        version: Of the program.
        stories: Ids; those that are not there are passed over.
        is_all: Whether these are all the stories that are stale.
    """
    with store.reading() as connection:
        count = learned_count(connection)
        found = [around(connection, each) for each in stories]
    parts = [_told(store, encoder, each, each.story) for each in found if each.story]
    with store.writing() as connection:
        if learned_count(connection) != count:
            return
        outlets = load_outlets(connection)
        for part in parts:
            mark = story_marks([part.story], part.claims, outlets, version)[part.story.id]
            replace_story(connection, part.story, part.claims, part.lost_hedges, mark)
        if is_all:
            say_current(connection, count, version)
        else:
            count_shown(connection)


def _told(store: Store, encoder: Encoder, near: Around, story: Story) -> Part:
    """The ledger of one story, as the readings and the decisions of now have it."""
    wanted = dict.fromkeys((*story.articles, *(copy.original for copy in near.copies)))
    with store.reading() as connection:
        found = [load_reading(connection, article) for article in wanted]
        rulings = load_rulings(connection)
        outlets = load_outlets(connection)
    alike = named_alike([each for each in found if each], outlets, near.outlets)
    ruled = claim_rulings(rulings)
    by_id = {each.article.id: each for each in as_ruled(alike, rulings) if each.article}
    own = {article: by_id[article] for article in story.articles}
    said = said_in(own, near.copies, by_id, ruled)
    texts = sorted({each.assertion.text for rows in said.values() for each in rows})
    known = dict(zip(texts, encoder.vectors(texts), strict=True))
    outlines = sorted(map(outline, own.values()), key=order_of)
    return tell(outlines, story.title, story.thread, Material(by_id, said, known, encoder, ruled))
