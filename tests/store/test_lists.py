"""Lists over a store come in pages, in the order of the news."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.store.records import an_article
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion, Claim, Status
from whence.ledger.factuality import Certainty
from whence.ledger.span import Span
from whence.ledger.story import Story
from whence.store.articles import end_of, keep_article, learned_days
from whence.store.claims import (
    Order,
    keep_claims,
    load_claims,
    load_some_claims,
    page_of_claims,
    status_counts,
)
from whence.store.digests import (
    DigestKind,
    drop_stale_digests,
    keep_digest,
    load_digest,
    stories_without,
)
from whence.store.engine import Store
from whence.store.stories import (
    keep_stories,
    known_articles_of,
    latest_stories,
    recent_stories,
)


def a_claim(number: int, status: Status, origins: int) -> Claim:
    """Of the story s1."""
    said = Assertion(
        "a" * 16, None, (Span(0, 1),), (), Stance.ASSERTS, 3.0, None, None, Certainty.CERTAIN
    )
    day = f"2024-10-{20 + number}"
    return Claim(f"c{number}", "s1", "text", status, day, day, (said,), (), origins, origins, 1)


@pytest.fixture
def full(store: Store) -> Store:
    """Two stories, s1 with articles of two days and four claims, s2 with one of a third."""
    one, two, three = (an_article(name) for name in "abc")
    stories = [
        Story("s1", "Floods", (one.id, two.id), "2024-10-20", "2024-10-21", (), 4),
        Story("s2", "Bread", (three.id,), "2024-10-22", "2024-10-22", (), 0),
    ]
    claims = [
        a_claim(0, Status.REPEATED, 1),
        a_claim(1, Status.DISPUTED, 2),
        a_claim(2, Status.REPEATED, 3),
        a_claim(3, Status.WITHDRAWN, 1),
    ]
    with store.writing() as connection:
        for article, day in ((one, "2024-10-20"), (two, "2024-10-21"), (three, "2024-10-22")):
            keep_article(connection, article, day)
        keep_stories(connection, stories, [], {"s1": "m1", "s2": "m2"})
        keep_claims(connection, claims)
    return store


def listed(store: Store, **asked: str | None) -> tuple[list[tuple[str, int]], int]:
    """Stories with their new articles, and how many there are."""
    with store.reading() as connection:
        found, count = recent_stories(connection, limit=9, **asked)  # type: ignore[arg-type]  # days
    return [tuple(each) for each in found], count  # type: ignore[misc]  # two each


def test_stories_come_with_the_last_news_first(full: Store) -> None:
    """All of them, those with articles after a day, and those with articles by a day."""
    assert listed(full) == ([("s2", 0), ("s1", 0)], 2)
    assert listed(full, since="2024-10-20")[1] == 2
    assert dict(listed(full, since="2024-10-20")[0]) == {"s1": 1, "s2": 1}
    assert listed(full, since="2024-10-21") == ([("s2", 1)], 1)
    assert listed(full, until="2024-10-21") == ([("s1", 2)], 1)
    assert listed(full, since="2024-10-22") == ([], 0)
    assert listed(full, since="2024-10-21T09:00:00Z") == ([("s2", 1)], 1)


def test_what_was_known_of_a_story(full: Store) -> None:
    """Its articles by the end of a day, and the days on which it grew."""
    a = an_article("a").id
    with full.reading() as connection:
        assert known_articles_of(connection, "s1", "2024-10-20") == {a}
        assert learned_days(connection) == ["2024-10-20", "2024-10-21", "2024-10-22"]
        assert learned_days(connection, "s2") == ["2024-10-22"]
    assert end_of("2024-12-31") == "2025-01-01"
    assert end_of("2024-12-31T10:00:00Z") == "2024-12-31T10:00:00Z"


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Order.WEIGHT, ["c2", "c1", "c0", "c3"]),
        (Order.FIRST, ["c0", "c1", "c2", "c3"]),
        (Order.LAST, ["c3", "c2", "c1", "c0"]),
        (Order.STATUS, ["c3", "c1", "c0", "c2"]),
    ],
)
def test_claims_come_in_pages(full: Store, order: Order, wanted: Sequence[str]) -> None:
    """Each once, in the order that is asked for, with the count of all that fit."""
    with full.reading() as connection:
        pages = [
            page_of_claims(connection, "s1", None, order, limit=3, offset=start) for start in (0, 3)
        ]
        repeated = page_of_claims(connection, "s1", Status.REPEATED, order, limit=9, offset=0)
        counts = status_counts(connection, ["s1", "s2"])

    assert [each.id for claims, _ in pages for each in claims] == list(wanted)
    assert {count for _, count in pages} == {4}
    assert {each.id for each in repeated[0]} == {"c0", "c2"}
    assert counts["s1"] == {Status.REPEATED: 2, Status.DISPUTED: 1, Status.WITHDRAWN: 1}
    assert counts["s2"] == {}


def test_a_digest_is_good_until_its_story_changes(full: Store) -> None:
    """It is given for the mark that it was made for, and let go of with another one."""
    with full.writing() as connection:
        keep_digest(connection, "s1", DigestKind.BRIEF, "m1", ["told"])
        keep_digest(connection, "s2", DigestKind.BRIEF, "of before", ["told"])
        assert load_digest(connection, "s1", DigestKind.BRIEF) == b"\x91\xa4told"
        assert load_digest(connection, "s1", DigestKind.POSITIONS) is None
        assert load_digest(connection, "s2", DigestKind.BRIEF) is None
        assert stories_without(connection, DigestKind.BRIEF) == [("s2", "m2")]
        drop_stale_digests(connection)
        keep_digest(connection, "s1", DigestKind.BRIEF, "m1", ["anew"])
        assert load_digest(connection, "s1", DigestKind.BRIEF) == b"\x91\xa4anew"


def test_a_digest_of_a_day_is_another_one(full: Store) -> None:
    """It is told apart by how many articles were known."""
    with full.writing() as connection:
        keep_digest(connection, "s1", DigestKind.PAGE, "m1", "now")
        keep_digest(connection, "s1", DigestKind.PAGE, "m1", "then", known=2)
        told = [load_digest(connection, "s1", DigestKind.PAGE, each) for each in (None, 1, 2)]
        missing = stories_without(connection, DigestKind.PAGE)
        connection.rollback()

    assert told == [b"\xa3now", None, b"\xa4then"]
    assert missing == [("s2", "m2")]


def test_some_claims_come_in_the_order_of_all(full: Store) -> None:
    """Those that are there, story by story."""
    with full.reading() as connection:
        every = [each.id for each in load_claims(connection)]
        some = load_some_claims(connection, [*reversed(every[1:]), "nothing"])

    assert [each.id for each in some] == every[1:]


@pytest.mark.parametrize("until", [None, "2024-10-20", "2024-10-21", "2024-10-22", "2031-01-01"])
@pytest.mark.parametrize("limit", [1, 2, 9])
def test_the_latest_stories_are_the_first_of_all(
    full: Store, until: str | None, limit: int
) -> None:
    """Whether they were printed in the last weeks or long ago."""
    with full.reading() as connection:
        latest = latest_stories(connection, until, limit=limit)
        first, _ = recent_stories(connection, until=until, limit=limit)

    assert latest == [each.story for each in first]
    assert latest
