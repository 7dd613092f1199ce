"""Records printed as JSON have the contract's shape and say the same."""

from __future__ import annotations

import json
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given

from tests.render.sample import POST_READING
from tests.render.sample_ledger import BRIEF, CLAIM, STORY
from tests.strategies.briefs import briefs
from tests.strategies.claims import claims, stories
from tests.strategies.figures import histories
from tests.strategies.readings import failed_readings, readings
from whence.ledger.brief import Brief, Computed
from whence.ledger.claim import Claim
from whence.ledger.figure import Figure, History
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Story
from whence.render.contract import brief_json, claim_json, figure_json, reading_json, story_json

KEYS = {
    "article": "id path url outlet title authors published_at language text blocks",
    "entities": "id name kind country role sector affiliation mentions point",
    "attributions": (
        "id source cue content quotation within entity stance certainty polarity degree"
        " probability basis medium said_at is_named score reader"
    ),
    "quantities": "span low high is_approximate unit of attribution",
}


@pytest.mark.parametrize("part", KEYS)
def test_parts_of_a_reading_have_the_keys_of_the_contract_in_its_order(part: str) -> None:
    """The contract's keys come first and in its order."""
    printed = json.loads(reading_json(POST_READING))[part]
    record = printed if isinstance(printed, dict) else printed[0]
    expected = KEYS[part].split()

    assert list(record)[: len(expected)] == expected


def test_a_reading_names_its_schema_first() -> None:
    """A reading has the keys of the contract after its schema, and our own at the end."""
    printed = json.loads(reading_json(POST_READING))

    assert list(printed) == [
        "schema",
        "path",
        "article",
        "sentences",
        "entities",
        "attributions",
        "quantities",
        "times",
        "notices",
        "own_words",
    ]
    assert printed["schema"] == "whence.reading/1"
    assert printed["attributions"][3]["probability"] == {
        "low": 0.8,
        "high": 0.9,
        "scale": "PHIA",
        "words": "highly likely",
        "perceived": None,
    }


def test_a_claim_has_the_keys_of_the_contract() -> None:
    """A claim, its assertions and its links have the contract's keys in its order."""
    printed = json.loads(claim_json(CLAIM))
    assertion = printed["assertions"][0]

    assert list(printed) == [
        "schema",
        "id",
        "story",
        "text",
        "status",
        "first_seen_at",
        "last_seen_at",
        "assertions",
        "origins",
        "origin_count",
        "origin_count_high",
        "outlet_count",
        "conflicts",
        "is_headlined",
        "drifts",
        "relations",
        "prospect",
    ]
    assert printed["schema"] == "whence.claim/1"
    assert list(assertion)[:8] == [
        "article",
        "attribution",
        "span",
        "chain",
        "stance",
        "degree",
        "quantity",
        "asserted_at",
    ]
    assert list(assertion["chain"][0]) == ["name", "entity", "cue"]
    assert list(printed["origins"][0]) == ["name", "entity", "is_named", "assertion_count"]


def test_a_brief_prints_where_computed_words_come_from_as_from() -> None:
    """`origin` is printed as `from`, and an id only where there is one."""
    printed = json.loads(brief_json(BRIEF))
    line = printed["stories"][0]["sections"][0]["lines"][0]

    assert list(printed)[:5] == ["schema", "article_count", "outlet_count", "not_read", "stories"]
    assert list(printed["stories"][0])[:4] == ["story", "title", "refused_count", "sections"]
    assert list(line)[:4] == ["text", "claims", "evidence", "computed"]
    assert line["computed"][0] == {"words": "Harbour Post", "from": "outlet"}
    assert set(line["computed"][1]) == {"words", "from", "id"}
    assert [each["letter"] for each in printed["references"]] == ["A", "B", "C"]


@given(readings() | failed_readings())
def test_a_reading_comes_back_from_its_json(reading: Reading) -> None:
    """One line, and the same record when read again."""
    printed = reading_json(reading)

    assert "\n" not in printed
    assert msgspec.json.decode(printed, type=Reading, dec_hook=_span) == reading


@given(claims())
def test_a_claim_comes_back_from_its_json(claim: Claim) -> None:
    """One line, and the same record when read again."""
    printed = claim_json(claim)

    assert "\n" not in printed
    assert msgspec.json.decode(printed, type=Claim) == claim


@given(stories())
def test_a_story_comes_back_from_its_json(story: Story) -> None:
    """One line, and the same record when read again."""
    assert msgspec.json.decode(story_json(story), type=Story) == story


@given(briefs())
def test_a_brief_comes_back_from_its_json(brief: Brief) -> None:
    """The same record when read again with `from` taken as the origin."""
    printed = json.loads(brief_json(brief))
    for story in printed["stories"]:
        for line in (line for section in story["sections"] for line in section["lines"]):
            line["computed"] = [{"origin": each.pop("from"), **each} for each in line["computed"]]

    assert msgspec.convert(printed, type=Brief) == brief


def test_an_input_that_was_not_read_prints_only_what_is_known() -> None:
    """Schema, path, null and notices, nothing else."""
    printed = json.loads(reading_json(Reading("gone.txt", None)))

    assert printed == {
        "schema": "whence.reading/1",
        "path": "gone.txt",
        "article": None,
        "notices": [],
    }


def test_what_utf_8_cannot_carry_is_escaped() -> None:
    """Half a surrogate pair is printed as an escape, a number beyond 64 bits in full."""
    huge = Quantity(Span(0, 1), None, 10**30, is_approximate=False, unit=None, of=None)
    printed = reading_json(replace(POST_READING, path="a\ud800", quantities=(huge,)))

    assert json.loads(printed.encode("utf-8"))["path"] == "a\ud800"
    assert json.loads(printed)["quantities"][0]["high"] == 10**30


def test_a_story_names_its_schema() -> None:
    """A story has the contract's keys in its order."""
    assert list(json.loads(story_json(STORY))) == [
        "schema",
        "id",
        "title",
        "articles",
        "first_seen_at",
        "last_seen_at",
        "entities",
        "claim_count",
        "thread",
    ]


def _span(kind: type, value: object) -> object:
    return kind(*value) if isinstance(value, list) else value


def test_computed_words_keep_their_place() -> None:
    """A computed date without an id has two keys."""
    story = BRIEF.stories[0]
    line = replace(story.sections[0].lines[0], computed=(Computed("5 March", "date"),))
    section = replace(story.sections[0], lines=(line,))
    brief = replace(BRIEF, stories=(replace(story, sections=(section,)),))
    printed = json.loads(brief_json(brief))["stories"][0]["sections"][0]["lines"][0]

    assert printed["computed"] == [{"words": "5 March", "from": "date"}]


@given(histories())
def test_a_figure_comes_back_from_its_line(history: History) -> None:
    """Each figure is a line that names its schema, its history and the label."""
    for figure in history.figures:
        printed = json.loads(figure_json(history, figure))

        assert printed["schema"] == "whence.figure/1"
        assert (printed["history"], printed["label"]) == (history.id, history.label)
        assert msgspec.convert(printed, type=Figure, dec_hook=_span) == figure
