"""One article -> its reading, by the reader that is shipped."""

from __future__ import annotations

import json

import pytest

from tests.pipeline.articles import BREAD, HERALD, KOREAN, STAR, article, coverage
from whence.articles.compose import compose
from whence.articles.told import Told
from whence.attributions.port import Reader
from whence.claims.propositions import make_assertions
from whence.ledger.article import Article, BlockKind
from whence.ledger.attribution import Attribution, Quotation, Stance
from whence.ledger.factuality import Certainty
from whence.ledger.notice import Notice
from whence.ledger.reading import Reading
from whence.ledger.span import words_of
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.render.contract import reading_json


@pytest.fixture(scope="module")
def star(reader: TrainedReader) -> Reading:
    """The article with bullets, a nested speaker's interview and a post."""
    return read_article(article(STAR, "Star"), reader)


@pytest.fixture(scope="module")
def herald(reader: TrainedReader) -> Reading:
    """The article with a quotation that runs on, a denial and images."""
    return read_article(article(HERALD, "Herald"), reader)


def by(reading: Reading, words: str) -> Attribution:
    """The innermost attribution whose content holds some words."""
    assert reading.article is not None
    text = reading.article.text
    found = [each for each in reading.attributions if words in words_of(each.content, text)]
    assert found, [words_of(each.content, text) for each in reading.attributions]
    return min(found, key=lambda each: len(words_of(each.content, text)))


def source(reading: Reading, words: str) -> str | None:
    """The name of the entity that some words are ascribed to."""
    entity = by(reading, words).entity
    return next((each.name for each in reading.entities if each.id == entity), None)


def test_an_article_read_twice_is_the_same(reader: TrainedReader) -> None:
    """Nothing but the article decides: the records are equal, before and after others."""
    one = read_article(article(STAR, "Star"), reader)
    for other in coverage():
        read_article(other, reader)

    assert read_article(article(STAR, "Star"), TrainedReader()) == one
    assert reading_json(read_article(article(STAR, "Star"), reader)) == reading_json(one)


def test_speakers_are_resolved(star: Reading) -> None:
    """A surname and a title lead to the person; the account of a post is its own source."""
    assert source(star, "people could be evacuated if") == "Ana Lopes"
    assert source(star, "There is no danger") == "Rui Moss"
    assert source(star, "that the dam would hold") == "Rui Moss"
    post = by(star, "The water is still rising")
    assert star.article is not None
    assert words_of(post.source, star.article.text) == "Town of Lakeside"
    assert post.said_at == "2031-05-04"
    assert post.quotation is Quotation.DIRECT


def test_firmness_is_according_to_the_source(star: Reading) -> None:
    """ "Could" is possible, "highly likely" probable; without a service there is no band."""
    assert by(star, "people could be evacuated if").certainty is Certainty.POSSIBLE
    likely = by(star, "that the dam would hold")
    assert likely.certainty is Certainty.PROBABLE
    assert likely.probability is not None
    assert likely.probability.words == "highly likely"
    assert likely.probability.low is None


def test_a_quotation_runs_on(herald: Reading) -> None:
    """The second half after "Lopes said." is hers."""
    assert herald.article is not None
    found = by(herald, "Nobody should stay in the valley")

    assert source(herald, "Nobody should stay in the valley") == "Ana Lopes"
    assert "We have never seen the water so high" in words_of(found.content, herald.article.text)


ONE_SENTENCE = [
    (
        "dateline-before-the-source",
        "SEOUL, South Korea — The mayor, Ana Lopes, said on Monday that the dam held.",
        ["Herald", "Ana Lopes"],
        "the dam held",
        None,
    ),
    (
        "no-one-is-no-source",
        "No one has claimed responsibility for the attack, police said.",
        ["Herald", "police"],
        "No one has claimed responsibility for the attack",
        None,
    ),
    (
        "this-is-denied",
        "Ana Lopes said the dam would hold. Jon Ito denied this.",
        ["Herald", "Jon Ito"],
        "this",
        None,
    ),
]


@pytest.mark.parametrize(
    ("text", "chain", "words"),
    [
        pytest.param(
            *row, id=name, marks=pytest.mark.xfail(strict=True, reason=reason) if reason else ()
        )
        for name, *row, reason in ONE_SENTENCE
    ],
)
def test_who_says_it_in_one_sentence(
    reader: TrainedReader, text: str, chain: list[str], words: str
) -> None:
    """The last assertion has this chain and these words."""
    found = make_assertions(read_article(article(text, "Herald"), reader))

    assert [([link.name for link in each.chain], each.text) for each in found][-1:] == [
        (chain, words)
    ]


def test_a_dateline_is_not_said(herald: Reading) -> None:
    """ "LAKESIDE, Portugal —" stands before what the mayor says."""
    assert herald.article is not None
    content = words_of(by(herald, "10,000 people").content, herald.article.text)

    assert content.startswith("Up to 10,000 people")


def test_a_denial_is_a_denial(herald: Reading) -> None:
    """The ministry denies, and what it denies is negative according to it."""
    found = by(herald, "the dam was unsafe")

    assert found.stance is Stance.DENIES
    assert found.degree < 0


def test_quantities_have_their_owner(star: Reading) -> None:
    """ "Up to 10,000" in her words is hers; "at least 25,000" the officials'."""
    owned = {(each.low, each.high): each.attribution for each in star.quantities}

    assert owned[None, 10_000] is not None
    assert owned[25_000, None] == by(star, "at least 25,000 people").id


def test_bullets_and_headline_are_the_outlets_own(star: Reading) -> None:
    """What stands over the article and names nobody is said by the outlet."""
    kinds = [each.kind for each in star.own_words]

    assert BlockKind.BULLET in kinds


def test_korean_is_kept_and_not_read(reader: TrainedReader) -> None:
    """The article is there with its text; nothing is read in it, and the notice stays."""
    notice = Notice("not_read", None, "x")
    reading = read_article(article(KOREAN * 4), reader, [notice])

    assert reading.article is not None
    assert reading.article.language == "ko"
    assert reading.article.text == KOREAN * 4
    assert (reading.sentences, reading.attributions, reading.entities) == ((), (), ())
    assert reading.notices == (notice,)
    json.loads(reading_json(reading))


def test_a_path_is_printed_and_decides_nothing(reader: Reader) -> None:
    """The same text under two paths has one id and one reading, but for the path."""
    one: Article = compose("a.txt", BREAD, Told())
    other: Article = compose("b.txt", BREAD, Told())
    first, second = (read_article(each, reader) for each in (one, other))

    assert one.id == other.id
    assert (first.path, second.path) == ("a.txt", "b.txt")
    assert first.attributions == second.attributions
    assert first.entities == second.entities
