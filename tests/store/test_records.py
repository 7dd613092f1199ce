"""Record -> store -> record."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.store.records import claims, readings
from whence.ledger.article import Article
from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Copy, Story
from whence.store.articles import State, find_ids, keep_article, known_articles
from whence.store.claims import keep_claims, load_claims
from whence.store.drift import keep_lost_hedges, load_lost_hedges
from whence.store.engine import Store, create_store
from whence.store.readings import keep_reading, load_reading, load_readings
from whence.store.stories import keep_stories, load_copies, load_stories
from whence.store.tables import ARTICLES, metadata
from whence.store.vectors import keep_vectors, load_vectors

on_a_shared_store = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store; properties empty it before each example."""
    with closing(create_store(str(tmp_path / "whence.db"))) as made:
        yield made


def _empty(store: Store) -> None:
    with store.writing() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())


def _article(name: str, url: str | None = None) -> Article:
    return Article(
        id=name * 16,
        path=f"{name}.txt",
        url=url,
        outlet="The Lamp",
        title=f"Title {name}",
        authors=("Ada Roe", "Bo Lind"),
        published_at=None,
        language="en",
        text=f"Text {name}.",
        blocks=(),
    )


@on_a_shared_store
@given(readings())
def test_a_reading_comes_back_the_same(store: Store, reading: Reading) -> None:
    """What is loaded equals what was kept, with every odd character."""
    _empty(store)
    assert reading.article is not None
    with store.writing() as connection:
        keep_article(connection, reading.article, "2024-10-21")
        keep_reading(connection, reading, "reader-1")

    with store.reading() as connection:
        assert list(load_readings(connection)) == [reading]
        assert load_reading(connection, reading.article.id) == reading


@on_a_shared_store
@given(st.lists(claims, max_size=3, unique_by=lambda claim: claim.id))
def test_claims_come_back_the_same(store: Store, found: list[Claim]) -> None:
    """Claims come back in their order; each assertion and conflict has its row."""
    _empty(store)
    articles = {each.article for claim in found for each in claim.assertions}
    with store.writing() as connection:
        for article in articles:
            keep_article(connection, replace(_article("a"), id=article), "2024-10-21")
        keep_claims(connection, found)

    with store.reading() as connection:
        assert load_claims(connection) == found
        count = connection.scalar(text("SELECT count(*) FROM assertions"))
        assert count == sum(len(claim.assertions) for claim in found)


def test_stories_come_back_the_same(store: Store) -> None:
    """Stories, copies and lost hedges come back in their order."""
    one, two = _article("a"), _article("b")
    kept = [
        Story("s2", None, (two.id, one.id), None, None, (), 0),
        Story("s1", "Floods", (one.id,), "2024-10-20", "2024-10-21", ("e2", "e1"), 4),
    ]
    copies = [Copy(two.id, one.id, "near")]
    lost = [LostHedge(one.id, Span(0, 4), (Span(5, 7), Span(9, 12)), "possible")]
    with store.writing() as connection:
        for article in (one, two):
            keep_article(connection, article, "2024-10-21")
        keep_stories(connection, kept, copies)
        keep_lost_hedges(connection, lost)

    with store.reading() as connection:
        assert load_stories(connection) == kept
        assert load_copies(connection) == copies
        assert load_lost_hedges(connection) == lost


@on_a_shared_store
@given(st.dictionaries(st.text(st.characters(), max_size=5), st.floats(-1, 1, width=32)))
def test_vectors_come_back_the_same(store: Store, numbers: dict[str, float]) -> None:
    """Each text finds its own vector, and only that of the encoder asked for."""
    _empty(store)
    vectors = {words: (number, -number) for words, number in numbers.items()}
    with store.writing() as connection:
        keep_vectors(connection, "encoder", vectors)

    with store.reading() as connection:
        assert load_vectors(connection, "encoder", list(vectors)) == vectors
        assert load_vectors(connection, "other", list(vectors)) == {}


def test_more_vectors_than_one_query_takes_come_back(store: Store) -> None:
    """There is no limit to the texts asked for at once."""
    vectors = {str(number): (float(number),) for number in range(2100)}
    with store.writing() as connection:
        keep_vectors(connection, "encoder", vectors)

    with store.reading() as connection:
        assert load_vectors(connection, "encoder", list(vectors)) == vectors


def test_a_known_article_keeps_the_day_it_was_learned_of(store: Store) -> None:
    """Keeping an article again says so and changes nothing."""
    with store.writing() as connection:
        first = keep_article(connection, _article("a"), "2024-10-21")
        again = keep_article(connection, _article("a"), "2020-01-01")
        learned = connection.scalar(text("SELECT learned_at FROM articles"))

    assert (first.state, again.state) == (State.ADDED, State.KNOWN)
    assert learned == "2024-10-21"


def test_a_new_version_stands_beside_the_old_one(store: Store) -> None:
    """Another text at the same URL is a new version of the one learned of last."""
    url = "https://lamp.example/a"
    with store.writing() as connection:
        keep_article(connection, _article("a", url), "2024-10-21")
        second = keep_article(connection, _article("b", url), "2024-10-22")
        third = keep_article(connection, _article("c", url), "2024-10-23T08:00:00Z")
        kept = known_articles(connection)

    assert (second.state, second.of) == (State.NEW_VERSION, _article("a").id)
    assert (third.state, third.of) == (State.NEW_VERSION, _article("b").id)
    assert len(kept) == 3


@pytest.mark.parametrize(
    ("as_of", "known"),
    [("2024-10-20", ""), ("2024-10-21", "ab"), ("2024-10-22", "abc"), ("2025-01-01", "abc")],
)
def test_a_day_ends_with_its_last_moment(store: Store, as_of: str, known: str) -> None:
    """Days and moments of one day are known at its end, later ones are not."""
    moments = {"a": "2024-10-21", "b": "2024-10-21T23:59:59Z", "c": "2024-10-22T00:00:00Z"}
    with store.writing() as connection:
        for name, learned_at in moments.items():
            article = _article(name)
            keep_article(connection, article, learned_at)
            keep_reading(connection, Reading(f"{name}.txt", article), "r")

    with store.reading() as connection:
        found = [each.path[0] for each in load_readings(connection, as_of)]
    assert "".join(found) == known


def test_wild_cards_find_nothing(store: Store) -> None:
    """`%` and `_` stand for themselves in the start of an id."""
    with store.writing() as connection:
        keep_article(connection, _article("a"), "2024-10-21")

    with store.reading() as connection:
        assert find_ids(connection, ARTICLES, "a") == ["a" * 16]
        assert find_ids(connection, ARTICLES, "%") == []
        assert find_ids(connection, ARTICLES, "_") == []
