"""A store read again by another reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.pipeline.articles import article
from tests.pipeline.readers import FragileReader, PatternReader, WordVectors
from tests.strategies.analyses import analyse, forms
from whence.ledger.marking import Analysis
from whence.ledger.outlet import Outlet
from whence.pipeline.keep import add_readings, articles_in, keep_word, ledger_in, readings_in
from whence.pipeline.know import set_outlets
from whence.pipeline.read import read_article
from whence.pipeline.reread import Reread, reread, unread_by
from whence.pipeline.rule import split
from whence.store.engine import Store, create_store

TEXTS = {
    "lamp": "Bridge story\n\nJane Doe said the bridge would close on Friday.\n",
    "owl": "Bridge story\n\nThe bridge would close on Friday. Nobody knows.\n",
    "fox": "Bridge story\n\nBo Lind said the bridge would close on Friday. Cars wait.\n",
}


_NOTHING = re.compile(r"(?P<source>\d)(?P<cue>\d)(?P<content>(?!))")


class SilentReader(PatternReader):
    """Finds nothing."""

    @property
    def name(self) -> str:
        """Its name."""
        return "silent-1"

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """No marking at all."""
        return analyse(text, paragraphs, forms(_NOTHING), 1.0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Three articles, read by the pattern, learned of in October."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        readings = [
            read_article(article(words, f"The {name}", path=f"{name}.txt"), PatternReader())
            for name, words in TEXTS.items()
        ]
        assert list(add_readings(made, readings, learned_at="2024-10-21", reader="pattern-1"))
        yield made


def _reread(store: Store, reader: str = "silent-1", limit: int | None = None) -> list[Reread]:
    wanted = unread_by(store, reader)
    with closing(reread(store, wanted, reader=reader, jobs=1, make_reader=SilentReader)) as results:
        return [each for _, each in zip(range(limit or len(wanted)), results, strict=False)]


def _query(store: Store, words: str) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(text(words))]


def test_new_readings_take_the_place_of_the_old_ones(store: Store) -> None:
    """Articles, ids and days stay; what the new reader finds no more is gone from the rows."""
    before = _query(store, "SELECT id, learned_at, text FROM articles ORDER BY id")
    assert len(_query(store, "SELECT id FROM attributions")) == 2

    found = _reread(store)

    assert sorted(each.is_changed for each in found) == [False, True, True]
    assert _query(store, "SELECT id, learned_at, text FROM articles ORDER BY id") == before
    assert _query(store, "SELECT id FROM attributions") == []
    assert all(not each.attributions for each in readings_in(store))
    assert _query(store, "SELECT DISTINCT reader, earlier FROM readings") == [
        ("silent-1", "pattern-1")
    ]
    assert not any(each.attribution for claim in ledger_in(store, WordVectors(), "1").claims
                   for each in claim.assertions)  # fmt: skip


def test_a_run_cut_short_goes_on_where_it_stopped(store: Store) -> None:
    """What the present reader has read is passed over."""
    assert len(_reread(store, limit=1)) == 1
    assert len(unread_by(store, "silent-1")) == 2
    assert len(_reread(store)) == 2
    assert unread_by(store, "silent-1") == []
    assert _reread(store) == []


def test_what_a_person_said_holds_after_it(store: Store) -> None:
    """Rulings and outlets outlive the reader."""
    ledger = ledger_in(store, WordVectors(), "1")
    (story,) = ledger.stories
    keep_word(store, split(ledger, story.id, [story.articles[0]], "2026-11-22T10:00:00Z"))
    set_outlets(store, [Outlet("The Lantern", ("The lamp",))], "2026-11-22T10:00:00Z")

    _reread(store)

    after = ledger_in(store, WordVectors(), "1")
    assert sorted(len(each.articles) for each in after.stories) == [1, 2]
    outlets = {each.outlet for claim in after.claims for each in claim.assertions}
    assert "The lamp" not in outlets
    assert [each.name for each in after.outlets] == ["The Lantern"]


def test_an_article_that_cannot_be_read_keeps_its_old_reading(store: Store) -> None:
    """Its fault is told, and it is tried again the next time."""
    words = "Bridge story\n\nJane Doe said BREAK the bridge.\n"
    broken = read_article(article(words, "The Hare", path="hare.txt"), PatternReader())
    assert broken.article
    assert list(add_readings(store, [broken], learned_at="2024-10-21", reader="pattern-1"))

    found = list(
        reread(
            store,
            unread_by(store, "fragile"),
            reader="fragile",
            jobs=1,
            make_reader=FragileReader,
        )
    )

    (failed,) = [each for each in found if each.messages]
    assert failed.article == broken.article.id
    assert "hare.txt: reading it failed" in failed.messages[0]
    assert unread_by(store, "fragile") == [broken.article.id]
    assert broken in readings_in(store)
    assert len(articles_in(store)) == 4


def test_the_same_reading_makes_no_ledger_stale(store: Store) -> None:
    """Where nothing changes, the claims need not be made anew."""
    ledger_in(store, WordVectors(), "1")
    before = _query(store, "SELECT value FROM meta ORDER BY name")

    with closing(
        reread(
            store,
            unread_by(store, "pattern-2"),
            reader="pattern-2",
            jobs=1,
            make_reader=PatternReader,
        )
    ) as results:
        assert [each.is_changed for each in results] == [False] * 3

    assert _query(store, "SELECT value FROM meta ORDER BY name") == before
