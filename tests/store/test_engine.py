"""Opening, making and refusing stores."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from whence.errors import StoreError
from whence.ledger.outlet import Outlet
from whence.store.engine import Store, create_store, insert_new, open_store, store_exists
from whence.store.migrations.configuration import configuration
from whence.store.outlets import load_outlets
from whence.store.rulings import load_rulings
from whence.store.tables import ARTICLES, META, REVISION, metadata
from whence.store.words import INDEXES
from whence.stories.rulings import decisions_of


@pytest.fixture
def location(tmp_path: Path) -> str:
    """Where a store can be."""
    return str(tmp_path / "whence.db")


def differences(connection: Connection) -> list[object]:
    """What the database has otherwise than described; the insides of the word indexes aside."""

    def is_ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not str(name).startswith(INDEXES)

    context = MigrationContext.configure(connection, opts={"include_name": is_ours})
    return list(compare_metadata(context, metadata))


def test_the_migrations_lead_to_the_tables(location: str) -> None:
    """A store made from an empty file by the migrations has exactly the tables described."""
    with closing(create_store(location)) as store, store.reading() as connection:
        assert differences(connection) == []


def test_a_store_of_the_first_shape_is_brought_to_this_one(location: str) -> None:
    """An older store keeps its rows and gets the columns that came later, empty."""
    with closing(create_engine(f"sqlite:///{location}").connect()) as connection:
        with connection.begin():
            config = configuration()
            config.attributes["connection"] = connection
            command.upgrade(config, "0001")
            connection.execute(text("INSERT INTO articles (id, authors, learned_at, text) "
                                    "VALUES ('a', '', '2024-10-21', 'one')"))  # fmt: skip
            connection.execute(text("INSERT INTO entities (article, id, name, kind, mention_count) "
                                    "VALUES ('a', 'e', 'Kursk', 'place', 1)"))  # fmt: skip
        with pytest.raises(StoreError, match="older"):
            open_store(location)
    with closing(create_store(location)) as store, store.reading() as connection:
        assert differences(connection) == []
        row = connection.execute(text("SELECT name, latitude, longitude FROM entities")).one()
        assert tuple(row) == ("Kursk", None, None)


def test_decisions_of_the_third_shape_become_rulings(location: str) -> None:
    """What was said of two articles, and of outlets, is there after the step to this shape."""
    engine = create_engine(f"sqlite:///{location}")
    with closing(engine.connect()) as connection, connection.begin():
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        for other, is_together in (("b", 1), ("c", 0)):
            connection.execute(
                text("INSERT INTO decisions (article, other, is_together, decided_at)"
                     " VALUES ('a', :other, :together, '2026-11-22T10:00:00Z')"),
                {"other": other, "together": is_together},
            )  # fmt: skip
        connection.execute(text("INSERT INTO outlets (name, aliases, domains, set_at) "
                                "VALUES ('The Lamp', 'Lamp', '', '2026-11-22')"))  # fmt: skip
    with closing(create_store(location)) as store, store.reading() as connection:
        decisions = decisions_of(load_rulings(connection), set("abc"))
        outlets = load_outlets(connection)
    assert [(each.article, each.other, each.is_together) for each in decisions] == [
        ("a", "b", True),
        ("a", "c", False),
    ]
    assert outlets == [Outlet("The Lamp", ("Lamp",), set_at="2026-11-22")]


def test_nothing_deleted_stays_in_the_file(location: str) -> None:
    """After a scrub no byte of a deleted row is in the file or its log, also while it is open."""
    words = "the harbour bridge is closed " * 200
    row: dict[str, object] = {"id": "a", "authors": "", "learned_at": "2024-10-21", "text": words}
    with closing(create_store(location)) as store:
        for name in ("a", "b"):
            with store.writing() as connection:
                insert_new(connection, ARTICLES, [{**row, "id": name, "text": f"{words} {name}"}])
        with store.writing() as connection:
            connection.execute(text("DELETE FROM articles"))
        assert _holds(location, b"harbour bridge")

        assert store.scrub()
        assert not _holds(location, b"harbour bridge")


def test_a_scrub_says_when_a_reader_holds_the_log(location: str) -> None:
    """While another program reads an older state, its bytes cannot go."""
    row: dict[str, object] = {"id": "a", "authors": "", "learned_at": "2024-10-21", "text": "one"}
    with closing(create_store(location)) as store, closing(open_store(location)) as other:
        with store.writing() as connection:
            insert_new(connection, ARTICLES, [row])
        with other.reading() as reader:
            assert reader.scalar(text("SELECT count(*) FROM articles")) == 1
            with store.writing() as connection:
                connection.execute(text("DELETE FROM articles"))
            assert not store.scrub()
        assert store.scrub()


def _holds(location: str, words: bytes) -> bool:
    files = [Path(f"{location}{end}") for end in ("", "-wal", "-journal")]
    return any(words in file.read_bytes() for file in files if file.exists())


def test_the_newest_migration_is_the_one_named() -> None:
    """The revision that the program compares with is the head of the migrations."""
    assert ScriptDirectory.from_config(configuration()).get_current_head() == REVISION


def test_every_table_can_stand_in_postgresql() -> None:
    """Each table compiles to the other database's DDL."""
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in metadata.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))


