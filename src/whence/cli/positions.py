"""`whence positions`: articles, or a store -> where an actor stands, and where it turned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, given, make_call, opened, printed
from whence.cli.ledger import encoder_of, read_now, read_store, story_id
from whence.cli.options import (
    AsOf,
    Date,
    Jobs,
    ListFormat,
    Outlet,
    Quiet,
    Store,
    Story,
    Verbose,
    examples,
)
from whence.cli.output import put, width
from whence.cli.trace import In

if TYPE_CHECKING:
    from whence.claims.port import Vectors
    from whence.cli.ledger import Material
    from whence.ledger.position import ActorCount, Change, Position, Positions, Silence

EXAMPLES = examples(
    "whence positions",
    "whence positions Moscow",
    'whence positions "Torvald Rystad" --as-of 2025-09-12',
    "whence positions Kremlin --in monday.txt --in tuesday.html --format jsonl",
)

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="ACTOR",
        help="A person, a body or a state; without one, all who say something.",
        show_default=False,
    ),
]


def positions(
    actor: Name = None,
    *,
    paths: In = None,
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
    """Show what an actor asserts, denies, doubts, fears, demands, intends, supports, opposes.

    Then where it kept silent, and where it turned, with both quotations. A state is asked for
    by its name or its capital and comes with its bodies and people.
    """
    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    until = day("--as-of", as_of)
    if paths:
        from whence.pipeline.assemble import SentenceEncoder

        material = read_now(call, paths, given(outlet, date), until)
        _answer(call, material, SentenceEncoder(), actor, story, format)
    else:
        material = read_store(call, until)
        with opened(call) as source:
            _answer(call, material, encoder_of(source), actor, story, format)
    call.end()


def _answer(
    call: Call,
    material: Material,
    vectors: Vectors,
    actor: str | None,
    story: str | None,
    format: ListFormat,  # noqa: A002 - the option's name
) -> None:
    from whence.pipeline.positions import Stands

    wanted = story_id(material.ledger, story)
    stands = Stands(material.readings, material.ledger, vectors, wanted)
    if actor is None:
        _print_actors(call, stands.every(), format)
    else:
        _print(call, stands.of(actor), format)


def _print_actors(call: Call, found: Sequence[ActorCount], format: ListFormat) -> None:  # noqa: A002
    if format is ListFormat.JSONL:
        from whence.render.contract import actor_json

        for each in found:
            put(f"{actor_json(each)}\n")
    elif format is ListFormat.CSV:
        from whence.render.positions import actors_csv

        put(actors_csv(found))
    elif found:
        from whence.render.positions import actors_text

        printed(actors_text(found, width=width(), colour=call.colour))


def _print(call: Call, found: Positions, format: ListFormat) -> None:  # noqa: A002
    if format is ListFormat.JSONL:
        from whence.render.contract import position_json

        rows: list[Position | Silence | Change] = []
        rows += [*found.positions, *found.silences, *found.changes]
        for each in rows:
            put(f"{position_json(each)}\n")
    elif format is ListFormat.CSV:
        from whence.render.positions import positions_csv

        put(positions_csv(found))
    else:
        from whence.render.positions import positions_text

        printed(positions_text(found, width=width(), colour=call.colour))
