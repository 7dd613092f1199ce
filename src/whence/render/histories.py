"""Histories of numbers -> a readable table of each, for a terminal of a given width."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from whence.render.phrases import day_words, name_words, number_words
from whence.render.terminal import hanging, printed, table, words
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from whence.ledger.figure import Figure, History

COLUMNS = ("day", "figure", "said by", "in", "")
WHY_LENGTH = 200
"""Characters of the reason why a figure is replaced."""

PER_CENT = "%"

_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Row:
    """One figure of one first speaker, with all who print it.

    Attributes:
        figure: The first of them; one of a body, where there is one, before one of a heading.
        outlets: Of the originals; `copies`: of those that print an original again.
    """

    figure: Figure
    outlets: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)


def histories_text(
    histories: Sequence[History], title: str | None, *, width: int, colour: bool
) -> str:
    """Each history as a table; what was given once stands in one list at the end."""
    return printed(_histories(histories, title, width), width=width, colour=colour)


def rows_of(history: History) -> list[Row]:
    """The figures of a history, those that say the same by the same way together."""
    rows: dict[tuple[object, ...], Row] = {}
    for each in history.figures:
        if each.copied_from is None or _original(each, rows) is None:
            row = rows.setdefault(_sameness(each), Row(each))
            row.figure = each if row.figure.is_heading and not each.is_heading else row.figure
            _add(row.copies if each.copied_from else row.outlets, each)
    for each in history.figures:
        original = _original(each, rows)
        if each.copied_from is not None and original is not None:
            _add(original.copies, each)
    return list(rows.values())


def _add(outlets: list[str], figure: Figure) -> None:
    name = one_line(figure.outlet or "") or "outlet unknown"
    if name not in outlets:
        outlets.append(name)


def _original(figure: Figure, rows: Mapping[tuple[object, ...], Row]) -> Row | None:
    """The row of the text that a copy prints again."""
    said = _sameness(figure)[1:5]
    return next(
        (
            row
            for key, row in rows.items()
            if key[1:5] == said and row.figure.article == figure.copied_from
        ),
        None,
    )


def _sameness(figure: Figure) -> tuple[object, ...]:
    """The day; then who, and the number; then through whom, and what replaces it."""
    speaker = figure.origin_entity or (figure.origin or figure.article).casefold()
    is_own = figure.attribution is None
    return (
        (figure.said_on or "")[:10],
        speaker,
        figure.low,
        figure.high,
        figure.change,
        is_own,
        () if is_own else figure.via,
        figure.superseded_by,
    )


def _histories(
    histories: Sequence[History], title: str | None, width: int
) -> Iterator[RenderableType]:
    if title:
        yield hanging(words((one_line(title), "title")), width)
        yield ""
    several = [(history, rows) for history in histories if len(rows := rows_of(history)) > 1]
    once = [(history, rows[0]) for history in histories if len(rows := rows_of(history)) == 1]
    for history, rows in several:
        yield from _history(history, rows, width)
    if once:
        yield words(("Given once", "heading"))
        for history, row in once:
            who = f"{_speaker(row)}; {_outlets(row)}" if _outlets(row) else _speaker(row)
            what = f"{figure_words(row.figure)} {one_line(history.label)}"
            day = day_words(row.figure.said_on)
            yield hanging(words(what, (f" — {who}, {day}", "aside")), width, first="  • ")
        yield ""


def _history(history: History, rows: Sequence[Row], width: int) -> Iterator[RenderableType]:
    figures = counted(len(history.figures), "figure")
    speakers = counted(
        len({(row.figure.origin_entity or row.figure.origin) for row in rows}), "source"
    )
    heading = words((one_line(history.label), "heading"), (f"  {figures}, {speakers}", "aside"))
    yield hanging(heading, width)
    notes = _notes(history, rows)
    cells = [_cells(row, notes) for row in rows]
    columns = COLUMNS if notes else COLUMNS[:-1]
    found = table(columns, [each[: len(columns)] for each in cells], width=width)
    if found is not None:
        yield found
    else:
        yield from (_stacked(each, width) for each in cells)
    for (newer, why), number in notes.items():
        sentence = replaced_words(history, newer, why)
        yield hanging(words((sentence, "aside")), width, first=f"  {_sign(number)} ")
    yield ""


def _stacked(cells: Sequence[str], width: int) -> RenderableType:
    day, figure, who, where, note = cells
    line = words(f"{day}: ", (figure, "source"), f" — {who}; {where}", (f"  {note}", "aside"))
    return hanging(line, width, first="  • ")


def _cells(row: Row, notes: dict[tuple[str, str], int]) -> list[str]:
    figure = row.figure
    number = notes.get(_note_key(figure)) if figure.superseded_by else None
    note = f"replaced {_sign(number)}" if number else ""
    return [
        day_words(figure.said_on),
        figure_words(figure),
        _speaker(row),
        _outlets(row) or "–",
        note,
    ]


def _sign(number: int) -> str:
    return f"[{number}]"


def figure_words(figure: Figure) -> str:
    """`at least 14`, as printed; a plain number in digits, a change as "up 3"."""
    said = one_line(figure.words)
    is_plain = figure.low is not None and figure.low == figure.high and not figure.is_approximate
    if is_plain and figure.low is not None and not _DIGIT.search(said) and figure.unit != PER_CENT:
        said = number_words(figure.low)
    direction = {"increase": "up ", "decrease": "down "}.get(figure.change or "", "")
    return f"{direction}{said[:1].lower()}{said[1:]}"


def _speaker(row: Row) -> str:
    figure = row.figure
    if figure.attribution is None:
        return f"{name_words(figure.origin)}, in its own voice"
    unnamed = "" if figure.is_named or not figure.origin else " (not named)"
    through = f", through {', '.join(map(one_line, figure.via))}" if figure.via else ""
    return f"{name_words(figure.origin)}{unnamed}{through}"


def _outlets(row: Row) -> str:
    """Where it stands; nothing where the outlet is the speaker."""
    own = one_line(row.figure.origin or "") if row.figure.attribution is None else None
    parts = [name for name in row.outlets if name != own]
    parts += [f"{name} (copy)" for name in row.copies if name not in row.outlets]
    return ", ".join(parts)


def _note_key(figure: Figure) -> tuple[str, str]:
    return (figure.superseded_by or "", figure.why or "")


def _notes(history: History, rows: Sequence[Row]) -> dict[tuple[str, str], int]:
    """The number of each reason: the newer figure's id, and why it replaces."""
    by_id = {each.id: each for each in history.figures}
    notes: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.figure.superseded_by in by_id:
            notes.setdefault(_note_key(row.figure), len(notes) + 1)
    return notes


def replaced_words(history: History, newer: str, why: str) -> str:
    """`replaced by 27 (Ada Lund, 8 June 2025): the text says so: “…”`."""
    figure = next(each for each in history.figures if each.id == newer)
    who = f"{name_words(figure.origin)}, {day_words(figure.said_on)}"
    return f"replaced by {figure_words(figure)} ({who}): {shortened(why, WHY_LENGTH)}"
