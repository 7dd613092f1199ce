"""Sentences -> their quantities: bounds, unit, whose, change."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.values.reading import quantities_in
from whence.ledger.quantity import Number
from whence.ledger.span import Span
from whence.values.quantities import find_quantities
from whence.values.times import find_times

BOUNDS: list[tuple[str, str, Number | None, Number | None, bool]] = [
    ("He sent 1,500 soldiers.", "1,500", 1500, 1500, False),
    ("He sent up to 10,000 men.", "up to 10,000", None, 10000, False),
    ("As many as 12,000 men left.", "As many as 12,000", None, 12000, False),
    ("At most 40 men left.", "At most 40", None, 40, False),
    ("No more than 40 men left.", "No more than 40", None, 40, False),
    ("A maximum of 40 men left.", "A maximum of 40", None, 40, False),
    ("At least 3,000 men left.", "At least 3,000", 3000, None, False),
    ("A minimum of 40 men left.", "A minimum of 40", 40, None, False),
    ("No fewer than 40 men left.", "No fewer than 40", 40, None, False),
    ("He has 5,000 or more men.", "5,000 or more", 5000, None, False),
    ("He has 5,000 men or more.", "5,000 men or more", 5000, None, False),
    ("He has 300+ drones.", "300+", 300, None, False),
    ("More than 600,000 fled.", "More than 600,000", 600001, None, False),
    ("Over 600,000 fled.", "Over 600,000", 600001, None, False),
    ("Losses exceeding 40 tanks grew.", "exceeding 40", 41, None, False),
    ("More than a dozen men left.", "More than a dozen", 13, None, False),
    ("More than 1.5 million fled.", "More than 1.5 million", 1500001, None, False),
    ("Fewer than 100 people came.", "Fewer than 100", None, 99, False),
    ("Under 100 people came.", "Under 100", None, 99, False),
    ("Less than 1% was lost.", "Less than 1%", None, 1, False),
    ("It cost £1.1m-£1.5m.", "£1.1m-£1.5m", 1100000, 1500000, False),
    ("About 11,000 men left.", "About 11,000", 11000, 11000, True),
    ("Some 11,000 men left.", "Some 11,000", 11000, 11000, True),
    ("Nearly 11,000 men left.", "Nearly 11,000", 11000, 11000, True),
    ("An estimated 11,000 men left.", "An estimated 11,000", 11000, 11000, True),
    ("There were 20-odd ships.", "20-odd", 20, 20, True),
    ("There were 30 or so ships.", "30 or so", 30, 30, True),
    ("Up to about 500 men left.", "Up to about 500", None, 500, True),
    ("1,500 to 3,000 men left.", "1,500 to 3,000", 1500, 3000, False),
    ("1,500-3,000 men left.", "1,500-3,000", 1500, 3000, False),
    ("Between 1,500 and 3,000 men left.", "Between 1,500 and 3,000", 1500, 3000, False),
    ("From 1,500 to 3,000 men left.", "From 1,500 to 3,000", 1500, 3000, False),
    ("10-12,000 men left.", "10-12,000", 10000, 12000, False),
    ("Two to three million men left.", "Two to three million", 2000000, 3000000, False),
    ("Two or three men left.", "Two or three", 2, 3, False),
    ("About 10 to 12 men left.", "About 10 to 12", 10, 12, True),
    ("Thousands of men left.", "Thousands", 1000, None, True),
    ("Tens of thousands of men left.", "Tens of thousands", 10000, None, True),
    ("Hundreds of thousands of men left.", "Hundreds of thousands", 100000, None, True),
    ("Dozens of men left.", "Dozens", 12, None, True),
    ("Scores of men left.", "Scores", 20, None, True),
    ("A handful of men left.", "A handful", 2, None, True),
    ("Several hundred men left.", "Several hundred", 200, None, True),
    ("A few thousand men left.", "A few thousand", 2000, None, True),
    ("A dozen men left.", "A dozen", 12, 12, False),
    ("Half a dozen men left.", "Half a dozen", 6, 6, False),
    ("Two dozen men left.", "Two dozen", 24, 24, False),
    ("A couple of men left.", "A couple", 2, 2, False),
    ("Half a million men left.", "Half a million", 500000, 500000, False),
    ("A hundred men left.", "A hundred", 100, 100, False),
    ("Twenty-one men left.", "Twenty-one", 21, 21, False),
    ("Three hundred and five men left.", "Three hundred and five", 305, 305, False),
    ("There are 10 000 men.", "10 000", 10000, 10000, False),
    ("There are 10\u202f000 men.", "10\u202f000", 10000, 10000, False),
    ("There are 10k men.", "10k", 10000, 10000, False),
    ("There are 1.5 million men.", "1.5 million", 1500000, 1500000, False),
    ("It took six in 10 voters.", "six in 10", 60, 60, False),
    ("It took two-thirds of the land.", "two-thirds", 66.67, 66.67, False),
    ("Half were hurt.", "Half", 50, 50, False),
    ("Two-thirds fled.", "Two-thirds", 66.67, 66.67, False),
    ("More than a third were hurt.", "More than a third", 33.33, None, False),
    ("Three-quarters burnt.", "Three-quarters", 75, 75, False),
    ("One in five houses burnt.", "One in five", 20, 20, False),
    ("One or two boats sank.", "One or two", 1, 2, False),
    ("Nearly three dozen boats sank.", "Nearly three dozen", 36, 36, True),
    ("The wall moved 2½ miles.", "2½", 2.5, 2.5, False),
    ("Some 2 1/2 million people fled.", "Some 2 1/2 million", 2500000, 2500000, True),
    ("The rent rose half a percentage point.", "half a percentage point", 0.5, 0.5, False),
    ("Scores were hurt.", "Scores", 20, None, True),
    ("Several people were hurt.", "Several", 2, None, True),
    ("A few boats sank.", "A few", 2, None, True),
    ("The repair cost $5.6t.", "$5.6t", 5600000000000, 5600000000000, False),
    ("The repair cost Rs 500 crore.", "Rs 500 crore", 5000000000, 5000000000, False),
    ("Some 1m to 2m people fled.", "Some 1m to 2m", 1000000, 2000000, True),
    ("Boys aged 12 to 15 were moved.", "12 to 15", 12, 15, False),
]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "is_approximate"), BOUNDS, ids=[row[1] for row in BOUNDS]
)
def test_bounds(
    text: str, words: str, low: Number | None, high: Number | None, *, is_approximate: bool
) -> None:
    """The words around a number bound it as the contract's table says."""
    (found,) = quantities_in(text)

    assert found.span.words(text) == words
    assert (found.low, found.high, found.is_approximate) == (low, high, is_approximate)


