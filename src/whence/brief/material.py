"""A story with its claims and readings -> what the sections of a brief ask of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from whence.ledger.attribution import Attribution
from whence.ledger.claim import Assertion, Claim
from whence.ledger.drift import LostHedge
from whence.ledger.entity import Entity, EntityKind
from whence.ledger.figure import History
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.ledger.story import Story


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that a brief of one story is made from.

    Attributes:
        claims: Of this story.
        readings: By article id, of this story's articles.
        letters: Article id to the letter of its reference.
        originals: Id of a copy to that of the article whose text it is.
        lost_hedges: Headings of this story's articles firmer than their text.
        histories: Of the story's numbers, those in most articles first.
    """

    story: Story
    claims: tuple[Claim, ...]
    readings: Mapping[str, Reading]
    letters: Mapping[str, str]
    originals: Mapping[str, str]
    lost_hedges: tuple[LostHedge, ...] = ()
    histories: tuple[History, ...] = ()

    def text(self, article: str) -> str:
        """The text of an article."""
        found = self.readings[article].article
        return found.text if found else ""

    def outlet(self, article: str) -> str:
        """The outlet of an article as the contract prints it."""
        found = self.readings[article].article
        return (found.outlet if found else None) or "outlet unknown"

    def entities(self, article: str) -> Sequence[Entity]:
        """The entities of an article."""
        return self.readings[article].entities

    def entity(self, article: str, name: str | None) -> Entity | None:
        """The entity with an id in an article."""
        return next((each for each in self.entities(article) if each.id == name), None)

    def attribution(self, assertion: Assertion) -> Attribution | None:
        """The attribution behind an assertion; None for the outlet's own voice."""
        attributions = self.readings[assertion.article].attributions
        return next((each for each in attributions if each.id == assertion.attribution), None)

    def meant(self, assertion: Assertion) -> Assertion:
        """What "this claim" refers to; the assertion itself where it refers to nothing."""
        return next(
            (
                each
                for claim in self.claims
                for each in claim.assertions
                if assertion.refers_to and each.attribution == assertion.refers_to
            ),
            assertion,
        )

    def sentence(self, article: str, at: int) -> Span | None:
        """The sentence that holds a character."""
        sentences = self.readings[article].sentences
        index = bisect_right(sentences, at, key=lambda each: each.start) - 1
        if index < 0 or at >= sentences[index].end:
            return None
        return sentences[index]

    @staticmethod
    def mention(entity: Entity, near: Span) -> Span | None:
        """The mention of an entity in `near`, else the last before it, else the first."""
        inside = [each for each in entity.mentions if near.covers(each)]
        before = [each for each in entity.mentions if each.end <= near.start]
        return next(iter(inside or before[-1:] or entity.mentions), None)

    def country(self, article: str, code: str | None) -> Entity | None:
        """The state with a code among an article's entities; only states have a sector."""
        return next(
            (
                each
                for each in self.entities(article)
                if code and each.country == code and each.kind is EntityKind.PLACE and each.sector
            ),
            None,
        )
