"""An article's text -> single persons whom it does not name: "one diplomat told"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from whence.ledger.entity import Entity, EntityKind
from whence.ledger.span import Span
from whence.lexicon.nearby import nearby
from whence.lexicon.unnamed import unnamed

PLURALS = frozenset({"people", "men", "women", "police", "some", "many", "all", "both", "one"})
"""Nouns of the list that are no single person, or that a name may follow."""

COMPLEMENT = (
    r"(?:\s+(?:at|for|from|in|of|to|with|close|familiar|briefed|who|on|inside)\b"
    r"[^,.;:“”\"\n]{0,70}?)?"
)


class Unnamed(NamedTuple):
    """A person without a name, by the words of the noun phrase, who says something.

    Attributes:
        head: The noun, in lower case.
    """

    span: Span
    head: str


def find_unnamed(text: str) -> tuple[Unnamed, ...]:
    """All that are the subject of a verb of saying, in reading order."""
    return _find(text)


@lru_cache(maxsize=4)
def _find(text: str) -> tuple[Unnamed, ...]:
    return tuple(
        Unnamed(Span(*match.span("np")), match["head"].lower())
        for match in _phrase().finditer(text)
    )


@cache
def _phrase() -> re.Pattern[str]:
    heads = {
        head
        for head in unnamed("people") | {"spokesman", "spokeswoman", "spokesperson"}
        if not head.endswith("s") and head not in PLURALS
    }
    saying = "|".join(sorted(map(re.escape, nearby("saying"))))
    return re.compile(
        r"(?<![\w,]\s)(?<![\w-])(?P<np>(?:an?|one|another)\s+(?:[\w.-]+\s+){0,4}?"
        rf"(?P<head>{'|'.join(sorted(map(re.escape, heads)))})\b)"
        rf"{COMPLEMENT}(?:,\s+(?:who|speaking)\b[^.;:“”\"\n]{{0,90}}?,)?"
        rf"\s+(?:\w+ly\s+|also\s+|had\s+|has\s+|would\s+)?(?:{saying})\b",
        re.IGNORECASE,
    )


def unnamed_before(
    text: str, start: int, sentence: Span, persons: Sequence[Span]
) -> Unnamed | None:
    """The unnamed person who speaks in a sentence before a place, and before anybody named."""
    end = min([sentence.end, start, *(span.start for span in persons if sentence.covers(span))])
    for each in find_unnamed(text):
        if sentence.start <= each.span.start and each.span.end <= end:
            return each
    return None


def group_of(head: str, start: int, entities: Sequence[Entity], text: str) -> Entity | None:
    """The group whose one member was spoken of last by this noun: "a U.S. official"."""
    mentions = sorted(_mentions(entities), key=lambda pair: pair[0], reverse=True)
    for span, entity in mentions:
        if span.end <= start and span.words(text).lower().endswith(head):
            return entity
    return None


def _mentions(entities: Sequence[Entity]) -> Iterator[tuple[Span, Entity]]:
    for entity in entities:
        if entity.kind is EntityKind.GROUP:
            for span in entity.mentions:
                yield span, entity
