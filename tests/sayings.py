"""Attributions as tests need them: somebody asserts something, and nothing else is known."""

from __future__ import annotations

from whence.ledger.attribution import Attribution, Quotation, Stance
from whence.ledger.factuality import Certainty, Polarity
from whence.ledger.span import Spans


def a_saying(
    name: str,
    source: Spans,
    cue: Spans,
    content: Spans,
    *,
    within: str | None = None,
    reader: str = "r",
) -> Attribution:
    """An attribution with these spans and id."""
    return Attribution(
        id=name,
        source=source,
        cue=cue,
        content=content,
        quotation=Quotation.INDIRECT,
        within=within,
        entity=None,
        stance=Stance.ASSERTS,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        degree=3.0,
        probability=None,
        basis=None,
        medium=None,
        said_at=None,
        is_named=True,
        score=1.0,
        reader=reader,
    )
