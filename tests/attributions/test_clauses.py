"""What a verb of saying or thinking has as its clause is what its subject says."""

from __future__ import annotations

import pytest

from whence.attributions.clauses import find_clauses, span_below
from whence.attributions.link import Linked
from whence.attributions.nested import Nested
from whence.ledger.marking import Parse
from whence.ledger.span import Span
from whence.text.trees import Tree

FEELS = (
    "They/PRON/1/nsubj feel/VERB/-1/root librarians/NOUN/3/nsubj need/VERB/1/ccomp it/PRON/3/obj "
    "./PUNCT/1/punct"
)
KNOWS = (
    "You/PRON/4/nsubj still/ADV/4/advmod do/AUX/4/aux not/PART/4/advmod know/VERB/-1/root "
    "where/ADV/7/advmod we/PRON/7/nsubj go/VERB/4/ccomp ./PUNCT/4/punct"
)
JOINED = (
    "She/PRON/1/nsubj left/VERB/-1/root knowing/VERB/1/advcl that/SCONJ/6/mark the/DET/5/det "
    "odds/NOUN/6/nsubj sank/VERB/2/ccomp"
)
PASSIVE = (
    "She/PRON/2/nsubj was/AUX/2/aux told/VERB/-1/root that/SCONJ/5/mark it/PRON/5/nsubj "
    "rained/VERB/2/ccomp hard/ADV/5/advmod"
)
WANTS = (
    "Moscow/PROPN/1/nsubj wants/VERB/-1/root to/PART/3/mark see/VERB/1/xcomp monitors/NOUN/3/obj "
    "first/ADV/3/advmod ./PUNCT/1/punct"
)
EVENT = (
    "They/PRON/1/nsubj helped/VERB/-1/root us/PRON/1/obj to/PART/4/mark leave/VERB/1/xcomp "
    "at/ADP/6/case once/NOUN/4/obl"
)


def tree_of_words(printed: str) -> tuple[str, Tree]:
    """A text and its tree, each token as form/part/head/relation."""
    rows = [each.split("/") for each in printed.split()]
    text, starts, ends = "", [], []
    for form, *_ in rows:
        starts.append(len(text))
        text += form + " "
        ends.append(len(text) - 1)
    parse = Parse(
        tuple(starts),
        tuple(ends),
        tuple(row[1] for row in rows),
        tuple(int(row[2]) for row in rows),
        tuple(row[3] for row in rows),
        (0.0,) * len(rows),
        (-1,) * len(rows),
    )
    return text, Tree(parse)


def found_in(printed: str, nested: list[Nested] | None = None) -> list[tuple[str, ...]]:
    """Source, cue and content in words."""
    text, tree = tree_of_words(printed)
    return [
        (
            *(
                " ".join(piece.words(text) for piece in spans)
                for spans in (each.source, each.cue, each.content)
            ),
        )
        for each in find_clauses(text, tree, nested or [])
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        pytest.param(FEELS, ("They", "feel", "librarians need it"), id="clause"),
        pytest.param(KNOWS, ("You", "still do not know", "where we go"), id="negated"),
        pytest.param(JOINED, ("She", "knowing", "that the odds sank"), id="subject-of-main-verb"),
        pytest.param(WANTS, ("Moscow", "wants", "to see monitors first"), id="infinitive"),
    ],
)
def test_a_clause_is_what_its_subject_says(printed: str, expected: tuple[str, ...]) -> None:
    """The verb with its helpers is the cue, without the marks around the clause."""
    assert found_in(printed) == [expected]


@pytest.mark.parametrize(
    "printed", [pytest.param(PASSIVE, id="passive"), pytest.param(EVENT, id="no-saying")]
)
def test_what_nobody_says_is_left(printed: str) -> None:
    """Who is told something does not say it, and helping is no saying."""
    assert found_in(printed) == []


def test_it_stands_inside_others_or_around_them() -> None:
    """It may lie in a content and hold whole others; what only touches others is not there."""
    text, _ = tree_of_words(FEELS)
    whole = Nested(Linked((), (), (Span(0, len(text)),), 0.9), None)
    held = Nested(Linked((Span(10, 20),), (), (Span(21, 28),), 0.9), None)
    taken = Nested(Linked((Span(0, 4),), (), (Span(10, 20),), 0.9), None)
    cut = Nested(Linked((), (), (Span(5, 20),), 0.9), None)

    assert len(found_in(FEELS, [whole])) == len(found_in(FEELS, [held])) == 1
    assert found_in(FEELS, [taken]) == found_in(FEELS, [cut]) == []


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        pytest.param("“ We go ” now", 2, 7, "We go", id="apart"),
        pytest.param("“We go” now", 1, 6, "“We go”", id="pair"),
        pytest.param("“We go, he said", 1, 3, "We", id="no-end"),
        pytest.param("He “went out” now", 0, 12, "He “went out”", id="inside"),
    ],
)
def test_marks_come_in_pairs(text: str, start: int, end: int, expected: str) -> None:
    """A mark that opens is taken only with the one that closes."""
    parse = Parse((start,), (end,), ("NOUN",), (-1,), ("root",), (0.0,), (-1,))

    assert span_below(text, Tree(parse), 0).words(text) == expected
