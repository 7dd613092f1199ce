"""Contents without source and cue -> those with the noun that carries them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marked import marked
from whence.attributions.boundaries import mend
from whence.attributions.complete import complete, with_subject
from whence.attributions.link import Linked
from whence.ledger.span import Span

TABLE = [
    ("reports", "It comes amid [reports](source) [that](cue) [the dam broke](content)."),
    ("media-reports", "He cited [media reports](source) [that](cue) [it broke](content)."),
    ("rumours", "There are [rumours](source) [that](cue) [it broke](content)."),
    ("rumors", "There are [rumors](source) [that](cue) [it broke](content)."),
    ("capital", "[Reports](source) [that](cue) [it broke](content) were denied."),
    ("fears", "There are [fears](cue) that [it broke](content)."),
    ("fears-inside", "There are [fears](cue) [that it broke](content)."),
    ("concerns", "Amid [concerns](cue) that [it may break](content)."),
    ("allegations", "He left over [allegations](cue) that [he lied](content)."),
    ("claim", "The [claim](cue) that [it broke](content) is old."),
    ("wrapped", "There are [fears](cue)\nthat [it broke](content)."),
    ("wrapped-reports", "It comes amid [reports](source)\n[that](cue) [it broke](content)."),
    ("no-noun", "He knew that [it held](content)."),
    ("other-noun", "The [dam](place) that [broke](content)."),
    ("no-that", "There are fears [it broke](content)."),
    ("part-of-a-word", "He misreports that [it broke](content)."),
    ("at-the-start", "[it broke](content)"),
    ("that-first", "[That it broke](content) is known."),
]


def bare(text: str) -> tuple[str, Linked]:
    """The content of a marked text, alone."""
    read = marked(text)
    return read.text, Linked((), (), tuple(read.spans["content"]), 0.5)


@pytest.mark.parametrize("text", [row[1] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_noun_carries_the_content(text: str) -> None:
    """Reports speak for somebody unnamed; fears are only the cue; other nouns are nothing."""
    read = marked(text)
    found = complete(*bare(text))

    assert [span.words(read.text) for span in found.source] == [
        span.words(read.text) for span in read.spans["source"]
    ]
    assert [span.words(read.text) for span in found.cue] == [
        span.words(read.text) for span in read.spans["cue"]
    ]
    assert found.content == tuple(read.spans["content"])


def test_that_inside_a_content_stays_there() -> None:
    """Where the content begins with "that", the cue has no characters of its own."""
    text, content = bare("It comes amid reports [that the dam broke](content).")
    (found,) = mend(text, [complete(text, content)], [])

    assert [span.words(text) for span in found.source] == ["reports"]
    assert found.cue == ()
    assert [span.words(text) for span in found.content] == ["that the dam broke"]


def test_reports_that_are_the_cue_are_the_source_too() -> None:
    """The network may mark the noun as the cue; reports speak for somebody unnamed."""
    text = "It comes amid reports that the dam broke."
    linked = Linked((), (Span(14, 21),), (Span(22, 40),), 0.5)

    assert complete(text, linked).source == (Span(14, 21),)


def test_what_has_a_source_or_a_cue_stays() -> None:
    """Nothing is added to what the network has linked."""
    text = "Lopes has fears that it broke."
    content = (Span(21, 29),)
    known = [Linked((Span(0, 5),), (), content, 1.0), Linked((), (Span(6, 9),), content, 1.0)]

    assert [complete(text, each) for each in known] == known


SUBJECTS = [
    ("verb", "[Portugal](name) [denied](cue) [the claim](content).", "Portugal"),
    ("has", "[Portugal](name) [has said](cue) [it held](content).", "Portugal"),
    ("adverb", "[Portugal](name) [later said](cue) [it held](content).", "Portugal"),
    ("neither", "[Lopes](name) [neither confirmed](cue) [it](content).", "Lopes"),
    ("determiner", "Its [water board](name) [said](cue) [it held](content).", "Its water board"),
    ("the", "🌊 the [board](name) [said](cue) [it held](content).", "the board"),
    ("hard-blank", "[Lopes](name)\u00a0[said](cue) [it held](content).", "Lopes"),
    ("not-directly", "[Lopes](name) and he [said](cue) [it held](content).", ""),
    ("comma", "[Lopes](name), [saying](cue) [it held](content).", ""),
    ("participle", "[Lopes](name) [saying](cue) [it held](content).", ""),
    ("noun", "[Lopes](name) [fear](cue) [it held](content).", ""),
    ("inside-the-content", "[It was Lopes](content) [said](cue) so.", ""),
    ("has-a-source", "[Lopes](name) [he](source) [said](cue) [it](content).", "he"),
    ("no-name", "He [said](cue) [it held](content).", ""),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SUBJECTS], ids=[row[0] for row in SUBJECTS]
)
def test_a_name_before_a_bare_verb_is_its_source(text: str, expected: str) -> None:
    """The subject that stands directly before a finite cue is the source, with its article."""
    read = marked(text)
    names = read.spans["name"] or ([read.span("Lopes")] if "Lopes" in read.text else [])
    source, cue, content = (tuple(read.spans[role]) for role in ("source", "cue", "content"))
    found = with_subject(read.text, Linked(source, cue, content, 0.5), names)

    assert " ".join(span.words(read.text) for span in found.source) == expected


@given(
    st.lists(
        st.sampled_from(["reports", "fears", "that", "That", "media", "🌊", "\n", "\u00a0", "it",
                         "claim", ".", "  "]),
        min_size=1,
        max_size=20,
    ),
    st.data(),
)  # fmt: skip
def test_any_text_is_completed_soundly(words: list[str], data: st.DataObject) -> None:
    """New spans stand in the text, the source before the cue, and are not blank."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    found = complete(text, Linked((), (), (Span(start, len(text)),), 0.5))

    for span in (*found.source, *found.cue):
        assert span.words(text).strip()
        assert span.end <= len(text)
    if found.source:
        assert found.source[0].end < found.cue[0].start
