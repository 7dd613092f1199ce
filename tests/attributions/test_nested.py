"""Attributions -> those inside their contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies.analyses import Form, analyse, forms
from whence.attributions.link import Linked, link
from whence.attributions.nested import (
    DEEPEST,
    Level,
    Nested,
    is_inside,
    may_hold_another,
    place,
    read_nested,
)
from whence.attributions.port import Reader
from whence.ledger.marking import Analysis, Marking, Role
from whence.ledger.span import Span, words_of

NAMES = ("Lopes", "Ito", "Roy", "Kim", "Diaz", "Moss", "Webb", "Park")


class PlainReader:
    """A reader that knows one form: "Name said that …", up to the end of the range.

    It also reads "…, calling it …" as a cue and a content without a source.
    """

    name = "plain-1"

    _FORM = re.compile(
        r"(?P<source>[A-Z]\w+) (?P<cue>said|reported|revealed|told reporters) "
        r"(?P<content>that [^.,\n]+)"
        r"(?:, (?P<cue2>calling) (?P<content2>it [^.,\n]+))?"
    )

    def __init__(self) -> None:
        self.calls: list[Sequence[tuple[int, int]]] = []

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """The parts of each form, the content to its end; a participle takes the speaker."""
        self.calls.append(paragraphs)
        return with_speakers(analyse(text, paragraphs, forms(self._FORM)))


def with_speakers(analysis: Analysis) -> Analysis:
    """Contents without a source take the source before them, as the trained reader does."""

    def speaking(markings: Sequence[Marking]) -> tuple[Marking, ...]:
        sources = [at for at, each in enumerate(markings) if each.role is Role.SOURCE]
        return tuple(
            replace(each, onto=max(before))
            if each.role is Role.CONTENT
            and each.onto is None
            and (before := [s for s in sources if s < at and markings[s].within == each.within])
            else each
            for at, each in enumerate(markings)
        )

    return replace(analysis, outer=speaking(analysis.outer), inner=speaking(analysis.inner))


class EchoReader:
    """A reader that finds the whole range again, as a cue and a content."""

    name = "echo-1"

    def read(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Analysis:
        """The first word as a cue, everything after it as a content."""
        return analyse(text, paragraphs, echo)


def echo(text: str, start: int, end: int) -> Iterator[Form]:
    """The first word of a range, and the rest."""
    middle = text.find(" ", start, end)
    if start < middle < end - 1:
        yield {Role.CUE: (start, middle), Role.CONTENT: (middle + 1, end)}


def level_of(text: str) -> Level:
    """The attributions of one level of a text."""
    return lambda markings: link(text, markings)


def read(text: str, reader: Reader) -> list[Nested]:
    """The tree of a text that is one paragraph and one sentence."""
    analysis = reader.read(text, [(0, len(text))])
    level = level_of(text)
    return read_nested(text, level(analysis.outer), level(analysis.inner), reader, level)


def shown(text: str, tree: list[Nested]) -> list[tuple[str, str, int | None]]:
    """Source, content and the outer one of each."""
    return [
        (words_of(each.linked.source, text), words_of(each.linked.content, text), each.outer)
        for each in tree
    ]


def test_each_content_is_read_again() -> None:
    """Who speaks inside what somebody says hangs on it, as deep as the text goes."""
    text = "Lopes said that Ito reported that Roy revealed that the big dam would not hold."

    assert shown(text, read(text, PlainReader())) == [
        ("Lopes", "that Ito reported that Roy revealed that the big dam would not hold", None),
        ("Ito", "that Roy revealed that the big dam would not hold", 0),
        ("Roy", "that the big dam would not hold", 1),
    ]


def test_two_in_one_content_are_beside_each_other() -> None:
    """Both hang on the outer one, and neither on the other."""
    text = "Lopes told us that Ito said that it held, and Roy said that it broke"
    outermost = Linked((Span(0, 5),), (Span(6, 13),), (Span(14, len(text)),), 1.0)
    inner = link(text, PlainReader().read(text, list(outermost.content)).outer)
    tree = read_nested(text, [outermost], inner, PlainReader(), level_of(text))

    assert shown(text, tree)[1:] == [("Ito", "that it held", 0), ("Roy", "that it broke", 0)]


def test_nothing_is_read_below_the_deepest_level() -> None:
    """However long a chain is, the tree has a bottom."""
    text = " ".join(f"{name} said that" for name in NAMES) + " the old dam had held very well."
    tree = read(text, PlainReader())

    assert len(tree) == DEEPEST + 1
    assert [each.outer for each in tree] == [None, *range(DEEPEST)]


def test_a_content_without_a_word_of_reporting_is_not_read_again() -> None:
    """The network is asked once for the article, and not for a content that cannot hold one."""
    reader = PlainReader()
    read("Lopes said that the dam would hold until the end of the week.", reader)

    assert len(reader.calls) == 1


def test_a_reader_that_finds_the_same_again_does_not_loop() -> None:
    """Each inner one says less than the outer, and the tree ends."""
    text = "She said that he said they said we said you said all of it again"
    tree = read(text, EchoReader())

    lengths = [len(words_of(each.linked.content, text)) for each in tree]
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) == len(lengths) <= DEEPEST + 1


def test_a_participle_hangs_on_the_speaker_inside() -> None:
    """What follows the content of a report as ", calling it" is said by who speaks in there."""
    text = "Lopes reported that Ito said that the dam was safe for now, calling it a good wall."
    tree = read(text, PlainReader())

    assert shown(text, tree) == [
        ("Lopes", "that Ito said that the dam was safe for now, calling it a good wall", None),
        ("Ito", "that the dam was safe for now", 0),
        ("Ito", "it a good wall", 0),
    ]


def test_a_participle_after_a_plain_content_keeps_its_speaker() -> None:
    """Where nobody speaks inside, ", calling it" is said by who speaks outside."""
    text = "Lopes said that the dam was safe, calling it a good wall."

    assert shown(text, read(text, PlainReader())) == [
        ("Lopes", "that the dam was safe", None),
        ("Lopes", "it a good wall", None),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the mayor said that the dam held", True),
        ("according to officials the old dam held", True),
        ("the dam held all night in the rain", False),
        ("he said so", False),
        ("", False),
        ("🌊 1 2 3 4 5 6 said", False),
    ],
    ids=["verb", "according-to", "no-reporting", "too-short", "empty", "no-words"],
)
def test_which_contents_may_hold_another(words: str, *, expected: bool) -> None:
    """A content needs some words, and one of them of reporting."""
    content = (Span(0, len(words)),) if words else ()

    assert may_hold_another(words, content) is expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ((Span(2, 4),), (Span(5, 9),), True),
        ((Span(2, 4),), (Span(0, 10),), False),
        ((), (Span(5, 9),), False),
        ((Span(2, 4),), (Span(0, 5), Span(5, 10)), False),
    ],
    ids=["less", "the-same", "no-cue", "as-much-in-pieces"],
)
def test_what_counts_as_inside(
    cue: tuple[Span, ...], content: tuple[Span, ...], *, expected: bool
) -> None:
    """An inner attribution has a cue and says less."""
    outer = Linked((), (), (Span(0, 10),), 1.0)

    assert is_inside("", Linked((), cue, content, 1.0), outer) is expected


@given(
    st.lists(
        st.sampled_from([*NAMES, "said", "reported", "that", "calling", "it", ",", ".", "dam"]),
        max_size=40,
    )
)
def test_the_tree_is_sound(words: list[str]) -> None:
    """Outer ones come first, hold what is inside them, and no tree is deeper than it may be."""
    text = " ".join(words).replace(" ,", ",") + "."
    tree = read(text, PlainReader())

    for index, each in enumerate(tree):
        assert each.linked.content
        if each.outer is None:
            continue
        assert each.outer < index
        outer = tree[each.outer].linked
        for piece in each.linked.content:
            assert any(other.covers(piece) for other in outer.content)


def test_one_more_finds_its_place_in_a_tree() -> None:
    """It stands below the innermost that holds it, above those that it holds, before them."""
    outer = Linked((Span(0, 4),), (Span(5, 9),), (Span(10, 90),), 1.0)
    held = Linked((Span(30, 34),), (Span(35, 39),), (Span(40, 90),), 1.0)
    beside = Linked((Span(100, 104),), (Span(105, 109),), (Span(110, 120),), 1.0)
    below = Linked((Span(110, 112),), (Span(113, 115),), (Span(116, 120),), 1.0)
    new = Linked((Span(10, 14),), (Span(15, 19),), (Span(20, 90),), 1.0)
    tree = [Nested(outer, None), Nested(held, 0), Nested(beside, None), Nested(below, 2)]

    assert place(tree, new) == [
        Nested(outer, None),
        Nested(new, 0),
        Nested(held, 1),
        Nested(beside, None),
        Nested(below, 3),
    ]
    assert place([], new) == [Nested(new, None)]
