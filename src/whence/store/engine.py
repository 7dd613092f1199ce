"""A file or a URL -> a store that is open, of this program's shape.

The one place that knows which database it is. SQLite stands in one file with a write-ahead
log: readers and one writer do not wait for each other, and a kill or a full disk leaves
what was committed before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, make_url, text
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from whence.errors import StoreError
from whence.store.location import shown
from whence.store.tables import REVISION
from whence.store.words import INDEXES, merged

WAIT_S = 30
"""How long a writer waits for another one."""

SCRUB_WAIT_S = 3
"""How long those who read may hold up `Store.scrub`."""

_WRITERS = 0x7768656E6365
"""The number of the lock that PostgreSQL gives one writer after the other: "whence"."""


class Store:
    """A store that is open; `reading` and `writing` give connections."""

    def __init__(self, location: str, engine: Engine) -> None:
        self.location = location
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One state of the store, the same for as long as the connection is used."""
        with _told(self.location), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction: all of it is kept, or after an error nothing of it."""
        with _told(self.location), self._engine.connect() as connection:
            writer = connection.execution_options(whence_writes=True)
            with writer.begin():
                yield writer

    def use_log(self) -> None:
        """Let SQLite write ahead into a log; the file remembers it."""
        if self._engine.dialect.name != "sqlite":
            return
        with _told(self.location), closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA journal_mode = WAL")

    def scrub(self) -> bool:
        """Let no byte of what was deleted stay in the file or its log.

        Returns:
            Whether it is done; False where another program has the store open just now.
        """
        if self._engine.dialect.name != "sqlite":
            return True
        self._engine.dispose()  # a connection of our own that still reads would hold the log
        with _told(self.location), closing(self._engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute("PRAGMA secure_delete = ON")
            cursor.execute(f"PRAGMA busy_timeout = {SCRUB_WAIT_S * 1000}")
            try:
                for index in INDEXES:
                    cursor.execute(merged(index))
                cursor.execute("VACUUM")
                is_held = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            except sqlite3.OperationalError as error:
                if "locked" in str(error):
                    return False
                raise
        return not is_held

    def close(self) -> None:
        """Give back the file; SQLite folds its log into it."""
        self._engine.dispose()


def create_store(location: str) -> Store:
    """Make a store where there is none, or bring an older one to this program's shape.

    Args:
        location: The path of a SQLite file, or a database URL.

    Raises:
        StoreError: It cannot be written, is no store, or is of a newer program.
    """
    store = Store(location, _engine(location))
    with _closed_on_error(store):
        with store.reading() as connection:
            found = _found_revision(connection, location)
        if found != REVISION:
            store.use_log()
            with store.writing() as connection:
                _upgrade(connection)
    return store


def open_store(location: str) -> Store:
    """Open a store that is there.

    Raises:
        StoreError: It is missing, is no store, or is of an older or newer program.
    """
    if not store_exists(location):
        raise StoreError(f"no store at {shown(location)}; make one with `whence init`")
    store = Store(location, _engine(location))
    with _closed_on_error(store):
        with store.reading() as connection:
            found = _found_revision(connection, location)
        if found != REVISION:
            where = shown(location)
            raise StoreError(f"{where} was not finished or is older; run `whence init` on it")
    return store


def store_exists(location: str) -> bool:
    """Whether something is at a path; a database by URL is taken to be there."""
    return "://" in location or Path(location).exists()


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, object]]) -> None:
    """Insert the rows that are not there yet.

    Ids are hashes of what a row says, so a row already there is the same row and is left
    alone: running a stage twice adds nothing.
    """
    if not rows:
        return
    is_sqlite = connection.dialect.name == "sqlite"
    insert = sqlite_insert(table) if is_sqlite else postgresql_insert(table)
    connection.execute(insert.on_conflict_do_nothing(), rows)


def _engine(location: str) -> Engine:
    url = _url(location)
    try:
        if url.get_backend_name() != "sqlite":
            engine = create_engine(url)
            event.listen(engine, "begin", _begin_on_server)
            return engine
        path = Path(url.database or "")
        if not path.parent.is_dir():
            raise StoreError(f"{shown(location)}: there is no folder {path.parent}")
        engine = create_engine(url, creator=_opener(path))
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(f"{url.drivername}: its driver is not installed ({error})") from error
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _url(location: str) -> URL:
    if "://" not in location:
        return URL.create("sqlite", database=location)
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):  # whose words may hold a piece of a password
        raise StoreError(f"{shown(location)} is not a database URL") from None
    if "@" in (url.host or ""):
        raise StoreError(f"{shown(location)}: an @ in a password is written %40")
    return url


def _opener(path: Path) -> Callable[[], sqlite3.Connection]:
    """Open the file; where the folder cannot be written, as it is and for reading only."""

    def open_file() -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(path, timeout=WAIT_S, check_same_thread=False)
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.OperationalError:
            if not path.is_file():
                raise
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        return connection

    return open_file


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # SQLAlchemy begins transactions itself (_begin), so that DDL is part of them too
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("whence_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_on_server(connection: Connection) -> None:
    """As SQLite does: who reads sees one state, and who writes waits for whoever does."""
    if connection.get_execution_options().get("whence_writes", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _found_revision(connection: Connection, location: str) -> str | None:
    """The revision of a store; None for an empty database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    where = shown(location)
    if "alembic_version" not in tables or "readings" not in tables:
        raise StoreError(f"{where} is a database of something else, not a store of whence")
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found is not None and found > REVISION:
        raise StoreError(f"{where} was written by a newer whence; install that one to open it")
    return found


def _upgrade(connection: Connection) -> None:
    from alembic import command

    from whence.store.migrations.configuration import configuration

    settings = configuration()
    settings.attributes["connection"] = connection
    command.upgrade(settings, "head")


@contextmanager
def _closed_on_error(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


_SENTENCES = {
    "not a database": "is not a store of whence, nor a SQLite file",
    "readonly": "cannot be written; copy it to where you may write",
    "unable to open": "cannot be opened; is it a file, and may you read and write it?",
    "locked": f"is used by another program since {WAIT_S} s; try again when that has ended",
    "full": "cannot grow, the disk is full; what was kept before is safe",
    "disk i/o": "cannot be read or written, the disk gives an error; is it full?",
    "malformed": "is damaged; go back to a copy of it",
}


@contextmanager
def _told(location: str) -> Iterator[None]:
    """Errors of the database as a sentence about the store."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise StoreError(f"{shown(location)} {_sentence(error)}") from error


def _sentence(error: Exception) -> str:
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    message = str(cause)
    for words, sentence in _SENTENCES.items():
        if words in message.lower():
            return sentence
    return f"cannot be used: {message}"
