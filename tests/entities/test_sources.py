"""Tables of sources: who is behind them, and whether they are named."""

from __future__ import annotations

import pytest

from tests.entities.reading import resolved
from whence.entities.mentions import Mentions
from whence.entities.sources import SourceEntity, resolve_source

NAMED = {
    "title and name": (
        "Polish Minister Jan Kowalczyk said no.",
        "Polish Minister Jan Kowalczyk",
        "Jan Kowalczyk",
    ),
    "apposition": (
        "South Korea, North Korea's closest neighbour, said no.",
        "South Korea, North Korea's closest neighbour,",
        "South Korea",
    ),
    "office explained": (
        "His partner at the firm, Jane Roe, said no.",
        "His partner at the firm, Jane Roe,",
        "Jane Roe",
    ),
    "possessive": ("North Korea’s pledge stands.", "North Korea’s", "North Korea"),
    "acronym": ("US warns of storms.", "US", "United States"),
    "mission": ("UK at the UN said no.", "UK at the UN", "United Kingdom"),
    "metonym": ("the Kremlin said no.", "the Kremlin", "Kremlin"),
    "service": ("U.S. intelligence says no.", "U.S. intelligence", "U.S. intelligence"),
    "product of a body": ("A Kremlin statement said no.", "A Kremlin statement", "Kremlin"),
    "product from a body": (
        "A report by Amnesty says no.",
        "A report by Amnesty",
        "Amnesty International",
    ),
    "spokesman": (
        "A spokesman for the Pentagon said no.",
        "A spokesman for the Pentagon",
        "Pentagon",
    ),
    "minister again": (
        "Polish minister Jan Kowalczyk left. The minister said no.",
        "The minister",
        "Jan Kowalczyk",
    ),
    "minister of a state": (
        "Polish Minister Jan Kowalczyk met Czech Minister Petr Dvorak. The Czech minister said no.",
        "The Czech minister",
        "Petr Dvorak",
    ),
    "newspaper again": (
        "The Financial Times was first. The newspaper said no.",
        "The newspaper",
        "Financial Times",
    ),
    "state again": ("North Korea is poor. The country said no.", "The country", "North Korea"),
    "unnamed holder": (
        "The Russian foreign minister said no.",
        "The Russian foreign minister",
        "Russia",
    ),
    "described before the name": (
        "The energy minister said no. The energy minister, Ola Berg, left.",
        "The energy minister",
        "Ola Berg",
    ),
    "one field of a minister": (
        "Norway's trade, industry and energy minister, Ola Berg, left. The energy minister spoke.",
        "The energy minister",
        "Ola Berg",
    ),
    "deputy again": (
        "Deputy Foreign Minister Ola Berg left. The deputy minister spoke.",
        "The deputy minister",
        "Ola Berg",
    ),
    "only the apposition": (
        "Jane Roe, a spokeswoman for Norway's foreign ministry, said no.",
        "a spokeswoman for Norway's foreign ministry",
        "Jane Roe",
    ),
    "no apposition": (
        "After her talks with Jane Roe, a spokesman for the Kremlin, too, said no.",
        "a spokesman for the Kremlin",
        "Kremlin",
    ),
    "first of two": ("Jane Roe and Peter Poe said no.", "Jane Roe and Peter Poe", "Jane Roe"),
    "Korean name": ("Mrs Park Ok-ja, 71, said no.", "Mrs Park Ok-ja, 71,", "Park Ok-ja"),
    "form of address": ("Dame Ann Poe said no.", "Dame Ann Poe", "Ann Poe"),
    "inside a longer name": (
        "Russia is large. Russia's Far East is cold.",
        "Russia's",
        "Russia",
    ),
}


@pytest.mark.parametrize(("text", "source", "name"), NAMED.values(), ids=NAMED)
def test_named_sources_are_resolved(text: str, source: str, name: str) -> None:
    """The head of a source is the entity behind it, and it is named."""
    found, answer = resolved(text, source)

    assert found is not None
    assert (found.name, answer.is_named) == (name, True)


