"""Readings and their ledger -> a brief, as it is printed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.pipeline.articles import KOREAN, article, coverage
from whence.articles.files import Given, load
from whence.brief.check import failures
from whence.errors import NotFoundError
from whence.ledger.brief import Brief
from whence.ledger.reading import Reading
from whence.pipeline.assemble import SentenceEncoder
from whence.pipeline.build import Ledger, build_ledger
from whence.pipeline.read import read_article
from whence.pipeline.report import make_brief
from whence.reader.read import TrainedReader
from whence.render.contract import brief_json, claim_json, reading_json, story_json


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    """The package's reader, loaded once."""
    return TrainedReader()


@pytest.fixture(scope="module")
def readings(reader: TrainedReader) -> list[Reading]:
    """Four articles and one in Korean."""
    return [read_article(each, reader) for each in [*coverage(), article(KOREAN * 4, "서울")]]


@pytest.fixture(scope="module")
def vectors() -> SentenceEncoder:
    """The package's encoder, loaded once."""
    return SentenceEncoder()


@pytest.fixture(scope="module")
def ledger(readings: list[Reading], vectors: SentenceEncoder) -> Ledger:
    """What they say together."""
    return build_ledger(readings, vectors)


@pytest.fixture(scope="module")
def brief(readings: list[Reading], ledger: Ledger) -> Brief:
    """The brief of all."""
    return make_brief(readings, ledger, ["x.bin: holds no text"])


def test_the_largest_story_comes_first(brief: Brief, ledger: Ledger) -> None:
    """Stories are ordered by their claims, and only those with claims are told."""
    counts = {story.id: story.claim_count for story in ledger.stories}
    told = [counts[story.story] for story in brief.stories]

    assert told == sorted(told, reverse=True)
    assert all(told)


def test_counts_are_those_of_the_articles(brief: Brief) -> None:
    """Five articles of four outlets."""
    assert (brief.article_count, brief.outlet_count) == (5, 4)


def test_every_line_is_shown_by_its_evidence(brief: Brief, readings: list[Reading]) -> None:
    """Each printed line of real readings passes the check."""
    by_id = {each.article.id: each for each in readings if each.article}
    for story in brief.stories:
        for section in story.sections:
            for line in section.lines:
                assert failures(line, by_id) == []


def test_no_line_of_plain_articles_is_refused(brief: Brief) -> None:
    """What the brief composes of its own material, it can show."""
    assert [story.refused_count for story in brief.stories] == [0, 0]


def test_references_are_letters_in_order(brief: Brief) -> None:
    """Each article has a letter of its own, and each letter of a line is there."""
    letters = [each.letter for each in brief.references]

    assert letters == list("ABCDE")
    assert len({each.article for each in brief.references}) == 5
    used = {
        letter
        for story in brief.stories
        for section in story.sections
        for line in section.lines
        for letter in line.references
    }
    assert used <= set(letters)


def test_letters_go_on_after_z(reader: TrainedReader, vectors: SentenceEncoder) -> None:
    """The 27th article is AA, the 53rd BA."""
    many = [
        read_article(article(f"Town {number} has {number} dams of note.", f"O{number}"), reader)
        for number in range(54)
    ]
    letters = [each.letter for each in make_brief(many, build_ledger(many, vectors)).references]

    assert letters[:2] + letters[24:28] + letters[51:54] == [
        *("A", "B", "Y", "Z", "AA", "AB"),
        *("AZ", "BA", "BB"),
    ]


def test_what_was_not_read_is_said(brief: Brief) -> None:
    """The inputs given come first, then what stands in the articles."""
    assert brief.not_read[0] == "x.bin: holds no text"


def test_one_story_alone(readings: list[Reading], ledger: Ledger) -> None:
    """A story, or the start of its id, can be asked for; an unknown one is an error."""
    wanted = ledger.stories[0]
    found = make_brief(readings, ledger, story=wanted.id[:10])

    assert [each.story for each in found.stories] == [wanted.id]
    assert {each.article for each in found.references} == set(wanted.articles)
    assert found.article_count == len(wanted.articles)
    with pytest.raises(NotFoundError, match="zzzz"):
        make_brief(readings, ledger, story="zzzz")


def test_the_order_of_readings_does_not_count(
    readings: list[Reading], ledger: Ledger, brief: Brief
) -> None:
    """Turned round, the same brief is printed."""
    assert make_brief(readings[::-1], ledger, ["x.bin: holds no text"]) == brief


def test_nothing_makes_an_empty_brief() -> None:
    """Without an article there is a brief that says so."""
    found = make_brief([], Ledger((), (), ()), ["x: empty"])

    assert found == Brief(0, 0, ("x: empty",), (), ())


def test_the_printed_form(brief: Brief) -> None:
    """The JSON has the fields of the contract."""
    value: dict[str, Any] = json.loads(brief_json(brief))

    assert value["schema"] == "whence.brief/1"
    assert {"article_count", "outlet_count", "not_read", "stories"} <= set(value)
    for story in value["stories"]:
        assert {"story", "title", "refused_count", "sections"} <= set(story)
        for section in story["sections"]:
            for line in section["lines"]:
                assert {"text", "claims", "evidence", "computed"} <= set(line)
                for computed in line["computed"]:
                    assert computed["from"] in {
                        *("outlet", "name", "date", "band", "count", "heading"),
                    }
                for evidence in line["evidence"]:
                    assert all(len(span) == 2 for span in evidence["span"])


def checked(shared: Path, lines: list[str], readings: list[Reading], folder: Path) -> str:
    """What the checker of the contract says of some lines; empty where it finds nothing."""
    file, known = folder / "lines.jsonl", folder / "readings.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    known.write_text("".join(reading_json(each) + "\n" for each in readings), encoding="utf-8")
    script = shared / "score" / "contract.py"
    done = subprocess.run(
        [sys.executable, str(script), str(file), "--readings", str(known)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_our_own_articles_keep_the_contract(
    shared: Path, readings: list[Reading], ledger: Ledger, brief: Brief, tmp_path: Path
) -> None:
    """Readings, claims, stories and brief of these articles have no violation."""
    claims = [claim_json(each) for each in ledger.claims]
    stories = [story_json(each) for each in ledger.stories]

    assert checked(shared, [reading_json(each) for each in readings], readings, tmp_path) == ""
    assert checked(shared, claims + stories, readings, tmp_path) == ""
    assert checked(shared, [json.dumps(json.loads(brief_json(brief)))], readings, tmp_path) == ""


def test_the_seeds_keep_the_contract(
    shared: Path, reader: TrainedReader, vectors: SentenceEncoder, tmp_path: Path
) -> None:
    """Claims, stories and brief of the two real articles have no violation, no line refused."""
    loaded = load([str(shared / "seeds")], Given(), lambda: b"")
    found = [read_article(each.article, reader, each.notices) for each in loaded if each.article]
    ledger = build_ledger(found, vectors)
    brief = make_brief(found, ledger)
    lines = [claim_json(each) for each in ledger.claims]
    lines += [story_json(each) for each in ledger.stories]

    assert checked(shared, lines, found, tmp_path) == ""
    assert checked(shared, [json.dumps(json.loads(brief_json(brief)))], found, tmp_path) == ""
    assert [story.refused_count for story in brief.stories] == [0]
