"""`whence forget`: an article of the store -> a tombstone."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from whence.cli.call import Call, make_call, now, opened
from whence.cli.chosen import chosen
from whence.cli.ledger import encoder_of
from whence.cli.options import Quiet, Store, Verbose, examples
from whence.text.counting import counted

EXAMPLES = examples(
    "whence forget 3f2a91", 'whence forget 3f2a91 --reason "takedown, 22 November" --yes'
)


def forget(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="The start of an article's id.", show_default=False),
    ],
    *,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="WORDS", help="Why; kept.", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask on a terminal.")] = False,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take an article out of the store, with its text and all that was read in it.

    What stood on it alone in the ledger goes too, at every `--as-of`. Its id, the day and the
    reason stay, so that `whence add` does not bring it back. Copies of the store are not
    touched.
    """
    from whence.pipeline.forget import forget as forget_it
    from whence.pipeline.settings import program_version
    from whence.store.articles import known_articles, titles
    from whence.store.tombstones import Tombstone, load_tombstones

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        with target.reading() as connection:
            known = known_articles(connection)
            named = titles(connection, known)
            tombstones = load_tombstones(connection)
        old = tombstones.get(article)
        if old is None:
            ids = {each: " ".join(named.get(each, "").split()) for each in known}
            article = chosen("article", ids, article)
            if not yes:
                _ask(article, ids[article])
        tombstone = Tombstone(article, reason, now()) if old is None else old
        with call.waiting("joining the claims", len(known)):
            done = forget_it(target, tombstone, encoder_of(target), program_version())
    _tell(call, article, done.copies, is_scrubbed=done.is_scrubbed)


def _ask(article: str, title: str) -> None:
    """Let a person at a terminal think again."""
    if sys.stdin.isatty() and sys.stderr.isatty():
        question = f"Forget {article} “{title}” for good?"
        typer.confirm(question, default=False, abort=True, err=True)


def _tell(call: Call, article: str, copies: tuple[str, ...], *, is_scrubbed: bool) -> None:
    call.say(f"{article} is forgotten")
    if copies:
        what = counted(len(copies), "article")
        call.say(f"{what} with the same text stay: {', '.join(copies)}")
    if not is_scrubbed:
        again = f"end that one and run `whence forget {article}` again"
        call.failed([f"its bytes are still in the file, which another program has open; {again}"])
    call.end()
