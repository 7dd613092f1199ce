"""What a person said of stories: one record for each call of `whence story`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RulingKind(StrEnum):
    """What was asked for."""

    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One thing that a person said; nothing that a program finds later goes against it.

    Attributes:
        number: From 1 in the order in which they were said; 0 for one that is not kept yet.
        articles: Ids of what was merged, parted or moved.
        others: Ids of the story merged with, of those that stay, of the story moved out of.
        target: Ids of the story moved into; empty for the other kinds.
        decided_at: A moment in UTC.
        undoes: Number of the ruling that is taken back; None for the other kinds.
    """

    number: int
    kind: RulingKind
    articles: tuple[str, ...]
    others: tuple[str, ...]
    target: tuple[str, ...]
    decided_at: str
    undoes: int | None = None


def void_numbers(rulings: tuple[Ruling, ...]) -> dict[int, int]:
    """The numbers of rulings that were taken back, each with that of what took it back.

    A taking back can be taken back itself: then what it took back holds again.
    """
    void: dict[int, int] = {}
    for each in sorted(rulings, key=lambda ruling: -ruling.number):
        if each.undoes is not None and each.number not in void:
            void.setdefault(each.undoes, each.number)
    return void
