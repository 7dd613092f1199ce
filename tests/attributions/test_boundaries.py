"""Linked spans -> the same with edges where words belong together."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.marked import MarkedArticle, marked
from whence.attributions.boundaries import mend
from whence.attributions.link import Linked
from whence.ledger.span import Span, Spans

TABLE = [
    (
        "number-cut-at-the-start",
        "[Lopes](source) [warns up](cue) [to {300} houses could flood](content).",
        "up to {300}",
        ("Lopes", "warns", "up to 300 houses could flood"),
    ),
    (
        "number-cut-at-the-end",
        "[Lopes](source) [warned of](cue) [10,](content)000 dead.",
        "10,000",
        ("Lopes", "warned of", "10,000"),
    ),
    (
        "number-whole",
        "[Lopes](source) [warned of](cue) [10,000 dead](content).",
        "10,000",
        ("Lopes", "warned of", "10,000 dead"),
    ),
    (
        "that-before-a-name",
        "[that Lopes](source) [said](cue) [it held](content).",
        None,
        ("Lopes", "said", "it held"),
    ),
    (
        "and-before-a-name",
        "[and the mayor](source) [said](cue) [it held](content).",
        None,
        ("the mayor", "said", "it held"),
    ),
    (
        "time-cut-before-of",
        "[Lopes](source) [said](cue) [it leaked in the last](content) week of May.",
        "the last week",
        ("Lopes", "said", "it leaked in the last week of May"),
    ),
    (
        "before-of",
        "[Lopes](source) [cited](cue) [the head](content) of Lakeside.",
        None,
        ("Lopes", "cited", "the head of Lakeside"),
    ),
    (
        "source-with-a-cut-off-date",
        "[An earlier report, published](source) on Monday [said](cue) [it held](content).",
        None,
        ("An earlier report", "said", "it held"),
    ),
    (
        "blanks-and-commas",
        "[ Lopes, ](source)[ said, ](cue)[it held](content).",
        None,
        ("Lopes", "said", "it held"),
    ),
    (
        "lone-article",
        "[Lopes](source) [cited](cue) [the](content) old dam.",
        None,
        ("Lopes", "cited", "the old"),
    ),
    (
        "ends-in-a-preposition",
        "[Lopes](source) [spoke of](cue) [a threat to](content) the old dam.",
        None,
        ("Lopes", "spoke of", "a threat to the old"),
    ),
    (
        "preposition-before-a-number",
        "[Lopes](source) [spoke of](cue) [the loss of](content) about 300 men.",
        "about 300",
        ("Lopes", "spoke of", "the loss of about 300"),
    ),
    (
        "preposition-at-the-end-of-a-paragraph",
        "[Lopes](source) [spoke of](cue) [a threat to](content)\n\nThe lake rose.",
        None,
        ("Lopes", "spoke of", "a threat to"),
    ),
    (
        "preposition-before-the-next-piece",
        "“[It led to](content) [war](more)”, [Lopes](source) [said](cue).",
        None,
        ("Lopes", "said", "It led to … war"),
    ),
    (
        "dash-of-a-dateline",
        "KYIV (Agency) [- It held](content), [Lopes](source) [said](cue).",
        None,
        ("Lopes", "said", "It held"),
    ),
    (
        "this-alone",
        "[Lopes](source) [denied](cue) [this](content).",
        None,
        ("Lopes", "denied", "this"),
    ),
    (
        "two-words-before-a-name",
        "[and that Lopes](source) [said](cue) [it held](content).",
        None,
        ("Lopes", "said", "it held"),
    ),
    (
        "lone-pronoun-with-its-noun",
        "[Lopes](source) [denied](cue) [these](content) claims.",
        None,
        ("Lopes", "denied", "these claims"),
    ),
    (
        "article-as-source",
        "[the](source) [said](cue) [it held](content).",
        None,
        ("", "said", "it held"),
    ),
    (
        "who-as-source",
        "Lopes, [who](source) [said](cue) [it held](content).",
        None,
        ("who", "said", "it held"),
    ),
    (
        "neither-is-the-cue's",
        "[Lopes neither](source) [confirmed nor denied](cue) [the claim](content).",
        None,
        ("Lopes", "neither confirmed nor denied", "the claim"),
    ),
    (
        "neither-alone",
        "Lopes, [neither](source) [confirmed](cue) [it](content).",
        None,
        ("", "neither confirmed", "it"),
    ),
    (
        "what-was-asked",
        "[Lopes](source) [asked](cue) [the board](content) whether the dam holds.",
        None,
        ("Lopes", "asked", "whether the dam holds"),
    ),
    (
        "event-participle",
        "[The storm](source) hit, [raising concerns about](cue) [the dam](content).",
        None,
        ("", "raising concerns about", "the dam"),
    ),
    (
        "speaker's-participle",
        "[Lopes](source) left, [saying](cue) [it held](content).",
        None,
        ("Lopes", "saying", "it held"),
    ),
    (
        "quotation-alone",
        "“[It held](content).”",
        None,
        ("", "", "It held"),
    ),
    (
        "emoji-before",
        "🌊🌊 [that Lopes](source) [said](cue) [it held](content).",
        None,
        ("Lopes", "said", "it held"),
    ),
    (
        "two-pieces",
        "“[It](content),” [ Lopes](source) [said](cue), “[held the](more)”.",
        None,
        ("Lopes", "said", "It … held the"),
    ),
]  # fmt: skip


def linked(read: MarkedArticle) -> Linked:
    """The marks of a text as one attribution."""
    content = tuple(sorted([*read.spans["content"], *read.spans["more"]]))
    return Linked(tuple(read.spans["source"]), tuple(read.spans["cue"]), content, 0.5)


def shown(text: str, spans: Spans) -> str:
    return " … ".join(span.words(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        pytest.param(
            *row,
            id=name,
        )
        for name, *row in TABLE
    ],
)
def test_edges_are_where_words_belong_together(
    text: str, number: str | None, expected: tuple[str, str, str]
) -> None:
    """Numbers stay whole, connecting words go, a lone article gets its noun."""
    read = marked(text.replace("{", "").replace("}", ""))
    numbers = [read.span(number.replace("{", "").replace("}", ""))] if number else []
    (found,) = mend(read.text, [linked(read)], numbers)

    parts = (found.source, found.cue, found.content)
    assert tuple(shown(read.text, part) for part in parts) == expected


@pytest.mark.parametrize(
    "text",
    [
        "[Lopes](source) [said](cue) [the](content).",
        "[Lopes](source) [said](cue) [, ;](content)",
        "It rained and [the dam held](content) all night.",
        "[the](source) saw [the dam held](content) all night.",
    ],
    ids=["article-at-the-end", "no-word", "nobody-by-nothing", "an-article-by-nothing"],
)
def test_what_says_nothing_is_dropped(text: str) -> None:
    """Without a content word, or without source, cue and quotation marks, there is nothing."""
    read = marked(text)

    assert mend(read.text, [linked(read)], []) == []


@st.composite
def any_linked(draw: st.DrawFn) -> tuple[str, Linked, list[Span]]:
    """Runs of whole words of any text as source, cue and content, apart, and any numbers."""
    units = st.sampled_from(
        ["the", "that", "up to", "10,000", ",", "Lopes", "Lopes,", "said", "raising", "“", "”",
         "🌊", "e\u0301", "'s", "-", "no", "\u200b", ".", "whom he"]
    )  # fmt: skip
    blanks = st.sampled_from([" ", "  ", "\n", "\u00a0"])
    pairs = draw(st.lists(st.tuples(units, blanks), min_size=3, max_size=20))
    text = "".join(word + blank for word, blank in pairs)
    words = [Span(*match.span()) for match in re.finditer(r"\S+", text)]
    roles = draw(
        st.lists(st.sampled_from("SCK-+"), min_size=len(words), max_size=len(words)).filter(
            lambda letters: "K" in letters
        )
    )
    spans: dict[str, list[Span]] = {letter: [] for letter in "SCK-"}
    letter = "-"
    for role, word in zip(roles, words, strict=True):
        if role == "+" and spans[letter]:
            spans[letter][-1] = Span(spans[letter][-1].start, word.end)
        else:
            letter = "-" if role == "+" else role
            spans[letter].append(word)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
    numbers = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]
    return text, Linked(tuple(spans["S"]), tuple(spans["C"]), tuple(spans["K"]), 0.5), numbers


def test_a_cue_of_which_the_content_leaves_a_blank_is_none() -> None:
    """Where the content takes all that a cue says, the cue is gone."""
    text = "Lopes said, up to 300 men left."
    one = Linked((Span(0, 5),), (Span(10, 12),), (Span(6, 11), Span(12, 30)), 0.5)
    (found,) = mend(text, [one], [])

    assert found.cue == ()


@given(any_linked())
def test_any_spans_are_mended_soundly(given_parts: tuple[str, Linked, list[Span]]) -> None:
    """Spans stay in the text and say something; no number is cut; nothing is dropped silently."""
    text, one, numbers = given_parts

    for found in mend(text, [one], numbers):
        assert found.content
        assert found.score == one.score
        for span in (*found.source, *found.cue, *found.content):
            assert 0 <= span.start < span.end <= len(text)
        for piece in found.content:
            assert any(char.isalnum() for char in piece.words(text))
            for number in numbers:
                assert not number.start < piece.start < number.end
        for cue in found.cue:
            assert not any(piece.covers(cue) for piece in found.content)
