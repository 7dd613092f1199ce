"""Names that the reader marks -> ranges of words, each of one kind throughout the article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from whence.entities.runs import NO_PART
from whence.entities.seen import Seen
from whence.ledger.entity import EntityKind
from whence.ledger.marking import Name
from whence.lexicon.titles import female_honorifics, male_honorifics

Keys = tuple[str, ...]

LEAST = {
    EntityKind.PERSON: 0.7,
    EntityKind.ORGANISATION: 0.7,
    EntityKind.PLACE: 0.6,
}
"""Scores from which a name is believed, by kind; by the names of GUM dev, 2026-11."""


LEAST_SHARE = 0.4
"""Sum of scores by place of the word from which a name of one word is believed; as above."""

ARTICLES = frozenset({"the", "a", "an"})


class Told(NamedTuple):
    """What the reader takes for a name at the words `[start, end)`."""

    start: int
    end: int
    kind: EntityKind


def find_told(seen: Seen, names: Sequence[Name]) -> dict[int, Told]:
    """Each word of a believed name to that name, without titles, articles and marks.

    Names that the word lists have are left out.
    """
    ranges = list(_ranges(seen, names))
    firsts = {keys[0] for _, _, keys, _ in ranges}
    counts = Counter(filter(firsts.__contains__, seen.words.keys))
    kinds = _kinds(ranges, counts)
    told: dict[int, Told] = {}
    for start, end, keys, _ in ranges:
        if keys in kinds:
            each = Told(start, end, kinds[keys])
            for index in range(start, end):
                told[index] = each
    return told


def _ranges(seen: Seen, names: Sequence[Name]) -> Iterator[tuple[int, int, Keys, Name]]:
    starts, inside = seen.words.starts, seen.inside
    for name in names:
        first = bisect_left(starts, name.span.start)
        last = bisect_left(starts, name.span.end, first)
        if first == last or (inside[first] >= 0 and inside[first] == inside[last - 1]):
            continue  # a listed name, or outside the article
        start, end = _trimmed(seen, first, last)
        if start < end:
            yield start, end, tuple(seen.words.keys[start:end]), name


def _kinds(
    ranges: Sequence[tuple[int, int, Keys, Name]], counts: Mapping[str, int]
) -> dict[Keys, EntityKind]:
    """The kind of each name: that with the highest scores in sum, if these are enough.

    Args:
        ranges: First word, word after the last, keys and name.
        counts: How often the article has each first word of a name.
    """
    sums: dict[Keys, Counter[str]] = {}
    best: dict[tuple[Keys, str], float] = {}
    for _, _, keys, name in ranges:
        sums.setdefault(keys, Counter())[name.kind] += name.score  # type: ignore[assignment]
        best[keys, name.kind] = max(name.score, best.get((keys, name.kind), 0.0))
    by_value = {kind.value: kind for kind in LEAST}
    found = {}
    for keys, scores in sums.items():
        kind = max(scores, key=lambda each: (scores[each], each))
        if len(keys) == 1 and scores[kind] < LEAST_SHARE * counts[keys[0]]:
            continue
        if kind in by_value and best[keys, kind] >= LEAST[by_value[kind]]:
            found[keys] = by_value[kind]
    return found


def _trimmed(seen: Seen, start: int, end: int) -> tuple[int, int]:
    """The same range from its first capital on that is no title, up to its last."""
    words = seen.words
    while start < end and not _begins(seen, start):
        start += 1
    while start < end and not (words.capital[end - 1] or words.printed[end - 1][0].isdigit()):
        end -= 1
    return start, end


def _begins(seen: Seen, index: int) -> bool:
    words = seen.words
    if not words.capital[index] or index in seen.titled or index in seen.groups:
        return False
    key, low = words.keys[index], words.lows[index]
    is_address = low in NO_PART or key in male_honorifics() or key in female_honorifics()
    return low not in ARTICLES and not is_address


def is_seat(seen: Seen, start: int) -> bool:
    """Whether a party's letter and a hyphen stand here: "R-Ohio" is nobody's name."""
    words = seen.words
    return len(words.keys[start]) == 1 and words.printed[start + 1 : start + 2] == ["-"]
