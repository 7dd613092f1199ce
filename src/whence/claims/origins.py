"""The assertions of one claim -> its first speakers, and how many they can be.

Two assertions are independent when their chains end at different first speakers. Unnamed
ones may be the same as each other or as a named one: they make a range, not a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.claims.compare import LONG_RUN, longest_run, words_of
from whence.ledger.claim import Assertion, Origin
from whence.ledger.entity import Entity, EntityKind
from whence.lexicon.media import state_owned

PRESS = "JRN"


@dataclass(frozen=True, slots=True)
class _Speaker:
    """One first speaker.

    Attributes:
        key: The same for the same speaker.
        country: Alpha-3, where known.
        is_state: Speaks as a whole state ("the US"), or is a medium that the state runs.
        is_outlet: The outlet in its own voice.
    """

    key: str
    name: str | None
    entity: str | None
    is_named: bool
    country: str | None
    is_state: bool
    is_outlet: bool


@dataclass(frozen=True, slots=True)
class Origins:
    """First speakers with their counts; `low` to `high` is how many they can be."""

    origins: tuple[Origin, ...]
    low: int
    high: int


def fold_origins(assertions: Sequence[Assertion], entities: Mapping[str, Entity]) -> Origins:
    """The first speakers of a claim, those with most assertions first.

    Args:
        assertions: At least one.
        entities: By id, of all articles.
    """
    counts: dict[str, int] = {}
    known: dict[str, _Speaker] = {}
    printed = {_bare(each.outlet): each.article for each in assertions if each.outlet}
    deeper = _leaning(assertions)
    for each in assertions:
        assertion = deeper.get(each.chain[-1].entity or "", each)
        speaker = _speaker_of(assertion, entities, printed)
        known[speaker.key] = min(
            known.get(speaker.key, speaker),
            speaker,
            key=lambda each: (not each.is_named, each.name or ""),
        )
        counts[speaker.key] = counts.get(speaker.key, 0) + 1
    speakers = [each for each in known.values() if not each.is_outlet]
    outlets = [each for each in known.values() if each.is_outlet]
    speakers += [each for each in outlets if not speakers or _stands_alone(each, assertions)]
    ranked = sorted(speakers, key=lambda each: (not each.is_named, -counts[each.key], each.key))
    origins = tuple(
        Origin(each.name, each.entity, each.is_named, counts[each.key]) for each in ranked
    )
    low = max(1, _fewest(speakers) - _said_twice(speakers, assertions, entities))
    return Origins(origins, low, max(low, len(speakers)))


def _leaning(assertions: Sequence[Assertion]) -> dict[str, Assertion]:
    """Speakers who pass another's words on in this very claim, with the assertion that shows it.

    The minister who cites the service in one paper and no one in the next is no second origin.
    """
    return {
        link.entity: each
        for each in assertions
        for link in each.chain[1:-1]
        if link.entity is not None and each.chain[-1].name is not None
    }


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _speaker_of(
    assertion: Assertion, entities: Mapping[str, Entity], printed: Mapping[str, str]
) -> _Speaker:
    """Its first speaker; `printed` leads from an outlet of the claim to its article."""
    last = assertion.chain[-1]
    entity = entities.get(last.entity) if last.entity else None
    is_outlet = assertion.attribution is None
    named = assertion.is_named and bool(entity or last.name)
    if is_outlet:
        key = f"outlet:{_bare(last.name) if last.name else assertion.article}"
        return _Speaker(key, last.name, None, named, None, is_state=False, is_outlet=True)
    country = entity.country if entity else None
    if named:
        bare = _bare(last.name or "")
        key = f"entity:{entity.id}" if entity else f"name:{bare}"
        if bare in printed and (entity is None or entity.sector == PRESS):
            key = f"outlet:{bare}"  # what it says itself in an article of its own
    else:  # unnamed ones of the same words in one article, or in what repeats it, are one entry
        passed_on = [
            printed[name]
            for link in assertion.chain[1:-1]
            if (name := _bare(link.name or "")) in printed
        ]
        article = assertion.copied_from or next(iter(passed_on), assertion.article)
        key = f"unnamed:{_bare(last.name or '')}:{country}:{article}"
    return _Speaker(
        key,
        last.name,
        entity.id if entity else None,
        named,
        country,
        is_state=entity is not None and _speaks_for_state(entity),
        is_outlet=False,
    )


def _speaks_for_state(entity: Entity) -> bool:
    return entity.kind is EntityKind.PLACE or entity.name in state_owned()


def _stands_alone(outlet: _Speaker, assertions: Sequence[Assertion]) -> bool:
    """Whether no article of an outlet that speaks for itself also names who said it."""
    own = {
        a.article for a in assertions if a.attribution is None and a.chain[-1].name == outlet.name
    }
    attributed = {a.article for a in assertions if a.attribution is not None}
    return not own & attributed


def _said_twice(
    speakers: Sequence[_Speaker], assertions: Sequence[Assertion], entities: Mapping[str, Entity]
) -> int:
    """How many named speakers have another's very words: one statement, laid in two mouths."""
    words: dict[str, list[tuple[str, ...]]] = {}
    for each in assertions:
        key = _speaker_of(each, entities, {}).key
        words.setdefault(key, []).append(words_of(each.text))
    firm = [each.key for each in speakers if each.is_named and not each.is_outlet]
    return sum(
        any(
            longest_run(one, other) >= LONG_RUN
            for earlier in firm[:at]
            for one in words.get(key, ())
            for other in words.get(earlier, ())
        )
        for at, key in enumerate(firm)
    )


def _fewest(speakers: Sequence[_Speaker]) -> int:
    """The fewest that some first speakers can be.

    A named person or body counts. A state as a whole may be one of its own people. An
    unnamed one, or an outlet that names nobody, may be any of the others, unless it has a
    country and no other of that country is there.
    """
    certain = [each for each in speakers if each.is_named and not each.is_outlet]
    firm = [each for each in certain if not each.is_state]
    countries = {each.country for each in firm if each.country}
    states = {each.country or each.key for each in certain if each.is_state} - countries
    countries |= states
    unnamed = {each.country for each in speakers if not each.is_named and each.country} - countries
    return len({each.key for each in firm}) + len(states) + len(unnamed)
