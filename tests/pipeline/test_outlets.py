"""Outlets have one name in the ledger, whoever speaks of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.pipeline.articles import article
from tests.pipeline.readers import WordVectors
from whence.ledger.claim import Assertion
from whence.ledger.entity import EntityKind
from whence.ledger.outlet import Outlet
from whence.ledger.reading import Reading
from whence.pipeline.build import build_ledger
from whence.pipeline.outlets import named_alike
from whence.pipeline.read import read_article
from whence.pipeline.report import make_brief
from whence.reader.read import TrainedReader

DALE = "Mayor Jane Doe said on Monday that at least 40 cables had rusted.\n"
ECHO = "At least 40 cables had rusted, Mayor Jane Doe told Dale on Monday.\n"
LAMP = "At least 40 cables had rusted, Mayor Jane Doe told the Harbour Lamp.\n"


@pytest.fixture(scope="module")
def readings(reader: TrainedReader) -> list[Reading]:
    """Two outlets that pass on what others were told, and those others."""
    texts = (
        (DALE, "Dale", "dale.txt"),
        (ECHO, "The Echo", "echo.txt"),
        (LAMP, "the Echo", "echo-2.txt"),
        (DALE.replace("40", "50"), "The Harbour Lamp", "lamp.txt"),
    )
    return [
        read_article(article(f"Cables rust\n\n{words}", outlet, path=path), reader)
        for words, outlet, path in texts
    ]


def _assertions(readings: list[Reading], *outlets: Outlet) -> list[Assertion]:
    claims = build_ledger(readings, WordVectors(), outlets=outlets).claims
    return [each for claim in claims for each in claim.assertions]


def _paths(readings: list[Reading]) -> dict[str, str]:
    return {each.article.id: each.path for each in readings if each.article}


def test_who_was_told_and_who_printed_it_are_one(readings: list[Reading]) -> None:
    """The relay of one article has the name and spelling of the outlet of another."""
    paths = _paths(readings)
    chains = {
        (paths[each.article], *(link.name for link in each.chain))
        for each in _assertions(readings)
        if len(each.chain) > 2
    }

    assert chains == {
        ("echo.txt", "The Echo", "Dale", "Jane Doe"),
        ("echo-2.txt", "The Echo", "The Harbour Lamp", "Jane Doe"),
    }


def test_spellings_are_one_outlet_and_an_alias_too(readings: list[Reading]) -> None:
    """Two spellings count once; so do two names of the user's outlet."""
    found = {each.outlet for each in _assertions(readings)}
    merged = {each.outlet for each in _assertions(readings, Outlet("Dale", ("Echo",)))}

    assert found == {"Dale", "The Echo", "The Harbour Lamp"}
    assert merged == {"Dale", "The Harbour Lamp"}


def test_an_article_without_an_outlet_is_of_its_address_or_agency(reader: TrainedReader) -> None:
    """A reuters address, "(Reuters)" and Reuters are one."""
    plain = read_article(article(f"Cables rust\n\n{DALE}", None), reader)
    assert plain.article
    given = [
        replace(plain, article=replace(plain.article, id="a", outlet="Thomson Reuters")),
        replace(plain, article=replace(plain.article, id="b", url="https://reuters.com/x")),
        replace(plain, article=replace(plain.article, id="c", agency="Reuters")),
    ]

    assert [each.article.outlet for each in named_alike(given) if each.article] == ["Reuters"] * 3
    own = named_alike(given, [Outlet("The wire", ("Reuters",))])
    assert {each.article.outlet for each in own if each.article} == {"The wire"}


def test_what_is_given_is_not_changed_and_twice_is_once(readings: list[Reading]) -> None:
    """Texts, spans and ids of articles stay; naming again changes nothing."""
    outlets = [Outlet("NYT", ("Dale",))]
    once = named_alike(readings, outlets)

    assert named_alike(once, outlets) == once
    assert named_alike(named_alike(readings), []) == named_alike(readings)
    for before, after in zip(readings, once, strict=True):
        assert before.article
        assert after.article
        assert after.article.text == before.article.text
        assert after.article.id == before.article.id
        entities = {each.id for each in after.entities}
        assert {each.entity for each in after.attributions} - {None} <= entities
        spans = {span for each in before.entities for span in each.mentions}
        found = [span for each in after.entities for span in each.mentions]
        assert len(set(found)) == len(found)
        assert spans <= set(found)


@pytest.mark.parametrize("source", ["Dale", "The news agency Dale", "the newspaper Dale"])
def test_an_outlet_that_reports_is_the_source(reader: TrainedReader, source: str) -> None:
    """With or without the word for what it is, the outlet of another article speaks."""
    words = f"Cables rust\n\n{source} reported on Tuesday that at least 40 cables had rusted.\n"
    given = [read_article(article(words, "The Echo"), reader)]
    given += [read_article(article(f"Cables rust\n\n{DALE}", "Dale", path="dale.txt"), reader)]

    (assertion,) = [
        each
        for each in _assertions(given)
        if each.outlet == "The Echo" and each.attribution is not None
    ]

    assert [link.name for link in assertion.chain] == ["The Echo", "Dale"]
    assert assertion.is_named


def test_whose_copy_it_is_is_no_go_between(reader: TrainedReader) -> None:
    """In an agency's text, whoever prints it, "told" the agency is "told us"; its words are its."""
    words = "Cables rust\n\nAt least 40 cables had rusted, Mayor Jane Doe told Dale on Monday."
    words += "\n\nThe bridge over the harbour has 400 cables.\n"
    plain = read_article(article(words, "The Echo"), reader)
    assert plain.article
    copy = replace(plain, article=replace(plain.article, agency="Dale"))

    chains = {tuple(link.name for link in each.chain) for each in _assertions([copy])}

    assert ("The Echo", "Jane Doe") in chains
    assert ("The Echo", "Dale") in chains


def test_a_place_and_a_person_with_an_office_are_no_outlets(readings: list[Reading]) -> None:
    """A name alone does not make an outlet of them."""
    first = readings[0]
    (jane,) = [each for each in first.entities if each.name == "Jane Doe"]
    place = replace(jane, id="p", kind=EntityKind.PLACE, role=None)
    same = replace(first, entities=(jane, place))

    (found,) = named_alike([same], [Outlet("Jane Doe")])

    assert found.entities == (jane, place)


def test_the_brief_prints_the_one_name(readings: list[Reading]) -> None:
    """Lines and references name the outlet as the user does, and no line is refused for it."""
    outlets = [Outlet("Evening Echo", ("The Echo",))]
    plain = make_brief(readings, build_ledger(readings, WordVectors()))
    brief = make_brief(readings, build_ledger(readings, WordVectors(), outlets=outlets))

    assert {each.outlet for each in brief.references} == {
        "Dale",
        "Evening Echo",
        "The Harbour Lamp",
    }
    refused = [sum(each.refused_count for each in one.stories) for one in (plain, brief)]
    assert refused[1] == refused[0]
    assert brief.outlet_count == 3
