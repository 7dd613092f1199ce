"""Rows of whole tables, and records after a place."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import insert

from whence.store.engine import Store, create_store
from whence.store.listed import WantedArticles, learned_at_of, list_articles, printed_outlets
from whence.store.rows import AT_ONCE, TABLES, columns_of, has_story, table_rows
from whence.store.tables import ARTICLES

COUNT = AT_ONCE * 2 + 1


def filled(store: Store) -> None:
    """More articles than are fetched together, two of a moment."""
    rows = [
        {
            "id": f"{number:05}",
            "outlet": f"Outlet {number % 3}",
            "authors": "",
            "learned_at": f"2025-03-04T{number // 2 // 60 % 24:02}:{number // 2 % 60:02}:00+00:00",
            "text": "x",
        }
        for number in range(COUNT)
    ]
    with store.writing() as connection:
        connection.execute(insert(ARTICLES), rows)


def test_all_rows_come_once(tmp_path: Path) -> None:
    """However many are fetched together; the text of an article is none of its columns."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        filled(store)
        with store.reading() as connection:
            found = [row["id"] for row in table_rows(connection, "articles")]
            assert not has_story(connection, "none")
            assert list(table_rows(connection, "articles", "none")) == []

    assert sorted(found, key=str) == [f"{number:05}" for number in range(COUNT)]
    assert "text" not in columns_of("articles")
    assert all("record" not in columns_of(table) for table in TABLES)


def test_a_walk_over_articles_meets_each_once(tmp_path: Path) -> None:
    """From place to place, though two are learned of in one moment."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        filled(store)
        met: list[str] = []
        place = None
        with store.reading() as connection:
            while some := list_articles(connection, WantedArticles(), place, 77):
                met += [each.id for each in some]
                place = (some[-1].learned_at, some[-1].id)
            days = learned_at_of(connection, met)
            outlets = printed_outlets(connection)

    assert sorted(met) == [f"{number:05}" for number in range(COUNT)]
    assert [days[each] for each in met] == sorted(days.values())
    assert sum(outlets.values()) == COUNT
    assert list(outlets) == ["Outlet 0", "Outlet 1", "Outlet 2"]


def test_a_day_leaves_what_was_learned_by_then(tmp_path: Path) -> None:
    """From its first moment and to its last, or to a moment of it."""
    with closing(create_store(str(tmp_path / "whence.db"))) as store:
        filled(store)
        with store.reading() as connection:

            def count(wanted: WantedArticles) -> int:
                return len(list_articles(connection, wanted, None, COUNT + 1))

            assert count(WantedArticles(since="2025-03-04", until="2025-03-04")) == COUNT
            assert count(WantedArticles(since="2025-03-05")) == 0
            assert count(WantedArticles(until="2025-03-03")) == 0
            assert count(WantedArticles(until="2025-03-04T00:05:00+00:00")) == 10
