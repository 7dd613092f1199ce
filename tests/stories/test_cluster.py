"""Articles -> stories: those about one chain of events together."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.making import LOPES, ROY, entity, reading_of
from whence.ledger.article import BlockKind
from whence.ledger.entity import EntityKind
from whence.ledger.identity import make_id
from whence.ledger.reading import Reading
from whence.ledger.story import Copy
from whence.stories.cluster import (
    ALIKE,
    ALIKE_WITH_ACTORS,
    LIFE_DAYS,
    SHARED_ACTORS,
    Outline,
    cluster,
    join_linked,
    make_story,
    order_of,
    outline,
    title_of,
)


def outlined(
    name: str,
    day: str | None = "2031-05-04",
    actors: str = "PRT",
    title: str | None = None,
) -> Outline:
    """An article that names some actors."""
    return Outline(name, day, title, name, frozenset(actors.split()))


A, B, C = (outlined(name) for name in "abc")


def test_alike_articles_are_one_story() -> None:
    """Likeness puts two together, and leaves the third alone."""
    assert cluster([A, B, C], {(0, 1): 0.8, (0, 2): 0.2, (1, 2): 0.25}, []) == [[0, 1], [2]]


MANY = " ".join(f"X{number}" for number in range(SHARED_ACTORS))
FEW = " ".join(MANY.split()[:-1])


@pytest.mark.parametrize(
    ("actors", "likeness", "is_one"),
    [
        ("X0", ALIKE + 0.01, True),
        ("X0", ALIKE - 0.01, False),
        ("JPN", 0.99, False),
        ("", 0.99, False),
        (MANY, ALIKE_WITH_ACTORS + 0.01, True),
        (FEW, ALIKE_WITH_ACTORS + 0.01, False),
        (MANY, ALIKE_WITH_ACTORS - 0.01, False),
    ],
    ids=["alike", "not-quite", "other-actors", "no-actors", "less-alike-with-actors",
         "too-few-actors", "unlike-with-actors"],
)  # fmt: skip
def test_actors_decide(actors: str, likeness: float, *, is_one: bool) -> None:
    """Without a shared actor nothing is one story; with many, less likeness is enough."""
    found = cluster([outlined("a", actors=MANY), outlined("b", actors=actors)],
                    {(0, 1): likeness}, [])  # fmt: skip

    assert (len(found) == 1) is is_one


@pytest.mark.parametrize(
    ("day", "is_one"),
    [("2031-06-03", True), ("2031-06-04", False), (None, True)],
    ids=["thirty-days", "thirty-one-days", "no-day"],
)
def test_a_story_sleeps(day: str | None, *, is_one: bool) -> None:
    """After thirty days without an article the next one is another story."""
    assert LIFE_DAYS == 30
    assert (len(cluster([A, outlined("b", day)], {(0, 1): 0.9}, [])) == 1) is is_one


def test_each_article_keeps_its_story_awake() -> None:
    """A chain of articles goes on longer than the life of one."""
    days = ["2031-05-01", "2031-05-25", "2031-06-20"]
    chain = [outlined(name, day) for name, day in zip("abc", days, strict=True)]
    likeness = dict.fromkeys(combinations(range(3), 2), 0.9)

    assert cluster(chain, likeness, []) == [[0, 1, 2]]


def test_a_copy_is_in_the_story_of_its_original() -> None:
    """Whatever its likeness, actors and day, the same text again is in the same story."""
    copy = outlined("b", "2031-09-01", "JPN")

    assert cluster([A, copy], {}, [Copy("b", "a", "wire")]) == [[0, 1]]


def test_an_article_joins_the_story_most_like_it() -> None:
    """Of two stories the nearer one takes it."""
    assert cluster([A, B, C], {(0, 2): ALIKE + 0.01, (1, 2): ALIKE + 0.1}, []) == [[0], [1, 2]]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], [[0, 3], [1], [2, 4]]),
        ([(0, 3)], [[0, 3], [1], [2, 4]]),
        ([(1, 4)], [[0, 3], [1, 2, 4]]),
        ([(4, 1)], [[0, 3], [1, 2, 4]]),
        ([(1, 4), (2, 3)], [[0, 1, 2, 3, 4]]),
        ([(2, 3), (1, 4), (0, 1)], [[0, 1, 2, 3, 4]]),
    ],
    ids=["none", "inside", "two", "turned-round", "a-chain", "again"],
)
def test_links_join_stories(links: list[tuple[int, int]], expected: list[list[int]]) -> None:
    """Stories whose articles carry one claim are one, over any number of links."""
    assert join_linked([[0, 3], [1], [2, 4]], links) == expected


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[Outline], dict[tuple[int, int], float]]:
    """Outlines in order, with any likeness."""
    days = st.sampled_from([None, "2031-05-04", "2031-05-20", "2031-07-01"])
    actors = st.sampled_from(["", "PRT", "JPN", "PRT JPN ITA USA"])
    count = draw(st.integers(0, 8))
    found = sorted(
        (outlined(f"a{n}", draw(days), draw(actors)) for n in range(count)), key=order_of
    )
    values = st.floats(0.2, 1.0)
    return found, {
        pair: draw(values) for pair in combinations(range(count), 2) if draw(st.booleans())
    }


@settings(max_examples=80)
@given(archives())
def test_each_article_is_in_one_story(
    archive: tuple[list[Outline], dict[tuple[int, int], float]],
) -> None:
    """Groups are whole, apart, ascending and ordered by their first."""
    outlines, likeness = archive
    groups = cluster(outlines, likeness, [])

    assert sorted(index for group in groups for index in group) == list(range(len(outlines)))
    assert all(group == sorted(group) for group in groups)
    assert groups == sorted(groups)


def test_articles_without_a_day_come_last() -> None:
    """By day, then id."""
    found = sorted(
        [outlined("z", None), outlined("b"), outlined("a"), outlined("c", "2031-01-01")],
        key=order_of,
    )

    assert [each.article for each in found] == ["c", "a", "b", "z"]


def test_the_outline_of_an_article() -> None:
    """All that it names count, and their countries; a moment is its day; the opening is read."""
    lake = entity("Lakeside", EntityKind.PLACE)
    paper = entity("the plan", EntityKind.DOCUMENT)
    _, reading = reading_of(
        "Dam holds\nAna Lopes and Kim Roy saw Lakeside and the plan.",
        entities=[LOPES, ROY, lake, paper],
        day="2031-05-04T23:30:00Z",
        kinds=[BlockKind.HEADLINE],
    )
    found = outline(reading)

    assert found.day == "2031-05-04"
    assert found.actors == {"PRT", LOPES.id, ROY.id, lake.id}
    assert "Ana Lopes and Kim Roy" in found.words


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
    story = make_story(members, "Dam", readings, 3)

    assert story.id == make_id("story", members[0].article)
    assert story.articles == tuple(each.article for each in members)
    assert (story.first_seen_at, story.last_seen_at) == ("2031-05-04", "2031-05-06")
    assert story.entities == (ROY.id, LOPES.id)
    assert (story.title, story.claim_count) == ("Dam", 3)


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
