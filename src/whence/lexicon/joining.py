"""Words that decide where an attribution's parts begin and end."""

from __future__ import annotations

from functools import cache
from importlib import resources
from tomllib import loads
from typing import Any


@cache
def event_participles() -> frozenset[str]:
    """Participles of what an event does ("raising"), in lower case."""
    return frozenset(_table()["event_participles"]["words"])


@cache
def determiners() -> frozenset[str]:
    """Words that say nothing alone as a content, in lower case."""
    return frozenset(_table()["determiners"]["words"])


@cache
def mostly_nouns() -> frozenset[str]:
    """Forms of reporting verbs that are mostly nouns ("states"), in lower case."""
    return frozenset(_table()["mostly_nouns"]["words"])


@cache
def dangling() -> frozenset[str]:
    """Words that wait for another ("until", "the"), in lower case."""
    return frozenset(_table()["dangling"]["words"])


@cache
def aspectual() -> frozenset[str]:
    """Verbs of beginning and ending, which nobody attributes by, in all forms."""
    return frozenset(_table()["aspectual"]["words"])


@cache
def _table() -> dict[str, Any]:
    words = resources.files("whence.lexicon").joinpath("data/joining.toml").read_text("utf-8")
    return loads(words)
