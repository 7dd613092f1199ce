"""Stable ids: a hash of what a record says.

The same article, attribution or claim has the same id on every machine and in every run.
"""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hexadecimal digits of an id: 64 bits, so that a billion ids meet by chance with p < 0.03."""


def make_id(*parts: object) -> str:
    """A hash of some parts; None and "" are different, order counts."""
    words = ["-" if part is None else f"+{part}" for part in parts]
    told = "".join([f"{len(each)}:{each}" for each in words])
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
