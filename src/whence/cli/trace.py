"""`whence trace`: one claim -> the chains from its first speakers to the outlets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, given, make_call, printed
from whence.cli.ledger import one_id, read_now, read_store
from whence.cli.options import (
    AsOf,
    Date,
    Jobs,
    Outlet,
    Quiet,
    Store,
    TraceFormat,
    Verbose,
    examples,
)
from whence.cli.output import width

if TYPE_CHECKING:
    from whence.cli.ledger import Material
    from whence.ledger.claim import Claim

EXAMPLES = examples(
    "whence trace 9c41",
    "whence trace 9c41 --format svg > chain.svg",
    "whence trace 9c41 --in monday.txt --in tuesday.html",
)

ClaimStart = Annotated[
    str,
    typer.Argument(metavar="CLAIM", help="The start of a claim's id.", show_default=False),
]
In = Annotated[
    list[str] | None,
    typer.Option(
        "--in",
        metavar="PATH",
        help="Articles to read now in place of the store; may be given several times.",
        show_default=False,
    ),
]


def trace(
    claim: ClaimStart,
    *,
    paths: In = None,
    as_of: AsOf = None,
    format: Annotated[TraceFormat, typer.Option(help="What to print.")] = TraceFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Draw who said it first and through whom it came to print."""
    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    until = day("--as-of", as_of)
    if paths:
        material = read_now(call, paths, given(outlet, date), until)
    else:
        material = read_store(call, until)
    by_id = {each.id: each for each in material.ledger.claims}
    found = by_id[one_id("claim", list(by_id), claim)]
    others = [each for each in by_id.values() if each.story == found.story]
    printed(_printed(call, found, others, _titles(material), format))
    call.end()


def _titles(material: Material) -> Mapping[str, str]:
    articles = (reading.article for reading in material.readings)
    return {each.id: each.title for each in articles if each and each.title}


def _printed(
    call: Call,
    found: Claim,
    others: list[Claim],
    titles: Mapping[str, str],
    format: TraceFormat,  # noqa: A002
) -> str:
    if format is TraceFormat.SVG:
        from whence.render.trace import trace_svg

        return trace_svg(found, titles, others)
    from whence.render.trace import trace_text

    return trace_text(found, titles, width=width(), colour=call.colour, others=others)
