"""Tables of sentences about invented persons and real states."""

from __future__ import annotations

import pytest

from tests.entities.reading import entities_of, entity, words_of
from whence.ledger.article import BlockKind
from whence.ledger.entity import EntityKind, entity_id

COUNTRIES = {
    "abbreviation": ("The U.S. has sent a note.", "United States", "USA", ["U.S."]),
    "adjective": ("A French note was sent.", "France", "FRA", ["French"]),
    "hyphen": ("The Russia-North Korea pact held.", "North Korea", "PRK", ["North Korea"]),
    "old name": ("A note from Burma came.", "Myanmar", "MMR", ["Burma"]),
    "possessive": ("Turkey’s note came late.", "Turkey", "TUR", ["Turkey"]),
    "capital that speaks": ("Seoul said the note was late.", "South Korea", "KOR", ["Seoul"]),
    "capital among states": (
        "Ties between Pyongyang and Moscow are close.",
        "Russia",
        "RUS",
        ["Moscow"],
    ),
}


@pytest.mark.parametrize(("text", "name", "code", "words"), COUNTRIES.values(), ids=COUNTRIES)
def test_states_are_found(text: str, name: str, code: str, words: list[str]) -> None:
    """Names, abbreviations, adjectives and capitals lead to one entity a state."""
    found = entity(text, name)

    assert (found.country, found.sector, found.kind) == (code, "GOV", EntityKind.PLACE)
    assert words_of(text, found) == words


TOWNS = {
    "in": ("The talks were held in Moscow.", "Moscow", "RUS"),
    "visit": ("Her visit to Seoul ended.", "Seoul", "KOR"),
    "city of": ("The city of Kyiv was dark.", "Kyiv", "UKR"),
    "address": ("He lives near Ottawa, Canada.", "Ottawa", "CAN"),
    "dateline": ("BEIJING (Reuters) - The talks ended.", "Beijing", "CHN"),
    "bureau": ("The Tokyo bureau was closed.", "Tokyo", "JPN"),
    "region": ("Shells fell in the Kursk region.", "Kursk region", "RUS"),
}


@pytest.mark.parametrize(("text", "name", "code"), TOWNS.values(), ids=TOWNS)
def test_towns_are_no_governments(text: str, name: str, code: str) -> None:
    """A capital where something happens is a town of its country, without a sector."""
    found = entity(text, name)

    assert (found.country, found.sector, found.kind) == (code, None, EntityKind.PLACE)


PERSONS = {
    "nationality and title": (
        "Polish Foreign Minister Jan Kowalczyk left.",
        ("Jan Kowalczyk", "POL", "foreign minister", "GOV", None),
    ),
    "body and title": (
        "White House National Security Adviser Jane Roe spoke.",
        ("Jane Roe", "USA", "national security adviser", "GOV", "White House"),
    ),
    "possessive and title": (
        "Latvia’s President Ilze Ozola left.",
        ("Ilze Ozola", "LVA", "president", "GOV", None),
    ),
    "title with a comma": (
        "The Czech defence minister, Petr Dvorak, left.",
        ("Petr Dvorak", "CZE", "defence minister", "GOV", None),
    ),
    "apposition": (
        "Adam Nowak, the FT’s Warsaw bureau chief, left.",
        ("Adam Nowak", None, "bureau chief", "JRN", "Financial Times"),
    ),
    "apposition with a nationality": (
        "Thandi Zulu, a South African business leader, left.",
        ("Thandi Zulu", "ZAF", "business leader", "BUS", None),
    ),
    "apposition with a body after": (
        "Olga Sidorova, spokeswoman for the Russian Foreign Ministry, left.",
        ("Olga Sidorova", "RUS", "spokeswoman", "GOV", "Russian Foreign Ministry"),
    ),
    "age in between": (
        "Mark Hill, 42, a farmer, left.",
        ("Mark Hill", None, "farmer", None, None),
    ),
    "abbreviated title": (
        "Gen. Jane Roe of the 5th Corps left.",
        ("Jane Roe", None, "general", "MIL", "5th Corps"),
    ),
    "American lawmaker": (
        "Rep. Alan Poe, the top Democrat on the panel, left.",
        ("Alan Poe", "USA", "representative", "LEG", None),
    ),
    "former office": (
        "Former Danish Prime Minister Lars Holm left.",
        ("Lars Holm", "DNK", "former prime minister", "ELI", None),
    ),
    "then": (
        "Anna Bianchi, then the girlfriend of a clerk, left.",
        ("Anna Bianchi", None, "girlfriend", None, None),
    ),
    "clergy": ("Pastor Luke Frost left.", ("Luke Frost", None, "pastor", "REL", None)),
    "verb of saying": (
        "It was over, said Quorra Vexley of her trip.",
        ("Quorra Vexley", None, None, None, None),
    ),
    "broadcaster’s": ("NBC’s Dana Wells left.", ("Dana Wells", None, None, "JRN", "NBC")),
    "initial": ("Alan B. Poe left.", ("Alan Poe", None, None, None, None)),
}