def test_making_a_store_twice_changes_nothing(location: str) -> None:
    """What a store holds is there after `create_store` ran on it again."""
    with closing(create_store(location)) as store, store.writing() as connection:
        connection.execute(insert(META), [{"name": "kept", "value": "yes"}])
    with closing(create_store(location)) as store, store.reading() as connection:
        assert connection.scalar(text("SELECT value FROM meta WHERE name = 'kept'")) == "yes"


def test_a_store_writes_ahead_and_checks_its_keys(location: str) -> None:
    """The file has a log of its own, and rows cannot name an article that is not there."""
    with closing(create_store(location)) as store:
        with store.reading() as connection:
            assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        row = {"article": "none", "reader": "r", "record": b""}
        with pytest.raises(StoreError, match="FOREIGN KEY"), store.writing() as connection:
            connection.execute(
                text(
                    "INSERT INTO readings (article, reader, record)"
                    " VALUES (:article, :reader, :record)"
                ),
                row,
            )


def test_inserting_a_row_twice_adds_nothing(location: str) -> None:
    """A row whose key is there is left alone."""
    row: dict[str, object] = {"id": "a", "authors": "", "learned_at": "2024-10-21", "text": "one"}
    with closing(create_store(location)) as store, store.writing() as connection:
        insert_new(connection, ARTICLES, [row])
        insert_new(connection, ARTICLES, [{**row, "text": "two"}])
        assert connection.execute(text("SELECT text FROM articles")).scalars().all() == ["one"]


def test_an_error_leaves_nothing_half_written(location: str) -> None:
    """A transaction that fails leaves the store as it was."""
    with closing(create_store(location)) as store:
        with pytest.raises(ZeroDivisionError):
            _write_and_fail(store)
        with store.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM meta")) == 0


def _write_and_fail(store: Store) -> None:
    with store.writing() as connection:
        connection.execute(insert(META), [{"name": "half", "value": "yes"}])
        raise ZeroDivisionError


def _of_something_else(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")


def _newer(path: Path) -> None:
    create_store(str(path)).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def _unfinished(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        pytest.param(lambda _: None, "no store at .*whence init", id="missing"),
        pytest.param(lambda path: path.write_text("plain " * 99), "not a store", id="no-database"),
        pytest.param(_of_something_else, "of something else", id="other-database"),
        pytest.param(_newer, "newer whence", id="newer"),
        pytest.param(_unfinished, "whence init", id="unfinished"),
        pytest.param(lambda path: path.mkdir(), "cannot be opened", id="folder"),
    ],
)
def test_what_cannot_be_opened_is_told(tmp_path: Path, prepare: object, words: str) -> None:
    """A sentence says what is wrong with the file."""
    path = tmp_path / "whence.db"
    prepare(path)  # type: ignore[operator]

    with pytest.raises(StoreError, match=words):
        open_store(str(path))


@pytest.mark.parametrize("prepare", [_of_something_else, _newer])
def test_a_file_of_others_is_not_touched(tmp_path: Path, prepare: object) -> None:
    """`create_store` refuses a file that is not its own and changes no byte of it."""
    path = tmp_path / "whence.db"
    prepare(path)  # type: ignore[operator]
    before = path.read_bytes()

    with pytest.raises(StoreError):
        create_store(str(path))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("location", "words"),
    [
        pytest.param("birds://host/name", "driver is not installed", id="unknown-database"),
        pytest.param("postgresql+pg8000://host/name", "driver is not installed", id="no-driver"),
        pytest.param("sqlite:////nowhere/at/all.db", "no folder", id="no-folder"),
    ],
)
def test_a_url_that_cannot_be_used_is_told(location: str, words: str) -> None:
    """A sentence says what is missing."""
    with pytest.raises(StoreError, match=words):
        create_store(location)


def test_a_url_is_taken_to_be_there() -> None:
    """Only of paths can be known whether something is there."""
    assert store_exists("postgresql://host/name")
    assert not store_exists("no-such-file.db")
