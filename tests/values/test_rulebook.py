"""Rules of times -> found by the words that they begin with."""

from __future__ import annotations

import re

import pytest

from tests.values.reading import MONDAY
from tests.values.test_times import ABSOLUTE, FROM_THE_DAY, NO_TIMES, WITHOUT_THE_DAY
from whence.values.grammar import Place
from whence.values.rulebook import compiled, first_word, openings, rulebook
from whence.values.times import find_times

TEXTS = [row[0] for row in ABSOLUTE + FROM_THE_DAY + WITHOUT_THE_DAY] + [*NO_TIMES.values()]


@pytest.mark.parametrize("text", TEXTS)
def test_no_rule_begins_with_another_word(text: str) -> None:
    """A rule matches nowhere but at the words that it names as its first."""
    book = rulebook()
    rules = {rule for found in book.by_word.values() for rule in found}
    for word in re.finditer(r"[^\W_]+", text):
        own = set(book.by_word.get(first_word(word[0]), ()))
        for rule in rules - own:
            match = compiled(rule.pattern).match(text, word.start())
            assert match is None, (rule.pattern[:60], match[0])


def test_without_a_name_of_a_time_nothing_begins() -> None:
    """A sentence without any name of a time is not looked at."""
    text = "The early bird of the last valley left a few."
    assert list(openings(Place(text, 0, len(text), None))) == []


def test_a_long_way_to_the_name_of_a_time_is_none() -> None:
    """A first word far from any name of a time begins nothing; the near one does."""
    text = "The " + "very " * 20 + "old dam burst in June."
    place = Place(text, 0, len(text), None)
    assert [word for _, word in openings(place)] == ["june"]
    assert find_times(text, [], MONDAY) == []
