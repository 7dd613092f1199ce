"""What a person decided of stories, claims and actors -> sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whence.ledger.ruling import Correction, Field, Place, Ruling, RulingKind, Subject
from whence.render.phrases import day_words
from whence.render.said import ruling_words
from whence.render.terminal import hanging, printed, words
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

LONGEST = 120
"""Characters of a claim that is named."""


def decision_words(ruling: Ruling, titles: Mapping[str, str], said: Mapping[Place, str]) -> str:
    """One ruling as a sentence.

    Args:
        ruling: Of any subject.
        titles: Of articles, by id.
        said: The words that stand in places; a place without any stands by its article.
    """
    if ruling.kind is RulingKind.UNDO or ruling.subject is Subject.STORY:
        return ruling_words(ruling, titles)
    if ruling.subject is Subject.ACTOR:
        return _of_actor(ruling)
    own, other = _words_at(ruling.places, said), _words_at(ruling.other_places, said)
    match ruling.kind:
        case RulingKind.MERGE:
            return f"{own} and {other} are one claim"
        case RulingKind.SPLIT:
            return f"{own} is a claim apart from {other}"
        case _:
            return f"{own}: {_changes(ruling.corrections)}"


def _of_actor(ruling: Ruling) -> str:
    values = {each.field: each for each in ruling.corrections}
    name = values.get(Field.NAME)
    before, after = (
        (one_line(each or "") for each in (name.before, name.after)) if name else ("", "")
    )
    match ruling.kind:
        case RulingKind.MERGE:
            return f"“{before}” is “{after}”"
        case RulingKind.SPLIT:
            some = counted(len(ruling.articles), "article")
            return f"in {some}, “{before}” is somebody else: “{after}”"
        case _:
            return f"an actor: {_changes(ruling.corrections)}"


def _words_at(places: Sequence[Place], said: Mapping[Place, str]) -> str:
    if not places:
        return "words that are gone"
    first = one_line(said.get(places[0], "")) or f"words of article {places[0].article}"
    rest = len(places) - 1
    more = f" and {counted(rest, 'other assertion')}" if rest else ""
    return f"“{shortened(first, LONGEST)}”{more}"


def _changes(corrections: Sequence[Correction]) -> str:
    changed = [each for each in corrections if each.before != each.after]
    return "; ".join(map(correction_words, changed))


def correction_words(correction: Correction) -> str:
    """One value before and after: "stance: “asserts” becomes “denies”"."""
    if correction.field is Field.HIDDEN:
        return "this is no claim" if correction.after else "this is a claim"
    before, after = (
        f"“{one_line(value)}”" if value else "none"
        for value in (correction.before, correction.after)
    )
    return f"{NAMES[correction.field]}: {before} becomes {after}"


NAMES = {
    Field.WORDING: "wording",
    Field.SPEAKER: "first speaker",
    Field.STANCE: "stance",
    Field.LOW: "least number",
    Field.HIGH: "greatest number",
    Field.UNIT: "what is counted",
    Field.HIDDEN: "no claim",
    Field.NAME: "name",
    Field.KIND: "kind",
    Field.ROLE: "role",
}
"""What a field is called where a person reads it."""


def when_words(ruling: Ruling, undone_by: int | None, *, applies: bool) -> str:
    """Who decided it and when, and whether it still does something."""
    told = f"{day_words(ruling.decided_at)}, {one_line(ruling.decided_by)}"
    if ruling.reason:
        told += f": {one_line(ruling.reason)}"
    if undone_by is not None:
        return f"{told} · does not hold: taken back by {undone_by}"
    return told if applies else f"{told} · no longer applies: its words are gone"


def decisions_text(rows: Sequence[tuple[int, str, str]], *, width: int, colour: bool) -> str:
    """Each decision with its number, its sentence, and who decided it when."""
    lines = (each for row in rows for each in _row(*row, width))
    return printed(lines, width=width, colour=colour)


def _row(number: int, said: str, when: str, width: int) -> Iterator[RenderableType]:
    first = f"{number:>3}  "
    yield hanging(words(said), width, first=first)
    yield hanging(words((when, "aside")), width, first=" " * len(first))
