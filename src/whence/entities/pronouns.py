"""A pronoun in the place of a source -> the entity that it most likely means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from whence.entities.mentions import Mention, Mentions
from whence.entities.names import gender_of
from whence.entities.references import NO_REFERENCES, References
from whence.entities.unnamed_persons import group_of, unnamed_before
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.span import Span

HE, SHE = "he", "she"
PERSONAL = {"he": HE, "him": HE, "himself": HE, "his": HE, "she": SHE, "her": SHE, "herself": SHE}
PLURAL = frozenset({"they", "them", "their"})
NEUTRAL = frozenset({"it", "its"})
RELATIVE = frozenset({"who", "which", "that"})
PRONOUNS = frozenset(PERSONAL) | PLURAL | NEUTRAL | RELATIVE
SPEAKERS = frozenset({"i", "we", "you", "me", "us"})

KINDS = (
    dict.fromkeys(PERSONAL, frozenset({EntityKind.PERSON}))
    | dict.fromkeys(PLURAL, frozenset({EntityKind.GROUP, EntityKind.ORGANISATION}))
    | dict.fromkeys(
        NEUTRAL, frozenset({EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.DOCUMENT})
    )
)
"""What each pronoun may stand for."""

SENTENCES_BACK = 6  # he and she reach far in news that follows one person; ours, 2026-11
SENTENCES_BACK_OF_THINGS = 2
UNNAMED_GENDERS = {
    "spokesman": HE, "man": HE, "father": HE, "boy": HE, "guy": HE,
    "spokeswoman": SHE, "woman": SHE, "mother": SHE, "girl": SHE,
}  # fmt: skip
PERSONAL_WORD = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
QUOTED = re.compile(r"[“”\"‘]")
MALE_ROLE = re.compile(
    r"(?:spokes|congress|business|chair|noble)man\b|\b(?:king|prince|father|sheikh)\b"
)
FEMALE_ROLE = re.compile(
    r"(?:spokes|congress|business|chair)woman\b|\b(?:queen|princess|baroness|dame|first lady)\b"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a pronoun means.

    Attributes:
        entity: None where several fit as well, none does, or the person has no name.
        is_unnamed: Whether it is a person whom the article does not name; the entity is
            then the group that the person belongs to.
    """

    entity: Entity | None
    is_unnamed: bool = False


def resolve_pronoun(
    text: str,
    low: str,
    start: int,
    among: Mentions,
    sentences: Sequence[Span],
    references: References = NO_REFERENCES,
) -> Meant:
    """Who a pronoun at `start` means: first as the reader says, then by rules."""
    if low in RELATIVE:
        return Meant(_just_before(text, among.between(0, start), start))
    told = _told(text, low, start, among, sentences, references)
    if told:
        return Meant(told)
    if low in PERSONAL:
        return _person(text, low, start, among, sentences)
    near = list(_before(sentences, start, SENTENCES_BACK_OF_THINGS))
    fitting = [
        mention
        for mention in _since(near, among, start)
        if mention.entity.kind in KINDS[low] and (low not in NEUTRAL or mention.entity.sector)
    ]
    return Meant(_nearest_subject(text, fitting, start, near))


def _told(
    text: str,
    low: str,
    start: int,
    among: Mentions,
    sentences: Sequence[Span],
    references: References,
) -> Entity | None:
    """Whom the reader's references lead to, if that may be called so."""
    places = references.earlier(start)
    mention = next(filter(None, map(among.at, places)), None)
    if mention is None or mention.entity.kind not in KINDS[low]:
        return None
    if low in PERSONAL:
        gender = _gender(text, mention.entity, _persons_before(among, start), sentences)
        return mention.entity if gender in {PERSONAL[low], None} else None
    return mention.entity


def _persons_before(among: Mentions, start: int) -> list[Mention]:
    return [each for each in among.between(0, start) if each.entity.kind is EntityKind.PERSON]


