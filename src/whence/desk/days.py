"""A day in an address -> the day, checked; what is no day of the calendar is told as a mistake."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated

from fastapi import Query
from pydantic import AfterValidator, WithJsonSchema

MOMENT = r"(\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?)?"
SHAPE = r"^(\d{4}-\d{2}-\d{2})?$"
_PLAIN = WithJsonSchema({"type": "string", "format": "date"})


def a_day(value: str | None) -> str | None:
    """The day; an empty one stays empty.

    Raises:
        ValueError: The calendar has no such day, or none after it.
    """
    if value:
        try:
            date.fromisoformat(value) + timedelta(days=1)
        except (ValueError, OverflowError) as error:
            raise ValueError("the calendar has no such day") from error
    return value


def a_moment(value: str | None) -> str | None:
    """The day or the moment; an empty one stays empty.

    Raises:
        ValueError: The calendar has no such day, or the day no such time.
    """
    if value and "T" in value:
        try:
            datetime.fromisoformat(value)
        except ValueError as error:
            raise ValueError("there is no such moment") from error
        return value
    return a_day(value)


def a_named_day(value: str | None) -> str | None:
    """The day; an empty one is a mistake.

    Raises:
        ValueError: It is empty, or no day.
    """
    if value == "":
        raise ValueError("a day is written as 2024-10-21")
    return a_day(value)


AsOf = Annotated[
    str | None,
    AfterValidator(a_day),
    Query(alias="as-of", pattern=SHAPE, description="A day; what was known at its end."),
]
"""Of a page: a form sends an empty one for now."""

Since = Annotated[
    str | None,
    AfterValidator(a_moment),
    Query(pattern=f"^{MOMENT}$", description="A day or a moment in UTC; what changed after it."),
]
"""Of a page."""

KnownAt = Annotated[
    str | None,
    AfterValidator(a_named_day),
    _PLAIN,
    Query(alias="as-of", pattern=SHAPE, description="A day; what was known at its end."),
]
"""Of a program's question."""

LearnedSince = Annotated[
    str | None,
    AfterValidator(a_named_day),
    _PLAIN,
    Query(pattern=SHAPE, description="A day; only what an article learned of then or later has."),
]
ChangedSince = Annotated[
    str,
    AfterValidator(a_named_day),
    _PLAIN,
    Query(pattern=SHAPE, description="A day; what was known at its end is not told."),
]
