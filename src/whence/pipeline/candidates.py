"""A claim and the others of its story -> those that may be the same, the likest first."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from whence.claims.port import Vectors
from whence.ledger.claim import Claim
from whence.ledger.ruling import Field


def likest_claims(
    claim: Claim, claims: Sequence[Claim], vectors: Vectors, *, words: str = "", most: int
) -> list[Claim]:
    """The other claims whose words are nearest.

    Args:
        claim: One.
        claims: Of its story.
        vectors: As the ledger takes them.
        words: Only claims that have these, in whatever case; "" for all.
        most: How many.
    """
    others = [
        each for each in claims if each.id != claim.id and words.casefold() in each.text.casefold()
    ]
    own, *rest = vectors.vectors([_as_said(each) for each in (claim, *others)])
    near = [sum(map(mul, own, vector)) for vector in rest]
    ranked = sorted(zip(near, others, strict=True), key=lambda pair: (-pair[0], pair[1].id))
    return [each for _, each in ranked[:most]]


def _as_said(claim: Claim) -> str:
    """Its words in an article, where a person gave it others."""
    is_worded = Field.WORDING.value in claim.corrected
    return claim.assertions[0].text if is_worded else claim.text
