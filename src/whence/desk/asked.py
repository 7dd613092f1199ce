"""A form that was sent -> its fields, who sent it, and a decision that is kept.

The one place where a page changes the store: whoever logs what persons do does it here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse

from whence.desk.forms import AllFields
from whence.desk.frame import source_of
from whence.desk.persons import Editor, asker, who
from whence.ledger.ruling import Ruling
from whence.pipeline.audit import Done, note
from whence.pipeline.decisions import Decided
from whence.pipeline.keep import rebuild
from whence.pipeline.settle import Standing, settle, standings
from whence.render.decided import decision_words, when_words
from whence.store.articles import titles
from whence.store.counts import row_counts
from whence.store.engine import Store
from whence.store.meta import is_current
from whence.store.rulings import words_at

AT_ONCE = 3_000
"""Articles of a store whose whole ledger is made anew while somebody waits for it."""

SEE_OTHER = 303

Fields = Mapping[str, Sequence[str]]


def _filled(_: Editor, fields: AllFields) -> Fields:
    return fields


Filled = Annotated[Fields, Depends(_filled)]
"""The fields of a form that an editor sent."""


def field(fields: Fields, name: str) -> str:
    """The first value of a field; "" where it is not there."""
    return next(iter(fields.get(name, ())), "")


def decided(request: Request, fields: Fields) -> Decided:
    """Who decides, now, and why."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Decided(now, who(request), field(fields, "reason") or None)


def keep(request: Request, ruling: Ruling) -> int:
    """Keep a decision and let it take effect; its number.

    One of stories needs the whole ledger: in a large store that is left to the keeper, and the
    pages show it some minutes later.
    """
    source = source_of(request)
    number = settle(source.store, source.encoder, source.version, ruling)
    with source.store.writing() as connection:
        detail = {"number": str(number), "subject": ruling.subject.value}
        note(connection, asker(request), Done(f"decision-{ruling.kind.value}", None, detail))
        is_good = is_current(connection, source.version)
        count = row_counts(connection)["articles"]
    if not is_good and count <= AT_ONCE:
        rebuild(source.store, source.encoder, source.version)
    return number


def seen(address: str, number: int) -> RedirectResponse:
    """Go to a page that says what was decided, and how to take it back."""
    return RedirectResponse(f"{address}?done={number}", SEE_OTHER)


def told(store: Store, found: Sequence[Standing]) -> list[dict[str, object]]:
    """Decisions as rows: what, who and when, and whether they can be taken back."""
    rulings = [each.ruling for each in found]
    sides = [side for each in rulings for side in (each.places, each.other_places) if side]
    articles = {
        article for each in rulings for article in (*each.articles, *each.others, *each.target)
    }
    with store.reading() as connection:
        named = titles(connection, sorted(articles))
        said = words_at(connection, [side[0] for side in sides])
    return [
        {
            "number": each.ruling.number,
            "subject": each.ruling.subject.value,
            "words": decision_words(each.ruling, named, said),
            "when": when_words(each.ruling, each.undone_by, applies=each.applies),
            "is_open": each.undone_by is None,
            "href": _where(each.ruling),
        }
        for each in found
    ]


def _where(ruling: Ruling) -> str | None:
    """The words or the actor that a decision is about."""
    if ruling.places:
        first = ruling.places[0]
        return f"/articles/{first.article}?at={first.start}-{first.end}#here"
    return f"/articles/{ruling.articles[0]}" if ruling.articles else None


def just_done(store: Store, number: int | None) -> dict[str, object] | None:
    """The decision that a page was reached by, as a row; None for no number or an unknown one."""
    if number is None:
        return None
    found = standings(store, before=number + 1, most=1)
    rows = told(store, [each for each in found if each.ruling.number == number])
    return rows[0] if rows else None
