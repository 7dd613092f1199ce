"""Who says what, by which words, how firmly, on what basis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.article import BlockKind
from whence.ledger.factuality import Certainty, Polarity, Probability
from whence.ledger.identity import make_id
from whence.ledger.span import Span, Spans


class Quotation(StrEnum):
    """How content is given: inside marks, reported, or both (Pareti et al. 2013)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the source does with the content."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    NEITHER = "neither_confirms_nor_denies"
    DECLINES = "declines_to_comment"
    ASKS = "asks"
    DEMANDS = "demands"
    INTENDS = "intends"
    WARNS = "warns"
    FEARS = "fears"
    SUPPORTS = "supports"
    OPPOSES = "opposes"


class Basis(StrEnum):
    """The evidence that the sentence names; where several apply, the first of these."""

    IMAGERY = "imagery"
    INTELLIGENCE = "intelligence"
    DOCUMENT = "document"
    EYEWITNESS = "eyewitness"
    MEDIA = "media"
    EXPERT = "expert"
    OFFICIAL_STATEMENT = "official_statement"
    UNNAMED = "unnamed"


class Medium(StrEnum):
    """Where the source said it."""

    SPEECH = "speech"
    INTERVIEW = "interview"
    PRESS_BRIEFING = "press_briefing"
    STATEMENT = "statement"
    SOCIAL_POST = "social_post"
    DOCUMENT = "document"
    BROADCAST = "broadcast"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The relation in which a source, by a cue, is given as owner of a content.

    Attributes:
        id: Hash of the article's id and the three roles' spans.
        source: Empty where the text names nobody ("reportedly").
        cue: Empty where nothing but position or marks makes the link.
        content: At least one piece.
        within: Id of the attribution whose content holds this one.
        entity: Id of the entity behind the source; None where unsure.
        degree: -3 to 3, according to the source.
        said_at: When the source said it, where the text tells.
        is_named: False where there is no source, and for "officials", "reports".
        score: 0 to 1, orders only; not calibrated.
        reader: The network's name and version, or the rule, that found it.
    """

    id: str
    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    within: str | None
    entity: str | None
    stance: Stance
    certainty: Certainty
    polarity: Polarity
    degree: float
    probability: Probability | None
    basis: Basis | None
    medium: Medium | None
    said_at: str | None
    is_named: bool
    score: float
    reader: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the outlet says in its own voice: nobody else is given as its source.

    Attributes:
        span: A headline, standfirst, bullet, or a sentence with a quantity or a named actor.
        kind: Of the block that holds it.
        degree: -3 to 3, according to the outlet.
    """

    span: Span
    kind: BlockKind
    certainty: Certainty
    polarity: Polarity
    degree: float


def attribution_id(article: str, source: Spans, cue: Spans, content: Spans) -> str:
    """The id of an attribution with these spans in this article."""
    return make_id("attribution", article, source, cue, content)
