"""A store in PostgreSQL is the one that SQLite holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, delete, insert, select, text

from tests.desk.conftest import browser_of, encoder_of
from tests.store.postgresql import new_database, open_server
from tests.store.records import an_article
from tests.store.test_engine import differences
from whence.articles.files import Given, load
from whence.errors import StoreError
from whence.ledger.hit import Kind
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.pipeline.keep import add_readings, ledger_in, readings_in, rebuild
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.store.articles import keep_article, learned_days, printed_days
from whence.store.engine import Store, create_store, open_store
from whence.store.meta import count_change, learned_count
from whence.store.migrations.configuration import configuration
from whence.store.near import stories_near
from whence.store.outlets import keep_outlets, load_outlets
from whence.store.passages import versions_of
from whence.store.prints import nameless, printed_names
from whence.store.rows import TABLES, table_rows
from whence.store.rulings import load_rulings
from whence.store.search import Asked, find
from whence.store.speakers import called
from whence.store.tables import ARTICLES, AUDIT, ENTITIES, META, OUTLETS, STORIES
from whence.stories.rulings import decisions_of
from whence.text.queries import read_query

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"
DAYS = ("2025-03-04", "2025-03-05", "2025-03-06")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server; its user may make databases."""
    with open_server() as url:
        yield url


@pytest.fixture(scope="session")
def readings() -> dict[str, list[Reading]]:
    """Of the examples of three days."""
    reader = TrainedReader()

    def read(day: str) -> list[Reading]:
        paths = map(str, sorted(EXAMPLES.glob(f"{day}-*")))
        loaded = load(list(paths), Given(None, None), lambda: b"")
        return [read_article(each.article, reader) for each in loaded if each.article is not None]

    return {day: read(day) for day in DAYS}


@pytest.fixture(scope="session")
def stores(
    server: str, readings: dict[str, list[Reading]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Store]]:
    """The same articles, learned of on the same days, in SQLite and in PostgreSQL."""
    path = tmp_path_factory.mktemp("sqlite") / "whence.db"
    with (
        closing(create_store(str(path))) as one,
        closing(create_store(new_database(server))) as other,
    ):
        for store in (one, other):
            for day, some in readings.items():
                list(add_readings(store, some, learned_at=day, reader="r"))
            rebuild(store, encoder_of(store), "1")
        yield one, other


@pytest.fixture
def store(server: str) -> Iterator[Store]:
    """An empty one."""
    with closing(create_store(new_database(server))) as made:
        yield made


def test_the_migrations_run_up_from_nothing(store: Store) -> None:
    """An empty database gets the tables described; to do so again changes nothing."""
    with store.writing() as connection:
        assert differences(connection) == []
        connection.execute(insert(META), [{"name": "kept", "value": "yes"}])
    for again in (create_store, open_store):
        with closing(again(store.location)) as opened, opened.reading() as connection:
            assert connection.scalar(select(META.c.value)) == "yes"


def test_what_was_said_in_an_older_shape_is_kept(server: str) -> None:
    """Decisions become rulings, an outlet the first entry of its history; others may follow."""
    location = new_database(server)
    with create_engine(location).begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
        connection.execute(text("INSERT INTO decisions (article, other, is_together, decided_at)"
                                " VALUES ('a', 'b', true, '2026-11-22')"))  # fmt: skip
        connection.execute(text("INSERT INTO outlets (name, aliases, domains, set_at)"
                                " VALUES ('The Lamp', 'Lamp', '', '2026-11-22')"))  # fmt: skip
    with closing(create_store(location)) as store, store.writing() as connection:
        (decision,) = decisions_of(load_rulings(connection), set("ab"))
        keep_outlets(connection, [Outlet("The Owl")], "2026-11-23")
        connection.execute(text("INSERT INTO rulings (kind, decided_at) VALUES ('merge', 'x')"))
        numbers = list(connection.scalars(text("SELECT number FROM rulings ORDER BY number")))
        outlets = [each.name for each in load_outlets(connection)]

    assert (decision.article, decision.other, decision.is_together) == ("a", "b", True)
    assert numbers == [1, 2]
    assert outlets == ["The Lamp", "The Owl"]


def test_the_ledger_is_the_one_that_sqlite_holds(stores: tuple[Store, Store]) -> None:
    """Record by record and row by row, now and as of an earlier day."""
    one, other = stores
    for day in (None, DAYS[1]):
        assert readings_in(one, day) == readings_in(other, day)
        ledgers = [ledger_in(store, encoder_of(store), "1", day) for store in stores]
        assert ledgers[0].claims
        assert ledgers[0] == ledgers[1]
    with one.reading() as here, other.reading() as there:
        for table in TABLES:
            assert list(table_rows(here, table)) == list(table_rows(there, table)), table


