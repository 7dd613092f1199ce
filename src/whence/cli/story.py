"""`whence story ...`: what a person says of stories, and it holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, make_call, now, opened, printed
from whence.cli.chosen import chosen, story_titles
from whence.cli.ledger import encoder_of
from whence.cli.options import Quiet, StateFormat, Store, Verbose, examples
from whence.cli.output import put, width

if TYPE_CHECKING:
    from whence.ledger.ruling import Ruling
    from whence.pipeline.build import Ledger
    from whence.store.engine import Store as OpenStore

EXAMPLES = examples(
    "whence story merge ce7f ab19",
    "whence story split ce7f 4fe8 92d2",
    "whence story move 4fe8 ab19",
    "whence story list",
    "whence story undo 2",
)

app = typer.Typer(
    help="Merge and split stories, move articles between them; what you say outlives every run.",
    epilog=EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
)

StoryStart = Annotated[
    str,
    typer.Argument(metavar="STORY", help="The start of a story's id.", show_default=False),
]
OtherStory = Annotated[
    str,
    typer.Argument(metavar="OTHER", help="The start of another's id.", show_default=False),
]
ArticleStart = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", help="The start of an article's id.", show_default=False),
]
ArticleStarts = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE", help="The starts of articles' ids.", show_default=False),
]
Number = Annotated[
    int,
    typer.Argument(metavar="N", help="Its number in `whence story list`.", show_default=False),
]


class _Table:
    """A store that is open, its ledger, and the titles to choose by."""

    def __init__(self, call: Call, store: OpenStore) -> None:
        from whence.pipeline.keep import ledger_in
        from whence.pipeline.settings import program_version

        self._call, self._store = call, store
        self.ledger: Ledger = ledger_in(store, encoder_of(store), program_version())

    def story(self, start: str) -> str:
        """The one story whose id begins so."""
        return chosen("story", story_titles(self.ledger.stories), start)

    def article(self, start: str) -> str:
        """The one article whose id begins so."""
        return chosen("article", _titles(self._store), start)

    def rulings(self) -> list[Ruling]:
        """What was decided until now."""
        from whence.store.rulings import load_rulings

        with self._store.reading() as connection:
            return load_rulings(connection)

    def keep(self, ruling: Ruling) -> None:
        """Keep it, make the ledger anew and say where its articles are now."""
        from whence.pipeline.keep import keep_word, ledger_in
        from whence.pipeline.settings import program_version
        from whence.render.said import ruling_words

        number = keep_word(self._store, ruling)
        said = ruling_words(ruling, _titles(self._store))
        with self._call.waiting("joining the claims", len(self.ledger.stories)):
            ledger = ledger_in(self._store, encoder_of(self._store), program_version())
        printed(f"{number}: {said}")
        from whence.render.text import stories_text

        about, by_number = ruling, {each.number: each for each in self.rulings()}
        while about.undoes is not None:
            about = by_number[about.undoes]
        touched = {*about.articles, *about.others, *about.target}
        found = [each for each in ledger.stories if touched.intersection(each.articles)]
        if found:
            printed("\n" + stories_text(found, width=width(), colour=self._call.colour).rstrip())
        self._call.say(f"`whence story undo {number}` takes it back")


def _titles(store: OpenStore) -> dict[str, str]:
    from whence.store.articles import known_articles, titles

    with store.reading() as connection:
        known = known_articles(connection)
        found = titles(connection, known)
    return {each: " ".join(found.get(each, "").split()) for each in sorted(known)}


@contextmanager
def _table(store: str | None, *, quiet: bool, verbose: bool) -> Iterator[_Table]:
    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        yield _Table(call, target)


@app.command(epilog=examples("whence story merge ce7f ab19"))
def merge(
    story: StoryStart,
    other: OtherStory,
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make one story of two."""
    from whence.pipeline.rule import merge as ruled

    with _table(store, quiet=quiet, verbose=verbose) as table:
        table.keep(ruled(table.ledger, table.story(story), table.story(other), now()))


@app.command(epilog=examples("whence story split ce7f 4fe8 92d2"))
def split(
    story: StoryStart,
    articles: ArticleStarts,
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Part articles from a story: together they are a story of their own.

    Copies go where their original goes.
    """
    from whence.pipeline.rule import split as ruled

    with _table(store, quiet=quiet, verbose=verbose) as table:
        parted = [table.article(each) for each in articles]
        table.keep(ruled(table.ledger, table.story(story), parted, now()))


@app.command(epilog=examples("whence story move 4fe8 ab19"))
def move(
    article: ArticleStart,
    story: StoryStart,
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Move an article, with its copies, into another story."""
    from whence.pipeline.rule import move as ruled

    with _table(store, quiet=quiet, verbose=verbose) as table:
        table.keep(ruled(table.ledger, table.article(article), table.story(story), now()))


@app.command(epilog=examples("whence story undo 2"))
def undo(
    number: Number,
    *,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take a decision back; to take the taking back back, undo that.

    Nothing is deleted, so that `--as-of` still shows what held between.
    """
    from whence.pipeline.rule import undo as ruled

    with _table(store, quiet=quiet, verbose=verbose) as table:
        table.keep(ruled(table.rulings(), number, now()))


@app.command(name="list", epilog=examples("whence story list", "whence story list --format jsonl"))
def list_(
    *,
    format: Annotated[StateFormat, typer.Option(help="What to print.")] = StateFormat.TEXT,  # noqa: A002 - the option's name
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """List what was decided of stories, the earliest first."""
    from whence.ledger.ruling import Subject, void_numbers
    from whence.store.rulings import load_rulings

    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        with target.reading() as connection:
            every = load_rulings(connection)
        titles = _titles(target)
    rulings = [each for each in every if each.subject is Subject.STORY]
    if format is StateFormat.JSONL:
        from whence.render.contract import ruling_json

        void = void_numbers(tuple(every))
        for each in rulings:
            put(f"{ruling_json(each, void.get(each.number))}\n")
    elif rulings:
        from whence.render.said import rulings_text

        printed(rulings_text(rulings, titles, width=width(), colour=call.colour))
    else:
        call.say("nothing was decided of stories yet; `whence story merge` joins two")
