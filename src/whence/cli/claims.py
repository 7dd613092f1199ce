"""`whence claims`: articles, or a store -> the claims of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, given, make_call, printed
from whence.cli.ledger import read_now, read_store, story_id
from whence.cli.options import (
    AsOf,
    Date,
    Jobs,
    ListFormat,
    Outlet,
    PathsOrStore,
    Quiet,
    Store,
    Story,
    Verbose,
    examples,
)
from whence.cli.output import put, width

if TYPE_CHECKING:
    from whence.ledger.admiralty import Admiralty
    from whence.ledger.claim import Claim

EXAMPLES = examples(
    "whence claims",
    "whence claims --story 3f2a --format csv > claims.csv",
    "whence claims news/*.txt --format jsonl",
    "whence claims --as-of 2024-10-21",
)


def claims(
    paths: PathsOrStore = None,
    *,
    story: Story = None,
    as_of: AsOf = None,
    format: Annotated[ListFormat, typer.Option(help="What to print.")] = ListFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List claims: what is said, by how many sources, who denies it.

    With paths nothing is kept, and each article counts as known since it was printed.
    """
    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    until = day("--as-of", as_of)
    if paths:
        material = read_now(call, paths, given(outlet, date), until)
    else:
        material = read_store(call, until, with_readings=False)
    wanted = story_id(material.ledger, story)
    found = [each for each in material.ledger.claims if wanted in {None, each.story}]
    from whence.claims.admiralty import suggest
    from whence.pipeline.outlets import reliability_of

    letters = reliability_of(material.ledger.outlets)
    grades = {each.id: suggest(each, letters) for each in found}
    _print(call, found, grades, format)
    call.end()


def _print(
    call: Call,
    found: Sequence[Claim],
    grades: Mapping[str, Admiralty],
    format: ListFormat,  # noqa: A002 - the option's name
) -> None:
    if format is ListFormat.JSONL:
        from whence.render.contract import claim_json

        for claim in found:
            put(f"{claim_json(claim, grades[claim.id])}\n")
    elif format is ListFormat.CSV:
        from whence.render.table import claims_csv

        put(claims_csv(found))
    elif found:
        from whence.render.text import claims_text

        printed(claims_text(found, grades, width=width(), colour=call.colour))
