"""What a search finds: an article, a quotation, or a claim in one of its wordings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from whence.ledger.attribution import Stance
from whence.ledger.claim import Status
from whence.ledger.span import Span

MOST_COUNTED = 1_000
"""Where counting hits stops; one more stands for more."""


class Kind(StrEnum):
    """What can be found."""

    CLAIMS = "claims"
    QUOTATIONS = "quotations"
    ARTICLES = "articles"

    @property
    def one(self) -> str:
        """What one of them is called."""
        return {"claims": "claim", "quotations": "quotation", "articles": "article"}[self.value]


class Piece(NamedTuple):
    """Some characters, and whether they were searched for."""

    words: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One article, one quotation, or one claim in one of its wordings.

    Attributes:
        id: Of the article, the attribution or the claim.
        article: Where its words stand.
        span: The quotation, the wording, or the first words of an article that were searched
            for; None where an article has them in its title alone.
        excerpt: Of the words, those that were searched for marked.
        claim: Its id for a claim; None for others.
        story: Of the article; None where it has none yet.
        title: The article's.
        published_at: The article's day or moment.
        learned_at: When the store learned of the article.
        who: The first speaker or the source, by name where it is known whom the words mean.
        stance: Of `who`; None for articles.
        status: Of the claim, as it stands now; None for others.
        score: The greater the better; it only orders hits of one kind and query.
    """

    kind: Kind
    id: str
    article: str
    span: Span | None
    excerpt: tuple[Piece, ...]
    claim: str | None
    story: str | None
    title: str | None
    outlet: str | None
    published_at: str | None
    learned_at: str
    who: str | None
    stance: Stance | None
    status: Status | None
    score: float
