"""The pages of outlets: whose words they print, what they had first, what they changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import LONGEST, AsOf, html, place, source_of, suffix
from whence.desk.source import Source, View
from whence.ledger.claim import Claim
from whence.ledger.drift import Drift
from whence.ledger.outlet import RELIABILITIES, Outlet
from whence.ledger.span import hull
from whence.ledger.story import Copy
from whence.pipeline.prints import Page, Profile, page_of, profile_of
from whence.pipeline.shelf import Publication, Shelf, shelf_of
from whence.render.phrases import day_words, name_words, outlet_words, value_words
from whence.render.visible import one_line, shortened
from whence.store.articles import printed_days
from whence.store.prints import Given, Own, Piece, Voices
from whence.text.counting import counted

ROWS = 100
"""Outlets of one page."""
ARTICLES = 20
"""Of an outlet on one page; what is told of claims is told of these."""
MOST_GIVEN = 15
"""Speakers of an outlet."""
MOST_TOLD = 20
"""First reports, and drifts, of one page."""

Start = Annotated[int, Query(alias="from", ge=0, le=1_000_000, description="Passed over.")]

router = APIRouter(include_in_schema=False)


@router.get("/outlets")
def outlets(request: Request, as_of: AsOf = None, start: Start = 0) -> Response:
    """All outlets, those with most articles first."""
    source = source_of(request)
    shelf = _shelf(source, source.view(as_of))
    every = [each for each in shelf.publications if each.article_count]
    rows = every[start : start + ROWS]
    return html(
        "outlets.html",
        request,
        as_of,
        title=counted(len(every), "outlet"),
        rows=[_row(each, as_of) for each in rows],
        most=max((each.article_count for each in every), default=1),
        pages=_pages("/outlets", as_of, start, ROWS, is_last=start + ROWS >= len(every)),
    )


@router.get("/outlets/{name:path}")
def outlet(request: Request, name: str, as_of: AsOf = None, start: Start = 0) -> Response:
    """Whose words an outlet prints; its articles, and what became of claims in them."""
    source = source_of(request)
    view = source.view(as_of)
    found = _shelf(source, view).one(name)
    own = found.own
    profile = source.once(
        ("outlet", view, own.name), lambda: profile_of(source.store, own, most=MOST_GIVEN)
    )
    page = source.once(
        ("outlet page", view, own.name, start),
        lambda: page_of(source.store, own, limit=ARTICLES, offset=start),
    )
    path = _path(own.name)
    return html(
        "outlet.html",
        request,
        as_of,
        days=_days(source, own),
        title=one_line(own.name),
        facts=_facts(found),
        count=counted(found.article_count, "article"),
        voices=_voices(profile.voices),
        said_by=counted(profile.voices.every, "telling"),
        given=[_given(each, as_of) for each in profile.given],
        most=max((each.claim_count for each in profile.given), default=1),
        copied=_copied(profile),
        shown=f"{start + 1}–{start + len(page.pieces)}" if page.pieces else "",
        pieces=_pieces(page, as_of),
        firsts=_firsts(page, as_of),
        firmer=[
            {"words": one_line(each.words), "hedge": one_line(each.hedge.hedge),
             "href": place(each.hedge.article, each.hedge.heading),
             "body": place(each.hedge.article, hull(each.hedge.body))}
            for each in page.firmer
        ],
        drifts=[_drift(claim, drift, page) for claim, drift in page.drifts[:MOST_TOLD]],
        mended=[
            {"claim": claim.id, "text": shortened(claim.text, LONGEST),
             "kind": value_words(each.kind), "other": each.claim, "why": one_line(each.why)}
            for claim, each in page.mended
        ],
        withdrawn=[(each.id, shortened(each.text, LONGEST)) for each in page.withdrawn],
        pages=_pages(
            path, as_of, start, ARTICLES, is_last=start + ARTICLES >= found.article_count
        ),
    )  # fmt: skip


def _days(source: Source, own: Own) -> list[str]:
    """When the store learned of its articles."""
    with source.store.reading() as connection:
        return printed_days(connection, own.printed)


def _shelf(source: Source, view: View) -> Shelf:
    return source.once(("outlets", view), lambda: shelf_of(source.store, view.as_of))


def _path(name: str) -> str:
    return f"/outlets/{quote(name, safe='')}"


def _row(found: Publication, as_of: str | None) -> dict[str, object]:
    said = found.said
    return {
        "href": f"{_path(found.name)}{suffix(as_of)}",
        "name": one_line(found.name),
        "count": found.article_count,
        "last": found.last,
        "country": one_line(said.country or "") if said else "",
        "reliability": said.reliability if said and said.reliability else "",
    }


def _facts(found: Publication) -> list[tuple[str, str]]:
    """What the user said of an outlet, and how articles print its name."""
    said = found.said or Outlet(found.name)
    letter = said.reliability
    printed = [each for each in found.own.printed if each != found.name]
    facts = {
        "also printed as": ", ".join(map(one_line, printed)),
        "also called": ", ".join(map(one_line, said.aliases)),
        "at": ", ".join(map(one_line, said.domains)),
        "country": one_line(said.country or ""),
        "ownership": one_line(said.ownership or ""),
        "reliability": f"{letter}, {RELIABILITIES[letter]}" if letter in RELIABILITIES else "",
        "latest article": day_words(found.last) if found.last else "",
    }
    return [(name, words) for name, words in facts.items() if words]


def _voices(voices: Voices) -> list[tuple[str, int, str, float]]:
    """Kind, count, share in words and share of 100 of each kind of voice."""
    every = max(voices.every, 1)
    rows = (
        ("of named speakers", voices.named),
        ("of speakers without a name", voices.unnamed),
        ("in its own voice", voices.own),
        ("in the voice of an outlet that was copied", voices.taken),
    )
    return [
        (kind, count, f"{100 * count / every:.0f} %", round(100 * count / every, 1))
        for kind, count in rows
    ]


def _given(given: Given, as_of: str | None) -> dict[str, object]:
    return {
        "href": f"/actors/{given.entity}{suffix(as_of)}",
        "name": name_words(given.name),
        "is_named": given.is_named,
        "claims": given.claim_count,
        "tellings": given.assertion_count,
    }


def _copied(profile: Profile) -> str:
    """`12 copies: 10 wire, 2 near`; empty where nothing was copied."""
    count = sum(profile.copies.values())
    kinds = ", ".join(f"{number} {one_line(kind)}" for kind, number in profile.copies.items())
    return f"{count} {'copy' if count == 1 else 'copies'}: {kinds}" if count else ""


def _pieces(page: Page, as_of: str | None) -> list[dict[str, object]]:
    of_whom = {each.article: each for each in page.copies}
    copied_by: dict[str, list[Copy]] = {}
    for each in page.copies:
        copied_by.setdefault(each.original, []).append(each)
    firsts = [each.article for each in page.first_reports]
    firmer = [each.hedge.article for each in page.firmer]
    drifts = [each.after.article for _, each in page.drifts]
    return [
        {
            "id": each.article,
            "title": one_line(each.title or "") or each.article,
            "published": each.published_at,
            "story": (each.story, one_line(each.story_title or "Without a title"))
            if each.story
            else None,
            "taken": _copy(of_whom.get(each.article), page.others, as_of),
            "signs": _signs(
                each,
                (firsts.count(each.article), "first report"),
                (firmer.count(each.article), "heading firmer than the text"),
                (drifts.count(each.article), "change in passing on"),
                (len(copied_by.get(each.article, ())), "other article with its text"),
            ),
        }
        for each in page.pieces
    ]


def _signs(piece: Piece, *counts: tuple[int, str]) -> str:
    told = [_count(count, noun) for count, noun in counts if count]
    if piece.supersedes:
        told.append("a new version")
    if piece.agency:
        told.append(f"says it is of {one_line(piece.agency)}")
    return " · ".join(told)


def _count(count: int, noun: str) -> str:
    """`2 headings firmer than the text`: the first noun is counted."""
    heads = {"heading firmer than the text": "headings firmer than the text"}
    heads |= {"change in passing on": "changes in passing on"}
    heads |= {"other article with its text": "other articles with its text"}
    return f"{count} {heads[noun]}" if count > 1 and noun in heads else counted(count, noun)


def _copy(
    copy: Copy | None, others: Mapping[str, tuple[str | None, str | None]], as_of: str | None
) -> dict[str, str] | None:
    if copy is None:
        return None
    outlet_name, title = others.get(copy.original, (None, None))
    keep = f"&as-of={as_of}" if as_of else ""
    return {
        "kind": one_line(copy.kind),
        "outlet": outlet_words(outlet_name),
        "title": one_line(title or "") or copy.original,
        "href": f"/articles/{copy.article}/versions?with={copy.original}{keep}",
    }


def _firsts(page: Page, as_of: str | None) -> list[dict[str, object]]:
    found = sorted(page.first_reports, key=lambda each: (-len(each.others), each.claim.id))
    return [
        {
            "claim": each.claim.id,
            "text": shortened(each.claim.text, LONGEST),
            "status": None if as_of else (value_words(each.claim.status), each.claim.status.value),
            "others": ", ".join(map(one_line, each.others)),
            "day": each.day,
            "article": each.article,
        }
        for each in found[:MOST_TOLD]
    ]


def _drift(claim: Claim, drift: Drift, page: Page) -> dict[str, object]:
    before, _ = page.others.get(drift.before.article, (None, None))
    is_within = drift.before.article == drift.after.article
    return {
        "kind": value_words(drift.kind),
        "why": one_line(drift.why),
        "from": "its own text" if is_within else outlet_words(before),
        "claim": claim.id,
        "before": place(drift.before.article, hull(drift.before.span)),
        "after": place(drift.after.article, hull(drift.after.span)),
    }


def _pages(
    path: str, as_of: str | None, start: int, size: int, *, is_last: bool
) -> Sequence[tuple[str, str, str]]:
    """Address, relation and words of the pages before and after."""
    found = []
    if start:
        found.append((_turn(path, as_of, max(0, start - size)), "prev", "‹ before"))
    if not is_last:
        found.append((_turn(path, as_of, start + size), "next", "more ›"))
    return found


def _turn(path: str, as_of: str | None, start: int) -> str:
    asked = [f"as-of={as_of}"] if as_of else []
    asked += [f"from={start}"] if start else []
    return path + ("?" + "&".join(asked) if asked else "")
