"""Where an actor stands on a claim, where it kept silent, and where it turned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.attribution import Stance
from whence.ledger.factuality import Certainty, Probability
from whence.ledger.span import Spans


class Turn(StrEnum):
    """In what two positions of one actor on one matter differ."""

    POLARITY = "polarity"
    STANCE = "stance"
    FIRMNESS = "firmness"


class Reply(StrEnum):
    """How somebody who was asked kept silent."""

    DECLINED = "declined"
    NEITHER = "neither_confirmed_nor_denied"
    NO_ANSWER = "did_not_answer"


@dataclass(frozen=True, slots=True)
class Actor:
    """One who takes positions: a person, a body, a group or a state.

    Attributes:
        id: That of the entity by whose name the articles call it most.
        country: ISO 3166-1 alpha-3 of the state it belongs to or is.
        speaks_for: Names of the body and the state whose position this is as well.
    """

    id: str
    name: str
    country: str | None
    speaks_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """One actor's stance towards one claim in one article.

    Attributes:
        claim: Its id; `text` is its text.
        words: As the article prints them.
        about: What "it" or "the claim" in `words` means; None where they say it themselves.
        cue: The words that give them to the actor ("denied").
        degree: -3 to 3, according to the actor.
        said_on: A day or a moment; when it was printed where the text does not tell.
        through: Those between the outlet and the actor, in the order of the chain.
        is_heading: From a headline, standfirst or bullet.
        copied_from: Id of the article whose text its article is again.
    """

    actor: Actor
    claim: str
    story: str | None
    text: str
    stance: Stance
    degree: float
    certainty: Certainty
    probability: Probability | None
    words: str
    about: str | None
    cue: str | None
    said_on: str | None
    outlet: str | None
    article: str
    attribution: str
    span: Spans
    through: tuple[str, ...] = ()
    is_heading: bool = False
    copied_from: str | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """One actor that was asked and said nothing to the matter.

    Attributes not told here are those of `Position`.

    Attributes:
        claim: Id of the claim that it was asked about.
        about: What it was asked about, in the article's words or, where those are "it", the
            claim's.
    """

    actor: Actor
    reply: Reply
    claim: str
    story: str | None
    about: str
    words: str
    cue: str | None
    said_on: str | None
    outlet: str | None
    article: str
    attribution: str
    span: Spans
    through: tuple[str, ...] = ()
    copied_from: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One actor that took two positions on one matter.

    Attributes:
        earlier: Said on an earlier day than `later`.
        why: A sentence: "denied on 10 September 2025, conceded on 18 September 2025".
        matter: A sentence: why the two are of one matter.
    """

    actor: Actor
    turn: Turn
    earlier: Position
    later: Position
    why: str
    matter: str


@dataclass(frozen=True, slots=True)
class Positions:
    """Where one actor stands.

    Attributes:
        actor: The one asked for.
        voices: Others among those who speak below, whose words are its own: the bodies and
            people of a state, a body's people; those who say most first.
        positions: By the day they were said; without silences.
    """

    actor: Actor
    voices: tuple[Actor, ...]
    positions: tuple[Position, ...]
    silences: tuple[Silence, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ActorCount:
    """An actor with how much of each it has, without what others say for it."""

    actor: Actor
    position_count: int
    silence_count: int
    change_count: int
