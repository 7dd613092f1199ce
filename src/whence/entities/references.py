"""A parse -> the earlier words that a word refers back to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from whence.ledger.marking import Parse

NEARBY = 6  # tokens between a noun and the name beside it; ours, 2026-11
BESIDE = frozenset({"appos", "flat"})


class References:
    """Which word refers to which, by the characters where they start."""

    __slots__ = ("_parse",)

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def earlier(self, start: int) -> Iterator[int]:
        """Where the nouns start that the word at a character refers to, the nearest first.

        Pronouns are left out; after a noun come the names that stand beside it ("the
        minister, Jane Roe").
        """
        parse = self._parse
        at = bisect_right(parse.starts, start) - 1
        if at < 0 or parse.ends[at] <= start:
            return
        at = parse.antecedents[at]
        while at >= 0:
            if parse.parts[at] != "PRON":
                yield parse.starts[at]
                yield from self._beside(at)
            at = parse.antecedents[at]

    def _beside(self, at: int) -> Iterator[int]:
        """Names in apposition to a noun, and the name after a title."""
        parse, count = self._parse, len(self._parse.starts)
        if parse.parts[at] == "PROPN" and parse.heads[at] == at + 1 < count:
            yield parse.starts[at + 1]
        for near in range(max(0, at - NEARBY), min(count, at + NEARBY + 1)):
            if parse.heads[near] == at and parse.relations[near] in BESIDE:
                yield parse.starts[near]


NO_REFERENCES = References(Parse((), (), (), (), (), (), ()))
"""Of a text that nobody parsed."""
