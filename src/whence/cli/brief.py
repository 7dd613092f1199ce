"""`whence brief`: articles, or a store -> the brief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, given, make_call, printed
from whence.cli.ledger import Material, read_now, read_store
from whence.cli.options import (
    AsOf,
    BriefFormat,
    Date,
    Jobs,
    Outlet,
    PathsOrStore,
    Quiet,
    Store,
    Story,
    Verbose,
    examples,
)
from whence.cli.output import width

if TYPE_CHECKING:
    from whence.ledger.brief import Brief

EXAMPLES = examples(
    "whence brief monday.txt tuesday.html",
    "whence brief news/ --format html > brief.html",
    "whence brief --story 3f2a --as-of 2024-10-21",
)


def brief(
    paths: PathsOrStore = None,
    *,
    story: Story = None,
    as_of: AsOf = None,
    format: Annotated[BriefFormat, typer.Option(help="What to print.")] = BriefFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    outlet: Outlet = None,
    date: Date = None,
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the brief of some articles, or of what the store holds.

    With paths nothing is kept, and each article counts as known since it was printed.
    """
    call = make_call(store=store, jobs=jobs, is_quiet=quiet, is_verbose=verbose)
    until = day("--as-of", as_of)
    if paths:
        material = read_now(call, paths, given(outlet, date), until)
    else:
        material = read_store(call, until)
    printed(_printed(call, material, story, format))
    call.end()


def _printed(call: Call, material: Material, story: str | None, format: BriefFormat) -> str:  # noqa: A002
    from whence.pipeline.assemble import measured_words
    from whence.pipeline.report import make_brief

    found = make_brief(
        material.readings, material.ledger, material.not_read, story, measured_words()
    )
    if format is BriefFormat.HTML:
        from whence.render.html import brief_html

        by_id = {each.article.id: each for each in material.readings if each.article}
        return brief_html(found, by_id)
    return _plain(found, format, colour=call.colour)


def _plain(found: Brief, format: BriefFormat, *, colour: bool) -> str:  # noqa: A002
    if format is BriefFormat.JSON:
        from whence.render.contract import brief_json

        return brief_json(found)
    if format is BriefFormat.MARKDOWN:
        from whence.render.markdown import brief_markdown

        return brief_markdown(found)
    from whence.render.text import brief_text

    return brief_text(found, width=width(), colour=colour)
