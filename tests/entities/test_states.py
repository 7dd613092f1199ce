"""Tables of offices and bodies printed without a state: whose they are, or that nobody can say."""

from __future__ import annotations

import pytest

from tests.entities.reading import entity
from whence.ledger.article import BlockKind

PERSONS = {
    "office tied elsewhere": (
        "South Korea's defense minister spoke. Defence Minister Bae Jin-ho left.",
        "Bae Jin-ho",
        "KOR",
    ),
    "minister of": (
        "The minister of defence of Norway spoke. Defense Minister Ola Berg left.",
        "Ola Berg",
        "NOR",
    ),
    "two states compete": (
        "Norway's defence minister met Sweden's defence minister. Defence Minister Ola Berg left.",
        "Ola Berg",
        None,
    ),
    "a ministry of another state beside an army": (
        "South Korea's army spoke, Russia's defence ministry not. Defence Minister Bae Jin-ho did",
        "Bae Jin-ho",
        None,
    ),
    "town of the sentence": (
        "In Oslo, Trade Minister Ola Berg left.",
        "Ola Berg",
        "NOR",
    ),
    "dispatch": (
        "OSLO, May 2 (Echo) - Interior and Safety Minister Ola Berg left.",
        "Ola Berg",
        "NOR",
    ),
    "no minister in Washington": (
        "WASHINGTON (Echo) - Foreign Minister Ola Berg left.",
        "Ola Berg",
        None,
    ),
    "only one state's officials": (
        "Norwegian defence chief Ola Berg spoke. Interior Minister Kari Dahl left.",
        "Kari Dahl",
        "NOR",
    ),
    "title of one state": (
        "Britain waits. The foreign secretary, Ann Poe, left.",
        "Ann Poe",
        "GBR",
    ),
    "president of a club": (
        "The U.S. president spoke. Jane Roe, president of the Rowing Club, left.",
        "Jane Roe",
        None,
    ),
    "its spokesman": (
        "The Kremlin mocked the Pentagon's figure. Its spokesman, Igor Malov, left.",
        "Igor Malov",
        "RUS",
    ),
    "its spokesman after a passive": (
        "It was denied by the Russian defence ministry. Its spokesman, Gen. Igor Malov, left.",
        "Igor Malov",
        "RUS",
    ),
    "bare spokesman": (
        "The Kremlin kept silent. “No,” spokesman Igor Malov told reporters.",
        "Igor Malov",
        "RUS",
    ),
    "of the ministry": (
        "Russia's Defence Ministry spoke. The spokesman of the ministry, Gen. Igor Malov, left.",
        "Igor Malov",
        "RUS",
    ),
    "mission": (
        "Rim Jong-su, a counsellor at North Korea's mission to the United Nations, left.",
        "Rim Jong-su",
        "PRK",
    ),
    "joint chiefs of nobody": (
        "Gen. Lee Il-sung, a spokesman for the Joint Chiefs of Staff, left. America waits.",
        "Lee Il-sung",
        None,
    ),
    "joint chiefs of the military": (
        "South Korea's army met. Gen. Lee Il-sung, spokesman for the Joint Chiefs of Staff, left.",
        "Lee Il-sung",
        "KOR",
    ),
}


@pytest.mark.parametrize(("text", "name", "country"), PERSONS.values(), ids=PERSONS)
def test_an_office_has_the_state_that_the_article_gives(
    text: str, name: str, country: str | None
) -> None:
    """A person of an office gets its state from the article, and none where two compete."""
    assert entity(text, name).country == country


BODIES = {
    "capital after": ("The foreign ministry in Kyiv spoke.", "Ukrainian foreign ministry", "UKR"),
    "office in a capital": (
        "The presidential office in Seoul spoke.",
        "South Korean presidential office",
        "KOR",
    ),
    "federation": (
        "The Defence Ministry of the Russian Federation spoke.",
        "Defence Ministry of the Russian Federation",
        "RUS",
    ),
    "dispatch": (
        "MOSCOW, May 2 (Echo) - The Foreign Ministry spoke.",
        "Foreign Ministry",
        "RUS",
    ),
    "no ministry in Washington": (
        "WASHINGTON (Echo) - The Foreign Ministry spoke.",
        "Foreign Ministry",
        None,
    ),
    "state radio": ("North Korean state radio spoke.", "North Korean state radio", "PRK"),
    "mission": ("UK Mission to the UN spoke.", "UK Mission", "GBR"),
}


@pytest.mark.parametrize(("text", "name", "country"), BODIES.values(), ids=BODIES)
def test_a_body_has_the_state_that_the_article_gives(
    text: str, name: str, country: str | None
) -> None:
    """A ministry gets its state from its capital, its dispatch or its own name."""
    assert entity(text, name).country == country


GEORGIAS = {
    "town": ("Georgia voted. Atlanta was quiet.", "USA"),
    "among states": ("Voters in Ohio, Florida and Georgia waited.", "USA"),
    "neighbour": ("Georgia and Russia spoke.", "GEO"),
    "its own town": ("Georgia voted. Atlanta and Tbilisi were quiet.", "GEO"),
    "alone": ("Georgia voted.", "GEO"),
}


@pytest.mark.parametrize(("text", "country"), GEORGIAS.values(), ids=GEORGIAS)
def test_georgia_is_told_apart(text: str, country: str) -> None:
    """Georgia is the American state where towns or states of America say so."""
    assert entity(text, "Georgia").country == country


def test_a_headline_speaks_of_who_is_named_later() -> None:
    """A description that fits one person of the article is a mention before the name, too."""
    text = "Norwegian trade minister says no\nOSLO - Trade Minister Ola Berg said no."
    found = entity(text, "Ola Berg", BlockKind.HEADLINE, BlockKind.PARAGRAPH)

    assert [span.words(text) for span in found.mentions] == ["trade minister", "Ola Berg"]
    assert found.country == "NOR"
