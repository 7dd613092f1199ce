"""How a claim could be graded on the Admiralty scale: a suggestion, never a finding."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Admiralty:
    """A suggested grade.

    Attributes:
        letter: Reliability of the outlet, A to F, as the user set it; None where nothing is set.
        digit: Credibility, 1 (confirmed) to 5 (improbable); 6 where it cannot be judged.
        why: The reasons, as a sentence.
    """

    letter: str | None
    digit: int
    why: str