def _since(near: Sequence[Span], among: Mentions, start: int) -> Sequence[Mention]:
    """The mentions before a place in some sentences, which come nearest first."""
    return among.between(near[-1].start, start) if near else ()


def _person(text: str, low: str, start: int, among: Mentions, sentences: Sequence[Span]) -> Meant:
    """The nearest person who speaks, named or not."""
    persons = _persons_before(among, start)
    near = list(_before(sentences, start, SENTENCES_BACK))
    recent = [each for each in _since(near, among, start) if each.entity.kind is EntityKind.PERSON]
    genders = {
        each.entity.id: _gender(text, each.entity, persons, sentences)
        for each in {each.entity.id: each for each in recent}.values()
    }
    fitting = [each for each in recent if genders[each.entity.id] in {PERSONAL[low], None}]
    for sentence in near:
        inside = [each.span for each in fitting if sentence.covers(each.span)]
        one = unnamed_before(text, start, sentence, inside)
        if one and UNNAMED_GENDERS.get(one.head) in {PERSONAL[low], None}:
            group = group_of(one.head, one.span.end, among.entities, text)
            return Meant(group, is_unnamed=True)
        if inside:
            break
    return Meant(_nearest_subject(text, fitting, start, near))


def _just_before(text: str, mentions: Sequence[Mention], start: int) -> Entity | None:
    if not mentions:
        return None
    last = mentions[-1]
    between = text[last.span.end : start]
    return last.entity if not between.strip(" ,\n") else None


def _nearest_subject(
    text: str, mentions: Sequence[Mention], start: int, near: Sequence[Span]
) -> Entity | None:
    """The first fitting mention of the nearest sentence that has one: in news the subject."""
    for sentence in near:
        inside = [
            mention
            for mention in mentions
            if sentence.start <= mention.span.start < min(sentence.end, start)
        ]
        if inside:
            free = [mention for mention in inside if not _is_possessive(text, mention)]
            return (free or inside)[0].entity
    return None


def _is_possessive(text: str, mention: Mention) -> bool:
    return text[mention.span.end : mention.span.end + 2] in {"'s", "’s"}


def _before(sentences: Sequence[Span], start: int, back: int) -> Iterator[Span]:
    """The sentence of a place and those before it, nearest first."""
    last = bisect_right(sentences, (start, 10**12)) - 1
    for index in range(last, max(-1, last - back), -1):
        yield sentences[index]


def _gender(
    text: str, entity: Entity, persons: Sequence[Mention], sentences: Sequence[Span]
) -> str | None:
    """Say "he" or "she" by role, given name, Mr. and Ms., or the pronouns that follow."""
    role = entity.role or ""
    if MALE_ROLE.search(role):
        return HE
    if FEMALE_ROLE.search(role):
        return SHE
    by_name = gender_of(entity.name)
    if by_name:
        return by_name
    for span in entity.mentions:
        before = text[max(0, span.start - 5) : span.start]
        if re.search(r"\bM(?:r|r\.) $|\bSir $", before):
            return HE
        if re.search(r"\bM(?:rs|s|rs\.|s\.) $|\b(?:Dame|Lady|Miss) $", before):
            return SHE
    return _gender_by_pronouns(text, entity, persons, sentences)


def _gender_by_pronouns(
    text: str, entity: Entity, persons: Sequence[Mention], sentences: Sequence[Span]
) -> str | None:
    """What the article calls a person where nobody else is named in the sentence."""
    found: set[str] = set()
    for own in entity.mentions:
        for sentence in _before(sentences, own.start, 1):
            inside = [each for each in persons if sentence.covers(each.span)]
            match = PERSONAL_WORD.search(text, own.end, sentence.end)
            is_alone = all(each.entity.id == entity.id for each in inside)
            if is_alone and match and not QUOTED.search(text, own.end, match.start()):
                found.add(PERSONAL[match[0].lower()])
    return found.pop() if len(found) == 1 else None
