"""Claims with a correction among them -> those that their own outlet took back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.claims.making import LOPES, own, said_by
from whence.claims.corrections import is_correction, withdrawn_by
from whence.ledger.claim import Amount

HOUSES = Amount(300, 300, "houses")
CLAIM = said_by(LOPES, "300 houses flooded in the old town", amount=HOUSES)


def correction(**changes: Any) -> list[Any]:  # noqa: ANN401 - fields of an assertion
    kwargs: dict[str, Any] = {
        "text": "An earlier version said 300 houses flooded in the town",
        "amount": HOUSES,
        "article": "a2",
        "day": "2031-05-05",
    } | changes
    return [own(**kwargs)]


@pytest.mark.parametrize(
    ("changes", "is_withdrawn"),
    [
        ({}, True),
        ({"day": "2031-05-04"}, True),
        ({"day": None}, True),
        ({"outlet": "Courier"}, False),
        ({"outlet": None}, False),
        ({"article": "a1"}, False),
        ({"amount": Amount(500, 500, "houses")}, False),
        ({"amount": Amount(300, 300, "cars")}, False),
        ({"amount": None}, False),
        ({"text": "It said 300 houses flooded in the town"}, False),
        ({"text": "Correction: 300 people left by boat"}, False),
    ],
    ids=["next-day", "same-day", "no-day", "other-outlet", "no-outlet",
         "same-article", "other-number", "other-unit", "no-number", "no-correction",
         "other-words"],
)  # fmt: skip
def test_a_correction_takes_its_own_outlets_claim_back(
    changes: dict[str, Any], is_withdrawn: bool  # noqa: FBT001 - a column of the table
) -> None:  # fmt: skip
    """Number, unit, words and outlet must agree, and the correction be another article's."""
    assert (0 in withdrawn_by([[CLAIM], correction(**changes)])) is is_withdrawn


def test_what_is_printed_after_a_correction_stays() -> None:
    """A correction takes back what was printed before it, not what comes the next day."""
    assert withdrawn_by([[CLAIM], correction(day="2031-05-03")]) == set()


def test_what_another_outlet_carries_too_stays() -> None:
    """An outlet takes back its own words, not those of others."""
    both = [CLAIM, said_by(LOPES, CLAIM.text, amount=HOUSES, outlet="Courier", article="a3")]

    assert withdrawn_by([both, correction()]) == set()


def test_a_correction_is_not_withdrawn_itself() -> None:
    """Two corrections of one number do not take each other back."""
    assert withdrawn_by([correction(), correction(article="a3", day="2031-05-06")]) == set()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("An earlier version of this article gave 300", True),
        ("Correction: it was 500", True),
        ("The Herald has retracted its report", True),
        ("This story misstated the number", True),
        ("We wrongly reported 300", True),
        ("It withdrew its first report", True),
        ("The dam held", False),
        ("Earlier, 300 houses flooded", False),
    ],
)
def test_words_of_a_correction(words: str, *, expected: bool) -> None:
    """A sentence that says that something printed was wrong."""
    assert is_correction(words) is expected
