"""What changed in a claim between two links or inside one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.span import Span, Spans


@dataclass(frozen=True, slots=True)
class LostHedge:
    """A heading that says firmly what its own article's text hedges.

    Attributes:
        heading: The headline, standfirst or bullet, without a hedge.
        body: The words of the text that say the same with one.
        hedge: The certainty of the text: "possible", "uncommitted", "probable".
    """

    article: str
    heading: Span
    body: Spans
    hedge: str


class DriftKind(StrEnum):
    """What became of a claim on its way from one print to the next."""

    HEDGE_LOST = "hedge_lost"
    HEDGE_ADDED = "hedge_added"
    QUOTATION_TRIMMED = "quotation_trimmed"
    QUOTATION_REWORDED = "quotation_reworded"
    NUMBER_ROUNDED = "number_rounded"
    BOUND_DROPPED = "bound_dropped"
    ATTRIBUTION_DROPPED = "attribution_dropped"


@dataclass(frozen=True, slots=True)
class Print:
    """Where a claim stands in print."""

    article: str
    span: Spans


@dataclass(frozen=True, slots=True)
class Drift:
    """A change between a claim's source and who passes it on.

    Attributes:
        before: In the earlier article, or in the text under a heading.
        after: In the later one, or in the heading.
        why: A sentence with both words.
    """

    kind: DriftKind
    before: Print
    after: Print
    why: str
