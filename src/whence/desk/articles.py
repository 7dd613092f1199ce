"""The page of one article: its text as printed, attributions marked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import AsOf, html, source_of
from whence.errors import NotFoundError
from whence.ledger.article import Article
from whence.ledger.span import Span
from whence.render.outline import outline
from whence.render.phrases import name_words
from whence.render.show_page import article_blocks
from whence.render.visible import one_line
from whence.text.counting import counted

router = APIRouter(include_in_schema=False)


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
