"""Short articles -> the histories of their numbers.

A sentence "Ana Lopes said that 14 people died." is hers; any other is the outlet's own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tests.claims.making import BOARD, ITO, LOPES, ROY, attribution, entity, reading_of
from whence.claims.build import build_claims, sort_key
from whence.claims.compare import describe
from whence.claims.figures import Given, find_figures
from whence.claims.histories import build_histories
from whence.claims.propositions import make_assertions
from whence.ledger.article import BlockKind
from whence.ledger.attribution import OwnWords
from whence.ledger.claim import Claim
from whence.ledger.entity import EntityKind
from whence.ledger.factuality import Certainty, Polarity
from whence.ledger.figure import Figure, History
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Story
from whence.values.quantities import find_quantities
from whence.values.times import find_times

SPEAKERS = (LOPES, ITO, ROY, BOARD)
OSAKA = entity("Osaka", EntityKind.PLACE, country="JPN")
HARBOUR = entity("Harbourton", EntityKind.PLACE, country="PRT")

_SAID = re.compile(
    r"(?P<source>Ana Lopes|Jon Ito|Kim Roy|Water Board) (?P<cue>said) that (?P<content>[^.]+)"
)


def printed(
    text: str, day: str = "2031-05-04", outlet: str = "Herald", *, kinds: Sequence[BlockKind] = ()
) -> Reading:
    """An article as a reading, with all its numbers."""
    read, reading = reading_of(
        text, entities=(*SPEAKERS, HARBOUR, OSAKA), outlet=outlet, day=day, kinds=kinds
    )
    times = find_times(read.text, reading.sentences, day)
    said = [
        attribution(
            reading,
            Span(*match.span("source")),
            Span(*match.span("cue")),
            Span(*match.span("content")),
        )
        for match in _SAID.finditer(read.text)
    ]
    quantities = [
        replace(
            each,
            attribution=next((a.id for a in said if a.content[0].covers(each.span)), None),
        )
        for each in find_quantities(read.text, reading.sentences, times)
    ]
    own = tuple(
        OwnWords(sentence, _kind(reading, sentence), Certainty.CERTAIN, Polarity.POSITIVE, 3.0)
        for sentence in reading.sentences
        if not any(sentence.overlaps(a.content[0]) for a in said)
    )
    return replace(
        reading,
        attributions=tuple(said),
        quantities=tuple(quantities),
        times=tuple(times),
        own_words=own,
    )


def _kind(reading: Reading, sentence: Span) -> BlockKind:
    blocks = reading.article.blocks if reading.article else ()
    return next(block.kind for block in blocks if block.span.overlaps(sentence))


def story_of(readings: Sequence[Reading]) -> tuple[Story, list[Claim], Mapping[str, Reading]]:
    """One story of some articles; each assertion is a claim of its own."""
    by_id = {each.article.id: each for each in readings if each.article}
    said = sorted(
        (describe(a, each) for each in by_id.values() for a in make_assertions(each)),
        key=lambda each: sort_key(each.assertion),
    )
    entities = {each.id: each for reading in by_id.values() for each in reading.entities}
    claims = build_claims(said, [], entities, "s1")
    story = Story("s1", None, tuple(by_id), None, None, (), len(claims))
    return story, claims, by_id


def histories(*readings: Reading) -> list[History]:
    """The histories of one story of these articles."""
    return build_histories(*story_of(readings))


def given(*readings: Reading) -> list[Given]:
    """The figures of these articles before they are grouped."""
    return find_figures(*story_of(readings))


def dead(*readings: Reading) -> History:
    """The history with most figures."""
    return max(histories(*readings), key=lambda each: len(each.figures))


def replaced(history: History) -> dict[str, str]:
    """The words of each replaced figure, with those of the one in its place."""
    by_id: dict[str, Figure] = {each.id: each for each in history.figures}
    return {
        each.words: by_id[each.superseded_by].words
        for each in history.figures
        if each.superseded_by
    }
