"""The place of a record in a list <-> a word that a program hands back to go on from there.

A place is what a list is ordered by, never a count of records: what is added meanwhile
moves none of those that are there.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from fastapi import HTTPException

LONGEST = 400
"""Characters of a cursor."""

Item = TypeVar("Item")
Place = tuple[str, ...]


class Batch(NamedTuple):
    """Some records as JSON, and the cursor of the next ones; None at the end."""

    items: list[str]
    next: str | None


def cursor_of(place: Place) -> str:
    """The word for a place."""
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def place_of(cursor: str, size: int) -> Place:
    """The place that a word stands for.

    Args:
        cursor: As `cursor_of` made it.
        size: How many parts the list's places have.

    Raises:
        HTTPException: It is no cursor of this list.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = json.loads(urlsafe_b64decode(padded.encode("ascii")))
    except (Error, ValueError, RecursionError) as error:
        raise HTTPException(404, "after: no cursor of this list") from error
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise HTTPException(404, "after: no cursor of this list")
    if len(parts) != size:
        raise HTTPException(404, "after: no cursor of this list")
    return tuple(parts)


def batch(
    records: Sequence[Item],
    limit: int,
    place: Callable[[Item], Place],
    json_of: Callable[[Item], str],
) -> Batch:
    """Records of which one more than `limit` was asked for, to see whether there are more.

    Args:
        records: In the order of the list, `limit + 1` at most.
        limit: How many are told.
        place: Where a record stands in the list.
        json_of: How it is printed.
    """
    told = records[:limit]
    has_more = len(records) > limit
    return Batch([json_of(each) for each in told], cursor_of(place(told[-1])) if has_more else None)
