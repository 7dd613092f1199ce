"""What the desk shows of a ledger, as pages that work without a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import BeforeValidator

from whence.desk.frame import LONGEST, SORTS, AsOf, html, one, place, source_of
from whence.desk.source import of_one
from whence.errors import NotFoundError
from whence.ledger.article import Article
from whence.ledger.brief import Line
from whence.ledger.claim import Assertion, Claim, Status
from whence.ledger.span import Span, hull
from whence.pipeline.report import make_brief
from whence.render.beside import first_seen_words, remarks
from whence.render.outline import outline
from whence.render.phrases import (
    assertion_words,
    day_words,
    name_words,
    origins_words,
    value_words,
)
from whence.render.show_page import article_blocks
from whence.render.trace import trace_svg
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

MOST_CLAIMS = 200
"""Rows of a claims table; a filter leads to the others."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link to the words that a line rests on."""

    label: str
    href: str


@router.get("/stories/{story}")
def story_page(
    request: Request,
    story: str,
    as_of: AsOf = None,
    status: Annotated[Status | None, BeforeValidator(lambda value: value or None)] = None,
    words: Annotated[str, Query(max_length=200)] = "",
    sort: Annotated[str, Query(pattern="^(weight|first|last|status)$")] = "weight",
) -> Response:
    """At a glance, numbers, accounts, claims and articles of a story."""
    source = source_of(request)
    view = source.view(as_of)
    found = one(view.stories, "story", story)
    readings = source.readings(found, view)
    brief = make_brief(readings, of_one(view, found), story=found.id)
    letters = {each.letter: each.article for each in brief.references}
    sections = [
        (section.title, section.columns, [_line(line, letters) for line in section.lines])
        for part in brief.stories
        for section in part.sections
    ]
    every = view.of_story.get(found.id, ())
    chosen = [
        claim
        for claim in sorted(every, key=SORTS[sort], reverse=sort == "last")
        if status in {None, claim.status} and words.casefold() in claim.text.casefold()
    ]
    return html(
        "story.html",
        request,
        as_of,
        id=found.id,
        title=one_line(found.title or "Without a title"),
        summary=brief.stories[0].summary if brief.stories else "",
        sections=sections,
        rows=[_claim_row(claim) for claim in chosen[:MOST_CLAIMS]],
        count=counted(len(chosen), "claim"),
        statuses=[(each.value, value_words(each)) for each in Status],
        status=status.value if status else "",
        words=words,
        sort=sort,
        articles=[
            (each.article, each.letter, name_words(each.outlet), one_line(each.title or ""),
             day_words(each.published_at), each.copy_of)
            for each in brief.references
        ],
    )  # fmt: skip


def _line(line: Line, letters: dict[str, str]) -> dict[str, object]:
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


@router.get("/claims/{claim}")
def claim_page(request: Request, claim: str, as_of: AsOf = None) -> Response:
    """The words of a claim in every article, who said it first, what changed on the way."""
    source = source_of(request)
    view = source.view(as_of)
    found = one(view.claims, "claim", claim)
    titles = source.titles([found])
    story = view.stories.get(found.story or "")
    return html(
        "claim.html",
        request,
        as_of,
        title=one_line(found.text),
        story=(story.id, one_line(story.title or "Without a title")) if story else None,
        counts=f"{value_words(found.status)} · {origins_words(found)}",
        first=first_seen_words(found),
        drawing=f"/claims/{found.id}/chain.svg",
        alternative=f"The chain from the first speakers to the articles of: {one_line(found.text)}",
        remarks=list(remarks(found, view.of_story.get(found.story, ()))),
        rows=[_assertion_row(each, titles) for each in found.assertions],
    )


def _assertion_row(assertion: Assertion, titles: dict[str, str]) -> dict[str, object]:
    chain = [name_words(link.name) for link in reversed(assertion.chain)]
    return {
        "chain": " → ".join(chain),
        "said": assertion_words(assertion),
        "day": day_words(assertion.asserted_at),
        "words": one_line(assertion.text),
        "title": one_line(titles.get(assertion.article, assertion.article)),
        "href": place(assertion.article, hull(assertion.span)),
    }


@router.get("/claims/{claim}/chain.svg")
def chain(request: Request, claim: str, as_of: AsOf = None) -> Response:
    """The chain as a drawing."""
    source = source_of(request)
    view = source.view(as_of)
    found = one(view.claims, "claim", claim)
    drawing = trace_svg(found, source.titles([found]), view.of_story.get(found.story, ()))
    return Response(drawing, media_type="image/svg+xml")


@router.get("/articles/{article}")
def article_page(
    request: Request,
    article: str,
    at: Annotated[str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$")] = None,
    as_of: AsOf = None,
) -> Response:
    """The text as printed, attributions marked; `at` marks the words that a line rests on."""
    reading = source_of(request).reading(article)
    own = reading.article
    if own is None:
        raise NotFoundError("article", article)
    entries = outline(reading)
    return html(
        "article.html",
        request,
        as_of,
        title=one_line(own.title or own.path or own.id),
        about=name_words(own.outlet),
        published=own.published_at,
        language=own.language or "en",
        sheet=f"/articles/{own.id}/marks.css",
        blocks=article_blocks(own, reading, entries, _span(at, own)),
        entries=entries,
        count=counted(len(entries), "attribution"),
        notices=[one_line(each.message) for each in reading.notices],
    )


def _span(at: str | None, article: Article) -> Span | None:
    """The words that a link leads to; None where it leads outside the text."""
    if at is None:
        return None
    start, end = map(int, at.split("-"))
    return Span(start, end) if start < end <= len(article.text) else None


@router.get("/articles/{article}/marks.css")
def marks(request: Request, article: str) -> Response:
    """Rules that light up source, cue and content of one attribution together."""
    reading = source_of(request).reading(article)
    return Response(_highlights(len(reading.attributions)), media_type="text/css")


def _highlights(count: int) -> str:
    """Rules that light up the pieces of one attribution where one of them is pointed at."""
    selectors = ",\n".join(
        f":root:has(:is(#a{number}:target, #a{number}:hover, #a{number}:focus-within,"
        f" .n{number}:hover)) .n{number}"
        for number in range(1, count + 1)
    )
    return f"{selectors} {{ background: var(--strong); }}\n" if selectors else ""
