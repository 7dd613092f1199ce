"""A number in its sentence -> what it counts: the thing, whose, and what befell it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from whence.claims.compare import unit_kind
from whence.ledger.quantity import Quantity
from whence.ledger.span import Span
from whence.ledger.time import Time
from whence.lexicon.casualties import Fate, anybody, barriers, fate_blows, fate_nouns, fate_verbs
from whence.lexicon.phrases import Word, words_between
from whence.lexicon.replacing import replacing
from whence.lexicon.spellings import measures, shapes
from whence.text.stems import stem_of, stems_of

LONG_AGO_DAYS = 45  # an event so long before the article is not its news; ours, 2026-11
NEAR = 3  # words between a blow and the number of those it hit ("killing at least …")
REACH = 12  # words between a number and what is said of the people
_DAYS_A_MONTH, _MONTHS = 31, 12

_PART = re.compile(r"\s+of\s+(?:the|those|these|them|his|her|their|its|our|whom)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"\bamong\s+(?:the|those|them)\b|\b(?:is|are|was|were)\s+(?:also\s+)?among\b", re.IGNORECASE
)
_INCLUDING = re.compile(
    r"\b(?:including|includ(?:es|ed)|among\s+them|of\s+(?:whom|them|which))[\s,]+$", re.IGNORECASE
)
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a number counts.

    Attributes:
        fate: What befell the people; None for all other things.
        units: Kinds of the head noun and of the words before it; empty where it is left out.
        people: The part of the people that the noun names ("child"); None for all of them.
        of: Whose they are.
        era: The day, month or year that the sentence names where it is long ago.
        is_part: Whether it counts some of others ("four of the dead").
        is_measure: Whether the unit is one of measure.
        is_standing: Whether the words stand for the thing ("gave the number as 27").
    """

    fate: Fate | None
    units: frozenset[str]
    people: str | None
    of: str | None
    era: str | None
    is_part: bool
    is_measure: bool
    is_standing: bool


def thing_of(
    text: str,
    sentence: Span,
    quantity: Quantity,
    others: Sequence[Quantity],
    times: Sequence[Time],
    printed_at: str | None,
) -> Thing:
    """What one number counts.

    Args:
        text: The article's.
        sentence: That holds the number.
        quantity: The number.
        others: All numbers of the article: the words of one end where the next begins.
        times: The times in the sentence.
        printed_at: When the article was published.
    """
    fate = _fate(text, sentence, quantity, others)
    unit = (quantity.unit or "").casefold()
    name = measures().get(unit) or measures().get(quantity.unit or "")
    is_measure = name is not None
    units = _units(text, sentence, quantity, name) if unit else frozenset()
    is_anybody = not unit or unit in anybody() or (quantity.of or "")[:4].casefold() == unit[:4]
    return Thing(
        fate=None if is_measure else fate,
        units=units,
        people=unit_kind(unit) if fate and not is_anybody else None,
        of=quantity.of,
        era=_era(times, printed_at) if fate else None,
        is_part=_is_part(text, sentence, quantity),
        is_measure=is_measure,
        is_standing=not unit and _names_a_number(text, sentence),
    )


def _units(text: str, sentence: Span, quantity: Quantity, name: str | None) -> frozenset[str]:
    """The kinds of the unit: of its noun, and of the words between it and the number.

    "4,000 Russian engineering troops" are troops and engineers; "metres" and "cubic metres"
    have no kind in common. The population is no kind.
    """
    unit = quantity.unit or ""
    at = text.find(unit, quantity.span.end, sentence.end)
    between = text[quantity.span.end : at] if at >= 0 else ""
    words = _WORD.findall(between)
    shape = next((word.casefold() for word in words if word.casefold() in shapes()), None)
    if name is not None:
        return frozenset({f"{shape} {name}" if shape else name})
    plain = {unit_kind(stem) for word in words if word.islower() for stem in stems_of(word)}
    return frozenset({unit_kind(unit), *plain})


