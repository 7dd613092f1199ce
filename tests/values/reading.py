"""Sentences -> their times and quantities, read on one Monday."""

from __future__ import annotations

from whence.ledger.quantity import Quantity
from whence.ledger.span import Span
from whence.ledger.time import Time
from whence.values.quantities import find_quantities
from whence.values.times import find_times

MONDAY = "2024-10-21"


def times_in(text: str, published_at: str | None = MONDAY) -> list[Time]:
    """The times of one sentence."""
    return find_times(text, [Span(0, len(text))], published_at)


def told(text: str, published_at: str | None = MONDAY) -> list[tuple[str, str | None]]:
    """The words and the value of each."""
    return [(time.span.words(text), time.value) for time in times_in(text, published_at)]


def quantities_in(text: str) -> list[Quantity]:
    """The quantities of one sentence."""
    return find_quantities(text, [Span(0, len(text))], times_in(text))
