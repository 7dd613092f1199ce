"""Records -> bytes -> records."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.records import claims, readings
from whence.errors import StoreError
from whence.ledger.claim import Claim
from whence.ledger.factuality import Probability
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.store.codec import (
    column_text,
    decode_claim,
    decode_reading,
    decode_vector,
    encode,
    encode_vector,
)


@given(readings())
def test_a_reading_comes_back_the_same(reading: Reading) -> None:
    """What is decoded equals what was encoded, and its spans are spans."""
    found = decode_reading(encode(reading))

    assert found == reading
    assert all(type(span) is Span for span in found.sentences)


@given(claims)
def test_a_claim_comes_back_the_same(claim: Claim) -> None:
    """What is decoded equals what was encoded."""
    assert decode_claim(encode(claim)) == claim


def test_a_record_from_before_a_field_is_read() -> None:
    """What an earlier version of the program stored lacks later fields; they are None."""
    old = {"low": None, "high": None, "scale": None, "words": "likely"}

    assert msgspec.convert(old, Probability) == Probability(None, None, None, "likely")


@given(st.lists(st.floats(-1, 1, width=32)))
def test_a_vector_of_float32_loses_nothing(numbers: list[float]) -> None:
    """float32 in, the same float32 out."""
    assert decode_vector(encode_vector(numbers)) == tuple(numbers)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(b"\xff\x00", "damaged", id="no-messagepack"),
        pytest.param(b"{not json", "damaged", id="no-json"),
        pytest.param(encode(Reading("a", None, sentences=((5, 2),))), "span", id="reversed-span"),  # type: ignore[arg-type]
        pytest.param(encode(Reading("a", None, sentences=(Span(0, 9),))), "span", id="outside"),
    ],
)
def test_damage_is_told(data: bytes, words: str) -> None:
    """Bytes that are no reading raise an error of the store that says so."""
    with pytest.raises(StoreError, match=words):
        decode_reading(data)


@given(readings())
def test_a_column_keeps_every_offset(reading: Reading) -> None:
    """The text of a column is as long as the article's and can be written as UTF-8."""
    assert reading.article is not None
    found = column_text(reading.article.text)

    assert found is not None
    assert len(found) == len(reading.article.text)
    assert "\0" not in found.encode("utf-8").decode("utf-8")


def test_nothing_stays_nothing() -> None:
    """None is not the empty text."""
    assert column_text(None) is None
