"""The scorer of our own articles counts what its module says."""

from __future__ import annotations

from gates.nested import Side, compare, figures


def side(marks: range, content: range, outer: int | None = None) -> Side:
    """An attribution by ranges of characters."""
    return Side(frozenset(marks), frozenset(content), outer)


WANTED = [side(range(3), range(10, 30)), side(range(12, 14), range(16, 24), 0)]


def test_the_same_is_right() -> None:
    """What is found as it was marked counts fully."""
    found = figures(compare(WANTED, WANTED))

    assert set(found.values()) == {1.0}


def test_a_nested_one_at_the_surface_is_found_elsewhere() -> None:
    """It is no nested one, but it is found; what it should hang on plays no part."""
    given = [WANTED[0], side(range(12, 14), range(16, 24))]
    found = figures(compare(WANTED, given))

    assert found["nested F1"] == 0.0
    assert found["nested found anywhere"] == 1.0
    assert round(found["outermost F1"], 3) == 0.667


def test_half_of_a_content_is_the_least() -> None:
    """A content with less than half in common is another one, and so is one with other marks."""
    short = [side(range(3), range(10, 19)), *WANTED[1:]]
    other = [side(range(5, 8), range(10, 30)), *WANTED[1:]]

    assert compare(WANTED, short)["outer"] == compare(WANTED, other)["outer"] == 0
    assert compare(WANTED, short)["host"] == 0


def test_each_answers_once() -> None:
    """Two that are alike are one right and one too much."""
    counts = compare(WANTED[:1], [WANTED[0], WANTED[0]])

    assert counts["outer"] == 1
    assert counts["given outer"] == 2
