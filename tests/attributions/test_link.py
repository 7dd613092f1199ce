"""Markings -> which source goes with which cue and content."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import marked as marks
from tests.marked import MarkedArticle, marked
from whence.attributions.link import (
    Linked,
    Patterns,
    find_breaks,
    join_further_pieces,
    letter_of,
    link,
    write_pattern,
)
from whence.attributions.outer import wrap_trailing
from whence.ledger.marking import Marking, Role
from whence.ledger.span import Span, hull
from whence.lexicon.links import pattern_costs

article = marks.docstring_article

TABLE = [
    (
        "source-cue-content",
        "[The mayor](source) [said](cue) [the dam held](content).",
        [("The mayor", "said", "the dam held")],
    ),
    (
        "content-source-cue",
        "[The dam held](content), [the mayor](source) [said](cue).",
        [("The mayor", "said", "The dam held")],
    ),
    (
        "content-cue-source",
        "[The dam held](content), [according to](cue) [the mayor](source).",
        [("the mayor", "according to", "The dam held")],
    ),
    (
        "cue-source-content",
        "[According to](cue) [the mayor](source), [the dam held](content).",
        [("the mayor", "According to", "the dam held")],
    ),
    (
        "no-source",
        "[Reportedly](cue), [the dam held](content).",
        [("", "Reportedly", "the dam held")],
    ),
    (
        "interrupted-quotation",
        "[“The dam,”](content) [Ana Lopes](source) [said](cue), [“held all night.”](more)",
        [("Ana Lopes", "said", "“The dam,” … “held all night.”")],
    ),
    (
        "quotation-that-runs-on",
        "[“The dam held,”](content) [Lopes](source) [said](cue). [“The lake rose.”](more)",
        [("Lopes", "said", "“The dam held,” … “The lake rose.”")],
    ),
    (
        "quotation-that-runs-on-twice",
        "[“It held,”](content) [Lopes](source) [said](cue). [“It rose.”](more) [“It fell.”](more)",
        [("Lopes", "said", "“It held,” … “It rose.” … “It fell.”")],
    ),
    (
        "quotation-over-a-paragraph",
        "[“The dam held,”](content) [Lopes](source) [said](cue).\n[“The lake rose.”](more)",
        [("Lopes", "said", "“The dam held,” … “The lake rose.”")],
    ),
    (
        "quotation-before-its-speaker's-sentence",
        "[“The dam held.”](content) [Lopes](source) [said so](cue).",
        [("Lopes", "said so", "“The dam held.”")],
    ),
    (
        "speaker-before-the-next-paragraph's-quotation",
        "[Lopes](source) [told reporters](cue):\n[“The dam held.”](content)",
        [("Lopes", "told reporters", "“The dam held.”")],
    ),
    (
        "shared-source",
        "[She](source) [said](cue) [the dam held](content) and [added](cue) [it rained](content).",
        [("She", "said", "the dam held"), ("She", "added", "it rained")],
    ),
    (
        "two-in-a-sentence",
        "[Roy](source) [said](cue) [it held](content), [Ito](source) [denied](cue) [it](content).",
        [("Roy", "said", "it held"), ("Ito", "denied", "it")],
    ),
    (
        "two-sentences",
        "[Roy](source) [said](cue) [it held](content). [Ito](source) [fears](cue) [it](content).",
        [("Roy", "said", "it held"), ("Ito", "fears", "it")],
    ),
    (
        "a-source-is-not-shared-with-the-next-sentence",
        "[Lopes](source) [said](cue) [it held](content). [Reportedly](cue) [it broke](content).",
        [("Lopes", "said", "it held"), ("", "Reportedly", "it broke")],
    ),
    (
        "content-before-and-after",
        "[The dam](content), [said](cue) [Lopes](source), [would hold](more).",
        [("Lopes", "said", "The dam … would hold")],
    ),
    ("cue-alone", "[Lopes](source) [spoke](cue) for an hour.", []),
    ("source-alone", "[Lopes](source) left.", []),
    ("a-cue-only", "It was [said](cue).", []),
    ("nothing", "The dam held.", []),
]  # fmt: skip


def linked(read: MarkedArticle) -> list[Linked]:
    """The attributions of a marked article, by the counted patterns."""
    patterns = Patterns(*pattern_costs())
    return link(read.text, read.markings, read.paragraphs, read.sentences, patterns)


def shown(text: str, each: Linked) -> tuple[str, str, str]:
    """The words of source, cue and content."""
    return (
        " … ".join(span.words(text) for span in each.source),
        " … ".join(span.words(text) for span in each.cue),
        " … ".join(span.words(text) for span in each.content),
    )


def lower(rows: list[tuple[str, str, str]]) -> list[tuple[str, ...]]:
    return [tuple(part.casefold() for part in row) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_parts_go_together(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each pattern of news gives its attributions, with all their pieces."""
    read = marked(text)

    assert lower([shown(read.text, each) for each in linked(read)]) == lower(expected)


def test_spans_are_those_of_the_markings(article: MarkedArticle) -> None:
    """🌊 [The lake rose a metre](content), [according to](cue) [the mayor](source)."""
    (found,) = linked(article)

    assert found.source == tuple(article.spans["source"])
    assert found.cue == tuple(article.spans["cue"])
    assert found.content == tuple(article.spans["content"])


