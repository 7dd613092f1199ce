"""Which figures count the same thing, and in which order they stand."""

from __future__ import annotations

from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.claims.counting import dead, given, histories, printed
from whence.claims.histories import by_day
from whence.ledger.article import BlockKind

FIRST = printed("Ana Lopes said that at least 14 workers had died.")
SECOND = printed("Jon Ito said that as many as 30 people were killed.", "2031-05-05", "Echo")
THIRD = printed("Kim Roy said that 27 bodies were found.", "2031-05-06", "Gazette")


def test_a_toll_is_one_history() -> None:
    """Workers, people and bodies of three outlets and speakers are one thing, by day."""
    (history,) = histories(THIRD, FIRST, SECOND)

    assert [each.words for each in history.figures] == ["at least 14", "as many as 30", "27"]
    assert [(each.low, each.high) for each in history.figures] == [(14, None), (None, 30), (27, 27)]
    assert [each.origin for each in history.figures] == ["Ana Lopes", "Jon Ito", "Kim Roy"]


def test_dead_injured_and_missing_are_apart() -> None:
    """One sentence with three numbers gives three histories."""
    text = "Ana Lopes said that 14 people died, 30 were injured and 5 were missing."

    assert sorted(each.figures[0].words for each in histories(printed(text))) == ["14", "30", "5"]


def test_the_dead_of_another_year_are_apart() -> None:
    """A disaster of 1987 has its own history."""
    now, then = "14 people died", "in 1987 there were 300 people who died"
    text = f"Ana Lopes said that {now}. Ana Lopes said that {then}."

    assert len(histories(printed(text))) == 2


def test_two_populations_are_apart() -> None:
    """Troops of two states are two things, in the same words."""
    found = histories(
        printed("Ana Lopes said that 900 Russian troops reached the border."),
        printed("Jon Ito said that 700 Finnish troops reached the border.", "2031-05-05", "Echo"),
    )

    assert sorted(each.figures[0].of or "" for each in found) == ["Finland", "Russia"]


def test_the_dead_of_two_states_are_apart() -> None:
    """A storm that killed in Harbourton and in Osaka has two tolls."""
    found = histories(
        printed("Ana Lopes said that 14 people died in Harbourton."),
        printed("Jon Ito said that 9 people died in Osaka.", "2031-05-05", "Echo"),
    )

    assert sorted(each.figures[0].place or "" for each in found) == ["Harbourton", "Osaka"]


def test_an_age_is_no_figure() -> None:
    """A baby of 11 months counts nothing."""
    assert given(printed("Ana Lopes said that an 11-month-old baby had died.")) == []


def test_a_part_is_not_the_whole() -> None:
    """Four of the dead are no count of the dead."""
    found = histories(
        FIRST, printed("Jon Ito said that four of the dead were sailors.", "2031-05-05")
    )

    assert sorted(len(each.figures) for each in found) == [1, 1]


def test_a_bare_number_takes_the_nearest_thing() -> None:
    """ "The police had counted 27" are the 26, not the five missing."""
    text = (
        "Ana Lopes said that 26 people had died and that 5 were missing. The police had counted 27."
    )
    history = dead(printed(text))

    assert {each.words for each in history.figures} == {"26", "27"}


def test_a_number_that_is_denied_or_corrected_is_no_figure() -> None:
    """ "Not at least 32" gives 23 alone."""
    text = "Ana Lopes said that at least 23 people had died, not at least 32."

    assert [each.figure.words for each in given(printed(text)) if not each.is_refuted] == [
        "at least 23"
    ]
    assert [each.words for each in dead(printed(text)).figures] == ["at least 23"]


def test_what_one_outlet_mentions_is_no_history() -> None:
    """A number that nobody is named for counts only where two outlets have it."""
    one = printed("The library lent 4,100 books on gardening last winter.")
    other = printed("The library lent 4,100 books on gardening last winter.", "2031-05-05", "Echo")

    assert histories(one) == []
    assert len(histories(one, other)) == 1


def test_a_rounded_measure_is_the_same_thing() -> None:
    """Litres and liters, exact and rounded, by one speaker of one stuff."""
    found = histories(
        printed("Ana Lopes said that 183,600 litres of fuel were left."),
        printed("Ana Lopes said that some 180,000 liters of fuel remain.", "2031-05-05", "Echo"),
    )

    assert len(found) == 1


def test_days_and_places_and_headings_are_kept() -> None:
    """The day that a number holds for, the place it names, and that it is a headline."""
    headline, said = "At least 14 dead", "as of 2 May 2031 14 people had died"
    text = f"{headline} in Harbourton\nAna Lopes said that {said} in Harbourton."
    history = dead(printed(text, kinds=[BlockKind.HEADLINE]))
    body, heading = history.figures

    assert (body.said_on, body.place, body.is_heading) == ("2031-05-02", "Harbourton", False)
    assert (heading.said_on, heading.is_heading) == ("2031-05-04", True)


def test_labels_are_words_of_the_articles() -> None:
    """A label begins after a number and ends with its clause."""
    (history,) = histories(FIRST, SECOND, THIRD)

    assert history.label in {"workers had died", "people were killed", "bodies were found"}


@for_all(st.permutations([FIRST, SECOND, THIRD]))
def test_the_order_of_the_articles_does_not_count(readings: list[object]) -> None:
    """The same histories come from the articles in any order."""
    assert histories(*readings) == histories(FIRST, SECOND, THIRD)  # type: ignore[arg-type]


def test_figures_stand_by_day() -> None:
    """Their days ascend."""
    figures = dead(THIRD, SECOND, FIRST).figures

    assert list(figures) == sorted(figures, key=by_day)
