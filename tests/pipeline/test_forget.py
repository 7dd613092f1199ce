"""What is forgotten is gone: from the ledger, from every day, from the bytes of the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.pipeline.articles import article
from tests.pipeline.readers import PatternReader, WordVectors
from whence.ledger.hit import Kind
from whence.ledger.reading import Reading
from whence.pipeline.forget import Forgotten, forget
from whence.pipeline.keep import (
    StoredEncoder,
    add_readings,
    articles_in,
    forgotten_in,
    ledger_in,
    readings_in,
)
from whence.pipeline.read import read_article
from whence.store.articles import State
from whence.store.engine import Store, create_store
from whence.store.search import Asked, find
from whence.store.tombstones import Tombstone, load_tombstones
from whence.text.queries import read_query

ALONE = "Zacharias Quillfeather said 4711 xylophones had rusted."
SHARED = "Jane Doe said the bridge would close."
TEXTS = {
    "kept": f"Bridge story\n\n{SHARED} Bo Lind said 40 cables had rusted.\n",
    "gone": f"Xylophone story\n\n{SHARED} {ALONE}\n",
}
AT = "2026-11-22T10:00:00Z"


@pytest.fixture
def readings() -> dict[str, Reading]:
    """Two articles with one sentence in common."""
    return {
        name: read_article(article(words, f"The {name} Post", path=f"{name}.txt"), PatternReader())
        for name, words in TEXTS.items()
    }


@pytest.fixture
def location(tmp_path: Path) -> str:
    """Where the store is."""
    return str(tmp_path / "whence.db")


@pytest.fixture
def store(location: str, readings: dict[str, Reading]) -> Iterator[Store]:
    """A store of both, with its ledger and vectors made."""
    with closing(create_store(location)) as made:
        _add(made, readings)
        ledger_in(made, _vectors(made), "1")
        yield made


def _vectors(store: Store) -> StoredEncoder:
    return StoredEncoder(store, WordVectors(), ("words", "pairs"))


def _add(
    store: Store, readings: dict[str, Reading], *, even_if_forgotten: bool = False
) -> list[State]:
    added = add_readings(
        store,
        readings.values(),
        learned_at="2024-10-21",
        reader="r",
        even_if_forgotten=even_if_forgotten,
    )
    return [each.state for each in added]


def _id(readings: dict[str, Reading], name: str) -> str:
    found = readings[name].article
    assert found
    return found.id


def _forget(store: Store, readings: dict[str, Reading], name: str = "gone") -> Forgotten:
    tombstone = Tombstone(_id(readings, name), "asked for", AT)
    return forget(store, tombstone, _vectors(store), "1")


def _bytes(location: str) -> bytes:
    files = [Path(f"{location}{end}") for end in ("", "-wal", "-shm", "-journal")]
    return b"".join(file.read_bytes() for file in files if file.exists())


def _rows(store: Store, table: str) -> int:
    with store.reading() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608 - our tables


def test_no_byte_of_it_stays(location: str, store: Store, readings: dict[str, Reading]) -> None:
    """Neither the file nor its log holds a word that only this article had, even while open."""
    assert b"Quillfeather" in _bytes(location)

    found = _forget(store, readings)

    assert found == Forgotten(copies=(), is_scrubbed=True)
    for words in (b"Quillfeather", b"xylophone", b"Xylophone"):
        assert words not in _bytes(location)
    assert b"cables" in _bytes(location)


def test_no_word_of_it_stays_in_the_index(
    location: str, store: Store, readings: dict[str, Reading]
) -> None:
    """The search finds it no more, and no end of a word that only it had is in the file."""
    query = read_query("Quillfeather OR xylophones OR 4711")
    before = _bytes(location)
    _forget(store, readings)

    with store.reading() as connection:
        for kind in Kind:
            assert find(connection, query, Asked(kind)).hits == ()
    for end in (b"illfeather", b"ylophone"):
        assert end in before
        assert end not in _bytes(location)


def test_what_stood_on_it_alone_goes(store: Store, readings: dict[str, Reading]) -> None:
    """The ledger is that of the other articles, now and at every day before."""
    before = ledger_in(store, _vectors(store), "1")
    assert any("xylophones" in each.text for each in before.claims)
    _forget(store, readings)

    for as_of in (None, "2024-10-21", "2026-11-21"):
        ledger = ledger_in(store, _vectors(store), "1", as_of)
        assert {each.article for claim in ledger.claims for each in claim.assertions} == {
            _id(readings, "kept")
        }
        assert readings_in(store, as_of) == [readings["kept"]]
    tables = ("articles", "readings", "story_articles")
    assert [_rows(store, table) for table in tables] == [1, 1, 1]
    assert _rows(store, "attributions") == len(readings["kept"].attributions)


def test_vectors_of_shared_words_stay(location: str, readings: dict[str, Reading]) -> None:
    """What is left are exactly the vectors of a store that never had the article."""
    with closing(create_store(f"{location}-2")) as other:
        _add(other, {"kept": readings["kept"]})
        ledger_in(other, _vectors(other), "1")
        expected = _hashes(other)
    with closing(create_store(location)) as store:
        _add(store, readings)
        ledger_in(store, _vectors(store), "1")
        assert _hashes(store) > expected
        _forget(store, readings)
        assert _hashes(store) == expected


def _hashes(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.scalars(text("SELECT text_hash FROM vectors")))


def test_it_comes_back_only_when_asked_for(store: Store, readings: dict[str, Reading]) -> None:
    """Adding it again says when and why it was forgotten."""
    _forget(store, readings)
    assert forgotten_in(store) == {_id(readings, "gone")}

    (again,) = add_readings(store, [readings["gone"]], learned_at="2026-11-23", reader="r")
    assert (again.state, again.article) == (State.FAILED, _id(readings, "gone"))
    assert "forgotten on 2026-11-22 (asked for)" in again.messages[0]
    assert len(articles_in(store)) == 1

    assert _add(store, readings, even_if_forgotten=True) == [State.KNOWN, State.ADDED]
    with store.reading() as connection:
        assert load_tombstones(connection) == {}
    assert _add(store, readings) == [State.KNOWN, State.KNOWN]


def test_copies_that_stay_are_told(store: Store) -> None:
    """Who takes down a text learns where else it is."""
    words = "Copied story\n\n" + " ".join(f"Word{number}" for number in range(300))
    same = {
        name: read_article(article(words, name, path=f"{name}.txt"), PatternReader())
        for name in ("one", "two", "three")
    }
    _add(store, same)
    ledger_in(store, _vectors(store), "1")

    found = _forget(store, same, "two")

    assert set(found.copies) == {_id(same, "one"), _id(same, "three")}


def test_a_run_cut_short_is_finished_by_the_next(
    location: str, store: Store, readings: dict[str, Reading]
) -> None:
    """While another program reads, the bytes stay and it says so; then the same call ends it."""
    with closing(create_store(location)) as other, other.reading() as reader:
        assert reader.scalar(text("SELECT count(*) FROM articles")) == 2
        assert not _forget(store, readings).is_scrubbed

    assert _forget(store, readings).is_scrubbed
    assert b"Quillfeather" not in _bytes(location)
