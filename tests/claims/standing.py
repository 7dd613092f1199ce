"""Speakers and their words -> claims, cast and stands, as the stage makes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tests.claims.making import said_by
from tests.pipeline.readers import WordVectors
from whence.claims.cast import Cast, find_cast
from whence.claims.matter import Matters
from whence.claims.positions import Stand, find_stands
from whence.claims.turns import find_changes
from whence.ledger.article import Article
from whence.ledger.claim import Assertion, Claim, Status
from whence.ledger.entity import Entity
from whence.ledger.position import Change
from whence.ledger.reading import Reading


class Scene(NamedTuple):
    """What some assertions come to."""

    claims: list[Claim]
    readings: dict[str, Reading]
    cast: Cast
    stands: list[Stand]

    def changes(self) -> list[Change]:
        """Where those who speak turned."""
        return find_changes(self.stands, self.cast, self.readings, Matters(WordVectors()))


def reading_with(article: str, entities: Sequence[Entity], text: str = "x") -> Reading:
    """The reading of an article of which only its entities count."""
    made = Article(article, None, None, "Herald", None, (), "2031-05-04", "en", text, blocks=())
    return Reading("a.txt", made, entities=tuple(entities))


def claim_of(name: str, *assertions: Assertion, status: Status = Status.SINGLE_SOURCE) -> Claim:
    """A claim of these assertions, with the words of the first."""
    days = sorted(each.asserted_at for each in assertions if each.asserted_at)
    return Claim(
        id=name,
        story="s",
        text=assertions[0].text,
        status=status,
        first_seen_at=days[0] if days else None,
        last_seen_at=days[-1] if days else None,
        assertions=assertions,
        origins=(),
        origin_count=1,
        origin_count_high=1,
        outlet_count=1,
    )


def scene(claims: Sequence[Claim], entities: Sequence[Entity]) -> Scene:
    """The stands of all who speak; every article names all the entities."""
    articles = sorted({each.article for claim in claims for each in claim.assertions})
    readings = {each: reading_with(each, entities) for each in articles}
    last = [each.chain[-1] for claim in claims for each in claim.assertions if each.attribution]
    cast = find_cast(readings, [articles], [each.name for each in last if each.name])
    return Scene(list(claims), readings, cast, find_stands(claims, cast))


def cued(assertion: Assertion, cue: str) -> Assertion:
    """The same by other words of saying."""
    last = replace(assertion.chain[-1], cue=cue)
    return replace(assertion, chain=(*assertion.chain[:-1], last))


__all__ = ["Scene", "claim_of", "cued", "reading_with", "said_by", "scene"]
