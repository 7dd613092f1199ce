"""What became of claims about what was to come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.making import LOPES, described, reading_of, said_by
from whence.claims.prospects import find_prospects
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion
from whence.ledger.prospect import Outcome, Prospect
from whence.ledger.reading import Reading
from whence.values.times import find_times

OPENING = "the ferry would leave the harbour of Veldhaven on Friday"


def page(text: str, day: str, article: str) -> Reading:
    """The reading of a page with its times."""
    _, reading = reading_of(text, day=day)
    assert reading.article is not None
    made = replace(reading.article, id=article)
    times = tuple(find_times(made.text, reading.sentences, day))
    return replace(reading, article=made, times=times)


def became(
    later: str,
    *,
    opening: str = OPENING,
    day: str = "2031-05-11",
    stance: Stance = Stance.ASSERTS,
) -> Prospect | None:
    """What became of what Lopes said on Monday 5 May, after a later page in an outlet's voice."""
    readings = {"a1": page(opening, "2031-05-05", "a1"), "a2": page(later, day, "a2")}
    asked = said_by(LOPES, opening, article="a1", stance=stance, day="2031-05-05")
    told: Assertion = said_by(LOPES, "and so", article="a2", day=day)
    said = described([asked, told])
    return find_prospects(said, {0: 0, 1: 1}, readings).get(0)


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ("The ferry left the harbour on Friday.", Outcome.HAPPENED),
        ("The ferry has not left the harbour.", Outcome.DID_NOT),
        ("No ferry left the harbour on Friday.", Outcome.DID_NOT),
        ("The mayor of Veldhaven spoke of bread.", Outcome.PASSED),
        ("The ferry will leave the harbour soon.", Outcome.PASSED),
    ],
)
def test_what_later_articles_tell(later: str, outcome: Outcome) -> None:
    """A sentence in the past closes it, one about the future does not."""
    found = became(later)

    assert found is not None
    assert (found.due, found.outcome) == ("2031-05-09", outcome)
    assert (found.closed_by is not None) == (outcome in {Outcome.HAPPENED, Outcome.DID_NOT})


def test_before_the_day_it_is_open() -> None:
    """Nothing closes a question before its day has come."""
    found = became("The ferry left the harbour on Tuesday.", day="2031-05-07")

    assert found == Prospect("2031-05-09", Outcome.OPEN)


@pytest.mark.parametrize(
    "opening",
    [
        "the ferry left the harbour on Friday",
        "the ferry would leave the harbour if the wind fell on Friday",
        "the ferry would have left the harbour on Friday",
        "the ferry will leave the harbour",
        "to sell the harbour ferry",
    ],
)
def test_what_is_no_question(opening: str) -> None:
    """What is past, unreal or of no day is not waited for."""
    assert became("The ferry left the harbour.", opening=opening) is None


@pytest.mark.parametrize(("day", "is_closed"), [("2031-05-16", True), ("2031-05-17", False)])
def test_what_is_told_long_after_closes_nothing(day: str, *, is_closed: bool) -> None:
    """A week after the day at the latest: what comes later is mostly of something else."""
    found = became("The ferry left the harbour.", day=day)

    assert found is not None
    assert (found.closed_by is not None) is is_closed


def test_within_two_weeks_has_a_last_day() -> None:
    """A length of time is counted from the day on which it was said."""
    found = became("Bread rose.", opening="the ferry would return within two weeks")

    assert found == Prospect("2031-05-19", Outcome.OPEN)


@given(st.text("abcdefghij ferry harbour .", max_size=60))
def test_what_closes_lies_in_the_later_text(later: str) -> None:
    """Whatever the later page says, the words that close a question are its own."""
    found = became(later or "x")

    if found is not None and found.closed_by is not None:
        assert found.closed_by.article == "a2"
        assert all(span.end <= len(later) for span in found.closed_by.span)
