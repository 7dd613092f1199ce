"""What a person said -> store -> the same: rulings, outlets, what is forgotten."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tests.store.records import an_article, empty, on_a_shared_store
from whence.ledger.outlet import Outlet
from whence.ledger.ruling import Correction, Field, Place, Ruling, RulingKind, Subject
from whence.store.articles import keep_article
from whence.store.engine import Store
from whence.store.outlets import drop_outlets, keep_outlets, load_outlets
from whence.store.rulings import keep_ruling, load_rulings
from whence.store.tombstones import Tombstone, forget_article, load_tombstones

article_ids = st.lists(st.sampled_from("abcdef"), max_size=4, unique=True).map(tuple)
moments = st.sampled_from(["2026-11-20T10:00:00Z", "2026-11-21T23:59:59Z"])
places = st.lists(
    st.builds(
        Place,
        article=st.sampled_from("abc"),
        start=st.integers(0, 9),
        end=st.integers(10, 19),
        attribution=st.sampled_from(["", "a1"]),
    ),
    max_size=3,
    unique=True,
).map(tuple)
corrections = st.lists(
    st.builds(
        Correction,
        field=st.sampled_from(Field),
        before=st.none() | st.just("Ana Lopes"),
        after=st.none() | st.sampled_from(["Jon Ito", "40"]),
    ),
    max_size=3,
).map(tuple)
all_rulings = st.lists(
    st.builds(
        Ruling,
        number=st.just(0),
        kind=st.sampled_from(RulingKind),
        articles=article_ids,
        others=article_ids,
        target=article_ids,
        decided_at=moments,
        undoes=st.none() | st.integers(1, 9),
        subject=st.sampled_from(Subject),
        decided_by=st.sampled_from(["local", "Ada Roe"]),
        reason=st.none() | st.just("seen by hand"),
        places=places,
        other_places=places,
        actors=article_ids,
        corrections=corrections,
    ),
    max_size=4,
)


@on_a_shared_store
@given(all_rulings)
def test_rulings_come_back_the_same(store: Store, said: list[Ruling]) -> None:
    """With numbers from 1 in the order in which they were said, and by their day."""
    empty(store)
    with store.writing() as connection:
        numbers = [keep_ruling(connection, each) for each in said]

    kept = [replace(each, number=at) for at, each in enumerate(said, start=1)]
    with store.reading() as connection:
        assert load_rulings(connection) == kept
        early = [each for each in kept if each.decided_at.startswith("2026-11-20")]
        assert load_rulings(connection, "2026-11-20") == early
        assert load_rulings(connection, "2026-11-19") == []
    assert numbers == [each.number for each in kept]


def test_outlets_come_back_as_they_were_on_a_day(store: Store) -> None:
    """What was set later, or removed, is not seen when looking back."""
    lamp = Outlet("The Lamp", ("Lamp", "Lantern"), ("lamp.example",), "KOR", "own", "B")
    owl = Outlet("The Owl")
    with store.writing() as connection:
        keep_outlets(connection, [owl, lamp], "2026-11-20T10:00:00Z")
        keep_outlets(connection, [replace(lamp, reliability="D")], "2026-11-21T10:00:00Z")
        drop_outlets(connection, [owl], "2026-11-22T10:00:00Z")

    with store.reading() as connection:
        names = {day: load_outlets(connection, f"2026-11-{day}") for day in (19, 20, 21, 22)}
    assert names[19] == []
    assert names[20] == [replace(each, set_at="2026-11-20T10:00:00Z") for each in (lamp, owl)]
    assert [(each.name, each.reliability) for each in names[21]] == [
        ("The Lamp", "D"),
        ("The Owl", None),
    ]
    assert [each.name for each in names[22]] == ["The Lamp"]


def test_forgetting_a_version_joins_those_around_it(store: Store) -> None:
    """The newer version supersedes the older one when the one between is gone."""
    url = "https://lamp.example/a"
    with store.writing() as connection:
        for name in "abc":
            keep_article(connection, an_article(name, url), "2024-10-21")
        forget_article(connection, Tombstone("b" * 16, "asked for", "2026-11-22T10:00:00Z"))

    with store.reading() as connection:
        rows = connection.execute(text("SELECT id, supersedes FROM articles ORDER BY id"))
        assert [tuple(row) for row in rows] == [("a" * 16, None), ("c" * 16, "a" * 16)]
        assert load_tombstones(connection) == {
            "b" * 16: Tombstone("b" * 16, "asked for", "2026-11-22T10:00:00Z")
        }
