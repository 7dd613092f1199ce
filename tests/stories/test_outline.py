"""A reading -> what is compared of its article to find its story; and the story's record."""

from __future__ import annotations

import pytest

from tests.claims.making import LOPES, ROY, entity, reading_of
from whence.ledger.article import BlockKind
from whence.ledger.entity import EntityKind
from whence.ledger.identity import make_id
from whence.ledger.reading import Reading
from whence.stories.make import make_story, title_of
from whence.stories.outline import Outline, order_of, outline


def outlined(name: str, day: str | None = "2031-05-04", title: str | None = None) -> Outline:
    """An article."""
    return Outline(name, day, title, name)


def test_articles_without_a_day_come_last() -> None:
    """By day, then id."""
    found = sorted(
        [outlined("z", None), outlined("b"), outlined("a"), outlined("c", "2031-01-01")],
        key=order_of,
    )

    assert [each.article for each in found] == ["c", "a", "b", "z"]


def test_the_outline_of_an_article() -> None:
    """A moment is its day; the opening is read; names count by their mentions, documents not."""
    paper = entity("the Ledger", EntityKind.DOCUMENT)
    _, reading = reading_of(
        "Dam holds\nAna Lopes and Kim Roy saw the Ledger. Kim Roy left.",
        entities=[LOPES, ROY, paper],
        day="2031-05-04T23:30:00Z",
        kinds=[BlockKind.HEADLINE],
    )
    found = outline(reading)

    assert found.day == "2031-05-04"
    assert "Ana Lopes and Kim Roy" in found.words
    assert found.names == {"ana": 1, "lop": 1, "kim": 2, "roy": 2} or found.names["roy"] == 2
    assert "ledg" not in found.names
    assert found.stems["dam"] == 1


def test_an_input_that_was_not_read_has_no_outline() -> None:
    """Asking for one is a mistake of the caller."""
    with pytest.raises(ValueError, match="no outline"):
        outline(Reading("x", None))


def test_the_record_of_a_story() -> None:
    """Days, articles in order, and entities with the most mentioned first."""
    readings = {}
    members = []
    for day in ("2031-05-04", "2031-05-06"):
        _, reading = reading_of(
            f"Ana Lopes met Kim Roy on {day}. Kim Roy left.", entities=[LOPES, ROY], day=day
        )
        found = outline(reading)
        readings[found.article] = reading
        members.append(found)
    story = make_story(members, "Dam", readings, 3, "a thread")

    assert story.id == make_id("story", members[0].article)
    assert story.articles == tuple(each.article for each in members)
    assert (story.first_seen_at, story.last_seen_at) == ("2031-05-04", "2031-05-06")
    assert story.entities == (ROY.id, LOPES.id)
    assert (story.title, story.claim_count, story.thread) == ("Dam", 3, "a thread")


def test_the_title_nearest_to_all_others() -> None:
    """The title in the middle is taken, on one line; without one there is none."""
    one = outlined("a", title="Dam\n holds")
    other = outlined("b", title="Bread")
    third = outlined("c", title="Lake")
    likeness = {("a", "b"): 0.6, ("a", "c"): 0.7, ("b", "c"): 0.2}

    assert title_of([one, other, third], likeness) == "Dam holds"
    assert title_of([third, other, one], likeness) == "Dam holds"
    assert title_of([outlined("a")], {}) is None
    assert title_of([], {}) is None
