"""`whence stories`: articles, or a store -> the stories of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, given, make_call, printed
from whence.cli.ledger import read_now, read_store
from whence.cli.options import (
    AsOf,
    Date,
    Jobs,
    ListFormat,
    Outlet,
    PathsOrStore,
    Quiet,
    Store,
    Verbose,
    examples,
)
from whence.cli.output import put, width

if TYPE_CHECKING:
    from whence.ledger.story import Story

EXAMPLES = examples("whence stories", "whence stories --format jsonl", "whence stories news/")


def stories(
    paths: PathsOrStore = None,
    *,
    as_of: AsOf = None,
    format: Annotated[ListFormat, typer.Option(help="What to print.")] = ListFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List stories: the articles and claims about one chain of events.

    With paths nothing is kept, and each article counts as known since it was printed.
    """
    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    until = day("--as-of", as_of)
    if paths:
        material = read_now(call, paths, given(outlet, date), until)
    else:
        material = read_store(call, until, with_readings=False)
    _print(call, material.ledger.stories, format)
    call.end()


def _print(call: Call, found: Sequence[Story], format: ListFormat) -> None:  # noqa: A002
    if format is ListFormat.JSONL:
        from whence.render.contract import story_json

        for story in found:
            put(f"{story_json(story)}\n")
    elif format is ListFormat.CSV:
        from whence.render.table import stories_csv

        put(stories_csv(found))
    elif found:
        from whence.render.text import stories_text

        printed(stories_text(found, width=width(), colour=call.colour))
