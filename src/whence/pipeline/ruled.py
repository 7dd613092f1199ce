"""Readings and what a person decided -> the readings as that person has them.

Only the ledger is made from these, and what stands beside it: what is stored stays as read.
"""

from __future__ import annotations

from collections.abc import Sequence

from whence.claims.rulings import claim_rulings, with_numbers
from whence.entities.rulings import with_actors
from whence.ledger.reading import Reading
from whence.ledger.ruling import Ruling


def as_ruled(readings: Sequence[Reading], rulings: Sequence[Ruling]) -> list[Reading]:
    """The readings with actors and numbers as decided; doing it again changes nothing.

    Args:
        readings: With one name for each outlet; those without an article stay as they are.
        rulings: Of whatever subject, all of them.
    """
    if not rulings:
        return list(readings)
    said = claim_rulings(rulings)
    return [with_numbers(with_actors(each, rulings), said) for each in readings]