UNITS = [
    ("Up to 10,000 North Korean troops came.", "troops", "North Korea"),
    ("10,000 well-trained North Korean special forces soldiers came.", "soldiers", "North Korea"),
    ("They took 1,500 of its troops.", "troops", None),
    ("Tens of thousands of US troops stay.", "troops", "United States"),
    ("It trains 3,000 soldiers from North Korea.", "soldiers", "North Korea"),
    ("North Korea's 10,000 troops came.", "troops", "North Korea"),
    ("It lost 20 % of the Russian army.", "%", "Russia"),
    ("It sent 100 NATO peacekeepers.", "peacekeepers", "NATO"),
    ("10,000 North Koreans came.", "North Koreans", "North Korea"),
    ("It sent 600 Tomahawk missiles.", "missiles", None),
    ("It killed 12 in the town.", None, None),
    ("At least one undeclared site was there.", "site", None),
    ("One soldier died.", "soldier", None),
    ("A 12-member council met.", "member", None),
    ("A 10,000-strong force came.", "force", None),
    ("It flew 500 km north.", "km", None),
    ("It fires 155mm rounds.", "mm", None),
    ("It is 20 per cent.", "%", None),
    ("It grew 2 percentage points.", "percentage points", None),
    ("It cost $2.3bn.", "$", None),
    ("It cost US$5 million.", "US$", None),
    ("It cost 5 million euros.", "euros", None),
    ("The 24-year-old left.", "years", None),
    ("Ana Silva, 56, left.", "years", None),
    ("A man aged 33 left.", "years", None),
    ("Bomb Kills 12 People in Market", "People", None),
    ("It hurt hundreds, if not thousands, of people.", "people", None),
    ("It will buy 16 F-16s.", "F-16s", None),
    ("It ran a 1,000-bed hospital.", "bed", None),
    ("It takes “billions” of dollars.", "dollars", None),
    ("It has two wounded soldiers.", "soldiers", None),
    ("It built a 70 metre wall.", "metre", None),
    ("It built a 240,000 square metre lake.", "metre", None),
    ("It has a nine-centimetre crack.", "centimetre", None),
    ("It sent a two-member crew.", "member", None),
    ("The 69 year old man left.", "years", None),
    ("The nine-month-old child left.", "months", None),
    ("The 2,000-year-old wall fell.", "years", None),
    ("It made a two inch crack and left.", "inch", None),
    ("She left at the age of fourteen.", "years", None),
    ("Two other horsemen came.", "horsemen", None),
    ("It moved 1,200 known squatters.", "squatters", None),
    ("It cost 225 DKK.", "DKK", None),
    ("It was 40C in the valley.", "C", None),
    ("Output doubled to 40 tonnes.", "tonnes", None),
]