UNNAMED = {
    "officials of a state": (
        "Russian officials said no.",
        "Russian officials",
        "Russian officials",
    ),
    "their statement": (
        "A statement from Russian officials said no.",
        "A statement from Russian officials",
        "Russian officials",
    ),
    "mixed officials": (
        "U.S. and NATO officials said no.",
        "U.S. and NATO officials",
        "U.S. and NATO officials",
    ),
    "officials in a capital": (
        "Officials in Seoul said no.",
        "Officials in Seoul",
        "Officials in Seoul",
    ),
    "one official": (
        "An official at the Pentagon said no.",
        "An official at the Pentagon",
        "Pentagon officials",
    ),
    "the official again": (
        "A US official said yes. The official said no.",
        "The official",
        "U.S. officials",
    ),
    "aide": ("An aide to Mr Poe said no. Peter Poe left.", "An aide to Mr Poe", None),
    "end of an aide": (
        "Peter Poe left. It quoted an aide to Mr Poe as saying no.",
        "Mr Poe",
        None,
    ),
    "he who is not named": (
        "Jane Roe left. One Nato diplomat told the Echo that he doubted it.",
        "he",
        "Nato diplomats",
    ),
    "he again": (
        "Peter Poe left. One Nato diplomat told the Echo so. “No,” he said.",
        "he",
        "Nato diplomats",
    ),
    "experts": ("Experts said no.", "Experts", None),
    "reports": ("News reports said no.", "News reports", None),
    "observers": ("Some observers said no.", "Some observers", None),
    "somebody": (
        "A person familiar with the talks said no.",
        "A person familiar with the talks",
        None,
    ),
    "thing": ("This agreement commits both.", "This agreement", None),
    "speaker": ("I think so.", "I", None),
}


@pytest.mark.parametrize(("text", "source", "name"), UNNAMED.values(), ids=UNNAMED)
def test_unnamed_sources_stay_unnamed(text: str, source: str, name: str | None) -> None:
    """Officials, experts and reports name nobody, though a group may be behind them."""
    found, answer = resolved(text, source)

    assert (found.name if found else None, answer.is_named) == (name, False)


PRONOUNS = {
    "subject before": ("Jan Kowalczyk left. He said no.", "He", "Jan Kowalczyk"),
    "by given name": ("Anna Roe met Peter Poe. She said no.", "She", "Anna Roe"),
    "object by given name": ("Anna Roe met Peter Poe. He said no.", "He", "Peter Poe"),
    "by role": ("Spokeswoman Vexa Quill met Peter Poe. She said no.", "She", "Vexa Quill"),
    "by what he is called": (
        "Bae Min-ho left. Yoon Su-bin raised her hand. He said no.",
        "He",
        "Bae Min-ho",
    ),
    "Kim is a family": ("Kim Min-ho left. He said no.", "He", "Kim Min-ho"),
    "same sentence": ("Jan Kowalczyk left after he said no.", "he", "Jan Kowalczyk"),
    "state": ("North Korea sent a note. It said no.", "It", "North Korea"),
    "relative": ("It was Jan Kowalczyk, who said no.", "who", "Jan Kowalczyk"),
}


@pytest.mark.parametrize(("text", "source", "name"), PRONOUNS.values(), ids=PRONOUNS)
def test_pronouns_lead_to_their_subject(text: str, source: str, name: str) -> None:
    """A pronoun means the fitting subject that stands nearest before it."""
    found, answer = resolved(text, source)

    assert found is not None
    assert (found.name, answer.is_named) == (name, True)


def test_an_unresolved_person_is_still_named() -> None:
    """He is a certain person even where the text does not say who."""
    assert resolved("The rain fell. He said no.", "He")[1] == SourceEntity(None, is_named=True)


def test_no_source_is_nobody() -> None:
    """An empty source is unnamed and leads nowhere."""
    found = resolve_source("Reportedly yes.", (), 0, Mentions([]), [])

    assert found == SourceEntity(None, is_named=False)


def test_the_president_of_another_state_is_not_meant() -> None:
    """A president is not the one named before where the paragraph speaks of other bodies."""
    text = "South Korean President Kim Il-ho left.\nThe White House waits. The president said no."

    assert resolved(text, "The president")[1] == SourceEntity(None, is_named=True)
