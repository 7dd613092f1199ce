"""Numbers with their bounds, their unit and their owner."""

from __future__ import annotations

from dataclasses import dataclass

from whence.ledger.span import Span

Number = int | float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text, as the contract's table reads it.

    Attributes:
        span: The words, with those that bound it ("up to 10,000").
        low: Least value, included; None where the words leave it open.
        high: Greatest value, included; None where the words leave it open.
        is_approximate: "about", "thousands of".
        unit: The head noun as printed ("troops"); "%" and currencies stand for themselves.
        of: Whose they are, where the text says ("North Korea").
        attribution: Id of the innermost attribution whose content holds it.
        change: "increase" or "decrease" where it says how much more or fewer.
        is_total: Whether the words say that it is how many there are in all.
    """

    span: Span
    low: Number | None
    high: Number | None
    is_approximate: bool
    unit: str | None
    of: str | None
    attribution: str | None = None
    change: str | None = None
    is_total: bool = False
