"""Readings and claims -> who is tied to whom: speaks of, contradicts, passes on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from whence.ledger.attribution import Stance
from whence.ledger.brief import Evidence
from whence.ledger.entity import EntityKind
from whence.lexicon.countries import country_names

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from whence.ledger.claim import Assertion, Claim
    from whence.ledger.entity import Entity
    from whence.ledger.reading import Reading

AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
ACTING = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP})


class TieKind(StrEnum):
    """What one does with the other."""

    SPEAKS_OF = "speaks of"
    CONTRADICTS = "denies or doubts"
    PASSES_ON = "passes on"


class Tie(NamedTuple):
    """Ids of two entities, and what the first does with the second."""

    who: str
    whom: str
    kind: TieKind


@dataclass(slots=True)
class Ties:
    """All ties of some articles.

    Attributes:
        counts: How often each is found.
        proofs: Where each is found first.
        names: Of the entities, by id.
    """

    counts: Counter[Tie] = field(default_factory=Counter)
    proofs: dict[Tie, Evidence] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def add(self, who: str | None, whom: str | None, kind: TieKind, proof: Evidence) -> None:
        """Count a tie of two who are known and are not one."""
        if who in self.names and whom in self.names and who != whom:
            tie = Tie(str(who), str(whom), kind)
            self.counts[tie] += 1
            self.proofs.setdefault(tie, proof)


def find_ties(
    readings: Sequence[Reading], claims: Sequence[Claim], copies: Collection[str]
) -> Ties:
    """The ties of a story.

    Args:
        readings: Of its articles.
        claims: Its claims.
        copies: Ids of articles whose text is another's again; they do not count.
    """
    own = [each for each in readings if each.article and each.article.id not in copies]
    ties = Ties(names={e.id: e.name for each in own for e in each.entities if can_act(e)})
    for reading in own:
        _spoken_of(reading, ties)
    for claim in claims:
        said = [each for each in claim.assertions if each.article not in copies]
        _contradicted(said, ties)
        _passed_on(said, ties)
    return ties


def can_act(entity: Entity) -> bool:
    """A person, body or group, or a state; no other place."""
    is_state = entity.name == country_names().get(entity.country or "")
    return entity.kind in ACTING or (entity.kind is EntityKind.PLACE and is_state)


def _spoken_of(reading: Reading, ties: Ties) -> None:
    """The source of an attribution speaks of those whom its content names."""
    if reading.article is None:
        return
    for each in reading.attributions:
        for entity in reading.entities:
            if any(piece.covers(at) for piece in each.content for at in entity.mentions):
                proof = Evidence(reading.article.id, each.content)
                ties.add(each.entity, entity.id, TieKind.SPEAKS_OF, proof)


def _contradicted(said: Sequence[Assertion], ties: Ties) -> None:
    """Who denies or doubts a claim contradicts each who asserts it."""
    for each in said:
        if _is_against(each) and each.attribution is not None:
            for whom in dict.fromkeys(_origin(other) for other in said if _is_for(other)):
                proof = Evidence(each.article, each.span)
                ties.add(_origin(each), whom, TieKind.CONTRADICTS, proof)


def _passed_on(said: Sequence[Assertion], ties: Ties) -> None:
    """Each link of a chain after the outlet that prints it passes on the next."""
    for each in said:
        for link, following in pairwise(each.chain[1:]):
            proof = Evidence(each.article, each.span)
            ties.add(link.entity, following.entity, TieKind.PASSES_ON, proof)


def _is_against(assertion: Assertion) -> bool:
    return assertion.stance in AGAINST or assertion.degree < 0


def _is_for(assertion: Assertion) -> bool:
    return assertion.stance is Stance.ASSERTS and assertion.degree > 0


def _origin(assertion: Assertion) -> str | None:
    return assertion.chain[-1].entity if assertion.chain else None
