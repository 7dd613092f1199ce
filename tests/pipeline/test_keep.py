"""Readings -> a store and back."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.pipeline.readers import PatternReader, WordVectors
from whence.articles.files import Given
from whence.ledger.article import Block, BlockKind
from whence.ledger.reading import Reading
from whence.pipeline.build import build_ledger
from whence.pipeline.gather import read_paths
from whence.pipeline.keep import (
    Added,
    StoredEncoder,
    add_readings,
    articles_in,
    ledger_in,
    readings_in,
    rebuild,
    state_counts,
    with_copies,
)
from whence.store.articles import State
from whence.store.engine import Store, create_store
from whence.store.meta import is_current

TEXTS = {
    "a": ("The Lamp", "2024-10-20", "Mayor Jane Doe said the bridge would close on Friday."),
    "b": ("Harbour News", "2024-10-21", "Mayor Jane Doe said the bridge would close on Friday."),
    "c": ("The Lamp", "2024-10-22", "Engineer Bo Lind said at least 40 cables had rusted."),
    "d": ("The Owl", "2024-10-22", "Governor Ana Ruiz said up to 60 cables had rusted."),
}


@pytest.fixture
def readings(tmp_path: Path) -> list[Reading]:
    """Four short articles of three outlets."""
    found: list[Reading] = []
    for name, (outlet, date, words) in TEXTS.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Bridge story {name}\n\n{words}\n", encoding="utf-8")
        found += read_paths(
            [str(path)], Given(outlet, date), jobs=1, stdin=lambda: b"", make_reader=PatternReader
        )
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        yield made


def _add(store: Store, readings: Sequence[Reading], learned_at: str = "2024-10-25") -> list[Added]:
    return list(add_readings(store, readings, learned_at=learned_at, reader="pattern-1"))


def test_what_is_kept_is_what_was_read(store: Store, readings: list[Reading]) -> None:
    """All readings come back, by date and id."""
    _add(store, readings)

    assert sorted(readings_in(store), key=lambda each: each.path) == readings
    assert len(articles_in(store)) == 4


def test_the_order_of_adding_does_not_count(tmp_path: Path, readings: list[Reading]) -> None:
    """Articles added in any order, in one run or several, give the same ledger."""
    expected = build_ledger(readings, WordVectors())
    for seed in range(4):
        shuffled = random.Random(seed).sample(readings, len(readings))  # noqa: S311
        with closing(create_store(str(tmp_path / f"{seed}.db"))) as store:
            _add(store, shuffled[:seed])
            rebuild(store, WordVectors(), "1")
            _add(store, shuffled[seed:])
            assert rebuild(store, WordVectors(), "1") == expected
            assert ledger_in(store, WordVectors(), "1") == expected


def test_adding_twice_adds_nothing(store: Store, readings: list[Reading]) -> None:
    """The second time all is known, and the ledger needs no new building."""
    _add(store, readings)
    first = rebuild(store, WordVectors(), "1")

    again = _add(store, readings, learned_at="2020-01-01")

    assert {each.state for each in again} == {State.KNOWN}
    with store.reading() as connection:
        assert is_current(connection, "1")
    assert ledger_in(store, WordVectors(), "1") == first


def test_a_ledger_is_stale_after_a_change(store: Store, readings: list[Reading]) -> None:
    """A run cut short before its ledger was built is made good by the next reader."""
    _add(store, readings[:2])
    rebuild(store, WordVectors(), "1")
    _add(store, readings[2:])
    with store.reading() as connection:
        assert not is_current(connection, "1")

    assert ledger_in(store, WordVectors(), "1") == build_ledger(readings, WordVectors())
    with store.reading() as connection:
        assert is_current(connection, "1")
        assert not is_current(connection, "2")


def test_as_of_shows_what_was_known(store: Store, readings: list[Reading]) -> None:
    """The ledger of a day is that of the articles learned of by then, whatever came later."""
    _add(store, readings[:2], learned_at="2024-10-21T23:00:00Z")
    then = ledger_in(store, WordVectors(), "1")
    _add(store, readings[2:], learned_at="2024-10-22")

    assert ledger_in(store, WordVectors(), "1", as_of="2024-10-21") == then
    assert ledger_in(store, WordVectors(), "1", as_of="2024-10-20").claims == ()
    assert ledger_in(store, WordVectors(), "1", as_of="2024-10-22") == ledger_in(
        store, WordVectors(), "1"
    )


def test_no_text_is_encoded_twice(store: Store, readings: list[Reading]) -> None:
    """What was encoded for one ledger is in the store for the next."""
    _add(store, readings[:3])
    encoder = WordVectors()
    first = rebuild(store, StoredEncoder(store, encoder, ("words", "pairs")), "1")
    asked = len(encoder.asked)
    assert rebuild(store, StoredEncoder(store, encoder, ("words", "pairs")), "1") == first
    assert len(encoder.asked) == asked > 0

    _add(store, readings[3:])
    whole = rebuild(store, StoredEncoder(store, encoder, ("words", "pairs")), "1")
    assert whole == build_ledger(readings, WordVectors())
    assert len(encoder.asked) == len(set(encoder.asked))
    assert len(encoder.compared) == len(set(encoder.compared)) > 0


def test_each_input_has_its_state(store: Store, readings: list[Reading]) -> None:
    """Failures and copies are told apart from what is new."""
    failed = replace(readings[0], article=None)
    long = " ".join(f"word{number}" for number in range(300))
    one, two = (_long(readings[at], long) for at in (0, 1))

    added = _add(store, [failed, one, two, one])
    ledger = rebuild(store, WordVectors(), "1")
    told = with_copies(added, ledger.copies)

    assert [each.state for each in told] == [
        State.FAILED,
        State.ADDED,
        State.DUPLICATE_OF,
        State.KNOWN,
    ]
    assert one.article is not None
    assert told[2].of == one.article.id
    assert list(state_counts(told)) == [
        State.ADDED,
        State.KNOWN,
        State.DUPLICATE_OF,
        State.FAILED,
    ]


def _long(reading: Reading, words: str) -> Reading:
    assert reading.article is not None
    block = Block(BlockKind.PARAGRAPH, 0, len(words))
    article = replace(reading.article, id=reading.article.id[::-1], text=words, blocks=(block,))
    return Reading(reading.path, article)


def test_rows_for_people_say_what_the_readings_say(store: Store, readings: list[Reading]) -> None:
    """Attributions, quantities and assertions can be asked for in SQL."""
    _add(store, readings)
    rebuild(store, WordVectors(), "1")

    with store.reading() as connection:
        sources = connection.scalars(text("SELECT source FROM attributions ORDER BY source"))
        assert sources.all() == [
            "Engineer Bo Lind",
            "Governor Ana Ruiz",
            "Mayor Jane Doe",
            "Mayor Jane Doe",
        ]
        bounds = connection.execute(text("SELECT low, high FROM quantities WHERE unit = 'cables'"))
        assert set(bounds.all()) == {(40.0, None), (None, 60.0)}
        orphans = text("SELECT count(*) FROM assertions WHERE claim NOT IN (SELECT id FROM claims)")
        assert connection.scalar(orphans) == 0
        assert connection.scalar(text("SELECT count(*) FROM assertions"))
