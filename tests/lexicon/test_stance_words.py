"""Word lists of cues, hedges, negation, yardsticks and bases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from whence.ledger.attribution import Stance
from whence.lexicon.cues import reporting_words, stance_phrases
from whence.lexicon.phrases import tables_of
from whence.lexicon.yardsticks import band_of, estimative_phrases

NAMES = ("cues", "hedges", "negation", "yardsticks", "perception", "basis", "grammar")


def lists_of(tables: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for table in tables.values():
        if isinstance(table, Mapping):
            if "words" in table:
                yield table
            else:
                yield from lists_of(table)


@pytest.mark.parametrize("name", NAMES)
def test_every_list_says_where_it_is_from(name: str) -> None:
    """A list without a source, without words, or with a word twice is not shipped."""
    lists = list(lists_of(tables_of(name)))

    assert lists
    for table in lists:
        words = table["words"]
        assert isinstance(words, list)
        assert table["source"]
        assert words
        assert len(set(words)) == len(words), sorted(w for w in words if words.count(w) > 1)


def test_reporting_words_are_single_and_lower_case() -> None:
    """The words that tell of a nested attribution are looked up one by one."""
    assert {"said", "says", "told", "reportedly", "according", "revealed"} <= reporting_words()
    assert all(word == word.lower() for word in reporting_words())


def test_terms_of_every_yardstick_are_found() -> None:
    """What a yardstick lists is recognised as estimative."""
    scales = tables_of("yardsticks")["scales"]
    assert isinstance(scales, Mapping)

    for table in lists_of(scales):
        words = table["words"]
        assert isinstance(words, list)
        for line in words:
            term = line.split(" | ")[0]
            assert estimative_phrases().find(term.split(" "))[0].end == len(term.split(" "))


def test_published_bands() -> None:
    """Bands are as their standards print them."""
    assert band_of("highly likely", "GBR") == (0.80, 0.90, "PHIA")
    assert band_of("very likely", "USA") == (0.80, 0.95, "ICD-203")
    assert band_of("very likely", "GBR") is None
    assert band_of("likely", None) is None


@pytest.mark.parametrize(
    ("cue", "stance"),
    [("has criticised", Stance.OPPOSES), ("fears", Stance.FEARS), ("vowed", Stance.INTENDS)],
    ids=str,
)
def test_cues_show_a_stance(cue: str, stance: Stance) -> None:
    """Inflected cues are found."""
    found = stance_phrases().find(cue.split(" "))

    assert found[-1].value is stance
