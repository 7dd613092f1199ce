"""A span with a role and a score, as one reader gave it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.span import Span


class Role(StrEnum):
    """The three parts of an attribution (PARC 3.0)."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Marking:
    """One piece of text and its role.

    Attributes:
        is_more: A content that goes on after an interruption ("…," he said, "…").
        score: 0 to 1, orders only; not calibrated.
    """

    role: Role
    span: Span
    is_more: bool
    score: float
