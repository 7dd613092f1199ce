"""Paths, or a store -> the readings and the ledger that commands print from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from whence.cli.call import Call, opened, readings_of
from whence.cli.output import CallError
from whence.text.counting import counted

if TYPE_CHECKING:
    from whence.articles.files import Given
    from whence.claims.port import Encoder
    from whence.ledger.reading import Reading
    from whence.pipeline.build import Ledger
    from whence.store.engine import Store


class Material(NamedTuple):
    """What a command prints from.

    Attributes:
        readings: With one name for each outlet, as the ledger has it; empty where the
            command did not ask for them.
        not_read: A sentence for each input that gave no article.
    """

    readings: Sequence[Reading]
    ledger: Ledger
    not_read: tuple[str, ...] = ()


def read_now(call: Call, paths: Sequence[str], told: Given, as_of: str | None) -> Material:
    """Read the paths and build their ledger, keeping nothing.

    Args:
        call: Its exit code becomes 1 where an input cannot be read.
        paths: At least one.
        told: What the user says of all inputs.
        as_of: A day; articles printed later, or at an unknown time, are left out.
    """
    from whence.pipeline.assemble import SentenceEncoder
    from whence.pipeline.build import build_ledger
    from whence.pipeline.outlets import named_alike

    every = readings_of(call, paths, told)
    not_read = tuple(
        notice.message for each in every if not each.article for notice in each.notices
    )
    articles = [each for each in every if each.article]
    readings = [each for each in articles if _is_known(each, as_of)]
    left_out = len(articles) - len(readings)
    if left_out:
        what = counted(left_out, "article")
        call.say(f"left out: {what} printed after {as_of} or without a date")
    if not readings:
        raise call.nothing("no article to print from")
    with call.waiting("joining the claims", len(readings)):
        ledger = build_ledger(readings, SentenceEncoder())
    return Material(named_alike(readings), ledger, not_read)


def _is_known(reading: Reading, as_of: str | None) -> bool:
    """Whether a stateless run counts the article as learned of by that day."""
    if as_of is None:
        return True
    published_at = reading.article.published_at if reading.article else None
    return published_at is not None and published_at[:10] <= as_of


def read_store(call: Call, as_of: str | None, *, with_readings: bool = True) -> Material:
    """What the store holds, or held at the end of a day."""
    from whence.pipeline.keep import ledger_in, readings_in
    from whence.pipeline.outlets import named_alike
    from whence.pipeline.ruled import as_ruled
    from whence.pipeline.settings import program_version
    from whence.store.location import shown

    with opened(call) as store:
        readings = readings_in(store, as_of) if with_readings else []
        ledger = ledger_in(store, encoder_of(store), program_version(), as_of)
    if not ledger.stories and not readings:
        until = f" that was learned of by {as_of}" if as_of else ""
        raise call.nothing(
            f"{shown(call.settings.store)} holds no article{until}; use `whence add`"
        )
    return Material(as_ruled(named_alike(readings, ledger.outlets), ledger.rulings), ledger)


def encoder_of(store: Store) -> Encoder:
    """Knows which texts are alike, each asked for once in the life of a store."""
    from whence.pipeline.assemble import SentenceEncoder, encoder_names
    from whence.pipeline.keep import StoredEncoder

    return StoredEncoder(store, SentenceEncoder(), encoder_names())


def story_id(ledger: Ledger, start: str | None) -> str | None:
    """The one story whose id begins so.

    Raises:
        CallError: None does, or several do.
    """
    if start is None:
        return None
    return one_id("story", [story.id for story in ledger.stories], start)


def one_id(what: str, ids: Sequence[str], start: str) -> str:
    """The one id that begins so."""
    found = [each for each in ids if each.startswith(start)]
    if start in found:
        return start
    if len(found) == 1:
        return found[0]
    if not found:
        plural = {"story": "stories", "claim": "claims"}.get(what, "stories")
        raise CallError(f"no {what} {start!r}; `whence {plural}` lists what there is")
    some = ", ".join(found[:5])
    raise CallError(f"{start!r} begins the ids of {len(found)}: {some}…; give more of it")
