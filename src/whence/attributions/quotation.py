"""Article and a content in it -> whether the content stands inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from whence.ledger.attribution import Quotation
from whence.ledger.span import Spans, hull

MOST_BEFORE = 3000
"""Characters before a content in which its quotation may have opened."""

_MARK = re.compile(r"[“”„\"«»]|``|''|[‘’‚']|\n")
_SO_CALLED = re.compile(r"\bso-called\s+\W{1,2}\Z", re.IGNORECASE)
LONGEST_SO_CALLED = 16
_WORDY = re.compile(r"\w+")
_CLOSE_OF = {"“": "”“", "„": "“”", "«": "»", "»": "«", "``": "''", "‘": "’", "'": "'", "‚": "‘’"}
_SINGLE = frozenset("‘'’‚")
_OPEN_BEFORE = frozenset("([{—–-/:…")


def quotation_of(text: str, content: Spans) -> Quotation:
    """Direct where every word is inside marks, mixed where some are, else indirect.

    A quotation may open some sentences before the content, and its marks may stand just
    outside of it; a paragraph that does not close its quotation is quoted to its end.
    """
    if not content:
        return Quotation.INDIRECT
    whole = hull(content)
    end = text.find("\n", whole.end + 2)
    start = _paragraph_start(text, whole.start)
    quoted = _quoted_ranges(text, start, end if end >= 0 else len(text))
    quoted = [each for each in quoted if not _is_arms_length(text, each[0])]
    if not quoted:
        return Quotation.INDIRECT
    starts = [start for start, _ in quoted]
    inside = outside = 0
    for span in content:
        for match in _WORDY.finditer(text, span.start, min(span.end, len(text))):
            at = bisect_right(starts, match.start()) - 1
            if at >= 0 and match.start() < quoted[at][1]:
                inside += 1
            else:
                outside += 1
    if inside and not outside:
        return Quotation.DIRECT
    return Quotation.MIXED if inside else Quotation.INDIRECT


def _paragraph_start(text: str, at: int) -> int:
    """Where the paragraph of a character starts; not further back than `MOST_BEFORE`."""
    lowest = max(0, at - MOST_BEFORE)
    return max(lowest, text.rfind("\n", lowest, at) + 1)


@lru_cache(maxsize=4)
def _quoted_ranges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ranges inside marks, ascending; marks of a quotation inside another are its words.

    Remembered for a moment: contents of one paragraph follow each other.
    """
    ranges: list[tuple[int, int]] = []
    opened: tuple[str, int] | None = None
    for match in _MARK.finditer(text, start):
        mark, at = match[0], match.start()
        if mark == "\n":
            if opened and _is_kept_open(text, opened, at):
                ranges.append((opened[1], at))
            opened = None
            if at >= end:
                return ranges
        elif opened is None:
            if at >= end:
                return ranges
            if _can_open(text, match):
                opened = (mark, match.end())
        elif _closes(text, opened[0], match):
            ranges.append((opened[1], at))
            opened = None
    if opened and opened[0] not in _SINGLE:
        ranges.append((opened[1], len(text)))
    return ranges


def _is_arms_length(text: str, start: int) -> bool:
    """Whether the marks are around a name that is held at arm's length: so-called “republic”."""
    return _SO_CALLED.search(text, max(0, start - LONGEST_SO_CALLED), start) is not None


def _is_kept_open(text: str, opened: tuple[str, int], line_end: int) -> bool:
    """Whether an unclosed quotation is one: double marks, or taken up by the next paragraph."""
    if opened[0] in _SINGLE:
        return False
    if opened[0] in ("“", "«", "„"):
        return True
    following = text[line_end : line_end + 8].lstrip()
    return following.startswith(opened[0])


def _can_open(text: str, match: re.Match[str]) -> bool:
    mark = match[0]
    if mark in ("”", "’", "»", "''"):
        return False
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if after.isspace():
        return False
    if mark in ("“", "„", "«", "``"):
        return True
    return before.isspace() or before in _OPEN_BEFORE or before in '“"‘'


def _closes(text: str, opening: str, match: re.Match[str]) -> bool:
    mark = match[0]
    if opening == '"':
        return mark == '"'
    if mark not in (_CLOSE_OF[opening], *_CLOSE_OF[opening]):
        return False
    if opening not in _SINGLE:
        return not (opening == "“" and mark == "“")
    after = text[match.end()] if match.end() < len(text) else " "
    before = text[match.start() - 1]
    return not after.isalnum() and not before.isspace()
