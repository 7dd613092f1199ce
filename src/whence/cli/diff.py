"""`whence diff`: a store and two days -> what it learned of a story between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, make_call, opened, printed
from whence.cli.ledger import encoder_of
from whence.cli.options import DiffFormat, Quiet, Store, Verbose, examples
from whence.cli.output import CallError, put, width

if TYPE_CHECKING:
    from whence.ledger.difference import Differences

EXAMPLES = examples(
    "whence diff 3f2a --since 2025-03-05",
    "whence diff 3f2a --since 2025-03-05 --until 2025-03-08",
    "whence diff 3f2a --since 2025-03-05 --format jsonl",
)

StoryStart = Annotated[
    str,
    typer.Argument(metavar="STORY", help="The start of a story's id.", show_default=False),
]


def diff(
    story: StoryStart,
    *,
    since: Annotated[
        str,
        typer.Option(
            "--since",
            metavar="DATE",
            help="What was known at the end of that day is not told again.",
            show_default=False,
        ),
    ],
    until: Annotated[
        str | None,
        typer.Option(
            "--until",
            metavar="DATE",
            help="Only what was known at the end of that day.  [default: now]",
            show_default=False,
        ),
    ] = None,
    format: Annotated[DiffFormat, typer.Option(help="What to print.")] = DiffFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Tell what the store learned of a story since the end of a day.

    New claims, denials, doubts and silences, how claims stand, moved numbers, articles,
    copies and versions, stories that became one or parted. A day is when the store learned
    of an article (`add --learned-at`), not when it was printed.
    """
    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    first, last = str(day("--since", since)), day("--until", until)
    if last is not None and last < first:
        raise CallError(f"--until {last} is before --since {first}")
    _print(call, _find(call, story, first, last), format)
    call.end()


def _find(call: Call, story: str, since: str, until: str | None) -> Differences:
    from whence.pipeline.diff import find_story_differences
    from whence.pipeline.settings import program_version

    with opened(call) as source:
        return find_story_differences(
            source, encoder_of(source), program_version(), story, since=since, until=until
        )


def _print(call: Call, found: Differences, format: DiffFormat) -> None:  # noqa: A002
    if format is DiffFormat.JSONL:
        from whence.render.contract import difference_json

        for each in found.differences:
            put(f"{difference_json(each)}\n")
    else:
        from whence.render.differences import differences_text

        printed(differences_text(found, width=width(), colour=call.colour))
