"""A form that was sent -> its fields, who sent it, and a decision that is kept.

The one place where a page changes the store: whoever logs what persons do does it here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from whence.desk.frame import source_of
from whence.ledger.ruling import LOCAL, Ruling
from whence.pipeline.decisions import Decided
from whence.pipeline.settle import Standing, settle, standings
from whence.render.decided import decision_words, when_words
from whence.store.articles import titles
from whence.store.engine import Store
from whence.store.rulings import words_at

LONGEST_FORM = 64_000
"""Bytes of a form."""

MOST_FIELDS = 1_000
SEE_OTHER = 303

Fields = Mapping[str, Sequence[str]]


async def _filled(request: Request) -> Fields:
    """The fields of a form of this desk.

    Raises:
        HTTPException: It is of another site, or too long.
    """
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "this form is of another site")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "the form is too long")
    try:
        text = body.decode("utf-8")
        return parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400, "the form cannot be read") from error


Filled = Annotated[Fields, Depends(_filled)]


def field(fields: Fields, name: str) -> str:
    """The first value of a field; "" where it is not there."""
    return next(iter(fields.get(name, ())), "")


def who(request: Request) -> str:
    """The name of the person who asks."""
    person = getattr(request.state, "person", None)
    return getattr(person, "name", LOCAL)


def decided(request: Request, fields: Fields) -> Decided:
    """Who decides, now, and why."""
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Decided(now, who(request), field(fields, "reason") or None)


def keep(request: Request, ruling: Ruling) -> int:
    """Keep a decision and let it take effect; its number."""
    source = source_of(request)
    return settle(source.store, source.encoder, source.version, ruling)


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
