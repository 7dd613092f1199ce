"""`whence decisions`: what was decided of stories, claims and actors, and taking it back."""

from __future__ import annotations

from typing import Annotated

import typer

from whence.cli.call import day, make_call, opened
from whence.cli.deciding import By, Reason, decided, print_standings, table
from whence.cli.options import AsOf, Quiet, StateFormat, Store, Verbose, examples
from whence.cli.output import put

EXAMPLES = examples(
    "whence decisions", "whence decisions --format jsonl", "whence decisions undo 3"
)

app = typer.Typer(
    help="List what was decided of stories, claims and actors, the latest first; take it back.",
    epilog=EXAMPLES,
    invoke_without_command=True,
    rich_markup_mode=None,
)


@app.callback()
def decisions(
    context: typer.Context,
    *,
    format: Annotated[StateFormat, typer.Option(help="What to print.")] = StateFormat.TEXT,  # noqa: A002 - the option's name
    as_of: AsOf = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List every decision, the latest first."""
    if context.invoked_subcommand is not None:
        return
    from whence.pipeline.settle import standings

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        found = standings(target, as_of=day("--as-of", as_of))
        if format is StateFormat.JSONL:
            from whence.render.contract import decision_json

            for each in found:
                put(f"{decision_json(each.ruling, each.undone_by, applies=each.applies)}\n")
        elif found:
            print_standings(call, target, found)
        else:
            call.say("nothing was decided yet; `whence claim merge` joins two claims")


@app.command(epilog=examples("whence decisions undo 3"))
def undo(
    number: Annotated[
        int,
        typer.Argument(metavar="N", help="Its number in `whence decisions`.", show_default=False),
    ],
    *,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take a decision back; to take the taking back back, undo that."""
    from whence.pipeline.settle import take_back
    from whence.store.rulings import load_rulings

    with table(store, quiet=quiet, verbose=verbose) as target:
        with target.store.reading() as connection:
            rulings = load_rulings(connection)
        target.keep(take_back(rulings, number, decided(by, reason)))
