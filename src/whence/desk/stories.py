"""The page of one story: the brief's sections, its claims in a table, its articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import SORTS, AsOf, html, source_of
from whence.desk.source import Source
from whence.desk.story_drawn import ROWS, claim_rows, drawn_of, filled
from whence.ledger.claim import Claim, Status
from whence.pipeline.told import Told
from whence.render.phrases import value_words
from whence.store.claims import Order, page_of_claims
from whence.text.counting import counted

PICTURES = (
    ("numbers", "Numbers drawn"),
    ("timeline", "Timeline drawn"),
    ("positions", "Positions drawn"),
    ("map", "Map"),
    ("network", "Network"),
)
"""Pages of a story's pictures, and what a link to them says."""

router = APIRouter(include_in_schema=False)


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

    @property
    def is_plain(self) -> bool:
        """Whether nothing was asked for: the first claims of all."""
        return (self.status, self.words, self.sort, self.start) == (None, "", "weight", 0)

    def page(self, source: Source, told: Told) -> tuple[str, int]:
        """Rows of one page, and how many fit; by the database, where that can tell them."""
        if self.words or told.as_of:
            chosen = self.of(told.claims)
            some = chosen[self.start : self.start + ROWS]
            return claim_rows(some), len(chosen)
        order = Order(self.sort)
        with source.store.reading() as connection:
            claims, count = page_of_claims(
                connection, told.id, self.status, order, limit=ROWS, offset=self.start
            )
        return claim_rows(claims), count

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
    drawn = drawn_of(told)
    choice = Choice(Status(status) if status else None, words, sort, start)
    shown, count = (
        (drawn.claims, drawn.claim_count) if choice.is_plain else choice.page(source, told)
    )
    return html(
        "story.html",
        request,
        as_of,
        told.id,
        id=told.id,
        title=drawn.title,
        summary=drawn.summary,
        names=drawn.names,
        sections=filled(drawn.sections, as_of),
        pictures=PICTURES,
        rows=filled(shown, as_of),
        count=counted(count, "claim"),
        pages=_pages(choice, as_of, count),
        statuses=[(each.value, value_words(each)) for each in Status],
        status=choice.status.value if choice.status else "",
        words=words,
        sort=sort,
        references=filled(drawn.references, as_of),
    )


def _pages(choice: Choice, as_of: str | None, count: int) -> dict[str, str | None]:
    """Where the claims before and after those that are shown stand, and which are shown."""
    first, last = choice.start + 1, min(choice.start + ROWS, count)
    is_first, is_last = choice.start == 0, choice.start + ROWS >= count
    return {
        "shown": None if is_first and is_last else f"{first} to {last} of {count}",
        "before": None if is_first else choice.address(as_of, max(0, choice.start - ROWS)),
        "after": None if is_last else choice.address(as_of, choice.start + ROWS),
    }
