"""Readings -> the ledger, by the vectors that are shipped."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.pipeline.articles import GAZETTE, HERALD, article, coverage
from whence.ledger.claim import Claim, Status
from whence.ledger.reading import Reading
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.build import Ledger, build_ledger
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    """The package's reader, loaded once."""
    return TrainedReader()


@pytest.fixture(scope="module")
def vectors() -> SentenceEncoder:
    """The package's encoder, loaded once."""
    return SentenceEncoder()


@pytest.fixture(scope="module")
def readings(reader: TrainedReader) -> list[Reading]:
    """The four articles, read."""
    return [read_article(each, reader) for each in coverage()]


@pytest.fixture(scope="module")
def ledger(readings: list[Reading], vectors: SentenceEncoder) -> Ledger:
    """What they say together."""
    return build_ledger(readings, vectors)


def id_of(readings: list[Reading], number: int) -> str:
    found = readings[number].article
    assert found is not None
    return found.id


def test_the_order_of_articles_does_not_count(
    readings: list[Reading], ledger: Ledger, vectors: SentenceEncoder
) -> None:
    """In any order, and with one given twice, the ledger is the same to the last field."""
    orders = list(permutations(readings))
    for order in (orders[5], orders[14], orders[-1]):
        assert build_ledger(order, vectors) == ledger
    assert build_ledger([*readings, readings[0]], vectors) == ledger


def test_one_event_is_one_story(readings: list[Reading], ledger: Ledger) -> None:
    """The flood is a story of three articles, bread another."""
    groups = {frozenset(story.articles) for story in ledger.stories}

    assert groups == {
        frozenset(id_of(readings, number) for number in range(3)),
        frozenset([id_of(readings, 3)]),
    }
    assert all(story.title for story in ledger.stories)


def test_stories_and_claims_agree(readings: list[Reading], ledger: Ledger) -> None:
    """Counts are those of the claims, ids are different, and all they name exists."""
    attributions = {each.id for reading in readings for each in reading.attributions}
    stories = {story.id: story for story in ledger.stories}

    assert len({claim.id for claim in ledger.claims}) == len(ledger.claims)
    for story in ledger.stories:
        assert story.claim_count == sum(claim.story == story.id for claim in ledger.claims)
    for claim in ledger.claims:
        assert claim.story in stories
        for each in claim.assertions:
            assert each.article in stories[claim.story or ""].articles
            assert each.attribution in attributions | {None}
            assert each.refers_to in attributions | {None}
        assert 1 <= claim.origin_count <= claim.origin_count_high
        assert all(other.claim != claim.id for other in claim.conflicts)


def claim_with(ledger: Ledger, words: str) -> Claim:
    """The claim of most assertions of which one holds some words."""
    found = [
        claim for claim in ledger.claims if any(words in each.text for each in claim.assertions)
    ]
    assert found, [claim.text for claim in ledger.claims]
    return max(found, key=lambda claim: len(claim.assertions))


def test_two_outlets_with_one_speaker_are_one_origin(ledger: Ledger) -> None:
    """The mayor's number through two papers is one claim of hers; a bullet adds nothing."""
    claim = claim_with(ledger, "10,000 people could be evacuated")

    assert [origin.name for origin in claim.origins if origin.is_named] == ["Ana Lopes"]
    assert claim.origin_count == 1
    assert claim.outlet_count == 2
    assert claim.status in {Status.REPEATED, Status.CORROBORATED}
    assert {each.quantity.high for each in claim.assertions if each.quantity} == {10_000}


def test_the_paper_between_is_in_the_chain(ledger: Ledger) -> None:
    """ "Told the Financial Times" is a link between the outlet and the mayor."""
    claim = claim_with(ledger, "10,000 people could be evacuated")
    chains = [[link.name for link in each.chain] for each in claim.assertions]

    assert ["Herald", "Financial Times", "Ana Lopes"] in chains
    assert ["Star", "Ana Lopes"] in chains


def test_other_numbers_are_other_claims(ledger: Ledger) -> None:
    """10,000, 25,000 and 3,000 people never meet in one claim."""
    for claim in ledger.claims:
        numbers = {
            each.quantity.high or each.quantity.low for each in claim.assertions if each.quantity
        }
        assert len(numbers & {10_000, 25_000, 3_000}) <= 1


def test_a_headline_firmer_than_its_text_is_found(readings: list[Reading], ledger: Ledger) -> None:
    """ "Breaks" over "may break" in the Gazette, and in no other."""
    (lost,) = ledger.lost_hedges

    assert lost.article == id_of(readings, 2)
    assert lost.heading.words(GAZETTE) == "Dam above Lakeside breaks"
    assert lost.hedge == "possible"


def test_a_copy_speaks_with_one_voice(reader: TrainedReader, vectors: SentenceEncoder) -> None:
    """The same text in a second outlet is a copy, and no origin more."""
    copy = read_article(article(HERALD, "Evening Post", "2031-05-06", "post.txt"), reader)
    first = read_article(article(HERALD, "Herald", "2031-05-05", "herald.txt"), reader)
    found = build_ledger([copy, first], vectors)

    assert len(found.stories) == 1
    assert [(each.article, each.original) for each in found.copies] == [
        (copy.article.id if copy.article else "", first.article.id if first.article else "")
    ]
    alone = build_ledger([first], vectors)
    counts = [(each.text, each.origin_count, each.origin_count_high) for each in found.claims]
    assert counts == [
        (each.text, each.origin_count, each.origin_count_high) for each in alone.claims
    ]
    assert all(claim.status is not Status.CORROBORATED for claim in found.claims)


def test_more_articles_do_not_change_what_a_story_apart_says(
    readings: list[Reading], ledger: Ledger, vectors: SentenceEncoder
) -> None:
    """The claims about bread are the same with and without the flood."""
    bread = id_of(readings, 3)
    alone = build_ledger([readings[3]], vectors)

    assert [claim for claim in ledger.claims if claim.assertions[0].article == bread] == list(
        alone.claims
    )


def test_nothing_gives_an_empty_ledger(vectors: SentenceEncoder) -> None:
    """No reading, or none with an article, makes nothing."""
    assert build_ledger([], vectors) == Ledger((), (), ())
    assert build_ledger([Reading("x", None)], vectors) == Ledger((), (), ())
