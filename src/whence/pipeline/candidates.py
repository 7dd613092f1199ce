"""A claim and the others of its story -> those that may be the same, the likest first."""

from __future__ import annotations

from collections.abc import Sequence
from operator import mul

from whence.claims.port import Vectors
from whence.ledger.claim import Claim


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
    own, *rest = vectors.vectors([claim.text, *(each.text for each in others)])
    near = [sum(map(mul, own, vector)) for vector in rest]
    ranked = sorted(zip(near, others, strict=True), key=lambda pair: (-pair[0], pair[1].id))
    return [each for _, each in ranked[:most]]
