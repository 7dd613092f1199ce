"""`whence actor ...`: what a person says of those who speak, and it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.chosen import chosen
from whence.cli.deciding import By, Reason, Table, decided, table
from whence.cli.options import Quiet, Store, Verbose, examples
from whence.cli.output import CallError
from whence.ledger.entity import EntityKind

if TYPE_CHECKING:
    from whence.ledger.entity import Entity

EXAMPLES = examples(
    "whence actor merge 'J. Doe' 'Jane Doe'",
    "whence actor split 'Jane Doe' 4fe8 --name 'Jane Doe (engineer)'",
    "whence actor correct 'Jane Doe' --role governor",
)

app = typer.Typer(
    help="Merge, split and correct actors; what you say outlives every run.",
    epilog=EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[
    str,
    typer.Argument(metavar="ACTOR", help="A name, or the id of an entity.", show_default=False),
]
OtherName = Annotated[
    str, typer.Argument(metavar="OTHER", help="Whose name both have then.", show_default=False)
]
ArticleStarts = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE", help="The starts of articles' ids.", show_default=False),
]
Kind = Annotated[EntityKind | None, typer.Option(help="What it is; as before, without it.")]


@app.command(epilog=examples("whence actor merge 'J. Doe' 'Jane Doe'"))
def merge(
    actor: Name,
    other: OtherName,
    *,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say that two names are those of one actor."""
    from whence.pipeline.decisions import merge_actors

    with table(store, quiet=quiet, verbose=verbose) as target:
        pair = _actor(target, actor)[0], _actor(target, other)[0]
        target.keep(merge_actors(*pair, decided(by, reason)))


@app.command(epilog=examples("whence actor split 'Jane Doe' 4fe8 --name 'Jane Doe (engineer)'"))
def split(
    actor: Name,
    articles: ArticleStarts,
    *,
    name: Annotated[str, typer.Option(help="Who it is in these articles.", show_default=False)],
    kind: Kind = None,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Say that some articles mean somebody else by a name."""
    from whence.pipeline.decisions import split_actor

    with table(store, quiet=quiet, verbose=verbose) as target:
        found, where = _actor(target, actor)
        titles = dict.fromkeys(where, "")
        own = [chosen("article", titles, each) for each in articles]
        target.keep(split_actor(found, own, name, kind or found.kind, decided(by, reason)))


@app.command(epilog=examples("whence actor correct 'Jane Doe' --role governor"))
def correct(
    actor: Name,
    *,
    name: Annotated[str | None, typer.Option(help="What it is called.")] = None,
    kind: Kind = None,
    role: Annotated[str | None, typer.Option(help="Its role; '' for none.")] = None,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Correct an actor's name, kind or role, in every article."""
    from whence.pipeline.decisions import correct_actor

    with table(store, quiet=quiet, verbose=verbose) as target:
        found, _ = _actor(target, actor)
        after = found.role if role is None else role
        ruling = correct_actor(
            found, name or found.name, kind or found.kind, after, decided(by, reason)
        )
        target.keep(ruling)


def _actor(target: Table, words: str) -> tuple[Entity, list[str]]:
    """The one actor with a name or an id, and the articles in which it occurs.

    Raises:
        CallError: None is called so, or several are.
    """
    from whence.pipeline.settle import actor_in, actors_called

    found = actors_called(target.store, words)
    if not found:
        raise CallError(f"nobody is called {words!r}; give the whole name, or the id of an entity")
    if len(found) > 1:
        some = ", ".join(found)
        raise CallError(f"{words!r} is the name of several, give one id of {some}")
    return actor_in(target.store, found[0])
