"""Assertions of one claim, with the chain from the outlet to the first speaker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.attribution import Stance
from whence.ledger.drift import Drift
from whence.ledger.factuality import Certainty, Probability
from whence.ledger.prospect import Prospect
from whence.ledger.quantity import Number
from whence.ledger.span import Spans


class Status(StrEnum):
    """How a claim stands; of several, the first of these applies."""

    WITHDRAWN = "withdrawn"
    DISPUTED = "disputed"
    CONFLICTING = "conflicting"
    CORROBORATED = "corroborated"
    REPEATED = "repeated"
    SINGLE_SOURCE = "single_source"


class Detail(StrEnum):
    """In what two claims differ."""

    POLARITY = "polarity"
    QUANTITY = "quantity"
    ACTOR = "actor"
    PLACE = "place"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain.

    Attributes:
        name: The outlet, the entity's name or the source's words; None where nobody is named.
        entity: Its id in the article's reading, where resolved.
        cue: The words that lead to it; None for the outlet.
    """

    name: str | None
    entity: str | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """The bounds of a quantity that an assertion gives; see `Quantity`."""

    low: Number | None
    high: Number | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class Assertion:
    """One source putting forward one claim in one article: the line of the ledger.

    Attributes:
        article: The article's id.
        attribution: Its id; None where the outlet speaks in its own voice.
        span: The words of the claim in the article.
        chain: From the outlet to the first speaker; the last is the origin.
        asserted_at: When it was said where the text tells, else when it was published.
        certainty: According to the last of the chain.
        outlet: The article's; None where unknown.
        text: The words of `span`.
        is_named: Whether the origin is named.
        is_heading: From a headline, standfirst or bullet.
        quantity_is_approximate: Whether `quantity` is.
        basis: The evidence that the sentence names.
        printed_at: When its article was published.
        copied_from: Id of the article whose text its article is again.
        refers_to: Id of the attribution before it that "this claim" or "the figure" means.
        corrected: What a person corrected of it: "speaker", "stance", "low", "high", "unit".
    """

    article: str
    attribution: str | None
    span: Spans
    chain: tuple[Link, ...]
    stance: Stance
    degree: float
    quantity: Amount | None
    asserted_at: str | None
    certainty: Certainty = Certainty.CERTAIN
    probability: Probability | None = None
    outlet: str | None = None
    text: str = ""
    is_named: bool = True
    is_heading: bool = False
    quantity_is_approximate: bool = False
    basis: str | None = None
    refers_to: str | None = None
    copied_from: str | None = None
    printed_at: str | None = None
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """A first speaker, wire or document, with everything that ends there."""

    name: str | None
    entity: str | None
    is_named: bool
    assertion_count: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Another claim that does not agree in one detail; `why` is a sentence."""

    claim: str
    detail: Detail
    why: str


class RelationKind(StrEnum):
    """How a claim stands to another with which it can agree."""

    MORE_SPECIFIC = "more_specific"
    SUPPORTS = "supports"
    SUPERSEDES = "supersedes"
    CORRECTS = "corrects"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a claim is to another one; `why` is a sentence.

    Attributes:
        claim: Id of the other: the more general one, the one supported, replaced or corrected.
    """

    kind: RelationKind
    claim: str
    why: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition, apart from who says it and how firmly.

    Attributes:
        id: Hash of its first assertion.
        text: Positive; who denies it joins with stance `denies` or a negative degree.
        origin_count: The fewest first speakers that it can have.
        origin_count_high: The most, where unnamed ones may or may not be the same.
        outlet_count: An article without an outlet counts as one of its own.
        assertions: By `asserted_at`, then article, then place.
        is_headlined: Whether a headline, standfirst or bullet says it too.
        drifts: What changed where one of its assertions was passed on.
        relations: To claims of the same story, from this one on.
        prospect: Of a claim about what is to come, what became of it; None for others.
        corrected: What a person decided of it as a whole: "wording", "merged", "split".
    """

    id: str
    story: str | None
    text: str
    status: Status
    first_seen_at: str | None
    last_seen_at: str | None
    assertions: tuple[Assertion, ...]
    origins: tuple[Origin, ...]
    origin_count: int
    origin_count_high: int
    outlet_count: int
    conflicts: tuple[Conflict, ...] = ()
    is_headlined: bool = False
    drifts: tuple[Drift, ...] = ()
    relations: tuple[Relation, ...] = ()
    prospect: Prospect | None = None
    corrected: tuple[str, ...] = ()
