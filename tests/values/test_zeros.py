"""Sentences -> the counts of nobody in them."""

from __future__ import annotations

import pytest

from tests.values.reading import quantities_in


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("There were no casualties in the valley.", "no", "casualties"),
        ("No civilian deaths were reported.", "No", "deaths"),
        ("Zero arrests were made at the dam.", "Zero", "arrests"),
        ("Nobody was hurt when the wall fell.", "Nobody", None),
        ("No one was seriously injured.", "No one", None),
    ],
)
def test_none_is_a_number(text: str, words: str, unit: str | None) -> None:
    """After a blow, "no" and "nobody" count nought."""
    (found,) = quantities_in(text)
    assert (found.span.words(text), found.low, found.high, found.unit) == (words, 0, 0, unit)


@pytest.mark.parametrize(
    "text",
    [
        "There were no reports of casualties.",
        "There were no further deaths.",
        "There is no reason to leave.",
        "Nobody knew it.",
    ],
)
def test_what_counts_nobody(text: str) -> None:
    """No news of something, and no other thing, are no number."""
    assert quantities_in(text) == []
