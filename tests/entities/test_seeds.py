"""The two real articles, where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.entities.reading import blocks_of, sentences_of
from whence.entities.find import find_entities
from whence.entities.mentions import Mentions
from whence.entities.sources import resolve_source
from whence.ledger.span import Span
from whence.lexicon.countries import countries

SECOND = {
    "Ian Davies": (None, "bureau chief", "JRN", "Financial Times"),
    "Volodymyr Zelensky": ("UKR", "president", "GOV", None),
    "John Kirby": ("USA", "national security adviser", "GOV", "White House"),
    "Lloyd Austin": ("USA", "defense secretary", "GOV", None),
    "Rob Hersov": ("ZAF", "business leader", "BUS", None),
    "Kremlin": ("RUS", None, "GOV", None),
    "Western officials": (None, None, "GOV", None),
    "Officials in Seoul": ("KOR", None, "GOV", None),
    "Russian officials": ("RUS", None, "GOV", None),
    "South Korean intelligence": ("KOR", None, "SPY", None),
    "Bloomberg News": ("USA", None, "JRN", None),
}


def test_every_actor_of_the_first_is_right(shared: Path) -> None:
    """The entity behind each source belongs to the state that the annotation names."""
    text = (shared / "seeds/000_02ea312a9d18127c.txt").read_text("utf-8")
    gold = json.loads((shared / "gold/seed-000.json").read_text("utf-8"))
    entities = find_entities(text, blocks_of(text), sentences_of(text))
    mentions = Mentions(entities)
    by_id = {each.id: each for each in entities}
    codes = {country.name: country.code for country in countries()}
    wrong = []
    for each in gold["attributions"]:
        if each.get("actor") and each["source"]:
            start = text.index(each["source"])
            source = (Span(start, start + len(each["source"])),)
            found = resolve_source(text, source, source[0].end, mentions, sentences_of(text))
            if not found.entity or by_id[found.entity].country != codes[each["actor"]]:
                wrong.append(each["source"])

    assert wrong == []


@pytest.mark.parametrize("name", SECOND)
def test_everyone_of_the_second_is_known(shared: Path, name: str) -> None:
    """Country, role, sector and affiliation of those who speak in it are right."""
    text = (shared / "seeds/003_72dd49e03869f036.txt").read_text("utf-8")
    entities = find_entities(text, blocks_of(text), sentences_of(text))
    (found,) = [each for each in entities if each.name == name]

    assert (found.country, found.role, found.sector, found.affiliation) == SECOND[name]
