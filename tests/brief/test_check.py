"""Lines -> those whose every name, number and negation stands in their evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.brief.making import ITO, LOPES, first, second
from whence.brief.check import failures
from whence.ledger.brief import Computed, Evidence, Line
from whence.ledger.factuality import Perceived, Probability
from whence.ledger.reading import Reading
from whence.ledger.span import Span

ONE, OTHER = first(), second()


def article_of(reading: Reading) -> tuple[str, str]:
    """Id and text."""
    assert reading.article is not None
    return reading.article.id, reading.article.text


HERALD, TEXT = article_of(ONE)
STAR, _ = article_of(OTHER)
LIKELY = Probability(0.55, 0.75, "PHIA", "likely")
READ = Probability(None, None, None, "probably", Perceived(0.65, 0.75, 0.8, 5151))
SURE = tuple(
    replace(each, probability=words)
    for each, words in zip(ONE.attributions, (LIKELY, READ), strict=False)
)
READINGS = {HERALD: replace(ONE, attributions=SURE), STAR: OTHER}


def evidence(words: str) -> tuple[Evidence, ...]:
    """A place in the Herald's article."""
    at = TEXT.index(words)
    return (Evidence(HERALD, (Span(at, at + len(words)),)),)


FLOOD = evidence("Ana Lopes told the Courier that up to 300 houses in Lakeside could flood")
CLAIM = evidence("up to 300 houses in Lakeside could flood")


def line(
    text: str, proof: tuple[Evidence, ...] = FLOOD, computed: tuple[Computed, ...] = ()
) -> Line:
    return Line(text, (), proof, computed)


def outlet(words: str) -> Computed:
    return Computed(words, "outlet")


RIGHT = [
    ("words", line("Ana Lopes: up to 300 houses in Lakeside could flood")),
    ("short-name", line("Lopes: 300 houses could flood")),
    ("possessive", line("Lopes’s words: 300 houses")),
    ("outlet", line("300 houses could flood (Herald)", computed=(outlet("Herald"),))),
    ("name-of-its-sentence", line("Ana Lopes: 300 houses", CLAIM,
                                  (Computed("Ana Lopes", "name", LOPES.id),))),
    ("count", line("300 houses. 2 origins", computed=(Computed("2 origins", "count"),))),
    ("band", line("300 houses — PHIA 55–75 %", computed=(Computed("PHIA 55–75 %", "band"),))),
    ("perceived", line("300 houses — readers understand 65–80 %",
                       computed=(Computed("readers understand 65–80 %", "band"),))),
    ("heading", line("Not the same Quantity: 300", computed=(Computed("Not the same Quantity:",
                                                                       "heading"),))),
    ("plain-first-word", line("Houses could flood; 300")),
    ("form-alone", line("Still open", (), (Computed("Still open", "heading"),))),
    ("no-words", line("–", ())),
]  # fmt: skip

WRONG = [
    ("number", line("up to 400 houses could flood")),
    ("number-cut", line("30 houses could flood")),
    ("number-grown", line("3000 houses could flood")),
    ("decimal", line("300.5 houses could flood")),
    ("name", line("Lopes and Moss: 300 houses could flood")),
    ("name-in-another-sentence", line("Lopes and Ito: 300 houses could flood")),
    ("name-not-in-this-span", line("it was Lopes who said so: 300 houses", CLAIM)),
    ("place", line("300 houses in Riverside could flood")),
    ("acronym", line("NATO: 300 houses could flood")),
    ("acronym-later", line("300 houses could flood, says NATO")),
    ("no-evidence", line("up to 300 houses could flood", ())),
    ("wrong-outlet", line("300 houses (Star)", computed=(outlet("Star"),))),
    ("unknown-outlet", line("300 houses (Moon)", computed=(outlet("Moon"),))),
    ("outlet-not-computed", line("300 houses (Herald)")),
    ("name-not-mentioned-there", line("Jon Ito: 300 houses", FLOOD,
                                      (Computed("Jon Ito", "name", ITO.id),))),
    ("unknown-name", line("Zoe Moss: 300 houses", FLOOD, (Computed("Zoe Moss", "name", "x"),))),
    ("another's-id", line("Zoe Moss: 300 houses", FLOOD,
                          (Computed("Zoe Moss", "name", LOPES.id),))),
    ("computed-stands-elsewhere-in-a-word", line("Heralds: 300 houses, Heralds",
                                                 computed=(outlet("Herald"),))),
    ("date-not-there", line("1999-01-01: 300 houses", FLOOD, (Computed("1999-01-01", "date"),))),
    ("perceived-by-nobody", line("300 houses — readers understand 1–2 %", FLOOD,
                                 (Computed("readers understand 1–2 %", "band"),))),
    ("band-of-nobody", line("300 houses — ICD 3–4 %", FLOOD, (Computed("ICD 3–4 %", "band"),))),
]  # fmt: skip


