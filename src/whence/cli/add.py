"""`whence add`: articles -> the store, with what became of each."""

from __future__ import annotations

import json
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, given, make_call, moment, now, stdin
from whence.cli.ledger import encoder_of
from whence.cli.options import (
    Date,
    Jobs,
    Outlet,
    Paths,
    Quiet,
    StateFormat,
    Store,
    Verbose,
    examples,
)
from whence.cli.output import put, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from whence.articles.files import Given
    from whence.ledger.reading import Reading
    from whence.pipeline.keep import Added
    from whence.store.engine import Store as OpenStore

EXAMPLES = examples(
    "whence add news/",
    'whence add monday.txt --outlet "BizNews" --date 2024-10-21',
    "whence add archive.jsonl --learned-at 2024-10-21 --format jsonl",
)


def add(
    paths: Paths,
    *,
    learned_at: Annotated[
        str | None,
        typer.Option(
            "--learned-at",
            metavar="DATE",
            help="When the store learned of the articles.  [default: now]",
            show_default=False,
        ),
    ] = None,
    even_if_forgotten: Annotated[
        bool,
        typer.Option(
            "--even-if-forgotten", help="Add also what `whence forget` took out of the store."
        ),
    ] = False,
    format: Annotated[StateFormat, typer.Option(help="What to print.")] = StateFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Read articles and keep them in the store.

    An article that is there already adds nothing. Where there is no store yet, one is made.
    Ctrl-C keeps what was read until then; the claims follow when the store is next used.
    """
    from whence.pipeline.assemble import reading_by
    from whence.pipeline.keep import add_readings, articles_in, forgotten_in
    from whence.store.engine import create_store, store_exists
    from whence.store.location import shown

    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    told = given(outlet, date)
    learned = moment("--learned-at", learned_at) if learned_at else now()
    if not store_exists(call.settings.store):
        call.say(f"makes the store {shown(call.settings.store)}")
    with closing(create_store(call.settings.store)) as target:
        added: list[Added] = []
        try:
            kept = partial(
                add_readings,
                target,
                learned_at=learned,
                reader=reading_by(),
                even_if_forgotten=even_if_forgotten,
            )
            passed_over = articles_in(target)
            if not even_if_forgotten:
                passed_over |= forgotten_in(target)
            _add(call, paths, told, passed_over, kept, added)
            added = _build(call, target, added)
        except KeyboardInterrupt:
            _print(call, added, format)
            tell("stopped; what was read is kept, the claims follow when the store is next used")
            raise typer.Exit(1) from None
    _print(call, added, format)
    call.end()


def _add(
    call: Call,
    paths: Sequence[str],
    told: Given,
    passed_over: set[str],
    keep: Callable[[Iterable[Reading]], Iterator[Added]],
    added: list[Added],
) -> None:
    """Read and keep; each input is appended to `added` as soon as it is safe."""
    from whence.pipeline.gather import read_paths

    with call.progress("reading") as progress:
        readings = read_paths(
            paths,
            told,
            jobs=call.settings.jobs,
            stdin=stdin,
            progress=progress,
            is_known=passed_over.__contains__,
            is_verbose=call.is_verbose,
        )
        with closing(readings) as stream:
            for each in keep(stream):
                if each.messages:
                    call.failed(each.messages)
                added.append(each)


def _build(call: Call, store: OpenStore, added: Sequence[Added]) -> list[Added]:
    """Make the ledger anew where it is stale; the inputs, with the copies among them."""
    from whence.pipeline.keep import ledger_in, with_copies
    from whence.pipeline.settings import program_version

    with call.waiting("joining the claims", len(added)):
        ledger = ledger_in(store, encoder_of(store), program_version())
    call.log.info("built", stories=len(ledger.stories), claims=len(ledger.claims))
    return with_copies(added, ledger.copies)


def _print(call: Call, added: Sequence[Added], format: StateFormat) -> None:  # noqa: A002
    for each in added:
        if format is StateFormat.JSONL:
            row: dict[str, object] = {
                "article": each.article,
                "path": each.path,
                "state": each.state,
                "of": each.of,
                "is_older": each.is_older,
            }
            put(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            of = f" of {each.of}" if each.of else ""
            of = f"{of}, which is newer" if each.is_older else of
            put(f"{each.state:<12}  {each.article or '-':<16}  {each.path}{of}\n")
    if added:
        from whence.pipeline.keep import state_counts

        counts = (f"{count} {state}" for state, count in state_counts(added).items())
        call.say(", ".join(counts))
