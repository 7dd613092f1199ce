"""A source's words -> the entity behind them, and whether they name anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whence.entities.beside import explained_before, is_of_aide
from whence.entities.called import (
    find_called,
    find_holder,
    is_of_paragraph,
    is_office,
    office_heads,
)
from whence.entities.mentions import Mention, Mentions
from whence.entities.phrases import Phrase, mentions_among, mentions_in, take_apart
from whence.entities.pronouns import PERSONAL, PRONOUNS, SPEAKERS, resolve_pronoun
from whence.entities.ranks import rank_of
from whence.entities.references import NO_REFERENCES, References
from whence.entities.unnamed_persons import group_of
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.span import Span, Spans
from whence.lexicon.nearby import nearby
from whence.lexicon.unnamed import unnamed

APPOSITION = frozenset({",", "(", "–", "—"})
BREAKS_BETWEEN = frozenset({"who", "which", "of", "for", "with", "and", "whose", "at"})
OWN_WORK = frozenset(
    {"of", "from", "by", "released", "published", "issued", "posted", "sent", "conducted"}
)
MEMBERS = frozenset({"of", "for", "at", "in", "from", "with", "within", "inside"})
NOT_NOUNS = frozenset({"'s", "'", "’", "himself", "herself", "jr", "too", "also"})
POSSESSIVE = frozenset({"'s", "'", "’"})
NEVER_ONE = frozenset({"official", "diplomat", "aide", "adviser", "officer", "lawmaker", "soldier"})
"""Callings that many have, so that "the official" is nobody named."""

STANDING_IN = PRONOUNS | SPEAKERS
NEAR = 4  # words between a preposition and the entity that it leads to; ours, 2026-11


@dataclass(frozen=True, slots=True)
class SourceEntity:
    """Who a source is.

    Attributes:
        entity: Id of an entity of the article; None where unsure.
        is_named: False for nobody, "officials", "experts", "reports".
    """

    entity: str | None
    is_named: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """A source with what is needed to resolve it."""

    text: str
    phrase: Phrase
    mentions: Sequence[Mention]
    entities: Sequence[Entity]
    start: int


NOBODY = SourceEntity(entity=None, is_named=False)
_DEFINITE = frozenset({"the", "its", "their", "his", "her"})
_SPEAKING = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})


def resolve_source(
    text: str,
    source: Spans,
    cue_start: int,
    among: Mentions,
    sentences: Sequence[Span],
    references: References = NO_REFERENCES,
) -> SourceEntity:
    """Find the entity behind a source; a function of the article alone.

    Args:
        text: The article's text.
        source: Empty where the text names nobody.
        cue_start: Where the cue starts; a description leads to what was named before the
            source and the cue.
        among: All mentions of the article's entities.
        sentences: Ascending.
        references: Which words refer to which, as the reader says.
    """
    if not source:
        return NOBODY
    mentions = mentions_in(text, source, among)
    if is_of_aide(text, source[0], mentions):
        return NOBODY
    explained = explained_before(text, source, among.entities)
    if explained:
        return _named(explained)
    phrase = take_apart(text, source, mentions)
    words = [token for token in phrase.tokens if token.low not in POSSESSIVE]
    if not words:
        return NOBODY
    is_acronym = words[0].printed.isupper() and len(words[0].printed) > 1  # US is no pronoun
    if len(words) == 1 and words[0].low in STANDING_IN and not is_acronym:
        return _from_pronoun(text, words[0].low, words[0].start, among, sentences, references)
    start = source[0].start if mentions else min(source[0].start, cue_start)
    asked = _Asked(text, phrase, mentions, among.entities, start)
    found = _from_mentions(asked) or _from_description(asked)
    return found or SourceEntity(None, _is_proper(phrase, sentences))


def _from_pronoun(
    text: str,
    low: str,
    start: int,
    among: Mentions,
    sentences: Sequence[Span],
    references: References,
) -> SourceEntity:
    if low in SPEAKERS:
        return NOBODY
    meant = resolve_pronoun(text, low, start, among, sentences, references)
    if meant.is_unnamed:
        return SourceEntity(meant.entity.id if meant.entity else None, is_named=False)
    return _named(meant.entity) if meant.entity else SourceEntity(None, low in PERSONAL)


def _named(entity: Entity) -> SourceEntity:
    """A source that is an entity itself: named unless it is many people."""
    return SourceEntity(entity.id, entity.kind is not EntityKind.GROUP)


def _from_mentions(asked: _Asked) -> SourceEntity | None:
    base = list(mentions_among(asked.mentions, asked.phrase.base))
    people = [each for each in base if each.entity.kind is EntityKind.PERSON]
    if people and _is_head(people[-1], asked.phrase):
        return _named(_first_of_several(people, asked.phrase).entity)
    explained = _explaining(asked.phrase, asked.mentions) or _apposed(asked.phrase, asked.mentions)
    if explained:
        return _named(explained.entity)
    return (_from_owner(base[-1], asked) if base else None) or _from_complement(asked)


def _first_of_several(people: Sequence[Mention], phrase: Phrase) -> Mention:
    """The first of "Mr. Roe and Mr. Poe"; else the last, before whom the others stand."""
    first = people[-1]
    for earlier in reversed(people[:-1]):
        between = [
            token
            for token in phrase.base
            if token.start >= earlier.span.end and token.end <= first.span.start
        ]
        if not between or between[0].low not in {"and", "&"}:
            break
        first = earlier
    return first


def _is_head(mention: Mention, phrase: Phrase) -> bool:
    """Whether no further noun of the base stands after a mention."""
    after = (token for token in phrase.base if token.start >= mention.span.end)
    return all(token.low in NOT_NOUNS for token in after)


def _from_owner(owner: Mention, asked: _Asked) -> SourceEntity | None:
    """The body or state that a source starts with: "a Kremlin statement", "Pentagon official"."""
    entity, head = owner.entity, asked.phrase.head
    if _is_head(owner, asked.phrase) or head in unnamed("products"):
        return _named(entity)
    if entity.kind is EntityKind.PERSON:
        return None
    is_of_people = head in unnamed("people")
    if head in office_heads() or is_of_people:
        return _from_office(owner, asked, is_certain=not is_of_people)
    return _named(entity) if entity.kind is EntityKind.ORGANISATION else None


def _from_office(owner: Mention, asked: _Asked, *, is_certain: bool) -> SourceEntity:
    """Whoever holds an office of a body or state; the body or state where nobody is named."""
    entity, base = owner.entity, asked.phrase.base
    is_certain = is_certain or asked.phrase.head in unnamed("spokesmen")
    words = " ".join(
        token.low for token in base if token.start >= owner.span.end and token.low not in POSSESSIVE
    )
    holder = find_holder(words, asked.entities, asked.start, entity)
    if holder:
        return _named(holder)
    is_state = entity.kind is EntityKind.PLACE
    follows = [token for token in base if token.start >= owner.span.end]
    is_definite = base[0].low == "the" or bool(follows and follows[0].low in POSSESSIVE)
    is_speaking = asked.phrase.head.startswith("spokes")
    if is_state and entity.sector is None:
        return SourceEntity(None, is_definite and is_certain)
    if is_state and not (is_speaking or (is_definite and is_certain and is_office(words))):
        return NOBODY
    return SourceEntity(entity.id, is_speaking or (is_definite and is_certain))


def _explaining(phrase: Phrase, mentions: Sequence[Mention]) -> Mention | None:
    """The person who explains an office: "his partner at the firm, Jane Doe,"."""
    if phrase.head not in office_heads() and phrase.head not in unnamed("people"):
        return None
    marks = [token.start for token in phrase.tokens if token.low in APPOSITION]
    for mention in mentions:
        before = [start for start in marks if start < mention.span.start]
        if mention.entity.kind is not EntityKind.PERSON or not before:
            continue
        between = (
            token.low
            for token in phrase.tokens
            if before[-1] < token.start and token.end <= mention.span.start
        )
        if BREAKS_BETWEEN.isdisjoint(between):
            return mention
    return None


def _apposed(phrase: Phrase, mentions: Sequence[Mention]) -> Mention | None:
    """Who stands right after the comma that ends a description: "the operator, Roe Lines"."""
    if not phrase.base or phrase.base[0].low not in _DEFINITE:
        return None
    tokens = phrase.tokens
    commas = [at for at, token in enumerate(tokens[:-1]) if token.low == ","]
    starts = {each.span.start: each for each in mentions if each.entity.kind in _SPEAKING}
    found = starts.get(tokens[commas[0] + 1].start) if commas else None
    if found is None:
        return None
    after = next((token for token in tokens if token.start >= found.span.end), None)
    return found if after is None or after.low == "," else None


def _from_complement(asked: _Asked) -> SourceEntity | None:
    """Whoever follows a preposition: "a statement from officials", "a spokesman for the EU"."""
    phrase = asked.phrase
    after = next(iter(mentions_among(asked.mentions, phrase.rest)), None)
    if after is None or phrase.link in APPOSITION:
        return None
    between = [token.low for token in phrase.rest if token.end <= after.span.start]
    if len(between) > NEAR or not {",", "who", "which"}.isdisjoint(between):
        return None
    if phrase.head in unnamed("products") and phrase.link in OWN_WORK:
        return _named(after.entity)
    if after.entity.kind is EntityKind.PERSON or phrase.link not in MEMBERS:
        return None
    is_speaking = phrase.head in unnamed("spokesmen")
    is_member = phrase.head in unnamed("people") or phrase.head in office_heads()
    if is_speaking or (is_member and after.entity.kind is EntityKind.ORGANISATION):
        return SourceEntity(after.entity.id, is_speaking)
    return None


def _from_description(asked: _Asked) -> SourceEntity | None:
    """Whoever was named before and fits: "the minister", "the newspaper", "the country"."""
    base = asked.phrase.base
    if not base or base[0].low not in {"the", "this", "that"}:
        return None
    words = " ".join(token.low for token in base[1:] if token.low not in POSSESSIVE)
    if asked.phrase.head in office_heads():
        holder = find_holder(words, asked.entities, asked.start, None)
        if holder and is_of_paragraph(asked.text, words, holder, asked.entities, asked.start):
            return _named(holder)
        group = group_of(asked.phrase.head, asked.start, asked.entities, asked.text)
        if group or rank_of(words).office in NEVER_ONE:
            return SourceEntity(group.id if group else None, is_named=False)
        return SourceEntity(None, is_office(words))
    if any(token.printed[0].isupper() for token in base[1:]):
        return None
    entity = find_called(asked.phrase.head, asked.entities, asked.start)
    return _named(entity) if entity else None


def _is_proper(phrase: Phrase, sentences: Sequence[Span]) -> bool:
    """Whether a source without a known entity still has a name in it."""
    if phrase.head in unnamed("people") or phrase.head in unnamed("products"):
        return False
    leading = nearby("leading")
    capital = [
        token.start
        for token in phrase.base
        if token.printed[0].isupper() and token.low not in leading and token.low not in SPEAKERS
    ]
    return bool(capital) and not {each.start for each in sentences}.issuperset(capital)