@pytest.mark.parametrize("right", [row[1] for row in RIGHT], ids=[row[0] for row in RIGHT])
def test_what_is_shown_passes(right: Line) -> None:
    """Words of the evidence, and what is computed from where it says, stand."""
    assert failures(right, READINGS) == []


@pytest.mark.parametrize(
    "wrong",
    [pytest.param(each, id=name) for name, each in WRONG],
)
def test_what_is_not_shown_fails(wrong: Line) -> None:
    """A name or number that the evidence has not, or a computed word of nowhere, is told."""
    assert failures(wrong, READINGS) != []


def test_a_failure_names_what_fails() -> None:
    """Each word that fails is told, and nothing else."""
    assert failures(line("Lopes and Moss: 400 houses in Lakeside (Star)",
                         computed=(outlet("Star"),)), READINGS) == [
        "computed 'Star' is not from outlet",
        "number 400",
        "name Moss",
    ]  # fmt: skip


def saying(text: str) -> tuple[dict[str, Reading], tuple[Evidence, ...]]:
    """An article of these words, and all of them as evidence."""
    assert ONE.article is not None
    reading = replace(ONE, article=replace(ONE.article, text=text))
    return {HERALD: reading}, (Evidence(HERALD, (Span(0, len(text)),)),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("the dam is safe", "the dam is not safe"),
        ("the dam is not safe", "the dam is safe"),
        ("it said troops left", "it denied that troops left"),
        ("houses flooded", "no houses flooded"),
    ],
)
def test_a_lost_or_added_negation_fails(text: str, shown: str) -> None:
    """The polarity of a line is that of its evidence."""
    readings, proof = saying(shown)

    assert failures(line(text, proof), readings) != []


@pytest.mark.parametrize("grouped", ["10,000", "10 000", "10\u00a0000", "10\u202f000"], ids=ascii)
def test_a_number_is_the_same_however_it_is_grouped(grouped: str) -> None:
    """Commas and narrow blanks between thousands do not count."""
    text = "About 10,000 houses flooded."
    readings, proof = saying(text)
    expected = ["number 10", "number 000"] if grouped == "10 000" else []

    assert failures(line(f"{grouped} houses", proof), readings) == expected


def test_evidence_of_two_articles_is_taken_together() -> None:
    """A line may rest on both."""
    star = OTHER.article
    assert star is not None
    both = (*FLOOD, Evidence(STAR, (Span(0, 77),)))

    assert failures(line("Lopes: 300 houses; Water Board: images (Star)", both, (outlet("Star"),)),
                    READINGS) == []  # fmt: skip


@given(st.text(max_size=40), st.lists(st.sampled_from(["300", "Lopes", "Moss", "(", "Herald"])))
def test_any_line_is_checked(text: str, words: list[str]) -> None:
    """Whatever a line says, the check gives an answer, and the same one twice."""
    one = line(" ".join([text, *words]), computed=(outlet("Herald"),))

    assert failures(one, READINGS) == failures(one, READINGS)


@given(st.integers(0, len(TEXT) - 1))
def test_words_of_the_evidence_always_pass(start: int) -> None:
    """A line that is its own evidence passes, wherever it is cut at words."""
    while start and not TEXT[start - 1].isspace():
        start -= 1
    proof = (Evidence(HERALD, (Span(start, len(TEXT)),)),)

    assert failures(line(" ".join(TEXT[start:].split()), proof), READINGS) == []
