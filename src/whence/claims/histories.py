"""Figures of one story -> histories: those that count the same thing, by day."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from whence.claims.counted import Thing
from whence.claims.figures import Given, find_figures, has_same_number, is_level, speaker_key
from whence.claims.labels import label_of
from whence.claims.supersession import replacements
from whence.ledger.claim import Claim, Detail
from whence.ledger.figure import Figure, History, history_id
from whence.ledger.reading import Reading
from whence.ledger.story import Story

ROUNDED = 0.03  # of a number, within which one speaker's other figure is the same one rounded
SHARED = 0.5  # of the lighter side's content words, by weight
FEWEST_SHARED = 2
SPECIFIC = 100  # a number this great and its unit are the same thing in one story
# The figures: ours, on the examples, 2026-11.


def build_histories(
    story: Story, claims: Sequence[Claim], readings: Mapping[str, Reading]
) -> list[History]:
    """The histories of one story, the longest first.

    What one outlet alone mentions in its own voice is no history.

    Args:
        story: Its articles count.
        claims: Those of the story.
        readings: By article id.
    """
    given = take_fates(inherit_things(find_figures(story, claims, readings)))
    conflicts = {
        frozenset((claim.id, each.claim))
        for claim in claims
        for each in claim.conflicts
        if each.detail is Detail.QUANTITY
    }
    found = []
    for members in group_figures(given, conflicts):
        kept = [each for each in members if not each.is_refuted]
        if kept and not _is_aside([each.figure for each in kept]):
            found.append(_history(story.id, members, readings))
    return sorted(found, key=_weight)


def _is_aside(figures: Sequence[Figure]) -> bool:
    """Whether one outlet alone says it, and names nobody for it."""
    own = {each.outlet or each.article for each in figures if not each.copied_from}
    return len(own) <= 1 and all(each.attribution is None for each in figures)


def _weight(history: History) -> tuple[int, int, str]:
    own = [each for each in history.figures if not each.copied_from]
    return (-len({each.article for each in own}), -len(own), history.id)


def _history(story: str, members: Sequence[Given], readings: Mapping[str, Reading]) -> History:
    replaced = replacements(members, readings)
    figures = [
        replace(
            each.figure,
            said_on=replaced.said_on.get(each.figure.id, each.figure.said_on),
            superseded_by=link.newer if link else None,
            why=link.why if link else None,
            is_corrected=bool(link and link.is_corrected),
        )
        for each in members
        if not each.is_refuted
        for link in [replaced.links.get(each.figure.id)]
    ]
    figures.sort(key=by_day)
    label = label_of([each for each in members if not each.is_refuted], readings)
    return History(history_id(figures[0].id), story, label, tuple(figures))


def by_day(figure: Figure) -> tuple[object, ...]:
    """By the day that they hold for, then by when and where they were printed."""
    return (
        (figure.said_on or figure.printed_at or "9999")[:10],
        figure.printed_at or "9999",
        figure.copied_from is not None,
        figure.article,
        figure.span,
    )


def inherit_things(given: Sequence[Given]) -> list[Given]:
    """The same; a bare number takes its thing from one before it in the same paragraph.

    "26 people had died and five were missing. The police had counted 27": of several, the
    one that is nearest in size.
    """
    known: list[Given] = []
    for each in given:
        thing = each.thing
        if thing.fate is None and not thing.units and thing.is_standing:
            before = [
                other
                for other in known
                if other.figure.article == each.figure.article
                and other.block == each.block
                and (other.thing.fate or other.thing.units)
                and not other.thing.is_part
            ]
            if before:
                nearest = min(before, key=lambda other: _distance(other.figure, each.figure))
                thing = replace(nearest.thing, is_standing=True)
                known.append(replace(each, thing=thing, stems=each.stems | nearest.stems))
                continue
        known.append(each)
    return known


def take_fates(given: Sequence[Given]) -> list[Given]:
    """The same; a number takes the fate that its speaker's same number has elsewhere.

    "Up to 26,000 may have to leave the valley" are those who, as she said in another
    paper, "may have to leave their homes".
    """
    fated = [each for each in given if each.thing.fate and not each.thing.is_part]
    found = []
    for each in given:
        same = [other for other in fated if _is_the_same(each, other)]
        is_open = each.thing.fate is None and not each.thing.is_part and bool(each.thing.units)
        found.append(replace(each, thing=same[0].thing) if is_open and same else each)
    return found


def _is_the_same(one: Given, other: Given) -> bool:
    """Whether two figures have one number, one noun and one speaker or claim."""
    speaker = speaker_key(one.figure)
    is_one = speaker is not None and speaker == speaker_key(other.figure)
    claim = one.figure.claim is not None and one.figure.claim == other.figure.claim
    is_one_noun = bool(one.thing.units & other.thing.units)
    return (is_one or claim) and is_one_noun and has_same_number(one.figure, other.figure)


def _distance(one: Figure, other: Figure) -> float:
    """How far apart two numbers are, on a scale of ratios."""
    first, second = _size(one), _size(other)
    return abs(math.log((first + 1) / (second + 1)))


def _size(figure: Figure) -> float:
    value = figure.low if figure.low is not None else figure.high
    return abs(float(value or 0))


def group_figures(given: Sequence[Given], conflicts: Iterable[frozenset[str]]) -> list[list[Given]]:
    """Figures that count the same thing, each group in reading order.

    Args:
        given: Of one story.
        conflicts: Pairs of claims whose numbers cannot both hold: they count the same.
    """
    whole = [each for each in given if each.thing.fate and not each.thing.is_part]
    rest = [
        each for each in given if (not each.thing.fate and each.thing.units) or each.thing.is_part
    ]
    return [*_by_fate(whole), *_by_likeness(rest, frozenset(conflicts))]


def _by_fate(given: Sequence[Given]) -> Iterator[list[Given]]:
    """Those whom the same befell: of one population and in one state, where any is named."""
    groups: dict[tuple[object, ...], list[Given]] = {}
    for each in given:
        thing = each.thing
        groups.setdefault((thing.fate, thing.people, thing.era), []).append(each)
    for members in groups.values():
        for people in _apart(members, lambda each: each.thing.of):
            yield from _apart(people, lambda each: each.scene)


def _apart(
    members: Sequence[Given], detail: Callable[[Given], str | None]
) -> Iterator[list[Given]]:
    """A group for each value of a detail; where only one is named, it is all of them's."""
    named = {value for each in members if (value := detail(each))}
    if len(named) <= 1:
        yield list(members)
        return
    for wanted in (*sorted(named), None):
        if group := [each for each in members if detail(each) == wanted]:
            yield group


