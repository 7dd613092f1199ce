"""Records -> bytes and back, the same record.

MessagePack, but for the few records that it cannot carry (numbers beyond 64 bits, halves of
surrogate pairs from a broken JSON file): these are JSON in ASCII, told by its first byte.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeVar

import msgspec

from whence.errors import StoreError
from whence.ledger.claim import Claim
from whence.ledger.reading import Reading

Record = TypeVar("Record")

_JSON_STARTS = b"{"
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def encode(record: object) -> bytes:
    """The bytes of a reading or a claim."""
    try:
        return msgspec.msgpack.encode(record)
    except (OverflowError, UnicodeEncodeError):
        return json.dumps(msgspec.to_builtins(record)).encode("ascii")


@cache
def _readings() -> msgspec.msgpack.Decoder[Reading]:
    return msgspec.msgpack.Decoder(Reading)


@cache
def _claims() -> msgspec.msgpack.Decoder[Claim]:
    return msgspec.msgpack.Decoder(Claim)


def _decode(data: bytes, decoder: msgspec.msgpack.Decoder[Record]) -> Record:
    try:
        if data.startswith(_JSON_STARTS):
            record: Record = msgspec.convert(json.loads(data), decoder.type)
            return record
        return decoder.decode(data)
    except (msgspec.MsgspecError, ValueError) as error:
        raise StoreError(f"a record in the store is damaged: {error}") from error


def decode_reading(data: bytes) -> Reading:
    """The reading that was encoded.

    Raises:
        StoreError: The bytes are damaged, or a span lies outside the article's text.
    """
    reading = _decode(data, _readings())
    length = len(reading.article.text) if reading.article else 0
    for start, end in _spans(reading):
        if not 0 <= start < end <= length:
            raise StoreError(f"a reading in the store is damaged: span [{start}, {end})")
    return reading


def decode_claim(data: bytes) -> Claim:
    """The claim that was encoded.

    Raises:
        StoreError: The bytes are damaged.
    """
    claim = _decode(data, _claims())
    for assertion in claim.assertions:
        for start, end in assertion.span:
            if not 0 <= start < end:
                raise StoreError(f"a claim in the store is damaged: span [{start}, {end})")
    return claim


def _spans(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every span of a reading; decoding does not run the check of `Span` itself."""
    if reading.article:
        yield from ((block.start, block.end) for block in reading.article.blocks)
    yield from reading.sentences
    for entity in reading.entities:
        yield from entity.mentions
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    yield from (quantity.span for quantity in reading.quantities)
    yield from (time.span for time in reading.times)
    yield from (own.span for own in reading.own_words)
    yield from (notice.span for notice in reading.notices if notice.span)


def encode_vector(vector: Sequence[float]) -> bytes:
    """float32, little-endian; nothing is lost where the numbers were float32 before."""
    numbers = array("f", vector)
    if _IS_BIG_ENDIAN:
        numbers.byteswap()
    return numbers.tobytes()


def decode_vector(data: bytes) -> tuple[float, ...]:
    """The numbers that were encoded."""
    numbers = array("f", data)
    if _IS_BIG_ENDIAN:
        numbers.byteswap()
    return tuple(numbers)


_IS_BIG_ENDIAN = array("H", [1]).tobytes()[0] == 0


def column_text(text: str | None) -> str | None:
    """The text as a column can hold it in either database, character for character.

    NUL and halves of surrogate pairs become U+FFFD; the record beside keeps them.
    """
    if text is None:
        return None
    return _UNSTORABLE.sub("\ufffd", text)


def column_number(number: float | None) -> float | None:
    """The number as a column can hold it: as a double, None where it is greater than one."""
    try:
        return None if number is None else float(number)
    except OverflowError:
        return None
