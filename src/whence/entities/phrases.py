"""A source's words -> head noun, the words before and after it, the mentions in each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from whence.entities.mentions import Mention, Mentions
from whence.entities.words import WORD, key_of
from whence.ledger.entity import Entity
from whence.ledger.span import Span, Spans
from whence.lexicon.nearby import nearby


class Token(NamedTuple):
    """One word of a source."""

    low: str
    printed: str
    start: int
    end: int


class Phrase(NamedTuple):
    """A source taken apart.

    Attributes:
        tokens: All words and marks.
        base: Those up to the first preposition or break: the head is its last word.
        rest: Those after.
        link: The preposition or break between the two, in lower case; "" where none is.
        head: The head noun in lower case; "" for a source without words.
    """

    tokens: tuple[Token, ...]
    base: tuple[Token, ...]
    rest: tuple[Token, ...]
    link: str
    head: str


def take_apart(text: str, source: Spans, mentions: Sequence[Mention]) -> Phrase:
    """Cut a source at the first preposition or break outside its mentions."""
    tokens = tuple(
        Token(key_of(match[0]).lower(), match[0], match.start(), match.end())
        for span in source
        for match in WORD.finditer(text, span.start, span.end)
        if match[0] not in {"“", "”", '"'}
    )
    inside = [mention.span for mention in mentions]
    breaks, prepositions = nearby("breaks"), nearby("prepositions")
    for index, token in enumerate(tokens):
        if index == 0 or not (token.low in breaks or token.low in prepositions):
            continue
        if not any(span.start < token.end and token.start < span.end for span in inside):
            base = tokens[:index]
            return Phrase(tokens, base, tokens[index + 1 :], token.low, _head_of(base))
    return Phrase(tokens, tokens, (), "", _head_of(tokens))


def _head_of(base: Sequence[Token]) -> str:
    nouns = (token.low for token in reversed(base) if token.low not in {"'s", "'", "’"})
    return next(nouns, "")


def mentions_in(text: str, source: Spans, among: Mentions) -> list[Mention]:
    """Mentions in a source, in reading order.

    Where a longer mention only starts in it ("Russia" of "Russia's Far East"), the entity that
    the source's own words name elsewhere is taken instead, if there is one.
    """
    found = among.in_any(source)
    if len(found) == 1 and not any(piece.covers(found[0].span) for piece in source):
        own = next((piece for piece in source if piece.overlaps(found[0].span)), source[0])
        named = _named_by(text, own, among.entities)
        return [Mention(own, named)] if named else found
    return found


def _named_by(text: str, span: Span, entities: Sequence[Entity]) -> Entity | None:
    words = span.words(text).removesuffix("'s").removesuffix("’s").removeprefix("the ")
    for entity in entities:
        if words == entity.name or any(words == each.words(text) for each in entity.mentions):
            return entity
    return None


def mentions_among(mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[Mention]:
    """Those of the mentions that some of a phrase's words belong to."""
    for mention in mentions:
        if any(
            mention.span.start < token.end and token.start < mention.span.end for token in tokens
        ):
            yield mention
