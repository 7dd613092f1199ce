"""Assertions of one article -> headings that are firmer than the text they stand over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whence.claims.compare import Said, is_same_amount, is_same_unit
from whence.claims.port import Pair
from whence.ledger.article import BlockKind
from whence.ledger.attribution import Stance
from whence.ledger.claim import Assertion
from whence.ledger.drift import LostHedge
from whence.ledger.factuality import Certainty
from whence.ledger.reading import Reading

WITH_NUMBER = 0.5  # likeness of heading and text with the same number
ALIKE = 0.58  # likeness of heading and text; ours, on the seeds and examples, 2026-11
SHARED = 0.34  # of the heading's content words

_HEDGED = frozenset({Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.UNCOMMITTED})
_SAYING = frozenset({Stance.ASSERTS, Stance.WARNS, Stance.FEARS})


def find_lost_hedges(
    said: Sequence[Said], pairs: Sequence[Pair], readings: Mapping[str, Reading]
) -> list[LostHedge]:
    """Headlines in the outlet's own voice that say firmly what their article hedges.

    Args:
        said: Assertions of one story.
        pairs: Their likeness.
        readings: By article id.
    """
    best: dict[tuple[str, int], tuple[float, LostHedge]] = {}
    for one, other, likeness in pairs:
        for heading, body in ((said[one], said[other]), (said[other], said[one])):
            if not _is_firm_heading(heading.assertion, readings):
                continue
            if not _is_hedged_body(heading, body, likeness):
                continue
            head = heading.assertion
            lost = LostHedge(
                head.article, head.span[0], body.assertion.span, body.assertion.certainty.value
            )
            key = (head.article, head.span[0].start)
            if key not in best or best[key][0] < likeness:
                best[key] = likeness, lost
    return [lost for _, (_, lost) in sorted(best.items())]


def _is_firm_heading(assertion: Assertion, readings: Mapping[str, Reading]) -> bool:
    is_own = assertion.attribution is None and assertion.certainty is Certainty.CERTAIN
    if not is_own or not assertion.is_heading or assertion.degree <= 0:
        return False
    article = readings[assertion.article].article
    blocks = article.blocks if article else ()
    return any(
        block.kind is BlockKind.HEADLINE and block.span.covers(assertion.span[0])
        for block in blocks
    ) or _is_title(assertion, readings)


def _is_title(assertion: Assertion, readings: Mapping[str, Reading]) -> bool:
    article = readings[assertion.article].article
    return bool(article and article.title and assertion.text in article.title)


def _is_hedged_body(heading: Said, body: Said, likeness: float) -> bool:
    """Whether a body says the same, about the same, with a hedge."""
    one, other = heading.assertion, body.assertion
    if one.article != other.article or other.is_heading or other.stance not in _SAYING:
        return False
    if other.certainty not in _HEDGED or (heading.actors and not heading.actors & body.actors):
        return False
    if one.quantity and other.quantity:
        is_one = is_same_amount(one.quantity, other.quantity)
        return is_one and is_same_unit(one.quantity, other.quantity) and likeness >= WITH_NUMBER
    shared = len(heading.stems & body.stems)
    return likeness >= ALIKE and shared >= SHARED * max(1, len(heading.stems))
