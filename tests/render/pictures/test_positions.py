"""Who stands how, as a picture."""

from __future__ import annotations

from dataclasses import replace

from tests.render.pictures.told import check, marks_of
from tests.render.standing import ACTOR, CONCESSION, DENIAL
from whence.ledger.attribution import Stance
from whence.ledger.position import Actor
from whence.render.pictures.positions import GROUPS, MOST_ACTORS, group_of, positions_picture


def test_every_stance_has_a_sign() -> None:
    """None is left out."""
    assert set(GROUPS) == set(Stance)


def test_who_says_that_it_is_not_so_denies() -> None:
    """The sign is that of a denial."""
    assert group_of(CONCESSION) == "asserts"
    assert group_of(replace(CONCESSION, degree=-2.0)) == group_of(DENIAL) == "denies or opposes"


def test_a_denial_and_a_concession_stand_on_their_days() -> None:
    """Both are rows with their words, and marks of one speaker."""
    picture = check(positions_picture([CONCESSION, DENIAL]))

    assert [row[0] for row in picture.rows] == ["2031-05-04", "2031-05-09"]
    assert picture.rows[0][2:4] == ("✗ denies", "the wall was leaking")
    assert {mark["who"] for mark in marks_of(picture)} == {ACTOR.name}


def test_two_signs_of_one_day_stand_side_by_side() -> None:
    """They have not the same place."""
    marks = marks_of(check(positions_picture([DENIAL, replace(CONCESSION, said_on="2031-05-04")])))

    assert len({mark["at"] for mark in marks}) == 2


def test_what_is_said_again_on_a_day_is_one_larger_mark() -> None:
    """Three denials are one mark of three."""
    (mark,) = marks_of(check(positions_picture([DENIAL] * 3)))

    assert mark["statements"] == 3


def test_speakers_beyond_the_most_are_counted() -> None:
    """All are in the table."""
    many = [
        replace(DENIAL, actor=Actor(f"e{at}", f"Speaker {at}", None))
        for at in range(MOST_ACTORS + 2)
    ]
    picture = check(positions_picture(many))

    assert "2 more speakers in the table" in picture.alternative
    assert len(picture.rows) == len(many)
    assert len({mark["who"] for mark in marks_of(picture)}) == MOST_ACTORS


def test_copies_and_days_unknown_give_no_picture() -> None:
    """Neither is drawn."""
    assert positions_picture([]) is None
    assert positions_picture([replace(DENIAL, said_on=None)]) is None
    assert positions_picture([replace(DENIAL, copied_from="a9")]) is None
