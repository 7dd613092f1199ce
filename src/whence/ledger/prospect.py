"""What became of a claim about what was to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.drift import Print


class Outcome(StrEnum):
    """What later articles say of it."""

    HAPPENED = "happened"
    DID_NOT = "did_not"
    PASSED = "passed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Prospect:
    """That a claim is about what was still to come when it was made.

    Attributes:
        due: The last day that the words allow.
        outcome: `passed` where the day went by and no article of the story tells what came of it.
        closed_by: The later words that say whether it happened; None where none do.
        why: A sentence; None while it is open.
    """

    due: str
    outcome: Outcome
    closed_by: Print | None = None
    why: str | None = None
