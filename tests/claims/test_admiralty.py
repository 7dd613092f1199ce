"""A claim -> a suggested grade."""

from __future__ import annotations

from dataclasses import replace

import pytest

from whence.claims.admiralty import suggest
from whence.ledger.attribution import Stance
from whence.ledger.claim import (
    Assertion,
    Claim,
    Conflict,
    Detail,
    Link,
    Origin,
    Status,
)
from whence.ledger.span import Span


def _said(
    name: str | None = "Jane Doe",
    stance: Stance = Stance.ASSERTS,
    degree: float = 3.0,
    outlet: str | None = "The Lamp",
) -> Assertion:
    chain = (Link(outlet, None, None), Link(name, None, "said"))
    return Assertion(
        article="a",
        attribution="b",
        span=(Span(0, 3),),
        chain=chain,
        stance=stance,
        degree=degree,
        quantity=None,
        asserted_at=None,
        outlet=outlet,
    )


def _claim(
    *said: Assertion,
    status: Status = Status.SINGLE_SOURCE,
    low: int = 1,
    high: int | None = None,
    is_named: bool = True,
) -> Claim:
    return Claim(
        id="c",
        story=None,
        text="the bridge closes",
        status=status,
        first_seen_at=None,
        last_seen_at=None,
        assertions=said,
        origins=(Origin("Jane Doe", None, is_named, 1),),
        origin_count=low,
        origin_count_high=high or low,
        outlet_count=1,
    )


DENIED = _said("Bo Lind", Stance.DENIES, -3.0)
ALSO = _said("Ada Roe", Stance.DENIES, -3.0)
DISPUTED, CORROBORATED = Status.DISPUTED, Status.CORROBORATED
DOUBTED = _said("Bo Lind", Stance.DOUBTS, -1.0)


@pytest.mark.parametrize(
    ("claim", "digit", "words"),
    [
        pytest.param(
            _claim(_said(), status=CORROBORATED, low=2), 1, "independent", id="corroborated"
        ),
        pytest.param(
            _claim(_said(degree=1.0), status=CORROBORATED, low=2),
            3,
            "more than possible",
            id="corroborated-as-possible",
        ),
        pytest.param(_claim(_said(), high=2), 2, "1 to 2 first speakers", id="perhaps-two"),
        pytest.param(_claim(_said()), 3, "nobody else", id="one-named"),
        pytest.param(_claim(_said(), is_named=False), 6, "not named", id="one-unnamed"),
        pytest.param(_claim(_said(), is_named=False, high=2), 3, "none of them", id="unnamed"),
        pytest.param(_claim(_said(degree=0.0)), 6, "without committing", id="uncommitted"),
        pytest.param(_claim(_said(stance=Stance.DEMANDS)), 6, "wish", id="demand"),
        pytest.param(_claim(_said(), DENIED, status=DISPUTED), 4, "Bo Lind denied it", id="denied"),
        pytest.param(_claim(_said(), DOUBTED, status=DISPUTED), 4, "Bo Lind doubted", id="doubted"),
        pytest.param(
            _claim(_said(), DENIED, low=2, status=DISPUTED),
            3,
            "2 first speakers",
            id="denied-of-two",
        ),
        pytest.param(_claim(DENIED, status=DISPUTED), 4, "nobody here puts it", id="only-denied"),
        pytest.param(_claim(DENIED, ALSO, status=DISPUTED), 5, "2 others", id="denied-by-two"),
        pytest.param(_claim(_said(), status=Status.WITHDRAWN), 5, "took it back", id="withdrawn"),
        pytest.param(
            _claim(_said(degree=-3.0)), 6, "only said that it is not so", id="agreed-that-not"
        ),
        pytest.param(
            _claim(_said(stance=Stance.DECLINES, degree=0.0)), 6, "nobody here", id="no-comment"
        ),
    ],
)
def test_the_digit_follows_from_the_ledger(claim: Claim, digit: int, words: str) -> None:
    """How many stand behind it, who objects, how firmly it is said; with the reason."""
    found = suggest(claim, {})

    assert found.digit == digit
    assert words in found.why
    assert found.letter is None


def test_a_conflict_lowers_the_digit() -> None:
    """A claim whose number does not fit another's is doubtful from one and possible from two."""
    conflict = Conflict("d", Detail.QUANTITY, "no number fits both")
    one = replace(_claim(_said(), status=Status.CONFLICTING), conflicts=(conflict,))

    assert suggest(one, {}).digit == 4
    assert suggest(replace(one, origin_count=2), {}).digit == 3
    assert "do not agree in quantity" in suggest(one, {}).why


@pytest.mark.parametrize(
    ("letters", "letter", "words"),
    [
        ({}, None, "no letter is set"),
        ({"The Owl": "A"}, None, "no letter is set"),
        ({"The Lamp": "C"}, "C", "the only one set is The Lamp, which you set to C"),
        ({"The Lamp": "C", "Harbour News": "B"}, "B", "the best of them is Harbour News"),
        ({"The Lamp": "F", "Harbour News": "E"}, "E", "Harbour News"),
        ({"The Lamp": "F"}, "F", "not to be judged"),
    ],
)
def test_the_letter_is_only_what_the_user_set(
    letters: dict[str, str], letter: str | None, words: str
) -> None:
    """The best of the outlets that print it; F, which judges nothing, after all others."""
    found = suggest(_claim(_said(), _said(outlet="Harbour News")), letters)

    assert found.letter == letter
    assert words in found.why


def test_an_unknown_outlet_has_no_letter() -> None:
    """Where nobody knows who printed it, nothing can be set."""
    found = suggest(_claim(_said(outlet=None)), {"The Lamp": "A"})

    assert (found.letter, found.digit) == (None, 3)
    assert "outlet is not known" in found.why
