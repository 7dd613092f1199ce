"""How numbers drift, as a picture."""

from __future__ import annotations

from hypothesis import given, settings

from tests.render.pictures.told import check, marks_of
from tests.render.sample_histories import CEILING, CHANGE, COUNT, FIRST, TOLL
from tests.strategies.figures import histories
from whence.ledger.figure import History
from whence.render.pictures.drawn import picture_svg
from whence.render.pictures.numbers import numbers_picture
from whence.render.pictures.theme import Theme


def test_a_toll_has_its_values_by_day() -> None:
    """Each level is a row by its day and leads to its words."""
    picture = check(numbers_picture([TOLL]))

    numbers = [row[2] for row in picture.rows]
    assert numbers == ["at least 14", "as many as 30", "20 to 25", "27"]
    assert [proof.article for proof in picture.proofs if proof][:2] == [
        FIRST.article,
        CEILING.article,
    ]
    assert "27 (Ada Lund, 8 March 2031)" in picture.alternative


def test_what_was_replaced_is_hollow() -> None:
    """The first count is, the last is not."""
    marks = {mark["who"]: mark for mark in marks_of(check(numbers_picture([TOLL])))}

    assert marks[FIRST.origin]["isReplaced"] is True
    assert marks[COUNT.origin]["isReplaced"] is False


def test_a_change_alone_gives_no_picture() -> None:
    """How much less it was is no level, and nothing at all is none either."""
    assert numbers_picture([CHANGE]) is None
    assert numbers_picture([]) is None


def test_the_same_numbers_are_the_same_bytes() -> None:
    """The drawing and the words of it are made anew and are the same."""
    one, other = check(numbers_picture([TOLL])), check(numbers_picture([TOLL]))

    assert one == other
    assert picture_svg(one, Theme.DARK) == picture_svg(other, Theme.DARK)


@given(histories())
@settings(max_examples=12, deadline=None)
def test_any_history_gives_a_picture_or_none(history: History) -> None:
    """Whatever its figures say: one has a row for a figure, and where there is none it is empty."""
    picture = numbers_picture([history])

    assert picture is None or check(picture).rows