@pytest.mark.parametrize(("text", "expected"), PERSONS.values(), ids=PERSONS)
def test_persons_are_learned(text: str, expected: tuple[str | None, ...]) -> None:
    """Name, country, role, sector and affiliation come from the words around the name."""
    found = entity(text, str(expected[0]))

    assert found.kind is EntityKind.PERSON
    assert (found.name, found.country, found.role, found.sector, found.affiliation) == expected


def test_a_mention_is_the_name_without_title() -> None:
    """The country before a title is a mention of its own, the title belongs to neither."""
    text = "Ukrainian President Volodymyr Zelensky left."
    found = {each.name: words_of(text, each) for each in entities_of(text)}

    assert found == {"Ukraine": ["Ukrainian"], "Volodymyr Zelensky": ["Volodymyr Zelensky"]}


HEADED = (BlockKind.HEADING, BlockKind.PARAGRAPH)
AGAIN = {
    "surname": ("Jan Kowalczyk left. Kowalczyk said no.", ["Jan Kowalczyk", "Kowalczyk"]),
    "Mr.": ("Jan Kowalczyk left. Mr. Kowalczyk said no.", ["Jan Kowalczyk", "Kowalczyk"]),
    "title": (
        "Polish minister Jan Kowalczyk left. The minister said no.",
        ["Jan Kowalczyk", "minister"],
    ),
    "rank and surname": (
        "Gen. Jan Kowalczyk left. General Kowalczyk slept.",
        ["Jan Kowalczyk", "Kowalczyk"],
    ),
    "heading first": (
        "Kowalczyk Leaves\nMinister Jan Kowalczyk left the house.",
        ["Kowalczyk", "Jan Kowalczyk"],
    ),
}


@pytest.mark.parametrize(("text", "words"), AGAIN.values(), ids=AGAIN)
def test_a_person_is_named_again(text: str, words: list[str]) -> None:
    """Surnames, before and after, and the title where only one person has it are mentions."""
    found = entity(text, "Jan Kowalczyk", *(HEADED if "\n" in text else ()))

    assert words_of(text, found) == words


def test_family_names_may_come_first() -> None:
    """Of a Korean name the first part is used alone later."""
    text = "Foreign Minister Choe Min Hui spoke. Choe left."

    assert words_of(text, entity(text, "Choe Min Hui")) == ["Choe Min Hui", "Choe"]


GROUPS = {
    "officials": ("Russian officials left.", "Russian officials", "RUS", "GOV", EntityKind.GROUP),
    "one official": (
        "A senior Russian official said no.",
        "Russian officials",
        "RUS",
        "GOV",
        EntityKind.GROUP,
    ),
    "troops": ("Dutch troops left.", "Dutch troops", "NLD", "MIL", EntityKind.GROUP),
    "mixed": (
        "U.S. and NATO officials left.",
        "U.S. and NATO officials",
        None,
        "GOV",
        EntityKind.GROUP,
    ),
    "bloc": ("Western officials left.", "Western officials", None, "GOV", EntityKind.GROUP),
    "in a capital": (
        "Officials in Seoul left.",
        "Officials in Seoul",
        "KOR",
        "GOV",
        EntityKind.GROUP,
    ),
    "government": (
        "The Dutch government fell.",
        "Dutch government",
        "NLD",
        "GOV",
        EntityKind.ORGANISATION,
    ),
    "intelligence": (
        "U.S. intelligence says no.",
        "U.S. intelligence",
        "USA",
        "SPY",
        EntityKind.ORGANISATION,
    ),
    "ministry of a state": (
        "Chile’s Foreign Ministry said no.",
        "Chilean Foreign Ministry",
        "CHL",
        "GOV",
        EntityKind.ORGANISATION,
    ),
    "general staff": (
        "Ukraine’s General Staff said no.",
        "Ukrainian General Staff",
        "UKR",
        "MIL",
        EntityKind.ORGANISATION,
    ),
    "people": ("Two Britons left.", "Britons", "GBR", None, EntityKind.GROUP),
    "a person’s campaign": (
        "Jane Roe left. The Roe campaign said no.",
        "Roe campaign",
        None,
        "PTY",
        EntityKind.ORGANISATION,
    ),
}


