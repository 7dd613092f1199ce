"""What the desk shows of a ledger, as pages that work without a script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from whence.brief.choose import is_tellable
from whence.desk.changes import changes_of
from whence.desk.marked import article_blocks, highlights
from whence.desk.source import Source, View, of_one
from whence.errors import NotFoundError
from whence.ledger.article import Article
from whence.ledger.brief import Line
from whence.ledger.claim import Assertion, Claim, Status
from whence.ledger.difference import Difference, DifferenceKind
from whence.ledger.span import Span, hull
from whence.ledger.story import Story
from whence.pipeline.report import make_brief
from whence.render.beside import first_seen_words, remarks
from whence.render.outline import outline
from whence.render.page import page
from whence.render.phrases import (
    NEVER_TRUE,
    assertion_words,
    day_words,
    name_words,
    origins_words,
    period_words,
    value_words,
)
from whence.render.trace import trace_svg
from whence.render.visible import one_line, shortened
from whence.text.counting import counted

AsOf = Annotated[
    str | None,
    Query(alias="as-of", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="A day."),
]
Since = Annotated[
    str | None, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="What changed after it.")
]
STANDING = (Status.WITHDRAWN, Status.DISPUTED, Status.CONFLICTING, Status.CORROBORATED)
SORTS = {
    "weight": lambda claim: (-claim.origin_count_high, -claim.outlet_count, claim.id),
    "first": lambda claim: (claim.first_seen_at or "9999", claim.id),
    "last": lambda claim: (claim.last_seen_at or "", claim.id),
    "status": lambda claim: (list(Status).index(claim.status), claim.id),
}
MOST_CLAIMS = 200
"""Rows of a claims table; a filter leads to the others."""

LEADS = 3
"""Claims told of a story on the first page."""

LONGEST = 180
"""Characters of a claim in a table."""

Item = TypeVar("Item")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A link to the words that a line rests on."""

    label: str
    href: str


def source_of(request: Request) -> Source:
    """The store that the desk stands over."""
    source: Source = request.app.state.source
    return source


def html(template: str, request: Request, as_of: str | None, **values: object) -> HTMLResponse:
    """A page in the frame that all have."""
    source = source_of(request)
    days = source.days()
    return HTMLResponse(
        page(
            template,
            package="whence.desk",
            path=request.url.path,
            as_of=as_of,
            suffix=f"?as-of={as_of}" if as_of else "",
            days=days,
            footer=NEVER_TRUE,
            **values,
        )
    )


@router.get("/")
def today(request: Request, as_of: AsOf = None, since: Since = None) -> Response:
    """Stories, those with the latest news first; with `since`, what changed after that day."""
    source = source_of(request)
    view = source.view(as_of)
    then = source.view(since) if since else None
    stories = sorted(
        view.stories.values(), key=lambda each: (each.last_seen_at or "", each.claim_count, each.id)
    )
    rows = [_story_row(story, view, then) for story in reversed(stories)]
    return html(
        "today.html",
        request,
        as_of,
        title=f"As known on {as_of}" if as_of else "Today",
        since=since,
        stories=[row for row in rows if row["has_news"]],
        is_empty=not rows,
    )


def _story_row(story: Story, view: View, then: View | None) -> dict[str, object]:
    claims = view.of_story.get(story.id, ())
    if then is None:
        told = [
            f"{sum(claim.status is status for claim in claims)} {value_words(status)}"
            for status in STANDING
            if any(claim.status is status for claim in claims)
        ]
        best = sorted(filter(is_tellable, claims), key=SORTS["weight"])[:LEADS]
        leads = [("", each.id, shortened(one_line(each.text), LONGEST)) for each in best]
        has_news = True
    else:
        news = changes_of(story, view, then)
        count = news.article_count
        told = [*([f"{count} new article{'s' * (count > 1)}"] if count else []), *news.counts]
        leads = [_lead(each) for each in news.leads[: 2 * LEADS]]
        has_news = bool(told)
    return {
        "id": story.id,
        "title": one_line(story.title or "Without a title"),
        "counts": f"{counted(len(story.articles), 'article')} · "
        f"{counted(story.claim_count, 'claim')} · "
        f"{period_words(story.first_seen_at, story.last_seen_at)}",
        "statuses": ", ".join(told),
        "leads": leads,
        "has_news": has_news,
    }


def _lead(change: Difference) -> tuple[str, str, str]:
    """What happened, the claim, and its words."""
    who = one_line(change.who or change.outlet or "")
    what = {
        DifferenceKind.DENIAL: f"denied by {who}",
        DifferenceKind.STATUS: f"now {one_line(change.after or '').replace('_', ' ')}",
        DifferenceKind.CLAIM: who,
    }[change.kind]
    return (
        f"{what}: " if what else "",
        change.claim or "",
        shortened(one_line(change.text), LONGEST),
    )


@router.get("/stories/{story}")
def story_page(
    request: Request,
    story: str,
    as_of: AsOf = None,
    status: Status | None = None,
    words: Annotated[str, Query(max_length=200)] = "",
    sort: Annotated[str, Query(pattern="^(weight|first|last|status)$")] = "weight",
) -> Response:
    """At a glance, numbers, accounts, claims and articles of a story."""
    source = source_of(request)
    view = source.view(as_of)
    found = _one(view.stories, "story", story)
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


def place(article: str, span: Span) -> str:
    """The address of some words of an article."""
    return f"/articles/{article}?at={span.start}-{span.end}#here"


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
    found = _one(view.claims, "claim", claim)
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
    found = _one(view.claims, "claim", claim)
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
        about=f"{name_words(own.outlet)} · {day_words(own.published_at)}",
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
    return Response(highlights(len(reading.attributions)), media_type="text/css")


def _one(items: Mapping[str, Item], what: str, name: str) -> Item:
    """The one with an id.

    Raises:
        NotFoundError: The ledger of that day does not have it.
    """
    if name not in items:
        raise NotFoundError(what, name)
    return items[name]