@pytest.mark.parametrize(("text", "unit", "of"), UNITS, ids=[row[0] for row in UNITS])
def test_what_is_counted_and_whose(text: str, unit: str | None, of: str | None) -> None:
    """The unit is the head noun as printed; whose they are is told where the words tell."""
    (found,) = quantities_in(text)
    assert (found.unit, found.of) == (unit, of)


CHANGES = [
    ("A further 1,500 men came.", "A further 1,500", "increase"),
    ("Another 500 men came.", "Another 500", "increase"),
    ("An additional 500 men came.", "An additional 500", "increase"),
    ("Up to 10,000 more troops come.", "Up to 10,000 more", "increase"),
    ("It pays 5 % more.", "5 % more", "increase"),
    ("There were 300 fewer men.", "300 fewer", "decrease"),
    ("Prices rose by 5 %.", "5 %", "increase"),
    ("Prices fell 3 percent.", "3 percent", "decrease"),
    ("The staff was cut by 200.", "200", "decrease"),
    ("Sales were down 3%.", "3%", "decrease"),
    ("An increase of 200 was seen.", "200", "increase"),
    ("A 20-percent drop came.", "20-percent", "decrease"),
    ("Prices rose to 5 %.", "5 %", None),
    ("The lake fell by a third.", "a third", "decrease"),
    ("The lake fell by almost two-thirds in June.", "almost two-thirds", "decrease"),
    ("Rents rose by more than half.", "more than half", "increase"),
    ("Rents rose 5 to 7 per cent.", "5 to 7 per cent", "increase"),
    ("Rents rose by 10 to 15 percent.", "10 to 15 percent", "increase"),
    ("He has 5,000 men.", "5,000", None),
]


@pytest.mark.parametrize(("text", "words", "change"), CHANGES, ids=[row[0] for row in CHANGES])
def test_how_much_more_or_fewer(text: str, words: str, change: str | None) -> None:
    """Words of rising and falling say that the number is a change; "to" says that it is not."""
    (found,) = quantities_in(text)
    assert (found.span.words(text), found.change) == (words, change)


