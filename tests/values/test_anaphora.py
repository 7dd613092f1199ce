"""Sentences -> times told from another time of the text."""

from __future__ import annotations

import pytest

from tests.values.reading import MONDAY, told
from whence.ledger.span import Span
from whence.values.times import find_times

FROM_THE_TEXT = [
    ("It cracked on 3 May 2021 and burst two days later.", "two days later", "2021-05-05"),
    ("It cracked on 3 May 2021, a week after, it burst.", "a week after", "2021-W19"),
    ("It cracked on 3 May 2021 and burst the next day.", "the next day", "2021-05-04"),
    ("It burst on 3 May 2021; the night before, it rained.", "the night before", "2021-05-02TNI"),
    ("It burst on 3 May 2021 and was sold that same year.", "that same year", "2021"),
    ("It burst in May 2021; it was sound a year earlier.", "a year earlier", "2020"),
    ("It burst in May 2021 and was mended the following month.", "the following month", "2021-06"),
    ("It was built in 1974 and burst three decades later.", "three decades later", "2004"),
    ("It was planned in 1974 and built in June the same year.", "June the same year", "1974-06"),
]


@pytest.mark.parametrize(
    ("text", "words", "value"), FROM_THE_TEXT, ids=[row[1] for row in FROM_THE_TEXT]
)
def test_told_from_the_last_date(text: str, words: str, value: str) -> None:
    """What is so much later or earlier counts from the last date of the text."""
    assert told(text)[-1] == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "It burst two days later.",
        "It burst the next day.",
        "It cracked in 2021 and burst two days later.",
        "It cracked in 2021 and burst the following month.",
    ],
)
def test_without_a_date_fine_enough_nothing_is_guessed(text: str) -> None:
    """Without a date, or with one too coarse, the words have no value."""
    assert told(text)[-1][1] is None


def test_a_date_far_back_is_no_anchor() -> None:
    """A date counts for its own sentence and the two after it."""
    lines = ["It cracked on 3 May 2021.", "It leaked.", "It was shut.", "It burst two days later."]
    text = " ".join(lines)
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1

    assert find_times(text, spans, MONDAY)[-1].value is None
    assert find_times(text, [spans[0], *spans[2:]], MONDAY)[-1].value == "2021-05-05"
