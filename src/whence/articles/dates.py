"""Words of a date line, a field or an address -> an ISO day or moment."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from whence.ledger.article import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        start=1,
    )
}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_DAY}(?:\s+|-|\s+of\s+){_MONTH}(?:,?\s+|-){_YEAR}\b", re.IGNORECASE),
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d{2})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?!\d)"),
)
_FIGURES = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>(?:19|20)\d{2})(?!\d)"
)
_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?:[/_-]|$)"
)
_FIRST = re.compile(
    r"\b(?:first published|published|posted|created|date|issued|filed)\b", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:updated|modified|revised|corrected|accessed|retrieved)\b", re.IGNORECASE)
_PLACE_DATE = re.compile(
    rf"^[A-Z][\w .,’'/-]{{1,60}}?,\s+(?P<words>{_MONTH}\s+{_DAY},\s+{_YEAR})\s*(?:\([A-Z]|[-–—/])",
)

_FIRST_YEAR, _LAST_YEAR = 1800, 2100
"""Years of newspapers; others are slips of the keyboard."""

_MONTH_COUNT = 12
_HEAD = 12
_FOOT = 4
_LINE_LENGTH = 160


def read_date(words: str) -> str | None:
    """An ISO day (`2024-10-21`) or moment in UTC (`2024-10-21T08:42:00Z`).

    A time without its zone is left out, and so is a day that can be read in two ways
    ("03/04/2024"): None rather than a guess.
    """
    words = " ".join(words.split())
    return _moment(words) or _day(words)


def _moment(words: str) -> str | None:
    try:
        found = datetime.fromisoformat(words)
    except ValueError:
        try:
            found = parsedate_to_datetime(words)
        except (ValueError, TypeError, IndexError):
            return None
        if words.endswith("-0000"):
            return found.date().isoformat()
    if found.tzinfo is None or len(words) <= len("2024-10-21"):
        return found.date().isoformat() if _is_likely(found.year) else None
    try:
        found = found.astimezone(UTC)
    except OverflowError:
        return None
    return found.strftime("%Y-%m-%dT%H:%M:%SZ") if _is_likely(found.year) else None


def _is_likely(year: int) -> bool:
    return _FIRST_YEAR <= year <= _LAST_YEAR


def _day(words: str) -> str | None:
    for pattern in _WRITTEN:
        found = pattern.search(words)
        if found is not None:
            return _iso(found["year"], found["month"], found["day"])
    found = _FIGURES.search(words)
    if found is None:
        return None
    one, two = int(found["one"]), int(found["two"])
    if one > _MONTH_COUNT >= two:
        return _iso(found["year"], found["two"], found["one"])
    if two > _MONTH_COUNT >= one or one == two:
        return _iso(found["year"], found["one"], found["two"])
    return None


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS.get(month[:3].lower(), 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def date_in_address(url: str) -> str | None:
    """The day that an outlet put into the address of an article (`/2024/10/21/`)."""
    found = _ADDRESS.search(url.lower())
    return _iso(found["year"], found["month"], found["day"]) if found is not None else None


def date_in_text(text: str, blocks: Sequence[Block]) -> str | None:
    """When a text says it was published: in a byline, a date line or a dateline with its year.

    The date of an embedded post is the post's; a date inside a sentence is the sentence's.
    """
    found: list[tuple[int, int, str]] = []
    for place, block in enumerate(blocks):
        words = text[block.start : block.end]
        if block.kind is BlockKind.PARAGRAPH and place < _FOOT + 2:
            dateline = _PLACE_DATE.match(words)
            day = _day(dateline["words"]) if dateline is not None else None
        elif _is_page_line(block.kind, place, len(blocks)) and len(words) <= _LINE_LENGTH:
            day = read_date(words) if words[:1] != "©" else None
        else:
            continue
        if day is not None:
            found.append((_rank(words), place, day))
    return min(found)[2] if found else None


def _is_page_line(kind: BlockKind, place: int, count: int) -> bool:
    is_page = kind in (BlockKind.BYLINE, BlockKind.BOILERPLATE)
    return is_page and (place < _HEAD or place >= count - _FOOT)


def _rank(words: str) -> int:
    """0 for "Published", 1 for a bare date, 2 for "Updated"."""
    if _FIRST.search(words):
        return 0
    return 2 if _LATER.search(words) else 1
