"""A number and a noun -> the words of a count."""

from __future__ import annotations

import pytest

from whence.text.counting import counted


@pytest.mark.parametrize(
    ("count", "noun", "expected"),
    [(1, "story", "1 story"), (2, "story", "2 stories"), (1200, "line", "1,200 lines")],
)
def test_counts_agree_with_their_noun(count: int, noun: str, expected: str) -> None:
    """One is singular, all others plural."""
    assert counted(count, noun) == expected
