"""Blocks of a text -> its sentences, by the trained reader."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from tests.strategies.blocks import blocked
from whence.ledger.article import Block, BlockKind
from whence.ledger.span import Spans
from whence.reader.read import TrainedReader
from whence.text.sentences import UNREAD, paragraphs_of

PARAGRAPH, POST = BlockKind.PARAGRAPH, BlockKind.EMBEDDED_POST


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    """The package's reader, loaded once for these tests."""
    return TrainedReader()


def split(reader: TrainedReader, text: str, blocks: list[Block]) -> Spans:
    """The sentences of some blocks."""
    return reader.read(text, paragraphs_of(text, blocks)).sentences


def words(reader: TrainedReader, text: str, kind: BlockKind = PARAGRAPH) -> list[str]:
    """The sentences of a text that is one block."""
    found = split(reader, text, [Block(kind, 0, len(text))])
    return [span.words(text) for span in found]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(blocked())
def test_sentences_are_inside_blocks_and_lose_only_white_space(
    reader: TrainedReader, given_text: tuple[str, list[Block]]
) -> None:
    """Sentences ascend, each in one block that is read, and hold all its words."""
    text, blocks = given_text
    found = split(reader, text, blocks)

    assert all(one.end <= other.start for one, other in pairwise(found))
    read = [block for block in blocks if block.kind not in UNREAD]
    assert all(sum(block.span.covers(each) for block in read) == 1 for each in found)
    assert all(each.words(text) == each.words(text).strip() for each in found)
    held = "".join(each.words(text) for each in found)
    wanted = "".join(text[block.start : block.end] for block in read)
    assert "".join(held.split()) == "".join(wanted.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam held. The lake rose.", ["The dam held.", "The lake rose."]),
        ("Mr. Ito left at 5.30 p.m. on Monday.", ["Mr. Ito left at 5.30 p.m. on Monday."]),
        ("The U.S. Navy came. It left.", ["The U.S. Navy came.", "It left."]),
        ("Gov. Lee and Gen. Roy met.", ["Gov. Lee and Gen. Roy met."]),
        ("It rose 3.5 metres. Why?", ["It rose 3.5 metres.", "Why?"]),
        ("🌊🌊 The lake rose. It fell.", ["🌊🌊 The lake rose.", "It fell."]),
        ("", []),
        (" \n\t ", []),
        ("The dam", ["The dam"]),
        ("Wait… The dam held.", ["Wait…", "The dam held."]),
        ("Wait... The dam held.", ["Wait...", "The dam held."]),
    ],
    ids=[
        "two",
        "title-and-time",
        "state",
        "titles",
        "decimal",
        "emoji-first",
        "empty",
        "blank",
        "no-full-stop",
        "ellipsis",
        "three-stops",
    ],
)
def test_sentences_end_where_a_reader_stops(
    reader: TrainedReader, text: str, expected: list[str]
) -> None:
    """Abbreviations, decimals and times of day end no sentence."""
    assert words(reader, text) == expected


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b"], ids=ascii)
def test_a_wrapped_paragraph_is_read_over_its_line_ends(reader: TrainedReader, end: str) -> None:
    """A line end inside a paragraph is a blank, also before a capital and inside a name."""
    text = f"The mayor of New{end}York said the dam{end}held. The lake{end}rose."

    assert words(reader, text) == [
        f"The mayor of New{end}York said the dam{end}held.",
        f"The lake{end}rose.",
    ]


def test_each_line_of_a_post_stands_alone(reader: TrainedReader) -> None:
    """No sentence of an embedded post runs over a line end, full stop or none."""
    text = "Water is rising\nLeave now. Stay safe.\n\n— Lake Watch (@lakewatch) on May 4, 2031"

    assert words(reader, text, POST) == [
        "Water is rising",
        "Leave now.",
        "Stay safe.",
        "— Lake Watch (@lakewatch) on May 4, 2031",
    ]


@pytest.mark.parametrize("kind", sorted(UNREAD))
def test_furniture_has_no_sentences(reader: TrainedReader, kind: BlockKind) -> None:
    """A byline and the page's own words say nothing of the story."""
    assert words(reader, "By Ana Lopes. Sign up now.", kind) == []


@pytest.mark.parametrize("kind", [BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BULLET])
def test_a_heading_is_a_sentence_of_its_own(reader: TrainedReader, kind: BlockKind) -> None:
    """A heading without a full stop does not run into the paragraph under it."""
    text = "Dam holds in storm\nThe lake rose. It fell."
    blocks = [Block(kind, 0, 18), Block(PARAGRAPH, 19, len(text))]

    assert [span.words(text) for span in split(reader, text, blocks)] == [
        "Dam holds in storm",
        "The lake rose.",
        "It fell.",
    ]
