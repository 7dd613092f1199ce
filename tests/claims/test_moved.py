"""Numbers of one thing that moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import LOPES, said_by
from tests.claims.standing import claim_of
from tests.render.sample_histories import figure
from whence.claims.moved import find_moved
from whence.ledger.difference import Difference
from whence.ledger.figure import Figure, History, history_id

SAID = said_by(LOPES, "up to 40 trucks crossed the border at Elbow")


FIRST = replace(
    figure("Ana Lopes", "up to 40 trucks", None, 40, "2031-05-04"),
    unit="trucks",
    article=SAID.article,
    attribution=SAID.attribution,
    span=SAID.span[0],
)
NEXT = replace(figure("Jon Ito", "55 trucks", 55, 55, "2031-05-06"), unit="trucks")
LAST = replace(figure("Jon Ito", "70", 70, 70, "2031-05-08"), unit=None)


def moved(*after: Figure, before: tuple[Figure, ...] = (FIRST,)) -> list[Difference]:
    """What moved since the first number."""

    def history(figures: tuple[Figure, ...]) -> list[History]:
        return [History(history_id(figures[0].id), "s", "trucks", figures)] if figures else []

    return list(find_moved(history(before), history((*before, *after)), [claim_of("c", SAID)]))


def test_another_number_of_the_same() -> None:
    """Both numbers are told as printed, with who gave the first and when."""
    (found,) = moved(NEXT)

    assert (found.before, found.after) == ("up to 40 trucks", "55 trucks")
    assert (found.who, found.day, found.claim) == ("Jon Ito", "2031-05-06", "c1")
    assert found.why == f"“{SAID.text}” (Ana Lopes, 4 May 2031)"


def test_numbers_follow_each_other() -> None:
    """The second new one moves from the first, by day; a bare number takes the noun."""
    found = moved(LAST, NEXT)

    assert [(each.before, each.after) for each in found] == [
        ("up to 40 trucks", "55 trucks"),
        ("55 trucks", "70 trucks"),
    ]


STILL = {
    "the same number": replace(NEXT, low=None, high=40, words="up to 40 trucks"),
    "a change": replace(NEXT, change="increase"),
    "a heading": replace(NEXT, is_heading=True),
    "a copy": replace(NEXT, copied_from="a1"),
}


@pytest.mark.parametrize("said", STILL.values(), ids=STILL)
def test_what_has_not_moved(said: Figure) -> None:
    """The number again, how many more, headings and copies move nothing."""
    assert moved(said) == []


def test_what_is_counted_first_has_not_moved() -> None:
    """A number of a thing that had none is a new claim."""
    assert moved(NEXT, before=()) == []
