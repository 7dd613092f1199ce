"""A story -> its feed: new claims, denials and numbers, those learned of last first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from whence.brief.choose import is_tellable
from whence.desk.api import gather
from whence.desk.frame import place, source_of
from whence.ledger.attribution import Stance
from whence.ledger.claim import Claim
from whence.ledger.figure import History
from whence.ledger.span import hull
from whence.render.atom import Entry, atom
from whence.render.phrases import name_words, origins_words, outlet_words, value_words

MOST = 100
"""Entries of a feed."""

LONG_AGO = "1970-01-01"
"""When a feed without an entry changed."""

router = APIRouter(include_in_schema=False)


@router.get("/stories/{story}/feed.atom")
def feed(request: Request, story: Annotated[str, Path(max_length=64)]) -> Response:
    """The latest of a story, for a feed reader."""
    source, base = source_of(request), str(request.base_url)
    told = gather.told_of(source, story, None)
    learned = gather.learned_in(source, told.story)
    claims = tuple(filter(is_tellable, told.claims))
    entries = [
        *_claims(claims, learned, base),
        *_denials(told.claims, learned, base),
        *_numbers(told.histories, learned, base),
    ]
    entries.sort(key=lambda each: each.id)
    entries.sort(key=lambda each: each.updated, reverse=True)
    words = atom(
        _name("story", told.story.id),
        f"{told.story.title or 'Without a title'} – whence",
        max((each.updated for each in entries), default=LONG_AGO),
        entries[:MOST],
        urljoin(base, request.url.path),
    )
    return Response(words, media_type="application/atom+xml")


def _claims(claims: Sequence[Claim], learned: Mapping[str, str], base: str) -> Iterator[Entry]:
    """Each claim, when the first article with it was learned of."""
    for claim in claims:
        days = [learned[each.article] for each in claim.assertions if each.article in learned]
        yield Entry(
            id=_name("claim", claim.id),
            title=claim.text,
            updated=min(days, default=LONG_AGO),
            link=urljoin(base, f"/claims/{claim.id}"),
            summary=f"{value_words(claim.status)}; {origins_words(claim)}",
        )


def _denials(claims: Sequence[Claim], learned: Mapping[str, str], base: str) -> Iterator[Entry]:
    for claim in claims:
        for each in claim.assertions:
            if each.stance is not Stance.DENIES or each.copied_from or each.article not in learned:
                continue
            who = name_words(each.chain[-1].name if each.chain else None)
            yield Entry(
                id=_name("denial", claim.id, each.article, str(hull(each.span).start)),
                title=f"{who} denies: {claim.text}",
                updated=learned[each.article],
                link=urljoin(base, place(each.article, hull(each.span))),
                summary=f"“{each.text}” ({outlet_words(each.outlet)})",
            )


def _numbers(
    histories: Sequence[History], learned: Mapping[str, str], base: str
) -> Iterator[Entry]:
    for history in histories:
        for each in history.figures:
            if each.copied_from or each.is_heading or each.article not in learned:
                continue
            yield Entry(
                id=_name("figure", each.id),
                title=f"{history.label}: {each.words}",
                updated=learned[each.article],
                link=urljoin(base, place(each.article, each.span)),
                summary=f"{name_words(each.origin)} ({outlet_words(each.outlet)})",
            )


def _name(*parts: str) -> str:
    """An IRI that stays the same for the same thing in every store."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'whence:' + '/'.join(parts))}"
