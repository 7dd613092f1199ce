"""Passive reactions -> attributions."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marked import marked
from whence.attributions.link import Linked
from whence.attributions.passive import LONGEST, find_passives, replace_with_passives
from whence.ledger.span import Span

TABLE = [
    ("scepticism", "[This claim](content) [was met with scepticism](cue) by [officials](source)."),
    ("skepticism", "[This claim](content) [was met with skepticism](cue) by [officials](source)."),
    ("initially", "[It](content) [was initially met with scepticism](cue) by [Ito](source)."),
    ("deep-doubts", "[The plan](content) [was met with deep doubts](cue) by [Ito](source)."),
    ("greeted", "[The plan](content) [was greeted with disbelief](cue) by [Ito](source)."),
    ("denied", "[The report](content) [was denied](cue) by [the ministry](source)."),
    ("has-been", "[The report](content) [has been denied](cue) by [the ministry](source)."),
    ("confirmed", "[The leak](content) [was confirmed](cue) by [two engineers](source)."),
    ("dismissed", "[The figure](content) [was dismissed](cue) as too high by [Lopes](source)."),
    ("first-reported", "[The leak](content) [was first reported](cue) by [the Courier](source)."),
    ("being", "[The plan](content) [is being questioned](cue) by [Ito](source)."),
    ("acronym", "[It](content) [was denied](cue) by [the Water Board (WB)](source)."),
    ("initials", "[It](content) [was denied](cue) by [the U.S. Navy](source)."),
    ("stops-at-day", "[It](content) [was denied](cue) by [the ministry](source) on Monday."),
    ("stops-at-who", "[It](content) [was denied](cue) by [Lopes](source) who left."),
    ("stops-at-comma", "[It](content) [was denied](cue) by [Lopes](source), the mayor."),
    ("after-while", "While [the claim](content) [was denied](cue) by [Lopes](source), it held."),
    ("after-but", "It held, but [the claim](content) [was denied](cue) by [Lopes](source)."),
    ("after-semicolon", "It held; [the claim](content) [was denied](cue) by [Lopes](source)."),
    ("inserted", "[The leak](content), which grew, [was confirmed](cue) by [Lopes](source)."),
    ("active", "[Officials](source) met [the claim](content) [with scepticism](cue)."),
    ("active-has", "[Officials](source) have greeted [it](content) [with deep doubts](cue)."),
    ("emoji-before", "🌊🌊 rose; [the claim](content) [was denied](cue) by [Lopes](source)."),
]  # fmt: skip


@pytest.mark.parametrize("text", [row[1] for row in TABLE], ids=[row[0] for row in TABLE])
def test_the_subject_is_the_content_and_who_reacts_the_source(text: str) -> None:
    """What is done to a saying is an attribution, with its edges at words."""
    read = marked(text)
    (found,) = find_passives(read.text, [Span(0, len(read.text))])

    assert found.content == tuple(read.spans["content"])
    assert found.cue == tuple(read.spans["cue"])
    assert found.source == tuple(read.spans["source"])


@pytest.mark.parametrize(
    "text",
    [
        "The claim was denied.",
        "The claim was not confirmed by Lopes.",
        "Was denied by Lopes.",
        "The house was built by Lopes.",
        "The town was met by Lopes.",
        f"{'The very long claim ' * 9}was denied by Lopes.",
        "",
    ],
    ids=["nobody", "not", "no-subject", "no-reaction", "met-by", "too-long", "empty"],
)
def test_what_is_no_reaction(text: str) -> None:
    """Without a reaction, a subject and somebody who reacts there is nothing."""
    sentences = [Span(0, len(text))] if text else []

    assert list(find_passives(text, sentences)) == []


def test_a_passive_does_not_leave_its_sentence() -> None:
    """Subject and source are looked for in one sentence."""
    text = "The claim was denied. It came by boat."

    assert list(find_passives(text, [Span(0, 21), Span(22, len(text))])) == []


def test_the_networks_reading_of_a_passive_gives_way() -> None:
    """An attribution by the same cue is replaced, the others stay, in order of content."""
    read = marked("The claim was denied by Lopes. Ito said it held.")
    (passive,) = find_passives(read.text, read.sentences)
    same_cue = Linked((read.span("The claim"),), (read.span("denied"),), (read.span("Lopes"),), 1.0)
    other = Linked((read.span("Ito"),), (read.span("said"),), (read.span("it held"),), 1.0)

    assert replace_with_passives([other, same_cue], [passive]) == [passive, other]
    assert replace_with_passives([other], []) == [other]


PIECES = st.sampled_from(
    ["The claim", "was denied", "is being", "met with scepticism", "by", "Lopes", ",", ";", "but",
     "while", "which grew,", "on", "and", "(WB)", "not", "🌊", "\n", "  ", "U.S.", "first reported"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=24))
def test_any_sentence_is_read_soundly(words: list[str]) -> None:
    """Content, cue and source are in the sentence, in this order, apart and not blank."""
    text = " ".join(words)
    if not text:
        return
    for found in find_passives(text, [Span(0, len(text))]):
        (content,), (cue,), (source,) = found.content, found.cue, found.source
        assert max(source.end, cue.end, content.end) <= len(text)
        ordered = sorted([content, cue, source])
        assert ordered in ([content, cue, source], [source, content, cue])
        assert all(one.end <= other.start for one, other in pairwise(ordered))
        assert content.words(text) == content.words(text).strip()
        assert source.words(text) == source.words(text).strip()
        assert len(content.words(text).split()) <= LONGEST
