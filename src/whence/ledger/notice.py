"""What went wrong with one record, and where."""

from __future__ import annotations

from dataclasses import dataclass

from whence.ledger.span import Span


@dataclass(frozen=True, slots=True)
class Notice:
    """A problem as a value: the run goes on.

    Attributes:
        kind: One lower-case word or two with an underscore ("empty", "not_read").
        span: Its place in the article; None for the whole of it.
        message: One sentence that says what to do, if something can be done.
    """

    kind: str
    span: Span | None
    message: str
