"""Numbers of one thing that moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.claims.making import ITO, LOPES, said_by
from tests.claims.standing import claim_of, reading_with
from tests.pipeline.readers import WordVectors
from whence.claims.matter import Matters
from whence.claims.moved import find_moved
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion, Claim
from whence.ledger.difference import Difference

TRUCKS = Amount(None, 40, "trucks")


def counted(text: str, amount: Amount, article: str = "a2", day: str = "2031-05-06") -> Assertion:
    """Ito gives a number."""
    return said_by(ITO, text, article=article, amount=amount, day=day)


FIRST = said_by(LOPES, "up to 40 trucks crossed the border at Elbow", amount=TRUCKS)
BEFORE = [claim_of("c", FIRST)]


def moved(*after: Claim) -> list[Difference]:
    """What moved since the first number."""
    found = [*BEFORE, *after]
    texts = [each.text for claim in found for each in claim.assertions]
    articles = {each.article for claim in found for each in claim.assertions}
    readings = {each: reading_with(each, (LOPES, ITO)) for each in articles}
    return list(find_moved("s", BEFORE, found, readings, Matters(texts, WordVectors())))


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(55, 55, "trucks"), "55 trucks"),
        (Amount(56, None, "trucks"), "at least 56 trucks"),
        (Amount(1501, None, "trucks"), "more than 1,500 trucks"),
        (Amount(None, 99, "trucks"), "fewer than 100 trucks"),
        (Amount(50, 60, "trucks"), "50–60 trucks"),
    ],
)
def test_another_number_of_the_same(amount: Amount, words: str) -> None:
    """Both numbers are told as they were bounded, with who gave the first and when."""
    text = "trucks crossed the border at Elbow"
    (found,) = moved(claim_of("d", counted(text, amount)))

    assert (found.before, found.after) == ("up to 40 trucks", words)
    assert (found.who, found.day) == ("Jon Ito", "2031-05-06")
    assert found.why is not None
    assert "Ana Lopes, 4 May 2031" in found.why


def test_an_approximate_number_says_so() -> None:
    """ "About" stays."""
    rough = replace(
        counted("trucks crossed the border at Elbow", Amount(55, 55, "trucks")),
        quantity_is_approximate=True,
    )

    (found,) = moved(claim_of("d", rough))

    assert found.after == "about 55 trucks"


def test_numbers_follow_each_other() -> None:
    """The second new one moves from the first, by the day they were given."""
    text = "trucks crossed the border at Elbow"
    last = counted(text, Amount(70, 70, "trucks"), "a3", "2031-05-08")
    found = moved(claim_of("e", last), claim_of("d", counted(text, Amount(55, 55, "trucks"))))

    assert [(each.before, each.after) for each in found] == [
        ("up to 40 trucks", "55 trucks"),
        ("55 trucks", "70 trucks"),
    ]


STILL = {
    "the same number": counted("trucks crossed the border at Elbow", TRUCKS),
    "another unit": counted("40 drivers crossed the border at Elbow", Amount(55, 55, "drivers")),
    "another thing": counted("bakers in town own new trucks", Amount(55, 55, "trucks")),
    "no unit": counted("trucks crossed the border at Elbow", Amount(55, 55, None)),
    "a denial": replace(
        counted("trucks crossed the border at Elbow", Amount(55, 55, "trucks")),
        stance=Stance.DENIES,
    ),
    "a copy": replace(
        counted("trucks crossed the border at Elbow", Amount(55, 55, "trucks")), copied_from="a1"
    ),
}


@pytest.mark.parametrize("said", STILL.values(), ids=STILL)
def test_what_has_not_moved(said: Assertion) -> None:
    """Other units, other things, denials and copies move nothing."""
    assert moved(claim_of("d", said)) == []
