"""Texts -> markings and vectors, by the networks of the package."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.ledger.marking import Analysis, Marking, Role
from whence.ledger.span import Span
from whence.reader.read import TrainedReader
from whence.reader.vectors import SentenceVectors

PARAGRAPHS = (
    "The mayor of Lakeside, Ana Lopes, said that the dam would hold until Friday.",
    "“We saw the water rise,” Jon Ito told reporters, “and nobody warned us.”",
    "According to the water board, up to 300 houses could be flooded.",
    "The lake lies north of the town.",
    "🌊 “Leave now”, the chief wrote: האגם עולה, Zu\u0308rich e\u0301.",
    "물이 찼다고 시장이 말했다.",
    "-",
)
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SENTENCES = ("The dam held.", "The dam did not break.", "Prices of bread rose in May.", "", "🌊")


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    """The package's reader, loaded once for these tests."""
    return TrainedReader()


@pytest.fixture(scope="module")
def encoder() -> SentenceVectors:
    """The package's encoder of sentences, loaded once for these tests."""
    return SentenceVectors()


@pytest.fixture(scope="module")
def alone() -> dict[str, Analysis]:
    """What a reader finds in each paragraph that has read nothing before."""
    return {text: whole(TrainedReader(), text) for text in PARAGRAPHS}


def whole(reader: TrainedReader, text: str) -> Analysis:
    """What is found in a text that is one paragraph."""
    return reader.read(text, [(0, len(text))])


def read(reader: TrainedReader, text: str) -> list[Marking]:
    """The outer markings of a text that is one paragraph."""
    return list(whole(reader, text).outer)


def test_source_cue_and_content_are_marked(reader: TrainedReader) -> None:
    """A plain sentence of news gives its three parts, at their characters."""
    text = PARAGRAPHS[0]
    found = [(each.role, each.span.words(text)) for each in read(reader, text)]

    assert found == [
        (Role.SOURCE, "The mayor of Lakeside, Ana Lopes"),
        (Role.CUE, "said"),
        (Role.CONTENT, "that the dam would hold until Friday"),
    ]


def test_an_interrupted_quotation_goes_on(reader: TrainedReader) -> None:
    """The second half of a quotation is more of the first."""
    found = [each for each in read(reader, PARAGRAPHS[1]) if each.role is Role.CONTENT]

    assert [each.is_more for each in found] == [False, True]


@FEW
@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5))
def test_markings_ascend_inside_their_paragraph(
    reader: TrainedReader, paragraphs: list[str]
) -> None:
    """Markings are apart, in order, and none runs over a paragraph's end."""
    text = "\n".join(paragraphs)
    ranges, at = [], 0
    for paragraph in paragraphs:
        ranges.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    found = reader.read(text, ranges).outer

    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for each in found:
        assert sum(start <= each.span.start and each.span.end <= end for start, end in ranges) == 1
        assert 0.0 <= each.score <= 1.0
        assert each.span.words(text) == each.span.words(text).strip()


@FEW
@given(st.permutations(PARAGRAPHS))
def test_company_and_order_change_no_reading(
    reader: TrainedReader, alone: dict[str, Analysis], texts: list[str]
) -> None:
    """A text gives the same analysis alone, after others and before others, to the last digit."""
    assert {text: whole(reader, text) for text in texts} == alone


def test_what_stands_before_moves_a_marking_and_nothing_else(reader: TrainedReader) -> None:
    """A paragraph of another place in its text has the same markings, as far on."""
    text = PARAGRAPHS[2]
    before = "🌊" * 7 + "\n\n"
    moved = reader.read(before + text, [(len(before), len(before) + len(text))]).outer
    here = [replace(m, span=Span(m.span.start - 9, m.span.end - 9)) for m in moved]

    assert here == read(reader, text)
    assert len(here) >= 3


@pytest.mark.parametrize(
    ("text", "ranges"),
    [("", []), ("   ", [(0, 3)]), ("\u200b", [(0, 1)]), ("\x00\x01", [(0, 2)])],
    ids=["nothing", "blank", "invisible", "control"],
)
def test_nothing_to_read_gives_no_marking(
    reader: TrainedReader, text: str, ranges: list[tuple[int, int]]
) -> None:
    """A text without a word is read without a fault."""
    assert reader.read(text, ranges).outer == ()


def test_vectors_have_length_one(encoder: SentenceVectors) -> None:
    """Every text, the empty one too, has 384 numbers whose squares make one."""
    for vector in encoder.vectors(SENTENCES):
        assert len(vector) == 384
        assert math.hypot(*vector) == pytest.approx(1.0, abs=1e-5)


@FEW
@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_a_vector_depends_on_its_text_alone(encoder: SentenceVectors, texts: list[str]) -> None:
    """In any company a text has the same vector, to the last digit."""
    alone = {text: encoder.vectors([text])[0] for text in SENTENCES}

    assert encoder.vectors(texts) == [alone[text] for text in texts]


def test_texts_that_say_alike_are_near(encoder: SentenceVectors) -> None:
    """A paraphrase is nearer than a sentence of something else."""
    one, other, far = encoder.vectors(
        ["The dam may break tonight.", "Tonight the dam could burst.", "Bread is dear in May."]
    )

    near = sum(a * b for a, b in zip(one, other, strict=True))
    apart = sum(a * b for a, b in zip(one, far, strict=True))
    assert near > 0.7
    assert apart < 0.3


def test_a_text_longer_than_a_window_has_a_vector(encoder: SentenceVectors) -> None:
    """What goes beyond the window is not looked at."""
    long, longer = encoder.vectors(["dam " * 300, "dam " * 3_000])

    assert long == longer
