"""Words for what befalls people, for what replaces a number, and spellings of units."""

from __future__ import annotations

import pytest

from tests.lexicon.test_stance_words import lists_of
from whence.lexicon.casualties import Fate, anybody, fate_blows, fate_nouns, fate_verbs
from whence.lexicon.phrases import tables_of, words_of_table
from whence.lexicon.replacing import replacing
from whence.lexicon.spellings import measures, shapes

LISTS = ("casualties", "replacing", "spellings")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_where_it_is_from(name: str) -> None:
    """A list without a source is not shipped, nor one that has a word twice."""
    for table in lists_of(tables_of(name)):
        words = table["words"]
        assert table["source"]
        assert isinstance(words, list)
        plain = [word for word in words if isinstance(word, str)]
        assert len(set(plain)) == len(plain)


@pytest.mark.parametrize("fate", Fate)
def test_every_fate_has_its_words(fate: Fate) -> None:
    """Each fate can be told, and no word tells of two."""
    fates = tables_of("casualties")["fates"]
    assert isinstance(fates, dict)
    own = fates[fate.value]
    others = [table for name, table in fates.items() if name != fate.value]

    assert own["source"]
    assert own["verbs"]
    assert own["blows"]
    for part in ("nouns", "verbs", "blows"):
        assert len(set(own[part])) == len(own[part]), (fate, part)
        assert not any(set(own[part]) & set(table[part]) for table in others), (fate, part)


def test_words_of_one_fate_are_one() -> None:
    """Died, dead, bodies and a death toll tell of the dead; hurt and wounded do not."""
    nouns = {
        word: found.value
        for word in ("dead", "bodies", "deaths")
        if (found := fate_nouns().first([word]))
    }

    assert set(nouns.values()) == {Fate.DEAD}
    assert fate_nouns().first(["death", "toll"]) == (0, 2, Fate.DEAD)
    assert fate_verbs().first(["had", "died"]) == (1, 2, Fate.DEAD)
    assert fate_blows().first(["killing"]) == (0, 1, Fate.DEAD)
    assert fate_blows().first(["wounding"]) == (0, 1, Fate.INJURED)


def test_all_people_and_a_part_of_them() -> None:
    """Workers and bodies stand for all who were hit, children and soldiers do not."""
    assert {"people", "workers", "bodies", "dead"} <= anybody()
    assert not {"children", "soldiers", "civilians"} & anybody()


def test_a_unit_is_one_in_every_spelling() -> None:
    """Litres and liters are one unit; each spelling belongs to one unit only."""
    assert measures()["liters"] == measures()["litres"] == "litre"
    assert measures()["tons"] == measures()["tonnes"]
    assert shapes() == {"cubic", "square", "nautical"}


@pytest.mark.parametrize("kind", ["own", "after", "openings", "every", "one", "standing", "since"])
def test_words_of_replacing_are_found(kind: str) -> None:
    """Each kind of word is looked up whole."""
    for word in words_of_table("replacing", kind):
        found = replacing(kind).first(word.split())
        assert found is not None
        assert found.end == len(word.split())
