"""Tables come back as they were, and no cell is a formula."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.sample_ledger import CLAIM, STORY
from tests.strategies.claims import claims, stories
from tests.strategies.figures import histories
from whence.ledger.claim import Claim
from whence.ledger.figure import History
from whence.ledger.story import Story
from whence.render.table import (
    CLAIM_COLUMNS,
    FIGURE_COLUMNS,
    STORY_COLUMNS,
    claims_csv,
    csv_lines,
    figures_csv,
    stories_csv,
)


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows as a reader of CSV sees them."""
    return list(csv.DictReader(StringIO(table, newline="")))


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from reading it as a formula."""
    return cell.removeprefix("'")


@given(st.lists(claims(), max_size=3))
def test_each_assertion_is_a_row(found: list[Claim]) -> None:
    """The words, the chain and the degree of each assertion come back from its row."""
    rows = rows_of(claims_csv(found))
    pairs = [(claim, assertion) for claim in found for assertion in claim.assertions]

    assert len(rows) == len(pairs)
    for row, (claim, assertion) in zip(rows, pairs, strict=True):
        assert list(row) == list(CLAIM_COLUMNS)
        assert row["claim"] == claim.id
        assert unguarded(row["text"]) == unguarded(claim.text.replace("\0", "�"))
        assert unguarded(row["words"]) == unguarded(assertion.text.replace("\0", "�"))
        assert float(row["degree"]) == assertion.degree
        assert row["stance"] == assertion.stance.value


@given(st.lists(stories(), max_size=3))
def test_each_story_is_a_row(found: list[Story]) -> None:
    """A story's ids and counts come back from its row."""
    rows = rows_of(stories_csv(found))

    assert [row["story"] for row in rows] == [story.id for story in found]
    assert [row["articles"].split() for row in rows] == [list(story.articles) for story in found]
    assert all(list(row) == list(STORY_COLUMNS) for row in rows)


@given(st.lists(histories(), max_size=3))
def test_each_figure_is_a_row(found: list[History]) -> None:
    """The bounds, the speaker and the place of each figure come back from its row."""
    rows = rows_of(figures_csv(found))
    pairs = [(history, figure) for history in found for figure in history.figures]

    assert len(rows) == len(pairs)
    for row, (history, figure) in zip(rows, pairs, strict=True):
        assert list(row) == list(FIGURE_COLUMNS)
        assert (row["history"], row["figure"]) == (history.id, figure.id)
        assert row["low"] == ("" if figure.low is None else str(figure.low))
        assert (row["start"], row["end"]) == (str(figure.span.start), str(figure.span.end))
        assert row["superseded_by"] == (figure.superseded_by or "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝", "\r", "|"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    """Text that a spreadsheet would run gets an apostrophe before it."""
    words = f'{start}HYPERLINK("x")'
    [row, *_] = rows_of(claims_csv([replace(CLAIM, text=words)]))

    assert row["text"] == f"'{words}"


def test_numbers_are_left_as_they_are() -> None:
    """A negative degree stays a number."""
    denial = replace(CLAIM.assertions[0], degree=-3.0)
    [row] = rows_of(claims_csv([replace(CLAIM, assertions=(denial,))]))

    assert row["degree"] == "-3.0"


def test_a_chain_runs_from_the_outlet_to_the_first_speaker() -> None:
    """Its links are joined by " > "; an unknown outlet is called that."""
    chains = [row["chain"] for row in rows_of(claims_csv([CLAIM]))]

    assert chains[:2] == [
        "Harbour Post > The Northern Courier > Tomas Hale",
        "outlet unknown > Tomas Hale",
    ]


def test_what_is_not_known_is_an_empty_cell() -> None:
    """No word stands for nothing."""
    [row] = rows_of(stories_csv([replace(STORY, title=None)]))

    assert row["title"] == ""


def test_lines_of_a_file_are_made_safe_one_by_one() -> None:
    """Ended as RFC 4180 has it, quoted where needed, and no cell of text is a formula."""
    rows: list[dict[str, str | float | None]] = [
        {"words": "=1+1", "size": -1.5},
        {"words": 'a "b",\nc', "size": None},
    ]

    assert list(csv_lines(("words", "size"), rows)) == [
        "words,size\r\n",
        "'=1+1,-1.5\r\n",
        '"a ""b"",\nc",\r\n',
    ]
