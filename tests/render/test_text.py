"""What is printed in a terminal fits it and says all of the record."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.elements import dense
from tests.render.sample import NORTHERN_READING, POST_READING
from tests.render.sample_ledger import BRIEF, CLAIM, STORY
from tests.strategies.briefs import briefs
from tests.strategies.claims import claims
from tests.strategies.readings import readings
from whence.ledger.brief import Brief
from whence.ledger.claim import Claim
from whence.ledger.reading import Reading
from whence.render.phrases import NEVER_TRUE
from whence.render.text import brief_text, claims_text, reading_text, stories_text
from whence.render.visible import visible

WIDE = 100_000


def widest(printed: str) -> int:
    """Columns of the widest line."""
    return max(map(cell_len, printed.split("\n")))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_brief_fits_its_terminal(width: int) -> None:
    """No line is wider than the terminal, and every cell of the tables is there."""
    printed = brief_text(BRIEF, width=width, colour=False)
    cells = [
        cell
        for section in BRIEF.stories[0].sections
        for line in section.lines
        for cell in " ".join(line.cells).split()
        if cell != "–"
    ]

    assert widest(printed) <= width
    assert all(cell in printed for cell in cells)


def test_a_table_is_stacked_where_the_terminal_is_narrow() -> None:
    """At 60 columns each cell stands under the other with its column's name."""
    assert "      figure: ≥ 9,000 tonnes\n" in brief_text(BRIEF, width=60, colour=False)
    assert "figure: " not in brief_text(BRIEF, width=80, colour=False)


def test_empty_cells_are_left_out_of_a_stack() -> None:
    """Police gave no words, so their stack has none."""
    printed = brief_text(BRIEF, width=60, colour=False)
    police = printed[printed.index("• Police") : printed.index("Not read")]

    assert police.split("\n")[1:3] == ["      position: declines to comment", "      see: [A]"]


def test_a_brief_ends_with_what_was_not_read_then_references_then_counts() -> None:
    """The last parts of a brief stand in this order, and refused lines are counted."""
    printed = brief_text(BRIEF, width=100, colour=False)
    places = [printed.index(words) for words in ("Not read", "References", "8 lines, 1 line")]

    assert places == sorted(places)
    assert printed.rstrip().endswith("it never says what is true.")
    assert (
        "[C] Coast Mirror, “Fire at Veldhaven grain terminal may halt exports”, undated" in printed
    )
    assert "same text as [A]" in printed
    assert "[B] outlet unknown, “Minister: 9,000 tonnes" in printed


def test_refused_lines_are_not_mentioned_where_there_are_none() -> None:
    """A brief that refused nothing says nothing of refusing."""
    story = replace(BRIEF.stories[0], refused_count=0)

    assert "refused" not in brief_text(replace(BRIEF, stories=(story,)), width=80, colour=False)


@given(briefs(), st.integers(20, 130))
def test_any_brief_fits_any_terminal(brief: Brief, width: int) -> None:
    """No line is wider than the terminal, whatever the words are."""
    assert widest(brief_text(brief, width=width, colour=False)) <= width


@given(briefs())
def test_any_brief_prints_all_its_lines(brief: Brief) -> None:
    """In a wide terminal every line of text and every reference letter is found."""
    printed = brief_text(brief, width=WIDE, colour=False)
    for story in brief.stories:
        for section in story.sections:
            for line in section.lines:
                shown = line.cells if section.columns else (line.text,)
                assert all(dense(visible(words)) in dense(printed) for words in shown)
    for reference in brief.references:
        assert f"  [{reference.letter}] " in printed


@given(st.lists(claims(), max_size=2), st.integers(20, 130))
def test_any_claims_fit_any_terminal(found: list[Claim], width: int) -> None:
    """No line is wider than the terminal, and each claim's id is there to be traced."""
    printed = claims_text(found, width=width, colour=False)

    assert widest(printed) <= width
    assert all(claim.id in dense(printed) for claim in found)


@given(readings(), st.integers(20, 130))
def test_any_reading_fits_any_terminal(reading: Reading, width: int) -> None:
    """No line is wider than the terminal, and nothing in it steers one."""
    printed = reading_text(reading, width=width, colour=False)

    assert widest(printed) <= width
    assert not set(printed) & {"\x1b", "\x07", "\u202e", "\u2066"}


def test_a_claim_says_who_denies_it() -> None:
    """Origins, the denial with its mark, and the conflict are printed."""
    printed = claims_text([CLAIM], width=100, colour=False)

    assert "disputed · 3–4 origins, 2 outlets · 5 March 2031 – 6 March 2031" in printed
    assert "officials (1, not named)" in printed
    assert "✗ denies: Kestrel Grain" in printed
    assert "≠ quantity: 9,000 tonnes here, 4,000 tonnes there" in printed


def test_a_story_is_listed_with_its_counts() -> None:
    """Title, counts, dates and the id by which it is asked for."""
    printed = stories_text([STORY], width=100, colour=False)

    assert "2 articles · 7 claims · 5 March 2031 – 6 March 2031" in printed
    assert f"story {STORY.id}" in printed


def test_a_reading_lists_inner_attributions_under_their_outer_one() -> None:
    """The nested attribution is indented and numbered as in the article."""
    printed = reading_text(POST_READING, width=200, colour=False)

    assert "\n  2  The Northern Courier | reported | minister Tomas Hale had told" in printed
    assert "\n    3  minister Tomas Hale | had told | at least 9,000 tonnes of wheat" in printed
    assert "“highly likely” = 80–90 % (PHIA)" in printed
    assert "at least 9,000 tonnes\n" in printed
    assert "  ! no date: The article gives no date; pass one with --date." in printed


def test_a_source_that_stands_for_somebody_is_named_too() -> None:
    """A pronoun is followed by the entity behind it."""
    person = replace(POST_READING.entities[0], name="Ilse Brandt")
    [first, *_] = POST_READING.attributions
    said = replace(first, source=first.cue, entity=person.id)
    printed = reading_text(
        replace(POST_READING, entities=(person,), attributions=(said,)), width=200, colour=False
    )

    assert "said → Ilse Brandt | said |" in printed


def test_a_source_without_a_name_is_marked() -> None:
    """ "officials" is not a name, and the line says so."""
    assert "basis: imagery · not named" in reading_text(NORTHERN_READING, width=100, colour=False)


def test_the_footer_says_what_the_program_does_not_say() -> None:
    """Every brief ends with the same sentence, an empty one too."""
    printed = brief_text(Brief(0, 0, (), (), ()), width=200, colour=False)

    assert printed == f"0 articles, 0 outlets, 0 lines. {NEVER_TRUE}\n"
