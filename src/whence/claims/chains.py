"""Attributions of an article -> the chain from its outlet to each first speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.ledger.attribution import Attribution
from whence.ledger.claim import Link
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.reading import Reading
from whence.ledger.span import Span, words_of
from whence.text.sentences import Positions

PRESS = "JRN"
BEFORE = 60  # characters before a name in which its preposition stands; ours, 2026-11

_RELAY = re.compile(
    r"""
    \b (?P<cue>
        told | cited\ by | quoted\ by | (?:(?:as\ )?first\ )?reported\ by | carried\ by
      | quoted\ (?:\w+\ ){0,3}(?:in|on) | according\ to | in\ an?\ interview\ (?:with|to|for)
      | in\ (?:remarks|comments|a\ statement)\ (?:to|carried\ by|published\ by) | speaking\ to
    ) \s+ (?:the\ |newspaper\ |broadcaster\ |news\ agency\ |agency\ )* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CITING = re.compile(
    r"\b(?P<cue>citing|quoting)\s+(?:(?:an?|the|its|his|her)\s+)?(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    r"\b(?P<cue>(?:as\s+)?first\s+reported\s+by)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
)


class Passage(NamedTuple):
    """A name in the text that is a link of whatever its sentence says.

    Attributes:
        place: The name's words.
        link: The name with the words that make it a link.
        is_deeper: Comes after the speaker ("citing X"), not before ("told X").
    """

    place: Span
    link: Link
    is_deeper: bool


Passages = Mapping[int, Sequence[Passage]]
"""By the index of their sentence."""


def find_passages(reading: Reading, entities: Mapping[str, Entity]) -> Passages:
    """Where the text names somebody who passed words on, or whom a source leans on.

    "told the Daily", "in an interview with the Daily", "as first reported by the Daily";
    "the Daily reported, citing the minister".
    """
    if reading.article is None:
        return {}
    text, at_sentence = reading.article.text, Positions(reading.sentences)
    found: dict[int, list[Passage]] = {}
    for passage in sorted(_passages(text, entities.values()), key=lambda each: each.place):
        found.setdefault(at_sentence.index(passage.place.start), []).append(passage)
    return found


def chain_of(
    reading: Reading,
    attribution: Attribution,
    outer: Sequence[Attribution],
    entities: Mapping[str, Entity],
    passages: Passages,
) -> tuple[Link, ...]:
    """The chain of one attribution: outlet, those who passed it on, first speaker.

    Args:
        reading: The article's.
        attribution: The innermost.
        outer: Those that hold it, outermost first.
        entities: Of the reading, by id.
        passages: See `find_passages`.
    """
    links = [outlet_link(reading)]
    at_sentence = Positions(reading.sentences)
    for each in [*outer, attribution]:
        own = link_of(reading, each, entities)
        beside = _beside(each, at_sentence, passages)
        for passage in beside:
            known = {key for link in [*links, own] for key in (link.entity, link.name)}
            if not passage.is_deeper and known.isdisjoint((_key(passage.link), passage.link.name)):
                links.append(passage.link)
        if own.entity is not None and own.entity == links[-1].entity:  # "he" is the same again
            links[-1] = own
        else:
            links.append(own)
        deeper = [passage.link for passage in beside if passage.is_deeper]
        if deeper and _key(deeper[0]) not in {_key(link) for link in links}:
            links.append(deeper[0])
    return tuple(links)


def outlet_link(reading: Reading) -> Link:
    """The first link of every chain."""
    outlet = reading.article.outlet if reading.article else None
    return Link(outlet, None, None)


def link_of(reading: Reading, attribution: Attribution, entities: Mapping[str, Entity]) -> Link:
    """The link of an attribution: its entity's name, or the source's words."""
    text = reading.article.text if reading.article else ""
    cue = words_of(attribution.cue, text) or None
    entity = entities.get(attribution.entity or "")
    if entity is not None:
        return Link(entity.name, entity.id, cue)
    return Link(words_of(attribution.source, text) or None, None, cue)


def _key(link: Link) -> str | None:
    return link.entity or link.name


def _passages(text: str, entities: Iterable[Entity]) -> Iterator[Passage]:
    taken: list[Span] = []
    for entity in entities:
        is_press = entity.sector == PRESS and entity.kind is EntityKind.ORGANISATION
        is_speaker = entity.kind is not EntityKind.PLACE or entity.sector is not None
        for mention in entity.mentions:
            start = max(0, mention.start - BEFORE)
            if is_press:
                taken.append(mention)
            if is_press and (match := _RELAY.search(text, start, mention.start)):
                link = Link(entity.name, entity.id, match["cue"].casefold())
                yield Passage(mention, link, is_deeper=False)
            elif is_speaker and (match := _CITING.search(text, start, mention.start)):
                link = Link(entity.name, entity.id, match["cue"].casefold())
                yield Passage(mention, link, is_deeper=True)
    for match in _REPORTED_BY.finditer(text):
        place = Span(*match.span("name"))
        if not any(mention.overlaps(place) for mention in taken):
            yield Passage(
                place, Link(match["name"], None, match["cue"].casefold()), is_deeper=False
            )


def _beside(attribution: Attribution, at_sentence: Positions, passages: Passages) -> list[Passage]:
    """The passages in the sentence of the cue that are not inside the content."""
    if not attribution.cue:
        return []
    return [
        passage
        for passage in passages.get(at_sentence.index(attribution.cue[0].start), ())
        if not any(piece.overlaps(passage.place) for piece in attribution.content)
    ]
