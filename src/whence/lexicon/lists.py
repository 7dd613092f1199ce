"""The text of a word list in TOML -> its tables.

Every process reads the lists anew, and `tomllib` is slow. What our lists have of TOML differs
from JSON in how keys are written, in comments and in a last comma: with these put right, the
quick reader of JSON reads them. Anything else makes no JSON, and goes to `tomllib`.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

_COMMENT = re.compile(r"\n *#.*")
_HEADER = re.compile(r"\n\[([\w.-]+)\](?=\n)")
_KEY = re.compile(r"\n([\w-]+|\"[^\"\\\n]+\") = ")
_INNER_KEY = re.compile(r"(?<=[{,] )([\w-]+) = ")


def read_tables(text: str) -> dict[str, Any]:
    """What `tomllib.loads` makes of a text; a string must not hold ", word = "."""
    try:
        return _read_as_json(_COMMENT.sub("", f"\n{text}"))
    except ValueError:
        return tomllib.loads(text)


def _read_as_json(text: str) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    before, *parts = _HEADER.split(text)
    tables |= _entries(before)
    for header, body in zip(parts[::2], parts[1::2], strict=True):
        table = tables
        for name in header.split("."):
            table = table.setdefault(name, {})
        table |= _entries(body)
    return tables


def _entries(body: str) -> dict[str, Any]:
    start, *parts = _KEY.split(body)
    if start.strip():
        raise ValueError(start)
    return {
        key.strip('"'): json.loads(_as_json(value))
        for key, value in zip(parts[::2], parts[1::2], strict=True)
    }


def _as_json(value: str) -> str:
    if "{" in value:
        value = _INNER_KEY.sub(r'"\1": ', value)
    return value.replace(",\n]", "\n]")