def _fate(text: str, sentence: Span, quantity: Quantity, others: Sequence[Quantity]) -> Fate | None:
    """What befell the people who are counted, by the words around the number.

    A blow right before the number ("killing 14") goes before the noun itself ("14 dead"),
    that before what is said after it ("14 workers had died"), that before a noun ahead of it
    ("the number of dead stood at 26").
    """
    left = [each.span.end for each in others if each.span.end <= quantity.span.start]
    right = [each.span.start for each in others if each.span.start >= quantity.span.end]
    floor = max([sentence.start, *(at for at in left if at > sentence.start)])
    ceiling = min([sentence.end, *(at for at in right if at < sentence.end)])
    before = words_between(text, floor, quantity.span.start)
    after = words_between(text, quantity.span.end, ceiling)
    if blow := _blow(before):
        return blow
    lows = [word.low for word in after]
    unit = (quantity.unit or "").casefold()
    if unit and (noun := fate_nouns().first(unit.split())):
        return noun.value
    if found := _said_after(after, lows):
        return found
    if quantity.unit is None or unit in anybody():
        return _named_before(before)
    return None


def _blow(before: Sequence[Word]) -> Fate | None:
    """What the verb right before the number does to those it counts."""
    lows = [word.low for word in before[-NEAR - 2 :]]
    found = fate_blows().find(lows)
    if not found or len(lows) - found[-1].end > NEAR:
        return None
    between = lows[found[-1].end :]
    is_apart = not barriers().isdisjoint(between) or any(not each[0].isalpha() for each in between)
    return None if is_apart else found[-1].value


def _said_after(after: Sequence[Word], lows: Sequence[str]) -> Fate | None:
    """What is said of the people after their number, before another clause begins."""
    for at, word in enumerate(lows[:REACH]):
        if word in {";", ":", "—", "–"}:
            return None
        if match := fate_verbs().at(lows, at):
            return match.value
        noun = fate_nouns().at(lows, at)
        if noun and at < NEAR and not after[at].is_capital:
            return noun.value
    return None


def _named_before(before: Sequence[Word]) -> Fate | None:
    """The fate that the words before a bare number name last."""
    lows = [word.low for word in before]
    found = [*fate_nouns().find(lows), *fate_verbs().find(lows)]
    return max(found, key=lambda match: match.start).value if found else _toll(lows)


def _toll(lows: Sequence[str]) -> Fate | None:
    """A toll is of the dead where nothing else is said."""
    return Fate.DEAD if "toll" in lows else None


def _is_part(text: str, sentence: Span, quantity: Quantity) -> bool:
    after = text[quantity.span.end : sentence.end]
    before = text[sentence.start : quantity.span.start]
    is_among = _AMONG.search(after[:80]) is not None
    return bool(_PART.match(after) or is_among or _INCLUDING.search(before))


def _names_a_number(text: str, sentence: Span) -> bool:
    lows = [word.low for word in words_between(text, sentence.start, sentence.end)]
    return replacing("standing").first(lows) is not None


def _era(times: Sequence[Time], printed_at: str | None) -> str | None:
    """The earliest time named, where it lies long before the article."""
    starts = sorted(each.start[:10] for each in times if each.start)
    if not starts or printed_at is None:
        return None
    return starts[0] if _day_number(printed_at) - _day_number(starts[0]) > LONG_AGO_DAYS else None


def _day_number(day: str) -> int:
    """About how many days there are up to a day: a month has 31."""
    year, month, date = (int(each) for each in [*day[:10].split("-"), "1", "1"][:3])
    return (year * _MONTHS + month) * _DAYS_A_MONTH + date


def content_stems(text: str, unit: str | None) -> frozenset[str]:
    """The content words around a number, without its unit's."""
    own = {stem_of(word.casefold()) for word in _WORD.findall(unit or "")}
    return frozenset(stems_of(text)) - own
