"""`whence numbers`: one story -> what was said, day after day, of how many there are."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, given, make_call
from whence.cli.ledger import Material, one_id, read_now, read_store
from whence.cli.options import (
    AsOf,
    Date,
    Jobs,
    NumbersFormat,
    Outlet,
    Quiet,
    Store,
    Verbose,
    examples,
)
from whence.cli.output import CallError, is_terminal, put, width
from whence.cli.trace import In

if TYPE_CHECKING:
    from whence.ledger.figure import History
    from whence.ledger.story import Story

EXAMPLES = examples(
    "whence numbers",
    "whence numbers 3f2a --as-of 2024-10-21",
    "whence numbers 3f2a --format csv > figures.csv",
    "whence numbers 3f2a --format png --output toll.png",
    "whence numbers --in monday.txt --in tuesday.html",
)

StoryStart = Annotated[
    str | None,
    typer.Argument(
        metavar="STORY",
        help="The start of a story's id; not needed where one story has numbers.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; without it, standard output.",
        show_default=False,
    ),
]


def numbers(
    story: StoryStart = None,
    *,
    paths: In = None,
    as_of: AsOf = None,
    format: Annotated[NumbersFormat, typer.Option(help="What to print.")] = NumbersFormat.TEXT,  # noqa: A002 - the option's name
    output: Output = None,
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the history of each number: who gave which figure when, and what replaced it."""
    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    until = day("--as-of", as_of)
    if format is NumbersFormat.PNG and output is None and is_terminal():
        raise CallError("a picture is no text for a terminal; name a file with --output")
    if paths:
        material = read_now(call, paths, given(outlet, date), until)
    else:
        material = read_store(call, until)
    chosen, histories = _chosen(material, story)
    if not histories:
        raise call.nothing(f"nobody gives a number in story {chosen.id}")
    _write(_made(call, chosen, histories, format), output)
    call.end()


def _chosen(material: Material, start: str | None) -> tuple[Story, list[History]]:
    """The story that is meant, with its histories.

    Raises:
        CallError: None or several have the start; or none is named and several have numbers.
    """
    from whence.pipeline.count import histories_of

    stories = {each.id: each for each in material.ledger.stories}
    wanted = list(stories) if start is None else [one_id("story", list(stories), start)]
    found = {
        each: histories_of(stories[each], material.ledger, material.readings) for each in wanted
    }
    told = [each for each in wanted if found[each]] or wanted[:1]
    if len(told) == 1:
        return stories[told[0]], found[told[0]]
    some = "; ".join(
        f"{each[:6]} ({stories[each].title or 'without a title'})" for each in told[:5]
    )
    raise CallError(f"{len(told)} stories have numbers; name one: {some}")


def _made(
    call: Call,
    story: Story,
    histories: Sequence[History],
    format: NumbersFormat,  # noqa: A002 - the option's name
) -> bytes:
    match format:
        case NumbersFormat.JSONL:
            from whence.render.contract import figure_json

            lines = [f"{figure_json(h, each)}\n" for h in histories for each in h.figures]
            return "".join(lines).encode()
        case NumbersFormat.CSV:
            from whence.render.table import figures_csv

            return figures_csv(histories).encode()
        case NumbersFormat.SVG:
            from whence.render.plot import plots_svg, plotted

            return plots_svg(plotted(histories)).encode()
        case NumbersFormat.PNG:
            from whence.render.plot import plots_png, plotted

            return plots_png(plotted(histories))
        case NumbersFormat.TEXT:
            from whence.render.histories import histories_text

            text = histories_text(histories, story.title, width=width(), colour=call.colour)
            return text.encode()


def _write(data: bytes, output: Path | None) -> None:
    """To a file, or to standard output.

    Raises:
        CallError: The file cannot be written.
    """
    if output is None and data[:4] == b"\x89PNG":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    elif output is None:
        put(data.decode())
    else:
        try:
            output.write_bytes(data)
        except OSError as error:
            raise CallError(f"{output} cannot be written: {error.strerror}") from error
