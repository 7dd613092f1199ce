"""What a number counts, by the words around it."""

from __future__ import annotations

import pytest

from tests.claims.counting import given, printed
from whence.lexicon.casualties import Fate


@pytest.mark.parametrize(
    ("sentence", "fate"),
    [
        pytest.param("14 people died in the fire.", Fate.DEAD, id="died"),
        pytest.param("At least 14 workers had died.", Fate.DEAD, id="workers"),
        pytest.param("The fire left 14 dead.", Fate.DEAD, id="noun-alone"),
        pytest.param(
            "A blast tore through the port, killing at least 14 people.", Fate.DEAD, id="blow"
        ),
        pytest.param("The number of dead stood at 14.", Fate.DEAD, id="named-before"),
        pytest.param("The death toll rose to 41.", Fate.DEAD, id="toll"),
        pytest.param("Divers recovered 14 bodies.", Fate.DEAD, id="bodies"),
        pytest.param("14 people were wounded.", Fate.INJURED, id="wounded"),
        pytest.param("The blast injured 30 people.", Fate.INJURED, id="injured"),
        pytest.param("14 people are missing.", Fate.MISSING, id="missing"),
        pytest.param("14 people were rescued.", Fate.RESCUED, id="rescued"),
        pytest.param("14 people were on board.", Fate.ABOARD, id="aboard"),
        pytest.param("14 people came to the meeting.", None, id="nothing"),
        pytest.param("He was killed by 14 soldiers.", None, id="who-dealt-it"),
        pytest.param("The ship that killed them was 14 metres long.", None, id="measure"),
    ],
)
def test_fates(sentence: str, fate: Fate | None) -> None:
    """Died, dead, bodies and a toll are one fate; others are others, and some are none."""
    (found,) = given(printed(sentence))

    assert found.thing.fate is fate


def test_each_number_of_a_sentence_has_its_own_fate() -> None:
    """The words of one number end where the next begins."""
    found = given(printed("The fire killed 14 people and injured 30, and 5 are missing."))

    assert [each.thing.fate for each in found] == [Fate.DEAD, Fate.INJURED, Fate.MISSING]


@pytest.mark.parametrize(
    "sentence",
    [
        "4 of the dead were sailors.",
        "3 women are among the missing.",
        "30 died, including 3 children.",
    ],
)
def test_some_of_others_are_a_part(sentence: str) -> None:
    """Who is counted among others is not how many there are."""
    assert given(printed(sentence))[-1].thing.is_part


def test_children_and_soldiers_are_counted_apart() -> None:
    """A noun that names a part of the people is kept; "workers" are all who were hit."""
    found = given(printed("9 children died. 9 workers died. 9 soldiers died."))

    assert [each.thing.people for each in found] == ["children", None, "soldier"]


def test_long_ago() -> None:
    """The dead of another year are those of another event."""
    now, then = given(printed("14 people died on Sunday. In 1987, 300 people died there."))

    assert now.thing.era is None
    assert then.thing.era == "1987-01-01"


def test_units_have_the_kinds_of_their_words() -> None:
    """Engineering troops are troops and engineers; a cubic metre is no metre."""
    found = given(
        printed(
            "40 engineering troops came. 40 engineers came. 9 cubic metres ran. It rose 9 metres."
        )
    )
    troops, engineers, cubic, plain = (each.thing.units for each in found)

    assert troops & engineers
    assert not cubic & plain
