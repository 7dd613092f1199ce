"""How alike articles are -> stories: those about one chain of events together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.ledger.story import Copy, Decision
from whence.stories.cluster import NEAREST, ONE_STORY, ONE_THREAD, SAME_TEXT, USUAL, cluster
from whence.stories.likeness import Likeness
from whence.stories.outline import Outline, order_of

Values = Mapping[tuple[int, int], float]


def outlined(name: str, day: str | None = "2031-05-04") -> Outline:
    """An article."""
    return Outline(name, day, None, name)


def likeness(values: Values) -> Likeness:
    """The values of some pairs."""
    pairs = sorted(values)
    return Likeness(
        np.array([one for one, _ in pairs], np.intp),
        np.array([other for _, other in pairs], np.intp),
        np.array([values[pair] for pair in pairs], float),
    )


ABC = [outlined(name) for name in "abc"]
ABCD = [outlined(name) for name in "abcd"]


def together(article: str, other: str) -> Decision:
    """A person says that two are one story."""
    return Decision(article, other, is_together=True, decided_at="2031-06-01T00:00:00Z")


def apart(article: str, other: str) -> Decision:
    """A person says that two are not."""
    return Decision(article, other, is_together=False, decided_at="2031-06-02T00:00:00Z")


def test_alike_articles_are_one_story() -> None:
    """Likeness puts two together, and leaves the third alone."""
    found = cluster(ABC, likeness({(0, 1): 0.5, (0, 2): 0.03, (1, 2): 0.03}))

    assert found.stories == [[0, 1], [2]]


def test_what_is_usual_around_two_articles_is_taken_away() -> None:
    """The same likeness that joins two alone leaves them apart among others that are as alike."""
    alone = likeness({(0, 1): 0.1})
    assert 0.1 * (1 - USUAL / NEAREST) > ONE_STORY
    assert cluster(ABC, alone).stories == [[0, 1], [2]]

    crowd = [outlined(f"{number:02}") for number in range(2 * NEAREST)]
    dense = likeness(dict.fromkeys(combinations(range(len(crowd)), 2), 0.09))
    assert 0.09 * (1 - USUAL) < ONE_STORY
    assert len(cluster(crowd, dense).stories) == len(crowd)


def test_copies_tell_nothing_of_what_is_usual() -> None:
    """Any number of copies leaves the others' stories as they are."""
    values: dict[tuple[int, int], float] = dict.fromkeys(combinations(range(6), 2), 0.99)
    values |= {(index, 6): 0.12 for index in range(6)}
    assert min(values[0, 1], 0.99) >= SAME_TEXT

    found = cluster([outlined(f"a{number}") for number in range(7)], likeness(values))

    assert found.stories == [list(range(7))]


def test_near_neighbours_are_stories_of_one_thread() -> None:
    """Two pairs that are a little alike are two stories and one thread; a stranger is of none."""
    values: dict[tuple[int, int], float] = {(0, 1): 0.5, (2, 3): 0.5}
    values |= dict.fromkeys([(0, 2), (0, 3), (1, 2), (1, 3)], 0.09)

    found = cluster([*ABCD, outlined("e")], likeness(values))

    assert ONE_THREAD < 0.09 - USUAL * (0.5 + 0.18) / NEAREST < ONE_STORY
    assert found.stories == [[0, 1], [2, 3], [4]]
    assert found.threads[0] == found.threads[1] != found.threads[2]


def test_a_copy_is_in_the_story_of_its_original() -> None:
    """Whatever its likeness, the same text again is in the same story."""
    assert cluster(ABC, likeness({}), [Copy("b", "a", "wire")]).stories == [[0, 1], [2]]


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ([], [[0, 1], [2], [3]]),
        ([("a", "b")], [[0, 1], [2], [3]]),
        ([("d", "a")], [[0, 1, 3], [2]]),
        ([("c", "d"), ("b", "c")], [[0, 1, 2, 3]]),
        ([("a", "elsewhere")], [[0, 1], [2], [3]]),
    ],
    ids=["none", "inside", "turned-round", "a-chain", "of-no-article-here"],
)
def test_links_join_stories(links: list[tuple[str, str]], expected: list[list[int]]) -> None:
    """Articles that carry one number are one story, over any number of links."""
    assert cluster(ABCD, likeness({(0, 1): 0.5}), links=links).stories == expected


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([together("a", "c")], [[0, 1, 2]]),
        ([apart("a", "b")], [[0], [1], [2]]),
        ([apart("a", "b"), together("a", "b")], [[0, 1], [2]]),
        ([together("a", "b"), apart("b", "a")], [[0], [1], [2]]),
        ([together("b", "c"), apart("a", "b")], [[0], [1, 2]]),
    ],
    ids=["merged", "split", "merged-again", "split-again", "moved"],
)
def test_a_persons_word_stands(decisions: list[Decision], expected: list[list[int]]) -> None:
    """What a person said of two articles holds against likeness; the later word counts."""
    assert cluster(ABC, likeness({(0, 1): 0.5}), decisions=decisions).stories == expected


def test_a_persons_word_stands_above_links_and_copies() -> None:
    """Two that a person parted stay apart though one text is in both."""
    copies, decisions = [Copy("b", "a", "exact")], [apart("a", "b")]

    found = cluster(ABC, likeness({}), copies, links=[("a", "b")], decisions=decisions)

    assert found.stories == [[0], [1], [2]]


def test_parted_stories_stay_one_thread() -> None:
    """What a person parted may still be near."""
    found = cluster(ABC, likeness({(0, 1): 0.5}), decisions=[apart("a", "b")])

    assert found.threads[0] == found.threads[1]


@st.composite
def archives(draw: st.DrawFn) -> tuple[list[Outline], dict[tuple[int, int], float]]:
    """Outlines in order, with any likeness."""
    days = st.sampled_from([None, "2031-05-04", "2031-05-20", "2031-07-01"])
    count = draw(st.integers(0, 8))
    found = sorted((outlined(f"a{n}", draw(days)) for n in range(count)), key=order_of)
    values = st.floats(0.0, 1.0)
    return found, {
        pair: draw(values) for pair in combinations(range(count), 2) if draw(st.booleans())
    }


@settings(max_examples=80)
@given(archives())
def test_each_article_is_in_one_story(
    archive: tuple[list[Outline], dict[tuple[int, int], float]],
) -> None:
    """Groups are whole, apart, ascending and ordered by their first."""
    outlines, values = archive
    groups = cluster(outlines, likeness(values)).stories

    assert sorted(index for group in groups for index in group) == list(range(len(outlines)))
    assert all(group == sorted(group) for group in groups)
    assert groups == sorted(groups)
