"""Text -> the quantities in it, with their bounds, unit and owner."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from whence.ledger.quantity import Number, Quantity
from whence.ledger.span import Span
from whence.lexicon.quantities import count_words
from whence.values.ages import ages_in
from whence.values.bounds import Cues, bounded, cues_before, next_above, next_below, tail_after
from whence.values.change import change_after, change_before
from whence.values.counted import by_tree
from whence.values.figures import figures_in
from whence.values.numerals import SOME
from whence.values.owners import owner_before
from whence.values.printed import Figure
from whence.values.totals import tells_total
from whence.values.units import Group, group_after, last_of_group, measure_after
from whence.values.zeros import zeros_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from whence.ledger.time import Time
    from whence.text.trees import Tree


class _Reach(NamedTuple):
    """Characters `[floor, ceiling)` that the words around a number may lie in.

    Attributes:
        start: Of the sentence; numbers before this one lie between it and the floor.
    """

    text: str
    floor: int
    ceiling: int
    start: int


_SMALL = 10
_OF_A_NUMBER = re.compile(
    r"\s+of\s+(?:the|its|their|those|these|his|her)\s+(?:\d|[a-z]+ty\b|dozens?\b)"
)
_HARD_HYPHEN = re.compile(r"-(?=[A-Za-z])")
_COMPOUND = re.compile(r"-([a-z]+)(?![\w])(?!-old)")
_STRONG = re.compile(r"-strong\b")
_FROM = re.compile(r"\b(?i:from|between)\s+$")
_PREVIOUS = re.compile(r"([\w’']+)\s+$")
_BEFORE_PRONOUN = frozenset({"no", "any", "some", "every", "each", "which", "this", "that", "the"})
_SUFFIXES = frozenset(
    {"fold", "odd", "plus", "ish", "based", "style", "and", "per", "year", "to", "ever", "type"}
)
_HEADS = frozenset({"member", "person", "man", "woman", "storey", "story", "seat", "bed"})
_POINTING = frozenset(
    {"the", "these", "those", "all", "in", "of", "by", "other", "first", "last", "and", "or"}
)


def find_quantities(
    text: str, sentences: Sequence[Span], times: Sequence[Time], tree: Tree | None = None
) -> list[Quantity]:
    """The quantities in some sentences, ascending, apart from each other, without an owner.

    Args:
        text: The article's.
        sentences: Ascending; nothing outside them is looked at.
        times: Ascending; numbers in them are no quantities.
        tree: Of the text; without it unit and owner are read from the words alone.
    """
    spans = [(time.span.start, time.span.end) for time in times]
    ends = [end for _, end in spans]
    quantities: list[Quantity] = []
    for sentence in sentences:
        first = bisect_left(ends, sentence.start + 1)
        near = []
        while first < len(spans) and spans[first][0] < sentence.end:
            near.append(spans[first])
            first += 1
        quantities.extend(_in_sentence(text, sentence, near))
    return [by_tree(text, tree, each) for each in quantities] if tree else quantities


def _in_sentence(text: str, sentence: Span, times: Sequence[tuple[int, int]]) -> Iterator[Quantity]:
    floor = sentence.start
    ages = list(ages_in(text, sentence, times))
    fences = [*times, *((age.span.start, age.span.end) for age in ages)]
    found = [*ages, *zeros_in(text, sentence)]
    for figure in figures_in(text, sentence.start, sentence.end, fences):
        ends = (end for _, end in fences if end <= figure.start)
        reach = _Reach(text, max(floor, *ends, sentence.start), sentence.end, sentence.start)
        quantity = _read(figure, reach)
        if quantity is not None:
            found.append(quantity)
            floor = quantity.span.end
    yield from sorted(found, key=lambda quantity: quantity.span)


def _read(figure: Figure, reach: _Reach) -> Quantity | None:
    cues = cues_before(reach.text, figure.start, reach.floor)
    start = _start(figure, cues, reach)
    end, tail = tail_after(reach.text, figure.end, reach.ceiling)
    group, is_compound = _group(figure, end, reach)
    if group is None or (figure.words in SOME and not _is_counted(group.unit)):
        return None
    if tail is None and group.unit is not None:
        far, tail = tail_after(reach.text, group.end, reach.ceiling)
        end = far if tail else end
    kinds = (*cues.kinds, *((tail,) if tail else ()))
    change = _change(figure, group, kinds, Span(start, end), reach)
    if not is_compound and not _says(
        figure, reach, start, is_told=bool(group.unit or kinds or change)
    ):
        return None
    low, high, is_approximate = _bounds(figure, kinds)
    end = max(end, group.change_end if group.change else 0, group.end if is_compound else 0)
    unit = figure.unit or group.unit or (_single(figure, end, reach) if kinds else None)
    of = group.of or owner_before(reach.text, start, reach.floor)
    is_total = change is None and tells_total(reach.text, start, max(end, group.end), reach.start)
    return Quantity(
        Span(start, end), low, high, is_approximate, unit, of, change=change, is_total=is_total
    )


def _start(figure: Figure, cues: Cues, reach: _Reach) -> int:
    before = _FROM.search(reach.text[max(reach.floor, cues.start - 12) : cues.start])
    if before and figure.high is not None:
        return cues.start - len(before[0])
    return cues.start


def _bounds(figure: Figure, kinds: tuple[str, ...]) -> tuple[Number | None, Number | None, bool]:
    if figure.high is None:
        return bounded(figure.low, kinds)
    for kind in kinds:
        if kind == "upper":
            return None, figure.high, "about" in kinds
        if kind == "below":
            return None, next_below(figure.high), "about" in kinds
        if kind in {"lower", "above"}:
            low = figure.low.number
            return (low if kind == "lower" else next_above(low)), None, "about" in kinds
    return figure.low.number, figure.high, "about" in kinds


def _group(figure: Figure, end: int, reach: _Reach) -> tuple[Group | None, bool]:
    """What is counted, and whether it hangs on the number with a hyphen or as a measure."""
    text, ceiling = reach.text, reach.ceiling
    nothing = Group(None, None, figure.end)
    if _STRONG.match(text, figure.end, ceiling):
        after = figure.end + len("-strong")
        return Group(last_of_group(text, after, ceiling), None, figure.end), False
    if _HARD_HYPHEN.match(text, figure.end, ceiling) and end == figure.end:
        found = _COMPOUND.match(text, figure.end, ceiling)
        if not found or not _is_thing(found[1], figure):
            return (nothing, False) if figure.unit else (None, False)
        return Group(found[1], None, found.end()), True
    if not figure.words and figure.unit is None:
        measure = measure_after(text, figure.end, ceiling)
        if measure:
            return Group(measure[0], None, measure[1]), text[figure.end].isalnum()
    is_one = figure.low.number == 1 and figure.high is None
    group = group_after(text, end, ceiling, is_one=is_one)
    if figure.unit is None:
        return group, False
    is_of = re.match(r"\s+of\b", text[figure.end : figure.end + 4])
    return Group(
        None, group.of if is_of else None, figure.end, group.change, group.change_end
    ), False


def _is_counted(unit: str | None) -> bool:
    """Whether "several" before it is a number of people or things, and no turn of speech."""
    lists = count_words()
    name = (unit or "").lower()
    singular = f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
    return name in lists.nouns and singular not in lists.seldom_counted


def _single(figure: Figure, end: int, reach: _Reach) -> str | None:
    """The noun of "at least one undeclared facility", which need not be one of the lists."""
    if figure.low.number != 1 or figure.high is not None or not figure.words:
        return None
    return last_of_group(reach.text, end, reach.ceiling)


def _is_thing(word: str, figure: Figure) -> bool:
    """Whether "12-member" or "50-mile" counts what the second word names."""
    lists = count_words()
    if not figure.words:
        return word not in _SUFFIXES
    if figure.low.number > 1 and (word in lists.measure_nouns or word in _HEADS):
        return True
    return figure.low.number > _SMALL and word in lists.singulars


def _change(
    figure: Figure, group: Group, kinds: tuple[str, ...], span: Span, reach: _Reach
) -> str | None:
    if "more" in kinds:
        return "increase"
    is_percent = figure.unit == "%"
    told = change_before(reach.text, span.start, reach.floor, is_percent=is_percent) or group.change
    if told is None and is_percent:
        return change_after(reach.text, span.end, reach.ceiling)
    return told


def _says(figure: Figure, reach: _Reach, start: int, *, is_told: bool) -> bool:
    """Whether a small number in words says more than "one" and "the two" do."""
    previous = _PREVIOUS.search(reach.text[max(reach.floor, start - 20) : start])
    is_one = figure.words == "one" and figure.high is None
    if is_one and previous and previous[1].lower() in _BEFORE_PRONOUN:
        return False
    if is_told or figure.unit or figure.high is not None:
        return True
    if figure.low.is_least or not figure.words or figure.low.number > _SMALL:
        return True
    if figure.low.number > 1 and _OF_A_NUMBER.match(reach.text, figure.end, reach.ceiling):
        return True
    lists = count_words()
    if previous and previous[1].lower() in _POINTING:
        return False
    following = re.match(
        r"\s+(?:(?:were|was|are|have|had|been|people)\s+)*(\w+)",
        reach.text[figure.end : figure.end + 40],
    )
    beside = {found[1].lower() for found in (previous, following) if found}
    return bool(beside & lists.harm) and figure.low.number > 1
