"""A story -> the page on which a person merges it with another, or parts articles from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.claims.rulings import claim_rulings
from whence.desk.asked import Filled, decided, field, just_done, keep, seen
from whence.desk.frame import html, source_of
from whence.ledger.ruling import Ruling
from whence.pipeline.decisions import Decided
from whence.pipeline.rule import merge as ruled_one
from whence.pipeline.rule import split as ruled_apart
from whence.render.phrases import period_words
from whence.render.visible import one_line
from whence.store.articles import titles
from whence.store.near import stories_near
from whence.store.rulings import stories_of
from whence.text.counting import counted

MOST_CANDIDATES = 15
"""Stories that may be merged; words of the title lead to the others."""

Words = Annotated[str, Query(max_length=200)]
Done = Annotated[int | None, Query(ge=1)]

router = APIRouter(include_in_schema=False)


@router.get("/stories/{story}/correct")
def correct_page(request: Request, story: str, words: Words = "", done: Done = None) -> Response:
    """What can be decided of a story."""
    source = source_of(request)
    told = source.story(source.view(), story)
    found = told.story
    with source.store.reading() as connection:
        near = stories_near(connection, found.id, words=words.strip(), most=MOST_CANDIDATES)
        named = titles(connection, found.articles)
    original = {each.article: each.original for each in told.ledger.copies}
    return html(
        "correct_story.html",
        request,
        None,
        days=(),
        title="Correct a story",
        story=(found.id, one_line(found.title or "Without a title")),
        words=words,
        hidden=claim_rulings(told.ledger.rulings).hidden_count(found.articles),
        done=just_done(source.store, done),
        candidates=[
            {
                "id": each.id,
                "title": one_line(each.title or "Without a title"),
                "period": period_words(each.first_seen_at, each.last_seen_at),
                "claims": counted(each.claim_count, "claim"),
                "shared": each.shared,
            }
            for each in near
        ],
        articles=[
            (each, one_line(named.get(each) or each), each in original) for each in found.articles
        ],
    )


@router.post("/stories/{story}/merge")
def merge(request: Request, story: str, fields: Filled) -> Response:
    """Make one story of two."""
    source = source_of(request)
    found = source.story(source.view(), story)
    other = source.story(source.view(), field(fields, "other"))
    said = decided(request, fields)
    both = found.ledger._replace(stories=(found.story, other.story))
    return _decided(request, ruled_one(both, found.id, other.id, said.at), said)


@router.post("/stories/{story}/split")
def split(request: Request, story: str, fields: Filled) -> Response:
    """Part the ticked articles, with their copies."""
    found = source_of(request).story(source_of(request).view(), story)
    said = decided(request, fields)
    ticked = list(fields.get("article", ()))
    return _decided(request, ruled_apart(found.ledger, found.id, ticked, said.at), said)


def _decided(request: Request, ruling: Ruling, said: Decided) -> Response:
    """Keep it, make the ledger anew, and go to the story that the other side is in now."""
    number = keep(request, replace(ruling, decided_by=said.by, reason=said.reason))
    with source_of(request).store.reading() as connection:
        (now, *_) = stories_of(connection, ruling.others[:1])
    return seen(f"/stories/{now}/correct", number)
