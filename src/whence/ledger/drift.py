"""What changed in a claim between two links or inside one article."""

from __future__ import annotations

from dataclasses import dataclass

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
