"""Sentences -> their times, against the day of writing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.values.reading import MONDAY, times_in, told
from whence.ledger.span import Span
from whence.values.days import days_of, month_of, week_of
from whence.values.times import Anchor, find_times

ABSOLUTE = [
    ("It fell on 21 October 2024.", "21 October 2024", "2024-10-21"),
    ("It fell on October 21, 2024.", "October 21, 2024", "2024-10-21"),
    ("It fell on October 21st, 2024.", "October 21st, 2024", "2024-10-21"),
    ("It fell on the 21st of October 2024.", "21st of October 2024", "2024-10-21"),
    ("It fell on Monday, October 21, 2024.", "Monday, October 21, 2024", "2024-10-21"),
    ("It fell on 2024-10-21.", "2024-10-21", "2024-10-21"),
    ("Sent 2024-10-21T09:30Z.", "2024-10-21T09:30Z", "2024-10-21T09:30Z"),
    ("It fell on 25/10/2024.", "25/10/2024", "2024-10-25"),
    ("It fell on 10/25/2024.", "10/25/2024", "2024-10-25"),
    ("It fell on 25.10.2024.", "25.10.2024", "2024-10-25"),
    ("It fell on 25/10/24.", "25/10/24", "2024-10-25"),
    ("It was built in ’98.", "’98", "1998"),
    ("It could be 05/10/2024.", "05/10/2024", None),
    ("They met from 3 to 5 October 2023.", "3 to 5 October 2023", "2023-10-03/2023-10-05"),
    ("They met October 3-5, 2023.", "October 3-5, 2023", "2023-10-03/2023-10-05"),
    ("In March 2014 it was annexed.", "March 2014", "2014-03"),
    ("In late March 2014 it was annexed.", "late March 2014", "2014-03"),
    ("Since 2014 it has been held.", "2014", "2014"),
    ("The 2014 invasion went on.", "2014", "2014"),
    ("By mid-2025 it ends.", "mid-2025", "2025"),
    ("By the end of 2024 it ends.", "the end of 2024", "2024"),
    ("The 2014-16 talks failed.", "2014-16", "2014/2016"),
    ("In the summer of 2018 it burnt.", "the summer of 2018", "2018-SU"),
    ("In the third quarter of 2024 it grew.", "the third quarter of 2024", "2024-Q3"),
    ("In the first half of 2024 it grew.", "the first half of 2024", "2024-H1"),
    ("In the 1990s it shrank.", "the 1990s", "199"),
    ("In the early 1990s it shrank.", "the early 1990s", "199"),
    ("In the 19th century it was a port.", "the 19th century", "18"),
    ("In the twentieth century it grew.", "the twentieth century", "19"),
    ("In the 1800s it was a marsh.", "the 1800s", "18"),
    ("In the 2000s it grew.", "the 2000s", "200"),
    ("It fell on the fifth of January 2021.", "the fifth of January 2021", "2021-01-05"),
    ("It was dry in June in 1981.", "June in 1981", "1981-06"),
    ("On the night of 3 May 2021 it fell.", "the night of 3 May 2021", "2021-05-03TNI"),
]

FROM_THE_DAY = [
    ("It opened in June.", "June", "2024-06"),
    ("It opened in October.", "October", "2024-10"),
    ("It opened in November.", "November", "2023-11"),
    ("It will open in June.", "June", "2025-06"),
    ("It must open by June.", "June", "2025-06"),
    ("It opens next June.", "next June", "2025-06"),
    ("It opened last June.", "last June", "2024-06"),
    ("It opened in late June.", "late June", "2024-06"),
    ("It was built from March to May 2011.", "March", "2011-03"),
    ("Voters choose in the November election.", "November", "2024-11"),
    ("This week it fell.", "This week", "2024-W43"),
    ("It fell last week.", "last week", "2024-W42"),
    ("It falls next week.", "next week", "2024-W44"),
    ("It fell last month.", "last month", "2024-09"),
    ("It fell earlier this month.", "earlier this month", "2024-10"),
    ("It fell last year.", "last year", "2023"),
    ("It falls by the end of the year.", "the end of the year", "2024"),
    ("It fell last summer.", "last summer", "2024-SU"),
    ("It fell last winter.", "last winter", "2023-WI"),
    ("It fell over the weekend.", "the weekend", "2024-W42-WE"),
    ("It fell yesterday.", "yesterday", "2024-10-20"),
    ("It fell yesterday morning.", "yesterday morning", "2024-10-20TMO"),
    ("It fell the day before yesterday.", "the day before yesterday", "2024-10-19"),
    ("It falls today.", "today", "2024-10-21"),
    ("It falls tonight.", "tonight", "2024-10-21TNI"),
    ("It fell last night.", "last night", "2024-10-20TNI"),
    ("It falls tomorrow.", "tomorrow", "2024-10-22"),
    ("He said on Monday it fell.", "Monday", "2024-10-21"),
    ("He said on Tuesday it fell.", "Tuesday", "2024-10-15"),
    ("He said it will fall on Friday.", "Friday", "2024-10-25"),
    ("On Thursday, the court will hear it.", "Thursday", "2024-10-24"),
    ("He leaves next Tuesday.", "next Tuesday", "2024-10-22"),
    ("He left last Monday.", "last Monday", "2024-10-14"),
    ("He left early Sunday.", "early Sunday", "2024-10-20"),
    ("He left on Sunday night.", "Sunday night", "2024-10-20TNI"),
    ("Sunday's vote was fair.", "Sunday", "2024-10-20"),
    ("He left three days ago.", "three days ago", "2024-10-18"),
    ("He left two weeks ago.", "two weeks ago", "2024-W41"),
    ("He left a month ago.", "a month ago", "2024-09"),
    ("He left 2 years ago.", "2 years ago", "2022"),
    ("He left two weeks earlier.", "two weeks earlier", None),
    ("He left on Oct. 3.", "Oct. 3", "2024-10-03"),
    ("The vote is on Nov. 5.", "Nov. 5", "2024-11-05"),
    ("It was signed on Nov. 5.", "Nov. 5", "2023-11-05"),
    ("It fell at 10:42 GMT on Monday.", "10:42 GMT on Monday", "2024-10-21T10:42Z"),
    ("It fell in March last year.", "March last year", "2023-03"),
    ("It opens in July next year.", "July next year", "2025-07"),
    ("It opens next Tuesday, 29 October.", "next Tuesday, 29 October", "2024-10-29"),
    ("It fell on the 19th.", "the 19th", "2024-10-19"),
    ("It fell on the 25th.", "the 25th", "2024-09-25"),
    ("It will open on the 19th of next month.", "the 19th of next month", "2024-11-19"),
    ("It fell the month before last.", "the month before last", "2024-08"),
    ("It fell in the early hours of Tuesday.", "the early hours of Tuesday", "2024-10-15TMO"),
    ("It fell at dawn on Sunday.", "dawn on Sunday", "2024-10-20TMO"),
    ("It may open as early as March.", "March", "2024-03"),
    ("It fell overnight.", "overnight", "2024-10-20TNI"),
    ("It fell overnight on Tuesday.", "overnight on Tuesday", "2024-10-15TNI"),
    ("It met guests this weekend and left.", "this weekend", "2024-W42-WE"),
    ("It fell in the third quarter.", "the third quarter", "2024-Q3"),
    ("Third-quarter sales fell.", "Third-quarter", "2024-Q3"),
    ("It will grow in the first quarter.", "the first quarter", "2025-Q1"),
    ("It fell in the first quarter of last year.", "the first quarter of last year", "2023-Q1"),
    ("It fell in Q2.", "Q2", "2024-Q2"),
    ("It fell in the first half of the year.", "the first half of the year", "2024-H1"),
    ("It opens by year-end.", "year-end", "2024"),
    ("It opens by the end of next month.", "the end of next month", "2024-11"),
    ("It was built a decade ago.", "a decade ago", "2014"),
    ("It was built half a century ago.", "half a century ago", "1974"),
    ("It shut in the summer.", "the summer", "2024-SU"),
    ("It falls in two weeks' time.", "two weeks' time", "2024-W45"),
    ("It fell on Monday at 5 p.m. sharp.", "Monday at 5 p.m.", "2024-10-21T17:00"),
]

WITHOUT_THE_DAY: list[tuple[str, str, str | None]] = [
    ("It arrives at 5:30am.", "5:30am", "T05:30"),
    ("It arrives at noon.", "noon", "T12:00"),
    ("It arrives at five o’clock.", "five o’clock", "T05:00"),
    ("It arrives at 5 o'clock in the evening.", "5 o'clock in the evening", "T17:00"),
    ("It arrives at night.", "night", "TNI"),
    ("It lasted for two and a half years.", "two and a half years", "P2.5Y"),
    ("It lasted a year and a half.", "a year and a half", "P1.5Y"),
    ("It lasted 2½ years.", "2½ years", "P2.5Y"),
    ("It lasted a quarter-century.", "a quarter-century", "P25Y"),
    ("It lasted for the last few days.", "the last few days", "PXD"),
    ("It began a three-day truce.", "three-day", "P3D"),
    ("It lasted for decades.", "decades", "PXDE"),
    ("It lasted for three years.", "three years", "P3Y"),
    ("It lasted for two to three years.", "two to three years", "PXY"),
    ("It lasted for the past two weeks.", "the past two weeks", "P2W"),
    ("It ends within 24 hours.", "24 hours", "PT24H"),
    ("It took half an hour.", "half an hour", "PT30M"),
    ("It began a 30-day truce.", "30-day", "P30D"),
    ("A months-long siege ended.", "months-long", "PXM"),
    ("It comes every day.", "every day", "XXXX-XX-XX"),
    ("It comes on weekdays.", "weekdays", "XXXX-WXX-WD"),
    ("It comes every Monday.", "every Monday", "XXXX-WXX-1"),
    ("It comes on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("It fell in recent days.", "recent days", "PAST_REF"),
    ("It recently fell.", "recently", "PAST_REF"),
    ("It is currently held.", "currently", "PRESENT_REF"),
    ("It may soon fall.", "soon", "FUTURE_REF"),
    ("It falls in the coming weeks.", "the coming weeks", "FUTURE_REF"),
    ("It falls in the months ahead.", "the months ahead", "FUTURE_REF"),
    ("It falls in the future.", "the future", "FUTURE_REF"),
]


def ids(rows: list[tuple[str, str, str | None]]) -> list[str]:
    return [f"{words} -> {value}" for _, words, value in rows]


@pytest.mark.parametrize(("text", "words", "value"), ABSOLUTE, ids=ids(ABSOLUTE))
@pytest.mark.parametrize("published_at", [MONDAY, None])
def test_absolute_dates_need_no_day(
    text: str, words: str, value: str | None, published_at: str | None
) -> None:
    """A date that names its year reads the same whenever it was printed."""
    assert told(text, published_at) == [(words, value)]


@pytest.mark.parametrize(("text", "words", "value"), FROM_THE_DAY, ids=ids(FROM_THE_DAY))
def test_told_from_the_day_of_writing(text: str, words: str, value: str | None) -> None:
    """A relative expression is read against the day of writing."""
    assert told(text)[0] == (words, value)


@pytest.mark.parametrize(
    ("text", "words"), [row[:2] for row in FROM_THE_DAY if "2011" not in row[0]]
)
def test_without_a_day_nothing_is_guessed(text: str, words: str) -> None:
    """Without the day of writing a relative expression is found and has no value."""
    for time in times_in(text, None):
        assert time.value is None or time.value.startswith("T")
        assert (time.start, time.end) == (None, None)
    first = words.split(maxsplit=1)[0]
    assert first in " ".join(time.span.words(text) for time in times_in(text, None))


@pytest.mark.parametrize(("text", "words", "value"), WITHOUT_THE_DAY, ids=ids(WITHOUT_THE_DAY))
def test_lengths_sets_and_vague_times_cover_no_days(text: str, words: str, value: str) -> None:
    """Lengths, repeated times, clock times and vague times have a value and no days."""
    (time,) = times_in(text)

    assert (time.span.words(text), time.value, time.start, time.end) == (words, value, None, None)


NO_TIMES = {
    "the verb": "They may march on the capital.",
    "a name": "Theresa May met April Jones.",
    "an age": "The 24-year-old is 24 years old.",
    "a resolution": "Resolution 2118 binds all.",
    "a count without a comma": "More than 2000 people and 1500 soldiers came.",
    "a paper": "The Sunday Times and USA Today wrote it.",
    "a day with a name": "Black Friday is a feast of shops.",
    "an ordinal": "He won for a second time.",
    "a part": "They took a quarter of the land.",
    "a rate": "It costs $5 a day.",
    "a large rate": "It costs $2-3 billion a year.",
    "a number and a rate": "It makes 3 million a year.",
    "an address": "See https://example.org/2016/10/02/a.html now.",
    "a score": "They won 3-2.",
    "an impossible day": "On 31 June it was hot.",
    "a flying thing": "An F-16 and a COVID-19 ward.",
    "a quartile": "The values Q1 and Q3 are known.",
    "an old thing": "It is a 2000 year old custom.",
    "numbers far apart": "See lots 1380-2075.",
    "a stay": "They were staying overnight in tents.",
    "Cold War": "It was a Cold War-era pact.",
}


@pytest.mark.parametrize("text", NO_TIMES.values(), ids=NO_TIMES.keys())
def test_what_is_no_time(text: str) -> None:
    """Words that only look like times are left alone."""
    assert told(text) == []


def test_a_post_is_read_against_its_own_day() -> None:
    """Words inside an anchor are read against its day, those outside against the article's."""
    text = "Yesterday we met.\nYesterday they met."
    sentences = [Span(0, 17), Span(18, len(text))]
    anchor = Anchor(Span(0, 17), "2024-10-21T08:00:00Z")

    values = [time.value for time in find_times(text, sentences, None, [anchor])]

    assert values == ["2024-10-20", None]


