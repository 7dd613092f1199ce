"""The page of two articles side by side: two versions at one URL, or a copy and its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.articles import direction_of, outlet_link, read, title_of
from whence.desk.frame import LONGEST, AsOf, html, source_of
from whence.ledger.article import Article, BlockKind
from whence.ledger.quantity import Quantity
from whence.ledger.reading import Reading
from whence.pipeline.versions import Firmness, find_revision
from whence.render.phrases import day_words, outlet_words, quantity_words, value_words
from whence.render.visible import one_line, shortened
from whence.store.passages import Passage, Version, passages_of, versions_of
from whence.text.aligned import Pair, Runs, aligned, paragraphs_of
from whence.text.counting import counted

MOST_TOLD = 30
"""Changes of one kind that are told before the texts."""
LEAST_FOLDED = 3
"""Paragraphs after each other in which nothing changed, from which they are folded."""

Shown = dict[str, list[tuple[str, str]] | None]
"""The runs of a paragraph before and after: what became of the words, and the words."""

With = Annotated[str | None, Query(alias="with", max_length=64, description="Another article.")]

router = APIRouter(include_in_schema=False)


@router.get("/articles/{article}/versions")
def versions_page(
    request: Request, article: str, other: With = None, as_of: AsOf = None
) -> Response:
    """What changed from one print of an article to another, then both texts side by side."""
    source = source_of(request)
    _, own = read(source, article)
    with source.store.reading() as connection:
        beside = versions_of(connection, own.id, as_of)
        learned = {each.article: each for each in beside}
    chosen = other or _nearest(own, beside)
    pair = None
    if chosen is not None and chosen != own.id:
        pair = _in_order(read(source, chosen)[0], read(source, own.id)[0], learned.get(chosen))
        with source.store.reading() as connection:
            passages = [passages_of(connection, _own(each).id) for each in pair]
    return html(
        "versions.html",
        request,
        as_of,
        days=(),
        id=own.id,
        title=title_of(own),
        choices=[(each.article, _choice_words(each), each.article == chosen) for each in beside],
        both=_both(pair, passages, as_of) if pair else None,
    )


def _own(reading: Reading) -> Article:
    assert reading.article is not None  # noqa: S101  # what `read` promises
    return reading.article


def _nearest(own: Article, beside: Sequence[Version]) -> str | None:
    """The last version before an article, else the first after it, else the original or a copy."""
    versions = [each for each in beside if each.kind == "version"]
    day = own.published_at or ""
    earlier = [each for each in versions if (each.published_at or "") <= day]
    chosen = [*reversed(earlier), *versions, *beside]
    return chosen[0].article if chosen else None


def _in_order(other: Reading, own: Reading, version: Version | None) -> tuple[Reading, Reading]:
    """The earlier of two first, or the original."""
    if version is not None and version.kind != "version":
        is_first = version.is_original
    else:
        is_first = (_own(other).published_at or "") <= (_own(own).published_at or "")
    return (other, own) if is_first else (own, other)


def _choice_words(version: Version) -> str:
    if version.kind == "version":
        kind = "version"
    else:
        kind = "the original" if version.is_original else f"{version.kind} copy"
    learned = day_words(version.learned_at)
    day = day_words(version.published_at) if version.published_at else f"learned of {learned}"
    title = shortened(version.title or version.article, LONGEST)
    return f"{kind} · {day} · {outlet_words(version.outlet)} · {title}"


def _both(
    pair: Sequence[Reading], passages: Sequence[Sequence[Passage]], as_of: str | None
) -> dict[str, object]:
    found = find_revision(pair[0], pair[1], passages[0], passages[1])
    rows = aligned(*(_paragraphs(each) for each in pair))
    changed = sum(not each.is_same for each in rows)
    return {
        "sides": [_side(_own(each), as_of) for each in pair],
        "gained": _claims(found.gained),
        "lost": _claims(found.lost),
        "firmness": [_firmness(each) for each in found.firmness[:MOST_TOLD]],
        "numbers": [tuple(map(_number, each)) for each in found.numbers[:MOST_TOLD]],
        "heard": [one_line(name) for name in found.heard[:MOST_TOLD]],
        "unheard": [one_line(name) for name in found.unheard[:MOST_TOLD]],
        "is_same": found.is_empty,
        "count": f"{counted(changed, 'paragraph')} changed of {len(rows)}",
        "groups": list(_groups(rows)),
    }


def _paragraphs(reading: Reading) -> list[tuple[str, ...]]:
    """Those of the article itself, without what stands around it."""
    own = _own(reading)
    blocks = [each.span for each in own.blocks if each.kind is not BlockKind.BOILERPLATE]
    return paragraphs_of(own.text, blocks, reading.sentences)


def _side(article: Article, as_of: str | None) -> dict[str, object]:
    return {
        "id": article.id,
        "title": title_of(article),
        "outlet": outlet_link(article.outlet, as_of),
        "published": article.published_at,
        "language": article.language or "en",
        "direction": direction_of(article),
    }


def _claims(passages: Sequence[Passage]) -> dict[str, object]:
    rows = [
        (each.claim, shortened(each.text, LONGEST), value_words(each.status), each.status.value)
        for each in passages[:MOST_TOLD]
    ]
    return {"count": len(passages), "rows": rows}


def _firmness(change: Firmness) -> dict[str, object]:
    return {
        "claim": change.claim.claim,
        "text": shortened(change.claim.text, LONGEST),
        "before": "; ".join(change.before),
        "after": "; ".join(change.after),
    }


def _number(quantity: Quantity | None) -> str | None:
    return quantity_words(quantity) if quantity else None


def _groups(rows: Sequence[Pair]) -> Iterator[tuple[bool, list[Shown]]]:
    """Paragraphs in order; whether they are folded, since nothing changed in many."""
    for is_same, group in groupby(rows, lambda each: each.is_same):
        found = [{"before": _runs(each.before), "after": _runs(each.after)} for each in group]
        yield bool(is_same) and len(found) >= LEAST_FOLDED, found


def _runs(runs: Runs | None) -> list[tuple[str, str]] | None:
    return None if runs is None else [(each.change.value, each.words) for each in runs]
