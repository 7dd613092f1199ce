"""The lists of states, bodies, persons, places, titles and names."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from whence.lexicon.bodies import bodies, national_names
from whence.lexicon.countries import countries, country_names
from whence.lexicon.given_names import (
    family_first_names,
    female_names,
    given_names,
    male_names,
)
from whence.lexicon.groups import group_sectors, organ_nouns, party_members
from whence.lexicon.media import media
from whence.lexicon.metonyms import metonyms
from whence.lexicon.name_heads import head_kinds, head_sectors
from whence.lexicon.people import people
from whence.lexicon.phrases import tables_of
from whence.lexicon.places import places
from whence.lexicon.titles import title_sectors

PLOVER = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE "  # noqa: SIM905, the manual's own line
    "REL SOC IGO UNO EUR NGO ISM IMG MNC".split()
)
LISTS = (
    "bodies", "countries", "given_names", "groups", "media", "metonyms", "name_heads", "nearby",
    "people", "places", "plain_words", "titles", "unnamed",
)  # fmt: skip


def test_codes_are_alpha_3_and_unique() -> None:
    """Each country has one code of three capitals."""
    codes = [country.code for country in countries()]

    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert max(Counter(codes).values()) == 1


def test_a_name_means_one_country() -> None:
    """No name, adjective or capital is given to two countries."""
    names = Counter(name for country in countries() for name in set(country.names))
    capitals = Counter(name for country in countries() for name in set(country.capitals))

    assert [name for name, count in (names + capitals).items() if count > 1] == []


def test_countries_of_other_lists_exist() -> None:
    """Bodies, media, metonyms, persons and places lie in listed countries."""
    owners = (*bodies(), *media(), *metonyms(), *party_members())
    used = {each.country for each in owners} | {each.country for each in people()}
    used |= set(places().values())

    assert used - {None} <= set(country_names())


def test_sectors_are_those_of_plover() -> None:
    """Every sector that a list gives is one of the manual's."""
    owners = (*bodies(), *media(), *metonyms(), *party_members())
    used = {each.sector for each in owners} | {each.sector for each in people()}
    used |= {*title_sectors().values(), *group_sectors().values(), *head_sectors().values()}

    assert used - {None} <= PLOVER


def test_titles_and_nouns_are_in_lower_case() -> None:
    """They are looked up in lower case, so that they could not be found otherwise."""
    words = [*title_sectors(), *group_sectors()]

    assert [word for word in words if word != word.lower()] == []


def test_organs_are_group_nouns() -> None:
    """What makes a body of a noun is said only of nouns that are listed."""
    assert organ_nouns() <= set(group_sectors())


def test_heads_with_a_sector_are_heads() -> None:
    """A sector is given only to a last word that names something."""
    assert set(head_sectors()) <= set(head_kinds())


def test_surname_aliases_mean_one_person() -> None:
    """No alias leads to two persons."""
    aliases = Counter(alias for person in people() for alias in set(person.aliases))

    assert [alias for alias, count in aliases.items() if count > 1] == []


def test_given_names_hold_men_and_women() -> None:
    """The names with a gender are among the names, family names that come first are apart."""
    assert male_names() | female_names() <= given_names()
    assert {"Choe", "Xi"} <= family_first_names()


def test_shared_names_are_of_listed_bodies() -> None:
    """A name that several states use is one that the list gives to some state."""
    known = {name for body in (*bodies(), *metonyms()) for name in (body.name, *body.aliases)}

    assert {"Supreme Court", "Congress"} <= national_names() & known


@pytest.mark.parametrize("name", LISTS)
def test_each_list_says_where_it_comes_from(name: str) -> None:
    """Every table with words has a source."""
    tables = [dict(tables_of(name))]
    while tables:
        table = tables.pop()
        assert "words" not in table or table["source"]
        tables += [each for each in table.values() if isinstance(each, dict)]