def _by_likeness(
    given: Sequence[Given], conflicts: frozenset[frozenset[str]]
) -> Iterator[list[Given]]:
    """Those that a reason joins, the surest reasons first; no group has two populations."""
    counts = Counter(stem for each in given for stem in each.stems)
    weights = {stem: math.log(1 + len(given) / count) for stem, count in counts.items()}
    pairs = [
        (reason, one, other)
        for one, other in combinations(range(len(given)), 2)
        if (reason := _reason(given[one], given[other], conflicts, weights)) is not None
    ]
    owner = list(range(len(given)))
    members = {index: [index] for index in owner}
    for _, one, other in sorted(pairs):
        left, right = owner[one], owner[other]
        populations = {given[index].thing.of for index in (*members[left], *members[right])} - {
            None
        }
        if left == right or len(populations) > 1:
            continue
        members[left] += members.pop(right)
        for index in members[left]:
            owner[index] = left
    for group in members.values():
        yield [given[index] for index in sorted(group)]


def _reason(
    one: Given,
    other: Given,
    conflicts: frozenset[frozenset[str]],
    weights: Mapping[str, float],
) -> int | None:
    """How sure it is that two figures count the same thing, 0 the surest; None where not."""
    if not _is_compatible(one.thing, other.thing):
        return None
    claims = frozenset((one.figure.claim or "", other.figure.claim or ""))
    is_one_claim = len(claims) == 1 and one.figure.claim is not None
    is_same = has_same_number(one.figure, other.figure)
    if one.thing.is_part:
        return 0 if is_one_claim and is_same else None
    shared = one.stems & other.stems
    is_near = len(shared) >= FEWEST_SHARED and _share(one, other, weights) >= SHARED
    is_specific = _size(one.figure) >= SPECIFIC or len(shared) >= FEWEST_SHARED
    is_about = _is_rounded(one.figure, other.figure) and _is_rough(one.figure, other.figure)
    is_one_population = one.thing.of is not None and one.thing.of == other.thing.of
    reasons = (
        is_one_claim or claims in conflicts,
        (is_same and is_specific) or is_about,
        bool(shared) and _speaks_again(one, other),
        is_one_population and not one.thing.is_measure,
        is_near,
    )
    return reasons.index(True) if True in reasons else None


def _speaks_again(one: Given, other: Given) -> bool:
    """Whether one speaker gives a number of the same unit again: people, or much the same."""
    speaker = speaker_key(one.figure)
    is_again = speaker is not None and speaker == speaker_key(other.figure)
    return is_again and (_is_rounded(one.figure, other.figure) or not one.thing.is_measure)


def _is_compatible(one: Thing, other: Thing) -> bool:
    is_one_kind = bool(one.units & other.units) and one.fate == other.fate
    is_one_part = one.is_part == other.is_part
    return is_one_kind and is_one_part and (not one.of or not other.of or one.of == other.of)


def _share(one: Given, other: Given, weights: Mapping[str, float]) -> float:
    """The weight of the shared stems: its share of the lighter side's."""
    lighter = min(_sum(one.stems, weights), _sum(other.stems, weights))
    return _sum(one.stems & other.stems, weights) / lighter if lighter else 0.0


def _sum(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in sorted(stems))


def _is_rough(one: Figure, other: Figure) -> bool:
    """Whether one of two great numbers is given as about so many."""
    is_about = one.is_approximate != other.is_approximate
    return is_about and min(_size(one), _size(other)) >= SPECIFIC


def _is_rounded(one: Figure, other: Figure) -> bool:
    first, second = _size(one), _size(other)
    return is_level(one) == is_level(other) and abs(first - second) <= ROUNDED * max(first, second)
