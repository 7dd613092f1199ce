"""What a person asks of some stories -> the ruling that holds it.

Copies go where their original goes: who parts an article parts its copies too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from whence.errors import RulingError
from whence.ledger.ruling import Ruling, RulingKind, void_numbers
from whence.ledger.story import Story
from whence.pipeline.build import Ledger


def merge(ledger: Ledger, story: str, other: str, at: str) -> Ruling:
    """Two stories are one.

    Args:
        ledger: Of all articles.
        story: Id of one.
        other: Id of another.
        at: A moment in UTC.

    Raises:
        RulingError: They are one already.
    """
    if story == other:
        raise RulingError(f"{story} is one story; name two to merge")
    return Ruling(
        number=0,
        kind=RulingKind.MERGE,
        articles=_story(ledger, other).articles,
        others=_story(ledger, story).articles,
        target=(),
        decided_at=at,
    )


def split(ledger: Ledger, story: str, articles: Sequence[str], at: str) -> Ruling:
    """Some articles of a story, with their copies, are a story of their own.

    Raises:
        RulingError: One is not in the story, or none would stay.
    """
    members = _story(ledger, story).articles
    strangers = [each for each in articles if each not in members]
    if strangers:
        raise RulingError(f"article {strangers[0]} is not in story {story}")
    parted = _with_copies(ledger, articles, members)
    stay = tuple(each for each in members if each not in parted)
    if not stay:
        raise RulingError(f"nothing of story {story} would stay; a copy goes with its original")
    return Ruling(0, RulingKind.SPLIT, parted, stay, (), at)


def move(ledger: Ledger, article: str, story: str, at: str) -> Ruling:
    """An article, with its copies, is of another story than the one it is in.

    Raises:
        RulingError: It is there already.
    """
    old = next(each for each in ledger.stories if article in each.articles)
    new = _story(ledger, story)
    if old.id == new.id:
        raise RulingError(f"article {article} is in story {story} already")
    moved = _with_copies(ledger, [article], old.articles)
    left = tuple(each for each in old.articles if each not in moved)
    return Ruling(0, RulingKind.MOVE, moved, left, new.articles, at)


def undo(rulings: Sequence[Ruling], number: int, at: str) -> Ruling:
    """One ruling does not hold any more.

    Raises:
        RulingError: There is none with this number, or it was taken back already.
    """
    by_number = {each.number: each for each in rulings}
    if number not in by_number:
        raise RulingError(f"there is no decision {number}; `whence decisions` lists them")
    void = void_numbers(tuple(rulings))
    if number in void:
        raise RulingError(f"decision {number} was taken back already, by {void[number]}")
    subject = by_number[number].subject
    return Ruling(0, RulingKind.UNDO, (), (), (), at, undoes=number, subject=subject)


def _story(ledger: Ledger, story: str) -> Story:
    return next(each for each in ledger.stories if each.id == story)


def _with_copies(
    ledger: Ledger, articles: Iterable[str], members: Sequence[str]
) -> tuple[str, ...]:
    """Those of a story that are some articles, their originals, or copies of either."""
    original = {copy.article: copy.original for copy in ledger.copies}
    wanted = {original.get(each, each) for each in articles}
    return tuple(each for each in members if original.get(each, each) in wanted)
