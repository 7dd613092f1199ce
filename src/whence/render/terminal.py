"""Styled lines -> a string of a given width, with or without colour."""

from __future__ import annotations

from functools import cache
from io import StringIO
from typing import TYPE_CHECKING

from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console, RenderableType
    from rich.text import Text

NARROWEST = 20
"""Columns; a narrower terminal is written to as if it were this wide."""

STYLES = {
    "title": "bold",
    "heading": "bold",
    "letters": "cyan",
    "aside": "dim",
    "source": "bold cyan",
    "cue": "yellow",
    "content": "green",
    "boilerplate": "dim",
    "warning": "red",
}
"""What is coloured how; never the only sign, words or marks say the same."""


def console(width: int, *, colour: bool) -> Console:
    """A console that writes to a string and looks at nothing of the machine."""
    from rich.console import Console
    from rich.theme import Theme

    return Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        height=1000,
        force_terminal=colour,
        color_system="standard" if colour else None,
        theme=Theme(STYLES, inherit=True),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def printed(renderables: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """All of some, one under the other; no line ends in blanks, the last ends in a line feed."""
    sheet = console(width, colour=colour)
    for each in renderables:
        sheet.print(each)
    text = sheet.file.getvalue()  # type: ignore[attr-defined]
    return "".join(f"{line.rstrip(' ')}\n" for line in text.split("\n")[:-1])


@cache
def _measure() -> Console:
    return console(80, colour=False)


def words(*parts: tuple[str, str] | str) -> Text:
    """A text of plain parts and (part, style) pairs; white space is kept."""
    from rich.text import Text

    text = Text()
    for part in parts:
        text.append(*part) if isinstance(part, tuple) else text.append(part)
    return text


def hanging(text: Text, width: int, *, first: str = "", rest: str | None = None) -> Text:
    """The text wrapped to `width`, its first line after `first`, the others after `rest`.

    `rest` None stands for blanks as wide as `first`.
    """
    from rich.cells import cell_len
    from rich.text import Text

    indent = " " * cell_len(first) if rest is None else rest
    room = max(max(width, NARROWEST) - max(cell_len(first), cell_len(indent)), NARROWEST // 2)
    lines = text.wrap(_measure(), room, tab_size=4) if text.plain else [Text()]
    result = Text(no_wrap=True, overflow="ignore")
    for at, line in enumerate(lines):
        result.append("\n" if at else "")
        result.append(indent if at else first)
        line.rstrip()
        result.append_text(line)
    return result


def table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], *, width: int
) -> RenderableType | None:
    """A table of `rows` where `width` leaves its cells room to be read, else None."""
    from rich import box
    from rich.padding import Padding
    from rich.table import Table

    if len(columns) * MIN_COLUMN > width or _tallest(columns, rows, width) > MOST_LINES:
        return None
    grid = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="heading")
    for name in columns:
        grid.add_column(one_line(name), overflow="fold", vertical="top")
    for row in rows:
        grid.add_row(*(words(one_line(cell)) for cell in row))
    return Padding(grid, (0, 0, 0, 2), expand=False)


def _tallest(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> float:
    """About how many lines the longest cell takes when the other columns are kept narrow."""
    from rich.cells import cell_len

    table_rows = [columns, *rows]
    longest = [max(cell_len(one_line(row[at])) for row in table_rows) for at in range(len(columns))]
    others = sorted(longest)[:-1]
    room = width - sum(min(each, MIN_COLUMN + 5) + 3 for each in others)
    return max(longest) / max(room, MIN_COLUMN)


MOST_LINES = 6
"""Lines of the longest cell; a taller one is easier to read stacked."""

MIN_COLUMN = 15
"""Columns of the terminal that a column of a table needs: two words of usual length."""
