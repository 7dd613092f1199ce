"""Two things said -> whether they are of one matter, and why, as a sentence.

The vectors only propose; rare words that both have, actors and numbers decide.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whence.claims.port import Vectors
from whence.ledger.reading import Reading
from whence.ledger.span import Spans
from whence.text.stems import stems_of

LIKENESS = 0.6  # of two sentences; both figures ours, on the examples and real news, 2026-11
SHARED = 0.5  # of the rarer words of the shorter side, by weight
FEWEST = 2  # stems that both have


@dataclass(frozen=True, slots=True)
class Matter:
    """What is compared of a saying.

    Attributes:
        claim: Id of its claim.
        text: Its words, or those they refer to.
        actors: Countries (alpha-3) and ids of entities that its words name.
        stems: Of its content words.
    """

    claim: str
    text: str
    actors: frozenset[str]
    stems: frozenset[str]


def matter_of(claim: str, text: str, span: Spans, reading: Reading | None) -> Matter:
    """What is compared of some words of an article."""
    entities = reading.entities if reading else ()
    actors = {
        each.country or each.id
        for each in entities
        if any(piece.overlaps(mention) for piece in span for mention in each.mentions)
    }
    return Matter(claim, text, frozenset(actors), frozenset(stems_of(text)))


class Matters:
    """Compares sayings of one story; a stem counts more the rarer the story has it."""

    def __init__(self, texts: Iterable[str], vectors: Vectors) -> None:
        """Weigh the stems of all texts of a story.

        Source: inverse document frequency, Spärck Jones (1972),
        https://doi.org/10.1108/eb026526
        """
        stems = [frozenset(stems_of(text)) for text in texts]
        counts = Counter(stem for each in stems for stem in each)
        self._weights: Mapping[str, float] = {
            stem: math.log(1 + len(stems) / count) for stem, count in counts.items()
        }
        self._rarest = math.log(1 + len(stems))
        self._vectors = vectors
        self._known: dict[str, Sequence[float]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Ask for the vectors of some texts at once."""
        missing = sorted(set(texts) - self._known.keys())
        if missing:
            self._known |= zip(missing, self._vectors.vectors(missing), strict=True)

    def likeness(self, one: str, other: str) -> float:
        """Of two texts, -1 to 1."""
        self.learn((one, other))
        return sum(a * b for a, b in zip(self._known[one], self._known[other], strict=True))

    def shared(self, one: Matter, other: Matter) -> float:
        """The weight of the stems that both have, as a share of the lighter side's; 0 to 1."""
        lighter = min(self._weight(one.stems), self._weight(other.stems))
        return self._weight(one.stems & other.stems) / lighter if lighter else 0.0

    def shared_of_both(self, one: Matter, other: Matter) -> float:
        """The weight of the stems that both have, as a share of all; 0 to 1."""
        every = self._weight(one.stems | other.stems)
        return self._weight(one.stems & other.stems) / every if every else 0.0

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(self._weights.get(stem, self._rarest) for stem in sorted(stems))

    def why_one(self, one: Matter, other: Matter) -> str | None:
        """Why two sayings are of one matter; None where that is not clear."""
        if one.claim == other.claim:
            return "both are of one claim"
        both = one.stems & other.stems
        if len(both) < FEWEST or self.shared(one, other) < SHARED:
            return None
        if one.actors and other.actors and not one.actors & other.actors:
            return None
        likeness = self.likeness(one.text, other.text)
        if likeness < LIKENESS:
            return None
        return f"a likeness of {likeness:.2f} and the words {', '.join(sorted(both))}"
