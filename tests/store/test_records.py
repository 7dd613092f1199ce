"""Record -> store -> record."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tests.store.records import an_article, claims, empty, on_a_shared_store, readings
from whence.ledger.claim import Claim
from whence.ledger.drift import LostHedge
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Copy, Story
from whence.store.articles import State, find_ids, keep_article, known_articles
from whence.store.claims import keep_claims, load_claims
from whence.store.drift import keep_lost_hedges, load_lost_hedges
from whence.store.engine import Store
from whence.store.readings import keep_reading, load_reading, load_readings
from whence.store.stories import keep_stories, load_copies, load_stories
from whence.store.tables import ARTICLES
from whence.store.vectors import keep_vectors, load_vectors


@on_a_shared_store
@given(readings())
def test_a_reading_comes_back_the_same(store: Store, reading: Reading) -> None:
    """What is loaded equals what was kept, with every odd character."""
    empty(store)
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
    empty(store)
    articles = {each.article for claim in found for each in claim.assertions}
    with store.writing() as connection:
        for article in articles:
            keep_article(connection, replace(an_article("a"), id=article), "2024-10-21")
        keep_claims(connection, found)

    with store.reading() as connection:
        assert load_claims(connection) == found
        count = connection.scalar(text("SELECT count(*) FROM assertions"))
        assert count == sum(len(claim.assertions) for claim in found)


def test_stories_come_back_the_same(store: Store) -> None:
    """Stories, copies and lost hedges come back in their order."""
    one, two = an_article("a"), an_article("b")
    kept = [
        Story("s2", None, (two.id, one.id), None, None, (), 0),
        Story("s1", "Floods", (one.id,), "2024-10-20", "2024-10-21", ("e2", "e1"), 4),
    ]
    copies = [Copy(two.id, one.id, "near")]
    lost = [LostHedge(one.id, Span(0, 4), (Span(5, 7), Span(9, 12)), "possible")]
    with store.writing() as connection:
        for article in (one, two):
            keep_article(connection, article, "2024-10-21")
        keep_stories(connection, kept, copies, {"s1": "m1", "s2": "m2"})
        keep_lost_hedges(connection, lost)

    with store.reading() as connection:
        assert load_stories(connection) == kept
        assert load_copies(connection) == copies
        assert load_lost_hedges(connection) == lost


@on_a_shared_store
@given(st.dictionaries(st.text(st.characters(), max_size=5), st.floats(-1, 1, width=32)))
def test_vectors_come_back_the_same(store: Store, numbers: dict[str, float]) -> None:
    """Each text finds its own vector, and only that of the encoder asked for."""
    empty(store)
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
        first = keep_article(connection, an_article("a"), "2024-10-21")
        again = keep_article(connection, an_article("a"), "2020-01-01")
        learned = connection.scalar(text("SELECT learned_at FROM articles"))

    assert (first.state, again.state) == (State.ADDED, State.KNOWN)
    assert learned == "2024-10-21"


def test_a_new_version_stands_beside_the_old_one(store: Store) -> None:
    """Another text at the same URL is a new version of the one learned of last."""
    url = "https://lamp.example/a"
    with store.writing() as connection:
        keep_article(connection, an_article("a", url), "2024-10-21")
        second = keep_article(connection, an_article("b", url), "2024-10-22")
        third = keep_article(connection, an_article("c", url), "2024-10-23T08:00:00Z")
        kept = known_articles(connection)

    assert (second.state, second.of) == (State.NEW_VERSION, an_article("a").id)
    assert (third.state, third.of) == (State.NEW_VERSION, an_article("b").id)
    assert len(kept) == 3


DAYS = {"a": "2024-10-21", "b": "2024-10-22T08:00:00Z", "c": "2024-10-22T09:00:00Z"}


@pytest.mark.parametrize("order", ["".join(each) for each in permutations("abc")])
def test_the_order_of_adding_does_not_make_a_version_newer(store: Store, order: str) -> None:
    """Of versions printed at different times the later one supersedes the earlier."""
    with store.writing() as connection:
        for name in order:
            article = replace(an_article(name, "https://lamp.example/a"), published_at=DAYS[name])
            keep_article(connection, article, "2024-11-01")
        rows = connection.execute(text("SELECT id, supersedes FROM articles ORDER BY id"))
        chain = {row.id[0]: row.supersedes[0] if row.supersedes else None for row in rows}

    assert chain == {"a": None, "b": "a", "c": "b"}


def test_an_older_version_says_what_it_is_older_than(store: Store) -> None:
    """A version added late is told with the next newer one."""
    url = "https://lamp.example/a"
    with store.writing() as connection:
        for name in "ac":
            keep_article(
                connection,
                replace(an_article(name, url), published_at=DAYS[name]),
                "2024-11-01",
            )
        kept = keep_article(
            connection, replace(an_article("b", url), published_at=DAYS["b"]), "2024-11-02"
        )
        first = keep_article(
            connection, replace(an_article("d", url), published_at="2024-10-01"), "2024-11-03"
        )

    assert (kept.state, kept.of, kept.is_older) == (
        State.NEW_VERSION,
        an_article("a").id,
        False,
    )
    assert (first.state, first.of, first.is_older) == (
        State.NEW_VERSION,
        an_article("a").id,
        True,
    )


def test_without_dates_the_day_of_learning_tells_the_newer_version(store: Store) -> None:
    """Where one version has no date, or both the same day, the one learned of later is newer."""
    url = "https://lamp.example/a"
    with store.writing() as connection:
        keep_article(connection, an_article("a", url), "2024-10-23")
        dated = replace(an_article("b", url), published_at="2024-10-22")
        before = keep_article(connection, dated, "2024-10-21")
        after = keep_article(
            connection, replace(an_article("c", url), published_at="2024-10-22T07:00:00Z"),
            "2024-10-22",
        )  # fmt: skip
        rows = connection.execute(text("SELECT id, supersedes FROM articles ORDER BY id"))
        chain = {row.id[0]: row.supersedes[0] if row.supersedes else None for row in rows}

    assert before.is_older
    assert after.is_older is False
    assert chain == {"a": "c", "b": None, "c": "b"}


@pytest.mark.parametrize(
    ("as_of", "known"),
    [("2024-10-20", ""), ("2024-10-21", "ab"), ("2024-10-22", "abc"), ("2025-01-01", "abc")],
)
def test_a_day_ends_with_its_last_moment(store: Store, as_of: str, known: str) -> None:
    """Days and moments of one day are known at its end, later ones are not."""
    moments = {"a": "2024-10-21", "b": "2024-10-21T23:59:59Z", "c": "2024-10-22T00:00:00Z"}
    with store.writing() as connection:
        for name, learned_at in moments.items():
            kept = an_article(name)
            keep_article(connection, kept, learned_at)
            keep_reading(connection, Reading(f"{name}.txt", kept), "r")

    with store.reading() as connection:
        found = [each.path[0] for each in load_readings(connection, as_of)]
    assert "".join(found) == known


def test_wild_cards_find_nothing(store: Store) -> None:
    """`%` and `_` stand for themselves in the start of an id."""
    with store.writing() as connection:
        keep_article(connection, an_article("a"), "2024-10-21")

    with store.reading() as connection:
        assert find_ids(connection, ARTICLES, "a") == ["a" * 16]
        assert find_ids(connection, ARTICLES, "%") == []
        assert find_ids(connection, ARTICLES, "_") == []
