"""Two things said -> whether they are of one matter, and why, as a sentence.

The vectors only propose; rare words that both have, actors and numbers decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.claims.compare import actors_in, weight_of
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
    actors = actors_in(span, reading) if reading else frozenset()
    return Matter(claim, text, actors, frozenset(stems_of(text)))


def shared(one: Matter, other: Matter) -> float:
    """The weight of the stems that both have, as a share of the lighter side's; 0 to 1."""
    lighter = min(weight_of(one.stems), weight_of(other.stems))
    return weight_of(one.stems & other.stems) / lighter if lighter else 0.0


def shared_of_both(one: Matter, other: Matter) -> float:
    """The weight of the stems that both have, as a share of all; 0 to 1."""
    every = weight_of(one.stems | other.stems)
    return weight_of(one.stems & other.stems) / every if every else 0.0


class Matters:
    """Compares sayings, and remembers the vectors of their words."""

    def __init__(self, vectors: Vectors) -> None:
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

    def why_one(self, one: Matter, other: Matter) -> str | None:
        """Why two sayings are of one matter; None where that is not clear."""
        if one.claim == other.claim:
            return "both are of one claim"
        both = one.stems & other.stems
        if len(both) < FEWEST or shared(one, other) < SHARED:
            return None
        if one.actors and other.actors and not one.actors & other.actors:
            return None
        likeness = self.likeness(one.text, other.text)
        if likeness < LIKENESS:
            return None
        return f"a likeness of {likeness:.2f} and the words {', '.join(sorted(both))}"
