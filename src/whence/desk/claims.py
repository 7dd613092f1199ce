"""The page of one claim: its words in every article, its chain, what stands beside it."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request
from fastapi.responses import Response

from whence.desk.frame import AsOf, html, named, place, source_of
from whence.ledger.claim import Assertion
from whence.ledger.span import hull
from whence.render.beside import first_seen_words, remarks
from whence.render.phrases import (
    assertion_words,
    day_words,
    name_words,
    origins_words,
    value_words,
)
from whence.render.trace import trace_svg
from whence.render.visible import one_line

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')

router = APIRouter(include_in_schema=False)


@router.get("/claims/{claim}")
def claim_page(request: Request, claim: str, as_of: AsOf = None) -> Response:
    """The words of a claim in every article, who said it first, what changed on the way."""
    source = source_of(request)
    found, told = source.claim(source.view(as_of), claim)
    titles = source.titles([found])
    drawn = trace_svg(found, titles, told.claims)
    return html(
        "claim.html",
        request,
        as_of,
        told.id,
        id=found.id,
        title=one_line(found.text),
        story=named(told),
        counts=f"{value_words(found.status)} · {origins_words(found)}",
        first=first_seen_words(found),
        drawing=f"/claims/{found.id}/chain.svg",
        size=_SIZE.search(drawn),
        alternative=f"The chain from the first speakers to the articles of: {one_line(found.text)}",
        remarks=list(remarks(found, told.claims)),
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
    found, told = source.claim(source.view(as_of), claim)
    drawing = trace_svg(found, source.titles([found]), told.claims)
    return Response(drawing, media_type="image/svg+xml")
