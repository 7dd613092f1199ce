"""Stable ids: a hash of what a record says.

The same article, attribution or claim has the same id on every machine and in every run.
"""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hexadecimal digits of an id: 64 bits, so that a billion ids meet by chance with p < 0.03."""


def make_id(*parts: object) -> str:
    """A hash of some parts; None and "" are different, order counts."""
    digest = hashlib.sha256()
    for part in parts:
        words = "-" if part is None else f"+{part}"
        digest.update(f"{len(words)}:{words}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:ID_LENGTH]
