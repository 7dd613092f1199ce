"""The arguments of a call -> the command that answers it, and an exit code.

0 done; 1 done, with inputs that could not be read, or stopped by Ctrl-C; 2 the call itself
is wrong; 3 a fault of the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from whence.cli import (
    actor,
    add,
    audit,
    brief,
    claim,
    claims,
    decisions,
    diff,
    forget,
    init,
    numbers,
    outlet,
    positions,
    read,
    reread,
    search,
    serve,
    show,
    stories,
    story,
    trace,
    user,
)
from whence.cli.output import CallError, put, tell, use_utf8
from whence.errors import (
    NotFoundError,
    OutletError,
    QueryError,
    RulingError,
    UserError,
    WhenceError,
)

DONE, DONE_IN_PART, WRONG_CALL, FAULT = range(4)
_INTERRUPTED = 130
"""What typer makes of a Ctrl-C that no command caught."""

app = typer.Typer(
    name="whence",
    help=(
        "Reads the news coverage of a story and keeps a ledger of its claims: who says so, "
        "through whom, how firmly."
    ),
    epilog=(
        "\b\nWithout a store:\n"
        "  whence brief monday.txt tuesday.html\n"
        "  whence read news/ --format jsonl\n"
        "\b\nWith one:\n"
        "  whence init\n"
        "  whence add news/\n"
        "  whence brief\n"
        "\b\nExit codes: 0 done; 1 done, with inputs that could not be read; 2 the call is\n"
        "wrong; 3 a fault of the program."
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for _module, _command in (
    (read, read.read),
    (brief, brief.brief),
    (claims, claims.claims),
    (stories, stories.stories),
    (init, init.init),
    (add, add.add),
    (show, show.show),
    (trace, trace.trace),
    (numbers, numbers.numbers),
    (forget, forget.forget),
    (reread, reread.reread),
    (positions, positions.positions),
    (diff, diff.diff),
    (search, search.search),
    (serve, serve.serve),
    (audit, audit.audit),
):
    app.command(epilog=_module.EXAMPLES)(_command)


for _group, _name in (
    (story, "story"),
    (claim, "claim"),
    (actor, "actor"),
    (decisions, "decisions"),
    (outlet, "outlet"),
    (user, "user"),
):
    app.add_typer(_group.app, name=_name)


def _print_version(*, is_wanted: bool) -> None:
    if is_wanted:
        from whence.pipeline.settings import program_version

        put(f"whence {program_version()}\n")
        raise typer.Exit


@app.callback()
def whence(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=lambda value: _print_version(is_wanted=value),
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Nothing to do before the command."""


def main() -> None:
    """Run the command that the process was started with."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # processes share the cores, not threads
    use_utf8()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command; whatever happens becomes an exit code and one line."""
    try:
        app(list(arguments), prog_name="whence")
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else DONE
        if code == _INTERRUPTED:
            tell("stopped")
            return DONE_IN_PART
        return code
    except (
        CallError,
        NotFoundError,
        OutletError,
        QueryError,
        RulingError,
        UserError,
    ) as error:
        tell(str(error))
        return WRONG_CALL
    except WhenceError as error:
        tell(str(error))
    except Exception as error:  # noqa: BLE001 - the border: the user gets one line, not a traceback
        _tell_fault(error, is_verbose=not {"--verbose", "-v"}.isdisjoint(arguments))
    return FAULT


def _tell_fault(error: Exception, *, is_verbose: bool) -> None:
    if is_verbose:
        import traceback

        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    advice = "report this" if is_verbose else "run it again with --verbose and report what it says"
    tell(f"a fault of the program ({what}); {advice}")