def test_names_come_in_the_order_of_sqlite(stores: tuple[Store, Store]) -> None:
    """Whatever language the server speaks; what is not known comes where it comes there."""
    names = ["Zebra", "alpha", "Ärger", "_x", "The Lamp", "the lamp", "Lamp-9", "Lamp 10", None]
    articles = [
        {"id": f"{at}" * 16, "outlet": name, "authors": "", "text": "", "url": "u",
         "learned_at": f"2025-04-0{1 + at % 3}", "published_at": name and f"2025-04-0{at}"}
        for at, name in enumerate(names)
    ]  # fmt: skip
    found = []
    for store in stores:
        with store.writing() as connection:
            connection.execute(insert(ARTICLES), articles)
            printed = printed_names(connection)
            days = learned_days(connection), printed_days(connection, ["alpha", "_x"])
            versions = [each.article for each in versions_of(connection, "0" * 16)]
            found.append((printed, days, versions, nameless(connection)))
            connection.rollback()

    assert found[0] == found[1]
    assert found[0][0][0].name is None
    assert len(found[0][2]) == len(names) - 1


def test_what_is_not_known_comes_where_it_comes_in_sqlite(stores: tuple[Store, Store]) -> None:
    """Among stories near another, and among what articles call somebody."""
    stories = [
        {
            "id": f"s{at}",
            "position": 90 + at,
            "claim_count": 0,
            "title": "Quay",
            "last_seen_at": day,
        }
        for at, day in enumerate([None, "2025-04-01", None, "2025-04-02"])
    ]
    called_so = [
        {"article": f"{at}" * 16, "id": "x", "name": "Ada Roe", "kind": "person", "role": role,
         "mention_count": 1}
        for at, role in enumerate(["mayor", None])
    ]  # fmt: skip
    found = []
    for store in stores:
        with store.writing() as connection:
            for at in range(len(called_so)):
                article = an_article(f"{at}")
                keep_article(connection, article, "2025-04-01")
            connection.execute(insert(STORIES), stories)
            connection.execute(insert(ENTITIES), called_so)
            near = stories_near(connection, "s0", words="quay", most=9)
            found.append(([each.id for each in near], called(connection, "x")))
            connection.rollback()

    assert found[0] == found[1]
    assert found[0][0] == ["s3", "s1", "s2"]


def test_the_desk_stands_on_it(stores: tuple[Store, Store]) -> None:
    """Its pages are those over SQLite, but for the tokens of their forms."""
    paths = ["/", f"/?as-of={DAYS[1]}", "/outlets", "/decisions", "/api/v1/articles"]
    told = []
    for store in stores:
        with browser_of(store) as desk:
            today = desk.get("/").text
            stories = sorted(set(re.findall(r'href="(/stories/\w+)"', today)))
            assert stories
            answers = [desk.get(path) for path in (*paths, *stories, f"{stories[0]}/actors")]
            assert [each.url for each in answers if each.status_code != 200] == []
            told.append([_without_tokens(each.text) for each in answers])

    assert told[0] == told[1]


def _without_tokens(page: str) -> str:
    return re.sub(r'(name="form-token" value=")\w+', r"\1", page)


def test_there_is_no_index_of_words(stores: tuple[Store, Store]) -> None:
    """A search says so."""
    with pytest.raises(StoreError, match="no index of words"), stores[1].reading() as connection:
        find(connection, read_query("dam"), Asked(Kind.CLAIMS))


def test_the_log_only_grows(store: Store) -> None:
    """The database itself refuses to change or delete a line."""
    row = {"at": "2026-11-22", "who": "ada", "action": "log-in", "detail": "{}"}
    with store.writing() as connection:
        connection.execute(insert(AUDIT), [row])
    for change in (delete(AUDIT), AUDIT.update().values(who="x")):
        with pytest.raises(StoreError, match="only grows"), store.writing() as connection:
            connection.execute(change)


def test_who_reads_sees_one_state(store: Store) -> None:
    """What is written meanwhile is seen by those who come later."""
    row = {"name": "The Lamp", "aliases": "", "domains": "", "is_removed": False, "set_at": "x"}
    with store.reading() as reader:
        assert reader.scalars(select(OUTLETS.c.name)).all() == []
        with store.writing() as writer:
            writer.execute(insert(OUTLETS), [row])
        assert reader.scalars(select(OUTLETS.c.name)).all() == []
    with store.reading() as reader:
        assert reader.scalars(select(OUTLETS.c.name)).all() == ["The Lamp"]


def test_who_writes_waits_for_another(store: Store) -> None:
    """Nobody's change is lost, however many there are at a time."""

    def change(_: int) -> None:
        with store.writing() as connection:
            count_change(connection)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(change, range(60)))
    with store.reading() as connection:
        assert learned_count(connection) == 60
