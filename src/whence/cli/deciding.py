"""A store that a command decides something of, and what it prints of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, make_call, now, opened, printed
from whence.cli.ledger import encoder_of, one_id
from whence.cli.output import width

if TYPE_CHECKING:
    from whence.ledger.claim import Claim
    from whence.ledger.ruling import Ruling
    from whence.pipeline.build import Ledger
    from whence.pipeline.decisions import Decided
    from whence.pipeline.settle import Standing
    from whence.store.engine import Store as OpenStore

By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who decides; you, without it.")
]
Reason = Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for the history.")]


class Table:
    """A store that is open, and its ledger, read when it is asked for."""

    def __init__(self, call: Call, store: OpenStore) -> None:
        """Take a store."""
        self.call, self.store = call, store

    def ledger(self) -> Ledger:
        """The ledger of now."""
        from whence.pipeline.keep import ledger_in
        from whence.pipeline.settings import program_version

        return ledger_in(self.store, encoder_of(self.store), program_version())

    def claim(self, claims: Sequence[Claim], start: str) -> Claim:
        """The one claim whose id begins so."""
        found = one_id("claim", [each.id for each in claims], start)
        return next(each for each in claims if each.id == found)

    def keep(self, ruling: Ruling) -> None:
        """Keep a ruling, let it take effect, and say so."""
        from whence.pipeline.settings import program_version
        from whence.pipeline.settle import settle

        number = settle(self.store, encoder_of(self.store), program_version(), ruling)
        (row,) = said_rows(self.store, [(number, ruling, None, True)])
        printed(f"{number}: {row[1]}")
        self.call.say(f"`whence decisions undo {number}` takes it back")


def decided(by: str | None, reason: str | None) -> Decided:
    """Who decides, now, and why."""
    from whence.ledger.ruling import LOCAL
    from whence.pipeline.decisions import Decided

    return Decided(now(), by or LOCAL, reason)


@contextmanager
def table(store: str | None, *, quiet: bool, verbose: bool) -> Iterator[Table]:
    """The store of a call, open for as long as it is used."""
    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    with opened(call) as target:
        yield Table(call, target)


def said_rows(
    store: OpenStore, rows: Sequence[tuple[int, Ruling, int | None, bool]]
) -> list[tuple[int, str, str]]:
    """Number, sentence, and who and when, of rulings with how they stand."""
    from whence.render.decided import decision_words, when_words
    from whence.store.articles import titles
    from whence.store.rulings import words_at

    rulings = [ruling for _, ruling, _, _ in rows]
    with store.reading() as connection:
        named = {
            article for each in rulings for article in (*each.articles, *each.others, *each.target)
        }
        told = titles(connection, sorted(named))
        places = (side[0] for each in rulings for side in (each.places, each.other_places) if side)
        said = words_at(connection, places)
    return [
        (number, decision_words(each, told, said), when_words(each, undone_by, applies=applies))
        for number, each, undone_by, applies in rows
    ]


def print_standings(call: Call, store: OpenStore, found: Sequence[Standing]) -> None:
    """Each as a sentence with who decided it when."""
    from whence.render.decided import decisions_text

    rows = [(each.ruling.number, *each) for each in found]
    text = decisions_text(said_rows(store, rows), width=width(), colour=call.colour)
    printed(text)
