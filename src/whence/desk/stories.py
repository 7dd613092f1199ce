"""The page of one story: the brief's sections, its claims in a table, its articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import LONGEST, SORTS, AsOf, html, place, source_of, title_of
from whence.desk.source import Source
from whence.ledger.brief import Line
from whence.ledger.claim import Claim, Status
from whence.ledger.span import hull
from whence.pipeline.told import Told
from whence.render.phrases import day_words, name_words, origins_words, value_words
from whence.render.visible import one_line, shortened
from whence.store.claims import Order, page_of_claims
from whence.text.counting import counted

ROWS = 50
"""Of the claims table at once."""

PICTURES = (
    ("numbers", "Numbers drawn"),
    ("timeline", "Timeline drawn"),
    ("positions", "Positions drawn"),
    ("map", "Map"),
    ("network", "Network"),
)
"""Pages of a story's pictures, and what a link to them says."""

SHOWN = 8
"""Lines of a section; the others are folded."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link to the words that a line rests on."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What the claims table is asked for.

    Attributes:
        start: Claims that are passed over.
    """

    status: Status | None
    words: str
    sort: str
    start: int

    def of(self, claims: Sequence[Claim]) -> list[Claim]:
        """Those that fit, in order."""
        wanted = self.words.casefold()
        return [
            claim
            for claim in sorted(claims, key=SORTS[self.sort], reverse=self.sort == "last")
            if self.status in {None, claim.status} and wanted in claim.text.casefold()
        ]

    def page(self, source: Source, told: Told) -> tuple[Sequence[Claim], int]:
        """Those of one page, and how many fit; by the database, where that can tell them."""
        if self.words or told.as_of:
            chosen = self.of(told.claims)
            return chosen[self.start : self.start + ROWS], len(chosen)
        order = Order(self.sort)
        with source.store.reading() as connection:
            return page_of_claims(
                connection, told.id, self.status, order, limit=ROWS, offset=self.start
            )

    def address(self, as_of: str | None, start: int) -> str:
        """The same table from another claim on."""
        asked = {
            "as-of": as_of,
            "status": self.status.value if self.status else None,
            "words": self.words,
            "sort": self.sort if self.sort != "weight" else None,
            "from": start,
        }
        return "?" + urlencode({key: value for key, value in asked.items() if value}) + "#claims"


@router.get("/stories/{story}")
def story_page(
    request: Request,
    story: str,
    as_of: AsOf = None,
    status: Annotated[str, Query(pattern=f"^({'|'.join(Status)})?$")] = "",
    words: Annotated[str, Query(max_length=200)] = "",
    sort: Annotated[str, Query(pattern="^(weight|first|last|status)$")] = "weight",
    start: Annotated[int, Query(alias="from", ge=0, le=1_000_000)] = 0,
) -> Response:
    """At a glance, numbers, accounts, claims and articles of a story."""
    source = source_of(request)
    told = source.story(source.view(as_of), story)
    brief = told.brief
    letters = {each.letter: each.article for each in brief.references}
    sections = [
        (section.title, section.columns, [_line(line, letters) for line in section.lines])
        for part in brief.stories
        for section in part.sections
    ]
    choice = Choice(Status(status) if status else None, words, sort, start)
    shown, count = choice.page(source, told)
    return html(
        "story.html",
        request,
        as_of,
        told.id,
        id=told.id,
        title=title_of(told),
        summary=brief.stories[0].summary if brief.stories else "",
        sections=sections,
        shown=SHOWN,
        pictures=PICTURES,
        rows=[_claim_row(claim) for claim in shown],
        count=counted(count, "claim"),
        pages=_pages(choice, as_of, count),
        statuses=[(each.value, value_words(each)) for each in Status],
        status=choice.status.value if choice.status else "",
        words=words,
        sort=sort,
        articles=[
            (each.article, each.letter, name_words(each.outlet), one_line(each.title or ""),
             day_words(each.published_at), each.copy_of)
            for each in brief.references
        ],
    )  # fmt: skip


def _pages(choice: Choice, as_of: str | None, count: int) -> dict[str, str | None]:
    """Where the claims before and after those that are shown stand, and which are shown."""
    first, last = choice.start + 1, min(choice.start + ROWS, count)
    is_first, is_last = choice.start == 0, choice.start + ROWS >= count
    return {
        "shown": None if is_first and is_last else f"{first} to {last} of {count}",
        "before": None if is_first else choice.address(as_of, max(0, choice.start - ROWS)),
        "after": None if is_last else choice.address(as_of, choice.start + ROWS),
    }


def _line(line: Line, letters: Mapping[str, str]) -> dict[str, object]:
    """A line of a brief with a link to each article that it rests on."""
    spans = {each.article: hull(each.span) for each in line.evidence}
    links = [
        Evidence(letter, place(letters[letter], spans[letters[letter]]))
        for letter in line.references
        if letters.get(letter) in spans
    ]
    cells = [one_line(cell) for cell in line.cells]
    return {"text": one_line(line.text), "cells": cells, "links": links, "claims": line.claims}


def _claim_row(claim: Claim) -> dict[str, object]:
    against = [each for each in claim.assertions if each.stance.value in {"denies", "doubts"}]
    names = dict.fromkeys(name_words(each.chain[-1].name) for each in against)
    return {
        "id": claim.id,
        "text": shortened(one_line(claim.text), LONGEST),
        "status": value_words(claim.status),
        "kind": claim.status.value,
        "origins": origins_words(claim),
        "against": ", ".join(names),
        "band": _band(claim),
        "first": day_words(claim.first_seen_at),
    }


def _band(claim: Claim) -> tuple[float, float, str] | None:
    """Low and high of 0 to 100, and the words, of the first estimate with a yardstick."""
    for each in claim.assertions:
        known = each.probability
        if known and known.low is not None and known.high is not None:
            scale = known.scale or ""
            words = f"“{one_line(known.words)}”, {known.low:.0%}–{known.high:.0%} {scale}"
            return (known.low * 100, known.high * 100, words.replace("%", " %"))
    return None
