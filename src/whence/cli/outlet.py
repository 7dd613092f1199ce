"""`whence outlet ...`: what a user says of outlets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, make_call, now, opened, printed
from whence.cli.options import ListFormat, Quiet, Store, Verbose, examples
from whence.cli.output import CallError, put, width
from whence.text.counting import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.outlet import Outlet

EXAMPLES = examples(
    'whence outlet set "The Seoul Lantern" --alias Lantern --domain lantern.example',
    "whence outlet set Reuters --country GBR --reliability B",
    "whence outlet import outlets.toml",
    "whence outlet list --format csv > outlets.csv",
    "whence outlet remove Reuters",
)

app = typer.Typer(
    help=(
        "Say what outlets are called, where they are and how reliable you find them; the"
        " ledger then has one name for each."
    ),
    epilog=EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The outlet's name.", show_default=False)]
Aliases = Annotated[
    list[str] | None,
    typer.Option(
        "--alias", metavar="NAME", help="Another name; may be given several times.",
        show_default=False,
    ),
]  # fmt: skip
Domains = Annotated[
    list[str] | None,
    typer.Option(
        "--domain", metavar="DOMAIN", help="Where it is; may be given several times.",
        show_default=False,
    ),
]  # fmt: skip
Country = Annotated[
    str | None,
    typer.Option(
        "--country", metavar="CODE", help="ISO 3166-1 alpha-3, or a name.", show_default=False
    ),
]
Ownership = Annotated[
    str | None,
    typer.Option("--ownership", metavar="WORDS", help="Whose it is.", show_default=False),
]
Reliability = Annotated[
    str | None,
    typer.Option(
        "--reliability",
        metavar="A-F",
        help="Admiralty scale: A completely reliable to E unreliable, F cannot be judged.",
        show_default=False,
    ),
]


@app.command(
    name="set",
    epilog=examples(
        'whence outlet set "The Seoul Lantern" --alias Lantern --domain lantern.example',
        'whence outlet set Reuters --ownership "Thomson Reuters" --reliability B',
    ),
)
def set_(
    name: Name,
    *,
    alias: Aliases = None,
    domain: Domains = None,
    country: Country = None,
    ownership: Ownership = None,
    reliability: Reliability = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say something of an outlet.

    What is given takes the place of what was said before, "" of nothing; the rest stays.
    """
    from whence.lexicon.outlet_lists import make_outlet
    from whence.pipeline.know import outlet_called, outlets_in, set_outlets

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        before = outlet_called(outlets_in(target), name)
        if before is not None and " ".join(name.split()) in before.aliases:
            raise CallError(f"{name} is another name of {before.name}; set {before.name!r}")
        outlet = make_outlet(
            name,
            before.aliases if alias is None and before else alias or (),
            before.domains if domain is None and before else domain or (),
            before.country if country is None and before else country,
            before.ownership if ownership is None and before else ownership,
            before.reliability if reliability is None and before else reliability,
        )
        set_outlets(target, [outlet], now())
    _print(call, [outlet], ListFormat.TEXT)


@app.command(
    name="import",
    epilog=examples("whence outlet import outlets.toml", "whence outlet import outlets.csv"),
)
def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help='TOML with [[outlet]] name = "...", aliases = ["..."]; or CSV with a line of'
            " columns: name,aliases,domains,country,ownership,reliability.",
            show_default=False,
        ),
    ],
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say what a file says of outlets: all of it, or after a mistake nothing.

    An outlet of the file takes the place of what was said of it before.
    """
    from whence.errors import OutletError
    from whence.lexicon.outlet_lists import outlets_of_csv, outlets_of_toml
    from whence.pipeline.know import set_outlets

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else "cannot be read"
        raise CallError(f"{file} {why}") from error
    try:
        found = outlets_of_csv(text) if file.suffix.lower() == ".csv" else outlets_of_toml(text)
        with opened(call) as target:
            set_outlets(target, found, now())
    except OutletError as error:
        raise CallError(f"{file}: {error}") from error
    call.say(f"{counted(len(found), 'outlet')} set")


@app.command(
    name="list",
    epilog=examples("whence outlet list", "whence outlet list --format csv > outlets.csv"),
)
def list_(
    *,
    format: Annotated[ListFormat, typer.Option(help="What to print.")] = ListFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List what was said of outlets; the CSV can be imported again."""
    from whence.pipeline.know import outlets_in

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        found = outlets_in(target)
    if not found:
        call.say("nothing was said of outlets yet; `whence outlet set` says it")
    _print(call, found, format)


@app.command(epilog=examples("whence outlet remove Reuters"))
def remove(
    name: Name,
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say no more of an outlet; its articles stay."""
    from whence.pipeline.know import remove_outlet

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        found = remove_outlet(target, name, now())
    call.say(f"nothing is said of {found.name} any more")


def _print(call: Call, outlets: Sequence[Outlet], format: ListFormat) -> None:  # noqa: A002
    if format is ListFormat.JSONL:
        from whence.render.contract import outlet_json

        for each in outlets:
            put(f"{outlet_json(each)}\n")
    elif format is ListFormat.CSV:
        from whence.render.table import outlets_csv

        put(outlets_csv(outlets))
    elif outlets:
        from whence.render.said import outlets_text

        printed(outlets_text(outlets, width=width(), colour=call.colour))
