"""A short text -> its entities, without the stages before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.strategies.analyses import parse
from whence.entities.find import find_entities
from whence.entities.mentions import Mentions
from whence.entities.pronouns import PRONOUNS
from whence.entities.references import NO_REFERENCES, References
from whence.entities.sources import SourceEntity, resolve_source
from whence.ledger.article import Block, BlockKind
from whence.ledger.entity import Entity
from whence.ledger.marking import Name
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


def entities_of(text: str, *kinds: BlockKind, names: Sequence[Name] = ()) -> list[Entity]:
    """All entities of a text, a block a line."""
    return find_entities(text, blocks_of(text, *kinds), sentences_of(text), names)


def marked(text: str, names: Mapping[str, str], score: float = 0.95) -> list[Name]:
    """Names as a reader gives them: the first place of each of some words, with its kind."""
    places = sorted((text.index(words), words) for words in names)
    return [Name(Span(at, at + len(words)), names[words], score) for at, words in places]


def entity(text: str, name: str, *kinds: BlockKind) -> Entity:
    """The one entity of this name."""
    entities = entities_of(text, *kinds)
    found = {each.name: each for each in entities}
    assert name in found
    return found[name]


def words_of(text: str, found: Entity) -> list[str]:
    """The words of an entity's mentions."""
    return [span.words(text) for span in found.mentions]


def referring(text: str, pairs: Mapping[str, str]) -> References:
    """References of each first word to each second, the last of the one, the first of the other."""
    bare = parse(text, [(0, len(text))])
    at = {start: number for number, start in enumerate(bare.starts)}
    antecedents, parts = list(bare.antecedents), ["NOUN"] * len(at)
    for later, earlier in pairs.items():
        number, target = at[text.rindex(later)], at[text.index(earlier)]
        antecedents[number] = target
        parts[number] = "PRON" if later.lower() in PRONOUNS else "NOUN"
    return References(replace(bare, parts=tuple(parts), antecedents=tuple(antecedents)))


def resolved(
    text: str, source: str, references: References = NO_REFERENCES
) -> tuple[Entity | None, SourceEntity]:
    """The entity behind the last occurrence of these words, as a source."""
    start = text.rindex(source)
    entities, sentences = entities_of(text), sentences_of(text)
    spans = (Span(start, start + len(source)),)
    among = Mentions(entities)
    found = resolve_source(text, spans, start + len(source), among, sentences, references)
    return next((each for each in entities if each.id == found.entity), None), found
