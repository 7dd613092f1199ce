"""Times in the text, read against the article's date."""

from __future__ import annotations

from dataclasses import dataclass

from whence.ledger.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and the days it covers.

    Attributes:
        span: The words ("in June" without "in").
        value: As TIMEX3 writes it: `2024-06`, `2024-W42`, `2024-10-21`; None where the
            article's date is needed and not known.
        start: First day, included.
        end: First day after it.
    """

    span: Span
    value: str | None
    start: str | None
    end: str | None
