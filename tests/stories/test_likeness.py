"""Outlines -> how alike two articles are."""

from __future__ import annotations

from collections import Counter

import pytest

from whence.stories.likeness import (
    APART,
    APART_DAYS,
    FREE_DAYS,
    LEAST,
    TITLE,
    Likeness,
    Vectors,
    measure,
)
from whence.stories.outline import Outline

NEAR = [[1.0, 0.0], [1.0, 0.0]]


def outlined(name: str, words: str, day: str | None = None) -> Outline:
    """An article of some words."""
    stems = Counter(words.split())
    return Outline(name, day, None, words, stems, stems, {})


def values(found: Likeness) -> dict[tuple[int, int], float]:
    """The pairs with their value."""
    return {
        (one, other): value
        for one, other, value in zip(*(each.tolist() for each in found), strict=True)
    }


def measured(*outlines: Outline) -> dict[tuple[int, int], float]:
    """The likeness of articles whose vectors are all one."""
    vectors = [[1.0, 0.0] for _ in outlines]
    return values(measure(outlines, Vectors(vectors, vectors)))


def test_rare_words_make_articles_alike() -> None:
    """A shared rare word tells more than a shared common one."""
    rare = measured(outlined("a", "zhelvik bread"), outlined("b", "zhelvik stone"))
    common = measured(outlined("a", "campaign bread"), outlined("b", "campaign stone"))

    assert rare[0, 1] > common[0, 1] + 0.1


def test_the_same_words_are_as_alike_as_can_be() -> None:
    """All words shared, and nothing apart: 1, but for names where there are none."""
    assert measured(outlined("a", "zhelvik dam"), outlined("b", "zhelvik dam"))[
        0, 1
    ] == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("day", "less"),
    [
        (None, 0.0),
        (f"2031-05-{1 + FREE_DAYS:02}", 0.0),
        ("2031-05-19", APART / 2),
        ("2031-12-01", APART),
    ],
    ids=["unknown", "near", "half", "far"],
)
def test_days_apart_take_away(day: str | None, less: float) -> None:
    """A gap counts from some days on, and not more after a month."""
    assert (APART_DAYS + FREE_DAYS) / 2 == 18
    one = outlined("a", "zhelvik dam", "2031-05-01")

    found = measured(one, outlined("b", "zhelvik dam", day))

    assert found[0, 1] == pytest.approx(0.9 - less)


def test_far_vectors_are_not_compared() -> None:
    """Below the least product a pair is not there, whatever its words."""
    pair = [outlined("a", "zhelvik"), outlined("b", "zhelvik")]
    far = [[1.0, 0.0], [LEAST - 0.01, (1 - (LEAST - 0.01) ** 2) ** 0.5]]

    assert not values(measure(pair, Vectors(far, NEAR)))


def test_titles_count() -> None:
    """Two titles that are far from each other take their part away."""
    pair = [outlined("a", "zhelvik"), outlined("b", "zhelvik")]

    assert values(measure(pair, Vectors(NEAR, NEAR)))[0, 1] - values(
        measure(pair, Vectors(NEAR, [[1.0, 0.0], [0.0, 1.0]]))
    )[0, 1] == pytest.approx(TITLE)


def test_nothing_to_compare() -> None:
    """No articles, one article, and one without a word have no likeness to anything."""
    assert not measured()
    assert not measured(outlined("a", "zhelvik"))
    assert measured(outlined("a", ""), outlined("b", "zhelvik"))[0, 1] < 0.3
