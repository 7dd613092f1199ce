"""`whence audit`: a store -> what was done at its desk, and to its users."""

from __future__ import annotations

from typing import Annotated

import typer

from whence.cli.call import day, make_call, opened, printed
from whence.cli.options import LogFormat, Quiet, Store, Verbose, examples
from whence.cli.output import put, width

EXAMPLES = examples(
    "whence audit", "whence audit --since 2026-11-01", "whence audit --format jsonl > audit.jsonl"
)
ALL = 2**31 - 1


def audit(
    *,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only since the start of that day.", show_default=False),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="The latest N lines.", show_default=False),
    ] = None,
    format: Annotated[LogFormat, typer.Option(help="What to print.")] = LogFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List what was done, the earliest first: log-ins, changes of users, corrections.

    Lines are only added to it; the store refuses to change or delete one.
    """
    from whence.pipeline.audit import entries_in

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        found = entries_in(target, since=day("--since", since), limit=limit or ALL)[::-1]
    if not found:
        call.say("nothing was done" + (f" since {since}" if since else " yet"))
    elif format is LogFormat.JSONL:
        from whence.render.contract import audit_json

        for each in found:
            put(f"{audit_json(each)}\n")
    else:
        from whence.render.people import audit_text

        printed(audit_text(found, width=width(), colour=call.colour))
