"""The assertions of one claim -> its text, put positively."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.making import ITO, LOPES, own, said_by
from whence.claims.wording import positive_text
from whence.ledger.attribution import Stance
from whence.ledger.claim import Amount, Assertion

WORDS = "the old dam in the north of the town will surely hold until friday"

NEGATED = [
    ("did not send troops", "send troops"),
    ("the dam is not safe", "the dam is safe"),
    ("the dam isn’t safe", "the dam is safe"),
    ("the dam isn't safe", "the dam is safe"),
    ("no troops were sent", "troops were sent"),
    ("it never held", "it held"),
    ("the dam cannot hold", "the dam can hold"),
    ("the dam can’t hold", "the dam can hold"),
    ("the dam won’t hold", "the dam will hold"),
    ("it was not", "it was"),
    ("we will not close the file until May", "we will not close the file until May"),
    ("we do not waive and we do not postpone", "we do not waive and we do not postpone"),
    ("nobody has not been told any more", "nobody has not been told any more"),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            *row,
            id=row[0],
        )
        for row in NEGATED
    ],
)
def test_a_claim_that_all_negate_is_put_positively(words: str, expected: str) -> None:
    """The one negation goes, where no other word hangs on it, and words stay whole."""
    assert positive_text([said_by(LOPES, words, degree=-3.0)]) == expected


TABLE: list[tuple[str, Assertion, Assertion]] = [
    ("said-before-negated", said_by(LOPES, "it holds"), said_by(ITO, WORDS, degree=-3.0)),
    ("said-before-denied", said_by(LOPES, "it holds"), said_by(ITO, WORDS, stance=Stance.DENIES)),
    ("said-before-asked", said_by(LOPES, "it holds"), said_by(ITO, WORDS, stance=Stance.ASKS)),
    ("body-before-heading", said_by(LOPES, "it holds"), said_by(ITO, WORDS, is_heading=True)),
    ("a-source-before-the-outlet", said_by(LOPES, "it holds"), own(WORDS)),
    ("words-before-a-reference", said_by(LOPES, "it holds"), said_by(ITO, WORDS, refers_to="x")),
    ("with-the-number", said_by(LOPES, "9 dams", amount=Amount(9, 9, "dams")), said_by(ITO, WORDS)),
    ("of-middle-length", said_by(LOPES, WORDS), said_by(ITO, "it holds")),
    ("by-letter", said_by(LOPES, "a dam holds"), said_by(ITO, "the dam holds")),
]


@pytest.mark.parametrize(
    ("best", "other"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_the_clearest_words_are_taken(best: Assertion, other: Assertion) -> None:
    """In whatever order they come."""
    assert positive_text([best, other]) == best.text
    assert positive_text([other, best]) == best.text


def test_a_denial_alone_keeps_its_words() -> None:
    """What is denied is said positively already."""
    denial = said_by(LOPES, "having sent no troops", stance=Stance.DENIES, degree=-3.0)

    assert positive_text([denial]) == "having sent no troops"


@given(st.text(min_size=1).filter(str.strip), st.sampled_from([-3.0, 0.0, 3.0]))
def test_a_claim_always_has_words(words: str, degree: float) -> None:
    """Whatever was said, something is left."""
    assert positive_text([said_by(LOPES, words, degree=degree)]).strip()


@pytest.mark.parametrize("words", ["not", "never ", "no dam", "did not "])
def test_a_negation_alone_stays(words: str) -> None:
    """Where nothing else would be left, the words stay."""
    assert positive_text([said_by(LOPES, words, degree=-3.0)]).strip()