def test_a_marking_outside_all_patterns_is_left(article: MarkedArticle) -> None:
    """[Ito](source) left. [Roy](source) [said](cue) [the dam held](content). [He](source) sat."""
    assert [shown(article.text, each) for each in linked(article)] == [
        ("Roy", "said", "the dam held")
    ]


def test_the_score_is_the_mean(article: MarkedArticle) -> None:
    """[The mayor](source) [said](cue) [the dam held](content)."""
    scores = (0.4, 0.6, 0.8)
    article.markings = [
        Marking(each.role, each.span, each.is_more, score)
        for each, score in zip(article.markings, scores, strict=True)
    ]

    assert linked(article)[0].score == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("[Lopes](source) [said](cue) [it held](content)", "SCK"),
        ("[“It held,”](content) [Lopes](source) [said](cue)", "QSC"),
        ("“[It held](content),” [Lopes](source) [said](cue) “[all night](more)”", "QSCM"),
        ("[''It held,''](content) [he](source) [said](cue)", "QSC"),
        ("[the town's dam](content)", "K"),
        ("[‘It held’](content)", "Q"),
        ("[«It held»](content)", "Q"),
        ("[„It held“](content)", "Q"),
        ("[a “grave” fault](content)", "Q"),
    ],
    ids=["plain", "quotation", "marks-outside", "tex", "apostrophe", "single", "guillemets",
         "german", "near-the-start"],
)  # fmt: skip
def test_letters(text: str, letters: str) -> None:
    """A content is a quotation where a mark stands at its start, inside or outside."""
    read = marked(text)

    assert "".join(letter_of(read.text, [each]) for each in read.markings) == letters


def test_breaks_are_those_of_sentences_and_paragraphs(article: MarkedArticle) -> None:
    """[Lopes](source) [said](cue) it. [It held](content).

    [Ito](source) [left](cue).
    """
    breaks = find_breaks(article.markings, article.paragraphs, article.sentences)

    assert write_pattern("SCKSC", breaks) == "SC|K/SC"


def test_only_further_pieces_are_joined(article: MarkedArticle) -> None:
    """[A](content) [b](more) [c](more) [d](cue) [e](more) [f](content) [g](more)."""
    joined = join_further_pieces(article.markings)

    words = [" ".join(each.span.words(article.text) for each in group) for group in joined]
    assert words == ["A", "b c", "d", "e", "f", "g"]


WRAPPED = [
    (
        "inner",
        "[Images](source) [show](cue) [a crack](content), [according to](cue) [Ito](source).",
        [("Ito", "according to", "Images show a crack")],
    ),
    (
        "as-according-to",
        "[Images](source) [show](cue) [a crack](content), [as according to](cue) [Ito](source).",
        [("Ito", "as according to", "Images show a crack")],
    ),
    (
        "another-sentence",
        "[Lopes](source) [said](cue) [it held](content). [According to](cue) [Ito](source).",
        [("Lopes", "said", "it held")],
    ),
    (
        "plain",
        "[It held](content), [according to](cue) [Ito](source).",
        [("Ito", "according to", "It held")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in WRAPPED], ids=[row[0] for row in WRAPPED]
)
def test_a_trailing_according_to_holds_the_sentence(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """ "…, according to X" after an attribution takes the whole of it as its content."""
    read = marked(text)
    found = wrap_trailing(read.text, read.markings, linked(read), read.sentences)

    assert [shown(read.text, each) for each in found] == expected


@st.composite
def any_markings(draw: st.DrawFn) -> MarkedArticle:
    """Any markings, apart and in order, in any text with lines and sentences."""
    units = st.sampled_from(["ab", "“cd”", ".", "? ", "\n", "🌊", " e's ", "said "])
    text = "".join(draw(st.lists(units, min_size=1, max_size=40)))
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=24)))
    result = MarkedArticle(text)
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        role = draw(st.sampled_from(list(Role)))
        is_more = role is Role.CONTENT and draw(st.booleans())
        result.markings.append(Marking(role, Span(start, end), is_more, 0.5))
    return result


@given(any_markings())
def test_any_markings_are_linked_soundly(read: MarkedArticle) -> None:
    """Contents are never empty, no cue or content is in two, and no span is made up."""
    found = linked(read)

    known = {role: {m.span for m in read.markings if m.role is role} for role in Role}
    for each in found:
        assert each.content
        assert {piece.start for piece in each.content} <= {m.start for m in known[Role.CONTENT]}
        assert {piece.end for piece in each.content} <= {m.end for m in known[Role.CONTENT]}
        assert set(each.source) <= known[Role.SOURCE]
        assert set(each.cue) <= known[Role.CUE]
        for pieces in (each.source, each.cue, each.content):
            assert all(one.end <= other.start for one, other in pairwise(pieces))
        assert 0.0 <= each.score <= 1.0
    used = [span for each in found for span in (*each.cue, *each.content)]
    assert len(used) == len(set(used))
    starts = [hull([*each.cue, *each.content]).start for each in found]
    assert starts == sorted(starts)


@given(any_markings())
def test_every_content_is_in_an_attribution(read: MarkedArticle) -> None:
    """No content of the reader is lost in linking."""
    held = [span for each in linked(read) for span in each.content]

    for marking in read.markings:
        is_content = marking.role is Role.CONTENT
        assert not is_content or any(span.covers(marking.span) for span in held)
