"""The records of a story -> its pictures, by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.brief import Brief
from whence.ledger.claim import Claim
from whence.ledger.position import Position
from whence.ledger.reading import Reading
from whence.render.pictures.network import network_picture
from whence.render.pictures.numbers import numbers_picture
from whence.render.pictures.picture import Picture
from whence.render.pictures.places import places_picture
from whence.render.pictures.positions import positions_picture
from whence.render.pictures.timeline import timeline_picture


class Name(StrEnum):
    """Of a picture, as it stands in addresses."""

    NUMBERS = "numbers"
    TIMELINE = "timeline"
    POSITIONS = "positions"
    MAP = "map"
    NETWORK = "network"

    @property
    def label(self) -> str:
        """What a link to it says."""
        return self.value.capitalize()


_WITHOUT = {
    Name.NUMBERS: "No number is given of anything on a day that is known.",
    Name.TIMELINE: "No article has a day.",
    Name.POSITIONS: "Nobody who is known takes a position on a day that is known.",
    Name.MAP: "No place is named that is known to lie somewhere.",
    Name.NETWORK: "Nobody who is known speaks of somebody else who is known.",
}


@dataclass(frozen=True, slots=True)
class StoryPictures:
    """What all pictures of one story are made from.

    Attributes:
        readings: Of its articles.
        copies: Ids of articles whose text is another's again.
        positions: Of all actors, silences among them.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    copies: frozenset[str]
    brief: Brief
    positions: tuple[Position, ...]

    def picture(self, name: Name) -> Picture | None:
        """One of them; None where there is nothing to draw."""
        part = self.brief.stories[0] if self.brief.stories else None
        match name:
            case Name.NUMBERS:
                return numbers_picture(part.histories if part else ())
            case Name.TIMELINE:
                return timeline_picture(part, self.brief.references, self.claims)
            case Name.POSITIONS:
                return positions_picture(self.positions)
            case Name.MAP:
                return places_picture(self.readings, self.copies)
            case Name.NETWORK:
                return network_picture(self.readings, self.claims, self.copies)


def sentence_without(name: Name) -> str:
    """What is said where there is no picture."""
    return _WITHOUT[name]
