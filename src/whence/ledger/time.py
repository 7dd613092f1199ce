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
        quantifier: "EVERY" for a time that comes again, as TIMEX3's `quant`; None for others.
        frequency: How often in it ("2X" of "twice a week"), as TIMEX3's `freq`; None untold.
        modifier: What is meant of it, as TIMEX3's `mod`: START, MID or END, or for lengths
            MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, APPROX; None for the whole.
    """

    span: Span
    value: str | None
    start: str | None
    end: str | None
    quantifier: str | None = None
    frequency: str | None = None
    modifier: str | None = None
