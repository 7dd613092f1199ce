"""A sentence -> the numbers printed in it that count or measure, and the pairs that are ranges.

Left out: numbers in times, addresses, names of things ("F-16", "Article 5", "33rd"), scores.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from whence.values.fences import fences_in
from whence.values.naming import is_titled, names_thing
from whence.values.openings import openings
from whence.values.printed import Figure, number_pattern, read_figure
from whence.values.ranges import range_from, share_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LISTED = re.compile(r"[\s\"“]*\(?\d{1,3}[.)](?=\s|$)")
_AND_ALSO = re.compile(r"\s*(?:,|and|or|to|&|-|–)\s*")


def figures_in(
    text: str, start: int, end: int, times: Sequence[tuple[int, int]]
) -> Iterator[Figure]:
    """The numbers of a sentence `[start, end)`, ascending, apart from each other."""
    listed = _LISTED.match(text, start, end)
    first = listed.end() if listed else start
    begun = [at for at in openings(text, start, end) if at >= first]
    if not begun:
        return
    fences = [*times, *fences_in(text, start, end)]
    named = start
    titled = is_titled(text[start:end])
    for read in _numbers(text, begun, end, fences):
        figure = read.figure
        is_listed = named > start and _AND_ALSO.fullmatch(text, named, figure.start)
        if not read.is_share and (
            is_listed or names_thing(text, start, figure.start, figure.end, is_titled=titled)
        ):
            named = figure.end
        else:
            yield figure


class _Read(NamedTuple):
    """A number found, and whether it is a share ("six in 10")."""

    figure: Figure
    is_share: bool = False


def _numbers(
    text: str, begun: Sequence[int], end: int, fences: Sequence[tuple[int, int]]
) -> Iterator[_Read]:
    """The numbers at some places, outside what is fenced off."""
    position = 0
    for at in begun:
        found = number_pattern().match(text, at, end) if at >= position else None
        if found is None or not found[0]:
            continue
        position = found.end()
        if any(first < found.end() and found.start() < last for first, last in fences):
            continue
        read, far = _number_or_range(text, found, end)
        position = max(position, far)
        if read is not None:
            yield read


def _number_or_range(text: str, found: re.Match[str], end: int) -> tuple[_Read | None, int]:
    """None where it counts nothing, and where to go on."""
    figure = read_figure(found)
    if figure is None or _is_compound_name(text, found):
        return None, found.end()
    share = share_from(text, figure, end)
    if share is not None:
        return _Read(share, is_share=True), share.end
    second = range_from(text, figure, found, end)
    if second is None:
        return _Read(figure), figure.end
    return (_Read(second[1]) if second[1] else None), second[0]


def _is_compound_name(text: str, found: re.Match[str]) -> bool:
    """Whether it is as in "two-state", "Three Gorges": words that are no count."""
    if found["words"] and found["words"][0].isupper() and found.start() > 0:
        before = text[: found.start()].rstrip(" ")[-1:]
        after = re.match(r"\s+[A-Z]", text[found.end() : found.end() + 4])
        return (
            bool(after)
            and before.isalpha()
            and not is_titled(text[found.start() : found.end() + 40])
        )
    return False
