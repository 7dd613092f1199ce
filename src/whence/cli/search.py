"""`whence search`: a store and some words -> the claims, quotations and articles with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, day, make_call, opened, printed
from whence.cli.options import AsOf, Quiet, SearchFormat, SearchIn, Store, Verbose, examples
from whence.cli.output import put, width

if TYPE_CHECKING:
    from whence.pipeline.search import Results

EXAMPLES = (
    examples(
        "whence search bridge",
        "whence search '\"the bridge would close\" OR quay'",
        "whence search 'clos* outlet:\"The Lamp\" -by:Kirby' --in claims",
        "whence search 'status:disputed from:2024-10-01 to:2024-10-31' --format json",
    )
    + """
\b
Operators:
  "exact words"   one after the other     a OR b     one of the two
  -word           without it              clos*      words that begin so
  outlet: by: via:          names, or some of their words
  from: to:                 days of publication
  status: stance:           as the ledger has them ("disputed", "denies")
  story: language: in:      id of a story; "en"; claims, quotations, articles
A field can be turned round (-by:Kirby); given twice it means either."""
)

Words = Annotated[
    list[str],
    typer.Argument(metavar="WORDS", help="What to search for; best in single quotation marks."),
]
Limit = Annotated[int, typer.Option(min=1, max=500, metavar="N", help="Hits of each kind.")]


def search(
    words: Words,
    *,
    in_: SearchIn = None,
    limit: Limit = 10,
    as_of: AsOf = None,
    format: Annotated[SearchFormat, typer.Option(help="What to print.")] = SearchFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Search claims, quotations and articles of the store, the best first."""
    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    from whence.cli.ledger import encoder_of
    from whence.ledger.hit import Kind
    from whence.pipeline.search import kinds_of, made_current
    from whence.pipeline.search import search as find
    from whence.pipeline.settings import program_version
    from whence.store.search import Asked
    from whence.text.queries import read_query

    query = read_query(" ".join(words))
    kinds = kinds_of(query, in_.value if in_ else "")
    asked = Asked(Kind.CLAIMS, limit=limit, as_of=day("--as-of", as_of))
    with opened(call) as opened_store:
        made_current(opened_store, encoder_of(opened_store), program_version())
        found = find(opened_store, query, asked, kinds)
    _print(call, found, format)
    call.end()


def _print(call: Call, found: Results, format: SearchFormat) -> None:  # noqa: A002
    from whence.render.hits import hits_json, hits_text

    pages = {kind: page.hits for kind, page in found.pages.items() if page.hits}
    if format is SearchFormat.JSON:
        put(hits_json(found.counts, [hit for hits in pages.values() for hit in hits]))
    elif pages:
        printed(hits_text(found.counts, pages, width=width(), colour=call.colour))
    else:
        call.say("nothing answers that")
