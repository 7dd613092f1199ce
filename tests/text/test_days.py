"""Days and moments in words."""

from __future__ import annotations

import pytest

from whence.text.days import day_words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05-04T23:59:00Z", "4 May 2031"),
        ("2031-05", "May 2031"),
        ("2031-13-01", "2031-13-01"),
        ("spring", "spring"),
    ],
)
def test_a_day_is_put_into_words(moment: str, words: str) -> None:
    """Time of day goes; what is no day stays as it is."""
    assert day_words(moment) == words
