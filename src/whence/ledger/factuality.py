"""How firmly a source stands behind a claim.

Certainty times polarity, according to a source, never truth: FactBank (Saurí and
Pustejovsky 2009, https://doi.org/10.1007/s10579-009-9089-9). Degree puts both on one axis
from -3 to 3, as Stanovsky et al. 2017 (https://aclanthology.org/P17-2056) do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Certainty(StrEnum):
    """How sure the source is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNCOMMITTED = "uncommitted"


class Polarity(StrEnum):
    """Whether the source says that it is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNKNOWN = "unknown"


_SIZE = {
    Certainty.CERTAIN: 3.0,
    Certainty.PROBABLE: 2.0,
    Certainty.POSSIBLE: 1.0,
    Certainty.UNCOMMITTED: 0.0,
}


def degree_of(certainty: Certainty, polarity: Polarity) -> float:
    """Certain 3, probable 2, possible 1, uncommitted 0; negative below zero; unknown 0."""
    if polarity is Polarity.UNKNOWN:
        return 0.0
    size = _SIZE[certainty]
    return -size if polarity is Polarity.NEGATIVE and size else size


@dataclass(frozen=True, slots=True)
class Perceived:
    """What people understand by estimative words; perception, and nobody's yardstick.

    Attributes:
        low: First quartile of the probabilities, 0 to 1, that people gave the words.
        median: Half of them gave less.
        high: Third quartile.
        judgements: How many people's answers these are of.
    """

    low: float
    median: float
    high: float
    judgements: int


@dataclass(frozen=True, slots=True)
class Probability:
    """Estimative words and the band that the speaker's own service gives them.

    Attributes:
        low: 0 to 1; None where the service has no band for the words, or is not known.
        high: As `low`; both are known or neither.
        scale: "PHIA", "ICD-203", ...; None where no yardstick applies.
        words: The words as printed.
        perceived: Only where there is no band, and people were asked about the words.
    """

    low: float | None
    high: float | None
    scale: str | None
    words: str
    perceived: Perceived | None = None
