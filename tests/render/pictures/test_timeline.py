"""The days of a story, as a picture."""

from __future__ import annotations

from dataclasses import replace

from tests.render.pictures.told import check, marks_of
from tests.render.sample import POST
from tests.render.sample_ledger import BRIEF, CLAIM, REFERENCES
from whence.ledger.brief import Evidence, Line, Section
from whence.ledger.span import Span
from whence.render.pictures.timeline import happenings, timeline_picture

WORDS = (Evidence(POST.id, (Span(0, 9),)),)
DATED = Line("2031-03-04 (“Tuesday”): A fire broke out. (Harbour Post)", (), WORDS)
OLD = Line("1987-05-01 (“1 May 1987”): The terminal was opened. (Harbour Post)", (), WORDS)
VAGUE = Line("2031-03: The harbour was full. (Harbour Post)", (), WORDS)
PART = replace(BRIEF.stories[0], sections=(Section("Timeline", (DATED, OLD, VAGUE)),))


def test_a_day_is_what_a_line_begins_with() -> None:
    """Earlier days come first; a month is no day."""
    assert [each.day for each in happenings(PART)] == ["1987-05-01", "2031-03-04"]


def test_days_stand_over_what_was_printed() -> None:
    """Happenings, articles by outlet and new claims are rows by day."""
    picture = check(timeline_picture(PART, REFERENCES, [CLAIM]))

    assert ("2031-03-04", "said to happen", "", "A fire broke out. (Harbour Post)") in picture.rows
    assert ("2031-03-05", "printed", "Harbour Post", POST.title) in picture.rows
    assert ("2031-03-05", "first seen", "", "1 new claim") in picture.rows
    assert [row[0] for row in picture.rows] == sorted(str(row[0]) for row in picture.rows)


def test_what_lies_long_before_is_told_in_words() -> None:
    """It is in the table, and not drawn."""
    picture = check(timeline_picture(PART, REFERENCES, [CLAIM]))

    assert "1 more lies long before or after" in picture.alternative
    assert not any("opened" in str(mark.get("words")) for mark in marks_of(picture))
    assert any("opened" in str(row[3]) for row in picture.rows)


def test_articles_without_a_day_give_no_picture() -> None:
    """The mirror's has none."""
    assert timeline_picture(PART, REFERENCES[2:], [CLAIM]) is None


def test_a_story_without_a_brief_still_has_its_articles() -> None:
    """Two are printed on one day."""
    picture = check(timeline_picture(None, REFERENCES, []))

    assert picture.alternative == "2 articles printed, 5 March 2031."
