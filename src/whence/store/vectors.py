"""Texts and their vectors <-> rows of `vectors`, so that no text is encoded twice."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, select

from whence.store.codec import decode_vector, encode_vector
from whence.store.engine import insert_new
from whence.store.tables import VECTORS

_AT_ONCE = 500
"""Hashes in one query; SQLite takes 999 in its older versions."""


def load_vectors(
    connection: Connection, encoder: str, texts: Sequence[str]
) -> dict[str, tuple[float, ...]]:
    """The vectors of those texts that have one."""
    by_hash = {hash_of(text): text for text in texts}
    hashes, found = list(by_hash), {}
    for start in range(0, len(hashes), _AT_ONCE):
        query = select(VECTORS.c.text_hash, VECTORS.c.numbers).where(
            VECTORS.c.encoder == encoder,
            VECTORS.c.text_hash.in_(hashes[start : start + _AT_ONCE]),
        )
        for row in connection.execute(query):
            found[by_hash[row.text_hash]] = decode_vector(row.numbers)
    return found


def keep_vectors(
    connection: Connection, encoder: str, vectors: Mapping[str, Sequence[float]]
) -> None:
    """Keep a vector for each text that has none."""
    rows: list[dict[str, object]] = [
        {"encoder": encoder, "text_hash": hash_of(text), "numbers": encode_vector(numbers)}
        for text, numbers in vectors.items()
    ]
    insert_new(connection, VECTORS, rows)


def hash_of(text: str) -> str:
    """The key of a text's vectors: 128 bits, so that no two texts meet."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
