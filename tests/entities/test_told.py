"""Tables of names that only a reader knows."""

from __future__ import annotations

import re

import pytest

from tests.entities.reading import entities_of, marked
from whence.ledger.article import BlockKind
from whence.ledger.marking import Name
from whence.ledger.span import Span

FOUND = {
    "person in full": (
        "The bridge at Orsk Ferry was safe, Ulvhild Brannock wrote.",
        {"Ulvhild Brannock": "person"},
        {"Ulvhild Brannock": ("person", ["Ulvhild Brannock"])},
    ),
    "surname later": (
        "Ulvhild Brannock left. Nobody asked Brannock why.",
        {"Ulvhild Brannock": "person"},
        {"Ulvhild Brannock": ("person", ["Ulvhild Brannock", "Brannock"])},
    ),
    "only a surname": (
        "Nobody asked Brannock why. The letter came from Brannock.",
        {"Brannock": "person"},
        {"Brannock": ("person", ["Brannock", "Brannock"])},
    ),
    "surname of a person whom a rule finds": (
        "The mayor, Ulvhild Brannock, left. Nobody asked Brannock why.",
        {"Brannock why": "person"},
        {"Ulvhild Brannock": ("person", ["Ulvhild Brannock", "Brannock"])},
    ),
    "body": (
        "The dam belongs to Halvorex. On Monday Halvorex closed it.",
        {"Halvorex": "organisation"},
        {"Halvorex": ("organisation", ["Halvorex", "Halvorex"])},
    ),
    "body by its first word": (
        "The Halvorex Corporation closed the dam. The dam belongs to Halvorex.",
        {"to Halvorex": "organisation"},
        {"Halvorex Corporation": ("organisation", ["Halvorex Corporation", "Halvorex"])},
    ),
    "place": (
        "The water rose at Orsk Ferry. In Orsk Ferry the school is closed.",
        {"Orsk Ferry": "place"},
        {"Orsk Ferry": ("place", ["Orsk Ferry", "Orsk Ferry"])},
    ),
    "with its title": (
        "It was opened by Engineer Ulvhild Brannock.",
        {"Engineer Ulvhild Brannock": "person"},
        {"Ulvhild Brannock": ("person", ["Ulvhild Brannock"])},
    ),
    "after a form of address": (
        "Ulvhild Brannock left. They asked Miss Brannock why.",
        {"Ulvhild Brannock": "person", "Miss Brannock": "person"},
        {"Ulvhild Brannock": ("person", ["Ulvhild Brannock", "Brannock"])},
    ),
    "without the verb before it": (
        "Notice Ulvhild Brannock on the dam.",
        {"Ulvhild Brannock": "person"},
        {"Ulvhild Brannock": ("person", ["Ulvhild Brannock"])},
    ),
    "a given name, but no person": (
        "The ferry left Carol Sound.",
        {"Carol Sound": "place"},
        {"Carol Sound": ("place", ["Carol Sound"])},
    ),
    "with its article": (
        "The dam belongs to the Halvorex.",
        {"the Halvorex": "organisation"},
        {"Halvorex": ("organisation", ["Halvorex"])},
    ),
    "again in a heading": (
        "Brannock leaves\nUlvhild Brannock left the dam.",
        {"Ulvhild Brannock": "person"},
        {"Ulvhild Brannock": ("person", ["Brannock", "Ulvhild Brannock"])},
    ),
}


@pytest.mark.parametrize(("text", "names", "wanted"), FOUND.values(), ids=FOUND)
def test_names_that_no_rule_finds(
    text: str, names: dict[str, str], wanted: dict[str, tuple[str, list[str]]]
) -> None:
    """They are entities with all their mentions, joined with what rules found."""
    kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH) if "\n" in text else ()
    found = entities_of(text, *kinds, names=marked(text, names))

    assert {
        each.name: (each.kind.value, [span.words(text) for span in each.mentions]) for each in found
    } == wanted


NONE = {
    "other": ("They flew the Sarvenna.", {"Sarvenna": "other"}),
    "unsure": ("They flew the Sarvenna.", {}),
    "month": ("They met in January again.", {"January": "organisation"}),
    "weekday": ("They met on Monday again.", {"Monday": "person"}),
    "title": ("They met the General again.", {"General": "person"}),
    "address": ("They met Mr. again.", {"Mr.": "person"}),
    "no capital": ("They met the keeper again.", {"keeper": "person"}),
    "state in short": ("They met in Sarvenna, Wis., again.", {"Wis": "place"}),
    "seat": ("They met the keeper, R-Wis, again.", {"R-Wis": "person"}),
    "acronym": ("They met the SRV again.", {"SRV": "person"}),
    "only a noun of names": ("They met the Council again.", {"Council": "organisation"}),
    "told once of many": (
        "They flew Sarvenna. Sarvenna is old. Sarvenna is good. Sarvenna is slow.",
        {"Sarvenna": "place"},
    ),
    "part of a name": ("They read the Sarvenna Oltrem again.", {"Oltrem": "organisation"}),
}


@pytest.mark.parametrize(("text", "names"), NONE.values(), ids=NONE)
def test_what_is_no_name(text: str, names: dict[str, str]) -> None:
    """Days, titles, plain words, parts of names and other things are no entities."""
    assert entities_of(text, names=marked(text, names)) == []


def test_names_of_low_score_are_not_believed() -> None:
    """What the reader hardly believes is no entity."""
    text = "They flew to Sarvenna."

    assert entities_of(text, names=marked(text, {"Sarvenna": "place"}, score=0.2)) == []


def test_the_kind_told_most_is_the_kind() -> None:
    """A name has one kind in an article, whatever the reader says of one place."""
    text = "They met Sarvenna. Nobody but Sarvenna. And Sarvenna."
    kinds = ("place", "person", "person")
    names = [
        Name(Span(*match.span()), kind, 0.9)
        for match, kind in zip(re.finditer("Sarvenna", text), kinds, strict=True)
    ]
    (found,) = entities_of(text, names=names)

    assert (found.kind.value, len(found.mentions)) == ("person", 3)


def test_boilerplate_names_nobody() -> None:
    """Names that stand outside the article are not read."""
    text = "Sign up for the Sarvenna letter.\nThe dam held."
    kinds = (BlockKind.BOILERPLATE, BlockKind.PARAGRAPH)

    assert entities_of(text, *kinds, names=marked(text, {"Sarvenna": "organisation"})) == []


def test_headings_teach_no_names() -> None:
    """In a line in title case any word may look like a name."""
    text = "Sarvenna Holds\nThe dam held."
    kinds = (BlockKind.HEADLINE, BlockKind.PARAGRAPH)

    assert entities_of(text, *kinds, names=marked(text, {"Sarvenna Holds": "person"})) == []


def test_a_rule_wins() -> None:
    """What a rule finds keeps its kind and its words."""
    text = "The Oltrem Ministry closed the dam."
    (found,) = entities_of(text, names=marked(text, {"Oltrem": "person"}))

    assert (found.name, found.kind.value) == ("Oltrem Ministry", "organisation")
