"""What a person said of stories, claims and actors: one record for each decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from whence.ledger.claim import Assertion
from whence.ledger.span import hull

LONGEST_REASON = 500
"""Characters of why a decision was made."""

LOCAL = "local"
"""Who decides where nobody is asked for a name."""


class RulingKind(StrEnum):
    """What was asked for."""

    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    UNDO = "undo"
    CORRECT = "correct"


class Subject(StrEnum):
    """What was decided of."""

    STORY = "story"
    CLAIM = "claim"
    ACTOR = "actor"


class Field(StrEnum):
    """What can be corrected: of a claim, of an assertion, of an actor."""

    WORDING = "wording"
    SPEAKER = "speaker"
    STANCE = "stance"
    LOW = "low"
    HIGH = "high"
    UNIT = "unit"
    HIDDEN = "hidden"
    NAME = "name"
    KIND = "kind"
    ROLE = "role"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an assertion stands: what names it after claims are made anew.

    Attributes:
        start: Of the smallest range that holds its words; `end` is not in it.
        attribution: Its id; "" where the outlet speaks in its own voice.
    """

    article: str
    start: int
    end: int
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One value as it was read, and as a person says it is; None for no value."""

    field: Field
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """One thing that a person said; nothing that a program finds later goes against it.

    Attributes:
        number: From 1 in the order in which they were said; 0 for one that is not kept yet.
        articles: Ids of what was merged, parted or moved; of an actor's split or correction,
            the articles that it is about, empty for all.
        others: Ids of the story merged with, of those that stay, of the story moved out of.
        target: Ids of the story moved into; empty for the other kinds.
        decided_at: A moment in UTC.
        undoes: Number of the ruling that is taken back; None for the other kinds.
        decided_by: The person's name.
        reason: At most `LONGEST_REASON` characters; None where no reason is given.
        places: Of a claim: the assertions merged, parted or corrected, the first one leading.
        other_places: Of a claim: the assertions of the other claim, or those that stay.
        actors: Ids of the entities that are another one, or whose values are corrected.
        corrections: Values before and after; of an actor's merge and split, whom it becomes.
    """

    number: int
    kind: RulingKind
    articles: tuple[str, ...]
    others: tuple[str, ...]
    target: tuple[str, ...]
    decided_at: str
    undoes: int | None = None
    subject: Subject = Subject.STORY
    decided_by: str = LOCAL
    reason: str | None = None
    places: tuple[Place, ...] = ()
    other_places: tuple[Place, ...] = ()
    actors: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


def place_of(assertion: Assertion) -> Place:
    """What names an assertion, whatever claim it is in."""
    whole = hull(assertion.span)
    return Place(assertion.article, whole.start, whole.end, assertion.attribution or "")


def void_numbers(rulings: tuple[Ruling, ...]) -> dict[int, int]:
    """The numbers of rulings that were taken back, each with that of what took it back.

    A taking back can be taken back itself: then what it took back holds again.
    """
    void: dict[int, int] = {}
    for each in sorted(rulings, key=lambda ruling: -ruling.number):
        if each.undoes is not None and each.number not in void:
            void.setdefault(each.undoes, each.number)
    return void


def in_force(rulings: tuple[Ruling, ...], subject: Subject) -> list[Ruling]:
    """Those of one subject that hold, the earliest first."""
    void = void_numbers(rulings)
    return [
        each
        for each in sorted(rulings, key=lambda ruling: ruling.number)
        if each.subject is subject and each.kind is not RulingKind.UNDO and each.number not in void
    ]
