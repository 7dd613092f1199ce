"""Histories in a terminal: who gave which figure when, and what replaced it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.render.elements import dense
from tests.render.sample_histories import CEILING, CHANGE, COUNT, FIRST, TOLL
from tests.render.test_text import widest
from tests.strategies.figures import histories
from whence.ledger.figure import Figure, History
from whence.render.histories import figure_words, histories_text, rows_of
from whence.render.visible import visible


def test_a_row_says_who_through_whom_and_where() -> None:
    """Day, bound in words, speaker with the go-between, outlet with its copy."""
    printed = dense(histories_text([TOLL], "Fire", width=160, colour=False))

    assert (
        dense("4 March 2031 at least 14 Ilse Brandt Harbour Post, Coast Mirror (copy)") in printed
    )
    assert dense("as many as 30 T. Hale, through Harbour Radio Northern Courier") in printed


def test_what_is_replaced_says_by_what_and_why() -> None:
    """A mark in the row, and below the table the sentence."""
    printed = dense(histories_text([TOLL], None, width=160, colour=False))

    assert printed.count(dense("replaced [1]")) == 1
    assert dense("[1] replaced by 27 (Ada Lund, 8 March 2031): the text says so") in printed


def test_what_is_given_once_stands_at_the_end() -> None:
    """A history of one figure is a line, after the tables."""
    printed = histories_text([CHANGE, TOLL], None, width=100, colour=False)

    assert printed.index("people had died") < printed.index("Given once")
    assert "down 6 metres since Monday — T. Hale; Harbour Post, 5 March 2031" in printed


def test_a_copy_has_no_row_of_its_own() -> None:
    """Five figures, four rows."""
    rows = rows_of(TOLL)

    assert [row.figure for row in rows] == [FIRST, CEILING, TOLL.figures[3], COUNT]
    assert rows[0].copies == ["Coast Mirror"]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        pytest.param(FIRST, "at least 14", id="as-printed"),
        pytest.param(replace(COUNT, words="Twenty-seven"), "27", id="plain-number"),
        pytest.param(
            replace(COUNT, words="thousands", low=1000, high=None, is_approximate=True),
            "thousands",
            id="about",
        ),
        pytest.param(replace(COUNT, words="half", low=50, high=50, unit="%"), "half", id="share"),
        pytest.param(replace(COUNT, change="increase"), "up 27", id="more"),
    ],
)
def test_figures_in_words(figure: Figure, words: str) -> None:
    """As printed; a plain number in digits; a change as one."""
    assert figure_words(figure) == words


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_history_fits_its_terminal(width: int) -> None:
    """No line is wider than the terminal."""
    printed = histories_text([TOLL, CHANGE], "Fire at Veldhaven", width=width, colour=False)

    assert widest(printed) <= width


@given(st.lists(histories(), max_size=3), st.integers(30, 160))
def test_any_history_is_printed_safely(found: list[History], width: int) -> None:
    """No escape sequence of an article reaches the terminal, and every label is there."""
    printed = histories_text(found, "Story", width=width, colour=False)

    assert printed == visible(printed)
    for history in found:
        assert dense(visible(history.label)) in dense(printed)


@given(histories())
def test_every_figure_has_a_row(history: History) -> None:
    """Each outlet that gives a figure stands in some row."""
    named = {outlet for row in rows_of(history) for outlet in (*row.outlets, *row.copies)}

    assert len(named) >= 1
    assert len(rows_of(history)) <= len(history.figures)