@pytest.mark.parametrize(("text", "name", "code", "sector", "kind"), GROUPS.values(), ids=GROUPS)
def test_groups_and_organs_are_found(
    text: str, name: str, code: str | None, sector: str | None, kind: EntityKind
) -> None:
    """A nationality with a noun is a group or an organ of the state, with its sector."""
    found = entity(text, name)

    assert (found.country, found.sector, found.kind) == (code, sector, kind)


BODIES = {
    "alias": ("The CIA said no.", "CIA", "USA", "SPY"),
    "metonym": ("The Kremlin said no.", "Kremlin", "RUS", "GOV"),
    "agency": ("Yonhap reported it.", "Yonhap", "KOR", "JRN"),
    "Brussels": ("Brussels has agreed.", "European Union", None, "IGO"),
    "pattern": ("The Ministry of Fisheries said no.", "Ministry of Fisheries", None, "GOV"),
    "committee": (
        "The Senate Armed Forces Committee met.",
        "Senate Armed Forces Committee",
        None,
        None,
    ),
    "other state’s": ("India’s Supreme Court met.", "India Supreme Court", "IND", "JUD"),
    "nobody’s": ("The Supreme Court met.", "Supreme Court", None, "JUD"),
}


@pytest.mark.parametrize(("text", "name", "code", "sector"), BODIES.values(), ids=BODIES)
def test_bodies_are_found(text: str, name: str, code: str | None, sector: str | None) -> None:
    """Bodies are known by name or by the last word of their name."""
    found = entity(text, name)

    assert (found.country, found.sector, found.kind) == (code, sector, EntityKind.ORGANISATION)


def test_short_forms_in_brackets_are_learned() -> None:
    """An article's own "(FSB)" for a fishing board holds in the rest of the article."""
    text = "The Fishery Protection Board (FPB) met. The FPB said no."

    assert words_of(text, entity(text, "Fishery Protection Board")) == [
        "Fishery Protection Board",
        "FPB",
        "FPB",
    ]


def test_headings_teach_no_persons() -> None:
    """A heading in title case names only what the lists or the text below know."""
    text = "Quiet Harbour Says No\nNothing else was printed here today by anybody."

    assert entities_of(text, BlockKind.HEADING, BlockKind.PARAGRAPH) == []


def test_capitals_are_read_as_names() -> None:
    """A line all in capitals names states and bodies as any other."""
    text = "NORTH KOREA VOWS TO STAND WITH RUSSIA, KREMLIN SAYS"
    names = [each.name for each in entities_of(text, BlockKind.HEADLINE)]

    assert names == ["North Korea", "Russia", "Kremlin"]


def test_boilerplate_names_nobody() -> None:
    """What is not part of the article has no mentions."""
    assert entities_of("Read more about Russia here.", BlockKind.BOILERPLATE) == []


def test_a_surname_is_not_the_famous_one_beside_another() -> None:
    """Where an article names only Anna Sanders, "Sanders" is she."""
    text = "Anna Sanders left. Sanders said no."

    assert [each.name for each in entities_of(text)] == ["Anna Sanders"]


def test_ids_are_the_same_in_every_article() -> None:
    """An entity's id depends on kind and name alone."""
    first = entity("Putin left.", "Vladimir Putin")
    second = entity("President Vladimir Putin of Russia spoke.", "Vladimir Putin")

    assert first.id == second.id == entity_id(EntityKind.PERSON, "Vladimir Putin")
