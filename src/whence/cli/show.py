"""`whence show`: one article of the store, or a file -> its text with the attributions marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, given, make_call, opened, printed, readings_of
from whence.cli.ledger import one_id
from whence.cli.options import (
    Date,
    Outlet,
    Quiet,
    ShowFormat,
    Store,
    Verbose,
    examples,
)
from whence.cli.output import CallError, width

if TYPE_CHECKING:
    from whence.ledger.reading import Reading

EXAMPLES = examples(
    "whence show 3f2a91",
    "whence show article.txt",
    "whence show archive.jsonl#3 --format html > article.html",
)

Article = Annotated[
    str,
    typer.Argument(
        metavar="ARTICLE",
        help="The start of an article's id in the store; or a file, archive.jsonl#3, or -.",
        show_default=False,
    ),
]


def show(
    article: Article,
    *,
    format: Annotated[ShowFormat, typer.Option(help="What to print.")] = ShowFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show an article with who says what marked in its text."""
    call = make_call(store=store, jobs=1, is_quiet=quiet, is_verbose=verbose)
    file = _file_of(article)
    if file is None:
        reading = _from_store(call, article)
    else:
        reading = _from_file(call, file, article, outlet, date)
    if format is ShowFormat.HTML:
        from whence.render.show import article_html

        printed(article_html(reading))
    else:
        from whence.render.show import article_text

        printed(article_text(reading, width=width(), colour=call.colour))
    call.end()


def _file_of(article: str) -> str | None:
    """The file that is meant; None where it is an id."""
    file, _, number = article.rpartition("#")
    for path in (article, file if number.isdecimal() else ""):
        if path == "-" or (path and Path(path).is_file()):
            return path
    return None


def _from_file(
    call: Call, file: str, article: str, outlet: str | None, date: str | None
) -> Reading:
    readings = [each for each in readings_of(call, [file], given(outlet, date)) if each.article]
    chosen = readings if file == article else [each for each in readings if each.path == article]
    if len(chosen) == 1:
        return chosen[0]
    if not readings:
        raise call.nothing("no article to show")
    raise CallError(f"{file} holds {len(readings)} articles; name one, as in {file}#1")


def _from_store(call: Call, article: str) -> Reading:
    from whence.errors import NotFoundError
    from whence.store.articles import find_ids
    from whence.store.readings import load_reading
    from whence.store.tables import ARTICLES

    with opened(call) as store, store.reading() as connection:
        ids = find_ids(connection, ARTICLES, article)
        if not ids:
            raise NotFoundError("article", article)
        reading = load_reading(connection, one_id("article", ids, article))
    if reading is None:
        raise NotFoundError("article", article)
    return reading
