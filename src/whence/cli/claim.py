"""`whence claim ...`: what a person says of claims, and it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.deciding import By, Reason, decided, table
from whence.cli.options import Quiet, Store, Verbose, examples
from whence.cli.output import CallError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from whence.ledger.claim import Assertion, Claim

EXAMPLES = examples(
    "whence claim merge 1f3a 9bd0",
    "whence claim split 1f3a 4fe8:120-188",
    'whence claim correct 1f3a --wording "The bridge closes on Friday"',
    "whence claim correct 1f3a 4fe8:120-188 --stance denies --speaker 'Jane Doe'",
)

app = typer.Typer(
    help="Merge, split and correct claims; what you say outlives every run.",
    epilog=EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
)

ClaimStart = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The start of a claim's id.", show_default=False)
]
OtherClaim = Annotated[
    str, typer.Argument(metavar="OTHER", help="The start of another's id.", show_default=False)
]
Places = Annotated[
    list[str],
    typer.Argument(
        metavar="ASSERTION",
        help="Each as the start of its article's id and its characters: 4fe8:120-188.",
        show_default=False,
    ),
]
OnePlace = Annotated[
    str | None,
    typer.Argument(
        metavar="[ASSERTION]", help="As 4fe8:120-188; the only one, without it.", show_default=False
    ),
]

_PLACE = re.compile(r"(?P<article>[0-9a-f]+):(?P<start>\d+)-(?P<end>\d+)")


@app.command(epilog=examples("whence claim merge 1f3a 9bd0"))
def merge(
    claim: ClaimStart,
    other: OtherClaim,
    *,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make one claim of two of the same story."""
    from whence.pipeline.decisions import merge_claims

    with table(store, quiet=quiet, verbose=verbose) as target:
        claims = target.ledger().claims
        pair = target.claim(claims, claim), target.claim(claims, other)
        target.keep(merge_claims(*pair, decided(by, reason)))


@app.command(epilog=examples("whence claim split 1f3a 4fe8:120-188"))
def split(
    claim: ClaimStart,
    assertions: Places,
    *,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Part assertions from a claim: together they are another one."""
    from whence.ledger.ruling import place_of
    from whence.pipeline.decisions import split_claim

    with table(store, quiet=quiet, verbose=verbose) as target:
        found = target.claim(target.ledger().claims, claim)
        parted = [place_of(_assertion(found, each)) for each in assertions]
        target.keep(split_claim(found, parted, decided(by, reason)))


@app.command(
    epilog=examples(
        'whence claim correct 1f3a --wording "The bridge closes on Friday"',
        "whence claim correct 1f3a 4fe8:120-188 --stance denies",
        "whence claim correct 1f3a --low 40 --high 60 --unit cables",
        "whence claim correct 1f3a 4fe8:120-188 --hide",
    )
)
def correct(
    claim: ClaimStart,
    assertion: OnePlace = None,
    *,
    wording: Annotated[str | None, typer.Option(help="The words that show the claim.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who said it first.")] = None,
    stance: Annotated[str | None, typer.Option(help="asserts, denies, doubts, ...")] = None,
    low: Annotated[str | None, typer.Option(help="Least number; '' for none.")] = None,
    high: Annotated[str | None, typer.Option(help="Greatest number; '' for none.")] = None,
    unit: Annotated[str | None, typer.Option(help="What is counted.")] = None,
    hide: Annotated[bool, typer.Option("--hide", help="It is no claim.")] = False,
    by: By = None,
    reason: Reason = None,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Correct a claim's wording, or who said it, how, and which number, of an assertion."""
    from whence.ledger.ruling import Field
    from whence.pipeline.decisions import correct_assertion, word_claim

    given = {
        Field.SPEAKER: speaker,
        Field.STANCE: stance,
        Field.LOW: low,
        Field.HIGH: high,
        Field.UNIT: unit,
        Field.HIDDEN: "1" if hide else None,
    }
    values = {field: value for field, value in given.items() if value is not None}
    if (wording is None) == (not values):
        raise CallError("give either --wording or what is so of one assertion")
    with table(store, quiet=quiet, verbose=verbose) as target:
        found = target.claim(target.ledger().claims, claim)
        said = decided(by, reason)
        if wording is not None:
            target.keep(word_claim(found, wording, said))
        else:
            target.keep(correct_assertion(_assertion(found, assertion), dict(values), said))


def _assertion(claim: Claim, words: str | None) -> Assertion:
    """The assertion of a claim that some words name.

    Raises:
        CallError: None is named so, or several are.
    """
    from whence.ledger.span import hull

    if words is None:
        if len(claim.assertions) == 1:
            return claim.assertions[0]
        raise CallError(f"claim {claim.id} has several assertions, name one: {_named(claim)}")
    match = _PLACE.fullmatch(words)
    found: Sequence[Assertion] = [
        each
        for each in claim.assertions
        if match
        and each.article.startswith(match["article"])
        and hull(each.span) == (int(match["start"]), int(match["end"]))
    ]
    if len(found) != 1:
        raise CallError(f"{words!r} is no assertion of claim {claim.id}; it has {_named(claim)}")
    return found[0]


def _named(claim: Claim) -> str:
    from whence.ledger.ruling import place_of
    from whence.pipeline.decisions import place_words

    return ", ".join(place_words(place_of(each)) for each in claim.assertions)
