"""Which figures a later one replaces, and the reason that is given."""

from __future__ import annotations

import pytest

from tests.claims.counting import dead, printed, replaced

FIRST = printed("Ana Lopes said that at least 14 people had died.")


@pytest.mark.parametrize(
    "text",
    [
        "Jon Ito said that in all 27 people died.",
        "Jon Ito said that the final count was 27 dead.",
        "Jon Ito said that the death toll rose to 27.",
        "Jon Ito said that 27 people had died. “This replaces every count before it,” he said.",
        "Jon Ito said that the revised toll was 27.",
    ],
)
def test_what_the_text_says(text: str) -> None:
    """A final, revised or total count replaces what others said before, and quotes why."""
    history = dead(FIRST, printed(text, "2031-05-06", "Echo"))
    (older, newer) = history.figures

    assert replaced(history) == {"at least 14": "27"}
    assert older.superseded_by == newer.id
    assert "the text says so: “" in (older.why or "")


def test_without_such_words_nothing_is_replaced() -> None:
    """Another speaker's other number stands beside the first."""
    assert (
        replaced(dead(FIRST, printed("Jon Ito said that 27 people had died.", "2031-05-06"))) == {}
    )


def test_a_speaker_replaces_their_own_number() -> None:
    """The same first speaker on a later day gives the newer figure."""
    history = dead(FIRST, printed("Ana Lopes said that 19 people had died.", "2031-05-05", "Echo"))

    assert replaced(history) == {"at least 14": "19"}
    assert history.figures[0].why == "Ana Lopes gave it later"


def test_the_same_number_again_replaces_nothing() -> None:
    """A bound that is dropped is the same number."""
    assert (
        replaced(dead(FIRST, printed("Ana Lopes said that 14 people had died.", "2031-05-06")))
        == {}
    )


def test_an_earlier_final_count_stands() -> None:
    """What is printed after the final count is not replaced by it."""
    final = printed("Jon Ito said that in all 27 people died.", "2031-05-02", "Echo")

    assert replaced(dead(final, FIRST)) == {}


def test_a_change_replaces_no_level() -> None:
    """A further 30 are not 30."""
    more = printed("Ana Lopes said that a further 30 people had died.", "2031-05-06", "Echo")

    assert replaced(dead(FIRST, more)) == {}


def test_one_side_replaces_its_own_estimate() -> None:
    """ "This supersedes the estimate": only that of the same state's speakers."""
    again = "“This supersedes the estimate given before,” he said."
    text = f"Kim Roy said that 27 people had died. {again}"
    history = dead(
        FIRST,
        printed("Jon Ito said that as many as 40 people had died.", "2031-05-05", "Echo"),
        printed(text, "2031-05-06", "Gazette"),
    )

    assert replaced(history) == {"at least 14": "27"}


def test_an_outlet_corrects_itself() -> None:
    """The slip is replaced by what the correction gives, which was said when the slip was."""
    slip = printed("Ana Lopes said that 41 people had died.")
    correction = printed(
        "Correction: An earlier version of our report said that 41 people had died."
        " Ana Lopes said that 14 people had died, not 41.",
        "2031-05-09",
    )
    history = dead(slip, correction)

    assert replaced(history) == {"41": "14"}
    assert {each.said_on for each in history.figures} == {"2031-05-04"}
    assert "Herald corrected it" in (history.figures[0].why or history.figures[1].why or "")


def test_another_outlet_corrects_nobody_else() -> None:
    """A slip of the Herald is not taken back by the Echo."""
    slip = printed("Ana Lopes said that 41 people had died.")
    correction = printed(
        "Correction: An earlier version of our report said that 41 people had died."
        " Jon Ito said that 14 people had died, not 41.",
        "2031-05-09",
        "Echo",
    )

    assert replaced(dead(slip, correction)) == {}


def test_what_had_been_counted_before() -> None:
    """The old count that the same article tells is replaced by its new one."""
    text = "Jon Ito said that in all 26 people had died. The police had counted 27."

    assert replaced(dead(printed(text))) == {"27": "26"}