def test_the_seeds_have_their_times(shared: Path) -> None:
    """The times of the two seed articles come out, those without a day to read them without one."""
    text = (shared / "seeds" / "003_72dd49e03869f036.txt").read_text(encoding="utf-8")
    lines = [Span(*found.span()) for found in re.finditer(r"\S[^\n]*", text)]
    found = {time.span.words(text): time for time in find_times(text, lines, MONDAY)}

    week = found["this week"]
    assert (week.value, week.start, week.end) == ("2024-W43", "2024-10-21", "2024-10-28")
    assert found["decades"].value == "PXDE"


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]),
)
def test_dates_come_back(day: date, form: str) -> None:
    """A day printed in a newspaper's form is read as the same day."""
    text = f"It was said on {day.strftime(form)} in the town."
    (time,) = times_in(text)
    assert (time.value, time.start) == (day.isoformat(), day.isoformat())
    assert time.end == (day + timedelta(days=1)).isoformat()


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_weeks_and_months_hold_their_day(day: date) -> None:
    """The week and the month of a day cover it."""
    for value in (week_of(day), month_of(day)):
        start, end = days_of(value)
        assert start is not None
        assert end is not None
        assert start <= day.isoformat() < end


PIECES = st.sampled_from(
    [row[0] for row in ABSOLUTE + FROM_THE_DAY + WITHOUT_THE_DAY] + [*NO_TIMES.values(), "5", "in"]
)


@given(
    st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=8), st.sampled_from([MONDAY, None])
)
def test_times_lie_in_their_sentences(pieces: list[str], published_at: str | None) -> None:
    """Times stand inside a sentence, in order, apart from each other, and end after they start."""
    text = " ".join(pieces)
    middle = len(text) // 2
    sentences = [Span(0, middle), Span(middle, len(text))] if middle else []
    last = 0
    found = find_times(text, sentences, published_at)
    assert found == find_times(text, sentences, published_at)
    for time in found:
        assert any(sentence.covers(time.span) for sentence in sentences)
        assert time.span.start >= last
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start < time.end
        last = time.span.end


def test_the_end_of_a_range_follows_its_start() -> None:
    """A day without a year that ends a range is not before the day that begins it."""
    values = [value for _, value in told("It will shut from 20 November to 11 January.")]
    assert values == ["2024-11-20", "2025-01-11"]
    assert [value for _, value in told("It rained from Monday to Wednesday.")] == [
        MONDAY,
        "2024-10-16",
    ]
