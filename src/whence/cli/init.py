"""`whence init`: nothing, or an older store -> a store of this program."""

from __future__ import annotations

import json
from contextlib import closing
from typing import Annotated

import typer

from whence.cli.call import make_call
from whence.cli.options import Quiet, StateFormat, Store, Verbose, examples
from whence.cli.output import put

EXAMPLES = examples(
    "whence init", "whence init --store crisis.db", "WHENCE_STORE=crisis.db whence init"
)


def init(
    *,
    store: Store = None,
    format: Annotated[StateFormat, typer.Option(help="What to print.")] = StateFormat.TEXT,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make a store, or bring an older one to the shape of this program.

    A store that is there keeps all it has.
    """
    from whence.store.engine import create_store, store_exists
    from whence.store.location import shown

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    location = call.settings.store
    state = "ready" if store_exists(location) else "made"
    with closing(create_store(location)):
        call.log.info("store", state=state, location=shown(location))
    if format is StateFormat.JSONL:
        put(json.dumps({"store": shown(location), "state": state}, ensure_ascii=False) + "\n")
    elif not quiet:
        put(f"{shown(location)}: {state}\n")
