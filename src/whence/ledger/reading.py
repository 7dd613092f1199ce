"""All that was read in one article."""

from __future__ import annotations

from dataclasses import dataclass

from whence.ledger.article import Article
from whence.ledger.attribution import Attribution, OwnWords
from whence.ledger.entity import Entity
from whence.ledger.notice import Notice
from whence.ledger.quantity import Quantity
from whence.ledger.span import Spans
from whence.ledger.time import Time


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and what it says; a function of the article alone.

    Attributes:
        path: As in the article.
        article: None where the input could not be read; the notices say why.
    """

    path: str
    article: Article | None
    sentences: Spans = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    own_words: tuple[OwnWords, ...] = ()
    notices: tuple[Notice, ...] = ()
