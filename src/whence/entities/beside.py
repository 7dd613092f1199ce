"""The words right before a source -> whether it is a part of a longer one, and of whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from whence.entities.mentions import Mention
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.span import Span, Spans
from whence.lexicon.unnamed import unnamed

LONGEST_LEAD = 60  # characters; ours, 2026-11
LONGEST_ADDRESS = 5  # characters of "Mr " before a name
SUBJECT_STARTS = frozenset(',.;:—–-\n“"”')
ARTICLES = ("a ", "an ", "the ")


def is_of_aide(text: str, source: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a person's name is only the end of "an aide to Mr Doe", who is not named."""
    if not mentions or mentions[0].entity.kind is not EntityKind.PERSON:
        return False
    if mentions[0].span.start > source.start + LONGEST_ADDRESS:
        return False
    return bool(_aide_to().search(text[max(0, source.start - LONGEST_LEAD) : source.start]))


def explained_before(text: str, source: Spans, entities: Sequence[Entity]) -> Entity | None:
    """The person whom a source only explains: "[a spokeswoman for ...]" after "Jane Roe, "."""
    start, end = source[0].start, source[0].end
    is_closed = text[end - 1] == "," or text[end : end + 1] == ","
    is_after_comma = text[max(0, start - 2) : start] == ", "
    if not (is_after_comma and is_closed and text.startswith(ARTICLES, start)):
        return None
    if not text[start:end].split()[1][0].islower():
        return None  # "After the talks with Jane Roe, the White House, ..."
    for entity in entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        for span in entity.mentions:
            if span.end == start - 2 and _opens_clause(text, span.start):
                return entity
    return None


def _opens_clause(text: str, start: int) -> bool:
    """Whether a name stands first in its clause, so that it is the subject."""
    before = text[max(0, start - LONGEST_ADDRESS) : start].rstrip(" ")
    return not before or before[-1] in SUBJECT_STARTS


@cache
def _aide_to() -> re.Pattern[str]:
    """A single unnamed person and a preposition at the end of a text: "an aide to "."""
    heads = sorted(head for head in unnamed("people") if not head.endswith("s"))
    return re.compile(
        rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}(?:{'|'.join(map(re.escape, heads))})\s+"
        r"(?:to|for|of|close\s+to)\s+$",
        re.IGNORECASE,
    )
