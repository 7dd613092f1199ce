"""A short text -> its entities, without the stages before."""

from __future__ import annotations

import re

from whence.entities.find import find_entities
from whence.entities.mentions import Mentions
from whence.entities.sources import SourceEntity, resolve_source
from whence.ledger.article import Block, BlockKind
from whence.ledger.entity import Entity
from whence.ledger.span import Span

SENTENCE = re.compile(
    r"[^\n]+?(?:(?<![A-Z])(?<!Mr)(?<!Gen)(?<!Rep)(?<!Lt)[.!?][”\"]?(?= |$|\n)|$|(?=\n))"
)


def sentences_of(text: str) -> list[Span]:
    """Sentences cut at full stops, good enough for the short texts of these tests."""
    found = []
    for match in SENTENCE.finditer(text):
        lead = len(match[0]) - len(match[0].lstrip())
        if match[0].strip():
            found.append(Span(match.start() + lead, match.end()))
    return found


def blocks_of(text: str, *kinds: BlockKind) -> list[Block]:
    """One block a line; the last kind given holds for the rest, paragraphs if none is."""
    lines = list(re.finditer(r"[^\n]+", text))
    given = [*kinds, *[kinds[-1] if kinds else BlockKind.PARAGRAPH] * len(lines)]
    return [Block(kind, *line.span()) for kind, line in zip(given, lines, strict=False)]


def entities_of(text: str, *kinds: BlockKind) -> list[Entity]:
    """All entities of a text, a block a line."""
    return find_entities(text, blocks_of(text, *kinds), sentences_of(text))


def entity(text: str, name: str, *kinds: BlockKind) -> Entity:
    """The one entity of this name."""
    entities = entities_of(text, *kinds)
    found = {each.name: each for each in entities}
    assert name in found
    return found[name]


def words_of(text: str, found: Entity) -> list[str]:
    """The words of an entity's mentions."""
    return [span.words(text) for span in found.mentions]


def resolved(text: str, source: str) -> tuple[Entity | None, SourceEntity]:
    """The entity behind the last occurrence of these words, as a source."""
    start = text.rindex(source)
    entities, sentences = entities_of(text), sentences_of(text)
    spans = (Span(start, start + len(source)),)
    found = resolve_source(text, spans, start + len(source), Mentions(entities), sentences)
    return next((each for each in entities if each.id == found.entity), None), found
