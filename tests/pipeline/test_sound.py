"""Whatever an article holds, its reading is sound."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pipeline.articles import BREAD, GAZETTE, HERALD, STAR, article
from whence.articles.files import Given, load
from whence.errors import ArticleError
from whence.ledger.attribution import Attribution
from whence.ledger.factuality import degree_of
from whence.ledger.reading import Reading
from whence.pipeline.read import read_article
from whence.reader.read import TrainedReader
from whence.render.contract import reading_json


def assert_sound(reading: Reading) -> None:
    """What holds for every reading."""
    found = reading.article
    assert found is not None
    ids = {each.id for each in reading.attributions}
    entities = {each.id for each in reading.entities}
    spans = [*reading.sentences]
    for each in reading.attributions:
        assert_attribution_sound(each, found.text)
        spans += [*each.source, *each.cue, *each.content]
        assert each.entity in entities | {None}
        assert len(path_of(each, reading)) <= len(ids)
    for entity in reading.entities:
        spans += entity.mentions
    spans += [quantity.span for quantity in reading.quantities]
    spans += [time.span for time in reading.times]
    spans += [words.span for words in reading.own_words]
    assert all(0 <= span.start < span.end <= len(found.text) for span in spans)
    assert len(ids) == len(reading.attributions)
    assert all(quantity.attribution in ids | {None} for quantity in reading.quantities)
    json.loads(reading_json(reading))


def assert_attribution_sound(each: Attribution, text: str) -> None:
    """What holds for every attribution."""
    assert each.content
    assert each.source or not each.is_named
    assert 0.0 <= each.score <= 1.0
    assert each.degree == degree_of(each.certainty, each.polarity)
    for pieces in (each.source, each.cue, each.content):
        assert all(one.start < other.start for one, other in pairwise(pieces))
        assert all(piece.words(text).strip() for piece in pieces)


def path_of(attribution: Attribution, reading: Reading) -> list[str]:
    """The ids from one to the outermost; it fails where they lead round or nowhere."""
    by_id = {each.id: each for each in reading.attributions}
    path = [attribution.id]
    while (step := by_id[path[-1]].within) is not None:
        assert step not in path
        path.append(step)
    return path


@pytest.mark.parametrize("text", [HERALD, STAR, GAZETTE, BREAD], ids=["herald", "star", "g", "b"])
def test_every_reading_is_sound(reader: TrainedReader, text: str) -> None:
    """Spans are in the text, ids name something, `within` comes to an end, JSON can be read."""
    assert_sound(read_article(article(text), reader))


@pytest.mark.parametrize(
    "text",
    [
        "Dam holds",
        "Mayor: dam will hold",
        "a",
        "1",
        "“”x",
        "- \n- a\n\n\n",
        "The\x00 mayor\x07 said\x1b[31m that the dam\x08 held.\x0c\nIt\u2028rained.",
        "The mayor said\u200b that \u202ethe dam\u202c held.\ufeff",
        "🌊" * 50 + " Ana Lopes said that the dam held.",
        "said " * 300,
        "“" * 200 + "x",
        "Ana Lopes said that " * 60 + "the dam held.",
        "a" * 5_000,
        "The mayor said\r\nthat the dam\r\nheld.\r\n",
        "(" * 300 + "x" + ")" * 300,
        ". . . ! ? x",
        "— Lake Watch (@lakewatch) May 4, 2031",
    ],
    ids=["headline", "colon", "letter", "digit", "marks", "empty-bullets", "control", "invisible",
         "emoji", "cues", "quotes", "nested", "one-word", "crlf", "brackets", "stops", "signature"],
)  # fmt: skip
def test_odd_texts_are_read(reader: TrainedReader, text: str) -> None:
    """Whatever a file holds, its reading is sound."""
    assert_sound(read_article(article(text), reader))


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b", "—", "🌊"])
def test_a_text_without_a_word_is_no_article(text: str) -> None:
    """It never comes as far as a reader."""
    with pytest.raises(ArticleError):
        article(text)


PIECES = st.sampled_from(
    ["Ana Lopes", "said", "that", "the dam", "will hold", "“", "”", ",", ".", "\n\n", "\n", "- ",
     "U.S.", "10,000", "more than", "people", "denied", "reportedly", "🌊", "on Monday", "of",
     "according to", "officials", "in May", "could", "not", "who", "the ministry’s", "e\u0301",
     "— Lake Watch (@lake) May 4", "up to", "%", "experts", "fear", ":", "…", "\u202e", "(", ")"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=60))
def test_any_words_in_any_order_are_read(reader: TrainedReader, words: list[str]) -> None:
    """Nothing raises, and what comes out is sound."""
    text = " ".join(["Then", *words])

    assert_sound(read_article(article(text), reader))


@pytest.fixture(scope="module")
def seeds(reader: TrainedReader) -> list[Reading]:
    """The two articles that the work began with."""
    folder = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    loaded = load([str(folder)], Given(), lambda: b"")
    return [read_article(each.article, reader, each.notices) for each in loaded if each.article]


def test_the_seeds_keep_the_contract(shared: Path, seeds: list[Reading], tmp_path: Path) -> None:
    """The checker of the contract finds nothing in what is printed of them."""
    file = tmp_path / "readings.jsonl"
    file.write_text("".join(reading_json(each) + "\n" for each in seeds), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(shared / "score" / "contract.py"), str(file)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert len(seeds) == 2
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_the_seeds_are_sound(seeds: list[Reading]) -> None:
    """What holds for every reading holds for them."""
    for each in seeds:
        assert_sound(each)