NONE = {
    "aircraft": "The F-16, the T-72 and the Su-35 flew.",
    "missiles": "The KN-23 and the Hwasong-18 flew.",
    "illness": "COVID-19 and the G7 met.",
    "units": "The 33rd brigade, Brigade 33 and the 810th fought.",
    "law": "Resolution 1718 and Article 5 and Section 12 bind.",
    "airliner": "The Boeing 737 landed.",
    "handle": "See @user_123, #3rd and https://example.org/12.",
    "ordinal": "The third party came first on the 21st floor.",
    "year": "In 2014 and since 1999 it rained.",
    "pronoun": "One of them left and no one came, one leaving early.",
    "the two": "The two met.",
    "score": "They won 3-2 and lost 5-4.",
    "telephone": "Call 555-1234 or +44 20 7946 0123.",
    "clock": "It began at 10:42 and 5 p.m.",
    "date": "It began on 21 October 2024.",
    "length": "It lasted three years and 24 hours.",
    "list": "2. They met.",
    "compound": "A two-state solution failed.",
    "address": "He lives at 10 Downing Street.",
    "group": "The Group of 20 met.",
    "two numbers": "Nos. 3 and 4 won.",
    "no one more": "There is no one more fit.",
    "number": "He is No. 1 and rule no. 7 holds.",
    "file": "Image 180828150524677 was lost.",
    "doubled": "The number more than doubled.",
    "large ordinal": "The 50,000th guest came.",
    "a turn of speech": "Several ways exist and a few questions stay open.",
    "list in a sentence": "Either 1) go or 2) stay.",
    "decimal comma": "The wall is 1,8 metres high.",
    "a part of no number": "He spoke for the half that left.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_numbers_that_count_nothing(text: str) -> None:
    """Names, ordinals, dates, scores, telephone numbers and pronouns are no quantities."""
    assert quantities_in(text) == []


SEVERAL = {
    "killed and wounded": ("It killed 12 and wounded 30.", [(12, 12), (30, 30)]),
    "a move is no range": ("It rose from 5 % to 10 %.", [(5, 5), (10, 10)]),
    "a comma is no range": ("It sent 1,500 men, at least 3 ships.", [(1500, 1500), (3, None)]),
    "calibre": ("It sent six million 152mm shells.", [(6000000, 6000000), (152, 152)]),
    "step and level": ("The toll rose by 12 to 41.", [(12, 12), (41, 41)]),
    "share and sum": ("Rents rose 5% to $3.2bn.", [(5, 5), (3200000000, 3200000000)]),
    "some of some": ("Ten of the 12 boats sank.", [(10, 10), (12, 12)]),
    "degrees": ("It was 40C (104F).", [(40, 40), (104, 104)]),
    "metres": ("The lake grew 3m to 12m.", [(3, 3), (12, 12)]),
    "and more than": ("At least 30 men and more than 40 ships.", [(30, None), (41, None)]),
}


@pytest.mark.parametrize(("text", "bounds"), SEVERAL.values(), ids=SEVERAL.keys())
def test_several_numbers(text: str, bounds: list[tuple[Number | None, Number | None]]) -> None:
    """Each number of a sentence has its own bounds."""
    assert [(found.low, found.high) for found in quantities_in(text)] == bounds


def test_worries_about_two_things_are_not_approximate() -> None:
    """After a word of speaking or worrying, "about" bounds nothing."""
    (found,) = quantities_in("They spoke about two missiles.")
    assert not found.is_approximate


def test_the_seeds_have_their_numbers(shared: Path) -> None:
    """The seeds tell of up to 10,000 troops three times and of thousands once."""
    found = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines = [Span(*line.span()) for line in re.finditer(r"\S[^\n]*", text)]
        times = find_times(text, lines, None)
        found += [(q.low, q.high, q.unit, q.of) for q in find_quantities(text, lines, times)]

    north = (None, 10000, "troops", "North Korea")
    assert found == [(1000, None, "troops", None), north, (None, 10000, "troops", None), north]


def printed(number: int) -> str:
    return f"{number:,}"


@given(st.integers(11, 10**12), st.sampled_from(["troops", "people", "old tanks"]))
def test_bounds_of_any_number_come_back(number: int, unit: str) -> None:
    """A number in a bound has that bound, whatever the number."""
    expected: dict[str, tuple[Number | None, Number | None]] = {
        "up to": (None, number),
        "at least": (number, None),
        "more than": (number + 1, None),
        "fewer than": (None, number - 1),
        "about": (number, number),
    }
    for cue, bounds in expected.items():
        (found,) = quantities_in(f"It has {cue} {printed(number)} {unit}.")
        assert (found.low, found.high) == bounds
        assert found.unit == unit.rpartition(" ")[2]
        assert found.is_approximate == (cue == "about")


PIECES = st.sampled_from(
    [row[0] for row in BOUNDS] + [row[0] for row in UNITS] + [*NONE.values(), "and", "-", "to", "7"]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=8))
def test_quantities_lie_in_their_sentences(pieces: list[str]) -> None:
    """Quantities stand inside a sentence, in order, apart, with low up to high; JSON holds them."""
    text = " ".join(pieces)
    middle = len(text) // 2
    sentences = [Span(0, middle), Span(middle, len(text))] if middle else []
    times = find_times(text, sentences, None)
    last = 0
    assert find_quantities(text, sentences, times) == find_quantities(text, sentences, times)
    for found in find_quantities(text, sentences, times):
        assert any(sentence.covers(found.span) for sentence in sentences)
        assert found.span.start >= last
        assert found.low is not None or found.high is not None
        assert found.low is None or found.high is None or found.low <= found.high
        assert json.loads(json.dumps([found.low, found.high])) == [found.low, found.high]
        last = found.span.end
