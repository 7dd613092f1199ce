"""One value given for one counted thing, and all of them in one story by day."""

from __future__ import annotations

from dataclasses import dataclass

from whence.ledger.identity import make_id
from whence.ledger.quantity import Number
from whence.ledger.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One value that one source gives in one article for one counted thing.

    Attributes:
        id: Hash of the article's id and the span.
        story: The story's id.
        claim: Id of the claim that holds it; None for a heading that its own body repeats.
        attribution: Its id in the article; None where the outlet speaks in its own voice.
        span: The words of the quantity, with those that bound it.
        words: Those words.
        low: Least value, included; None where the words leave it open.
        high: Greatest value, included; None where the words leave it open.
        change: "increase" or "decrease" where it says how much more or fewer: no level.
        is_total: Whether the words say that it is how many there are in all.
        unit: The head noun as printed; None where it is left out ("put the dead at 27").
        of: The population, whose they are ("Russia"), where the text says.
        place: The place named beside it, where the text says.
        said_on: The day that it holds for: "as of Saturday", else when it was said where the
            text tells, else when it was printed.
        printed_at: When its article was published.
        outlet: The article's; None where unknown.
        origin: The first speaker's name, the outlet's in its own voice; None: not named.
        origin_entity: The first speaker's id in the article's reading, where resolved.
        via: Names between the outlet and the first speaker, from the outlet on.
        is_named: Whether the first speaker is.
        is_heading: From a headline, standfirst or bullet.
        copied_from: Id of the article whose text its article is again.
        superseded_by: Id of the later figure that replaces it; None for none.
        why: Why that one replaces it, a sentence; None where nothing does.
        is_corrected: Whether its own outlet took it back.
    """

    id: str
    story: str
    claim: str | None
    article: str
    attribution: str | None
    span: Span
    words: str
    low: Number | None
    high: Number | None
    is_approximate: bool
    change: str | None
    is_total: bool
    unit: str | None
    of: str | None
    place: str | None
    said_on: str | None
    printed_at: str | None
    outlet: str | None
    origin: str | None
    origin_entity: str | None
    via: tuple[str, ...]
    is_named: bool
    is_heading: bool
    copied_from: str | None
    superseded_by: str | None = None
    why: str | None = None
    is_corrected: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """What was said, day after day, of how many there are of one thing.

    Attributes:
        id: Hash of its first figure's id.
        story: The story's id.
        label: What is counted, in words of the articles ("people had died").
        figures: At least one, by the day that they hold for, then by when they were printed.
    """

    id: str
    story: str
    label: str
    figures: tuple[Figure, ...]


def figure_id(article: str, span: Span) -> str:
    """The id of the figure in these words of this article."""
    return make_id("figure", article, span.start, span.end)


def history_id(first: str) -> str:
    """The id of the history that begins with a figure of this id."""
    return make_id("history", first)
