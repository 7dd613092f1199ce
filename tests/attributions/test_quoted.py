"""Whoever is quoted as saying something says it inside what the outlet says."""

from __future__ import annotations

import pytest

from tests.attributions.parts import parts
from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.attributions.quoted import find_quoted

CASES = [
    (
        "plain",
        "[The Herald](source) [quoted](cue) [an aide as saying that it would hold](content).",
        ("an aide", "as saying", "that it would hold"),
    ),
    (
        "passive-outlet",
        "[The paper](source) [also cited](cue) [one engineer as warning of a slide](content).",
        ("one engineer", "as warning", "of a slide"),
    ),
    ("no-speaker", "[The Herald](source) [quoted](cue) [the letter at length](content).", None),
    ("no-quoting", "[She](source) [regards](cue) [the aide as saying too much](content).", None),
]


@pytest.mark.parametrize(
    ("marked", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_speaker_inside_is_found(marked: str, expected: tuple[str, ...] | None) -> None:
    """Source before "as", cue with its participle, content after it."""
    read = parts(marked)
    tree = [Nested(Linked(read.source, read.cue, read.content, 0.9), None)]

    found = [
        tuple(spans[0].words(read.text) for spans in (each.source, each.cue, each.content))
        for each in find_quoted(read.text, tree)
    ]

    assert found == ([expected] if expected else [])


def test_a_speaker_that_is_there_is_left() -> None:
    """What has its cue already is not found twice."""
    read = parts(
        "[The Herald](source) [quoted](cue) [an aide as saying that it would hold](content)."
    )
    outer = Nested(Linked(read.source, read.cue, read.content, 0.9), None)
    (inner,) = find_quoted(read.text, [outer])

    assert [*find_quoted(read.text, [outer, Nested(inner, 0)])] == []
