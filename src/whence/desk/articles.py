"""The page of one article: its text as printed, and at the margin who says what, how firmly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from whence.desk.frame import LONGEST, AsOf, html, place, source_of, suffix
from whence.desk.source import Source
from whence.ledger.article import Article
from whence.ledger.reading import Reading
from whence.ledger.span import Span
from whence.render.margin import notices_on_top, text_rows
from whence.render.outline import outline
from whence.render.phrases import value_words
from whence.render.visible import one_line, shortened
from whence.store.passages import Passage, Version, is_known, passages_of, stories_of, versions_of
from whence.text.counting import counted

MOST_LIT = 500
"""Attributions whose pieces light up together; a text with more would make a browser slow."""
MOST_OWN = 200
"""Claims in the outlet's own voice that are listed."""
BESIDE = 60
"""Characters of a claim at the margin."""
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""ISO 639 codes of languages written so."""

At = Annotated[str | None, Query(pattern=r"^\d{1,9}-\d{1,9}$", description="Characters.")]

router = APIRouter(include_in_schema=False)


@router.get("/articles/{article}")
def article_page(request: Request, article: str, at: At = None, as_of: AsOf = None) -> Response:
    """The text as printed, attributions marked; `at` marks the words that a line rests on."""
    source = source_of(request)
    reading, own = read(source, article)
    passages, stories, versions = _around(source, own.id, as_of)
    entries = outline(reading)
    return html(
        "article.html",
        request,
        as_of,
        days=(),
        id=own.id,
        title=title_of(own),
        about=_about(own),
        published=own.published_at,
        outlet=outlet_link(own.outlet, as_of),
        url=_address(own.url),
        language=own.language or "en",
        direction=direction_of(own),
        sheet=f"/articles/{own.id}/marks.css",
        stories=[(story, one_line(title or "Without a title")) for story, title in stories],
        versions=_beside_words(versions),
        rows=text_rows(reading, entries, _span(at, own)),
        claims=_claims(passages),
        own_voice=_own_voice(own.id, passages),
        count=counted(len(entries), "attribution"),
        notices=notices_on_top(reading),
    )


def read(source: Source, article: str) -> tuple[Reading, Article]:
    """The reading of an article, and the article.

    Raises:
        NotFoundError: The store does not have it.
    """
    reading = source.reading(article)
    assert reading.article is not None  # noqa: S101  # what `Source.reading` promises
    return reading, reading.article


def _around(
    source: Source, article: str, as_of: str | None
) -> tuple[list[Passage], list[tuple[str, str | None]], list[Version]]:
    """Claims, stories and versions of an article; none where it was not known on the day."""
    with source.store.reading() as connection:
        if not is_known(connection, article, as_of):
            return [], [], []
        return (
            passages_of(connection, article),
            stories_of(connection, article),
            versions_of(connection, article, as_of),
        )


def title_of(article: Article) -> str:
    """What an article is called."""
    return one_line(article.title or "") or one_line(article.path or "") or article.id


def direction_of(article: Article) -> str:
    """The attribute `dir`: that of the language, or what the words themselves tell."""
    return "rtl" if article.language in RIGHT_TO_LEFT else "auto"


def outlet_link(outlet: str | None, as_of: str | None) -> tuple[str, str] | None:
    """Address and name of the page of an outlet; None where there is none."""
    if not outlet:
        return None
    return f"/outlets/{quote(outlet, safe='')}{suffix(as_of)}", one_line(outlet)


def _about(article: Article) -> str:
    """Authors, agency and language, as far as they are known."""
    agency = f"copy of {one_line(article.agency)}" if article.agency else ""
    parts = (
        ", ".join(map(one_line, article.authors)),
        agency,
        f"language: {article.language}" if article.language else "",
    )
    return " · ".join(filter(None, parts))


def _address(url: str | None) -> tuple[str | None, str] | None:
    """The address of the page as a link, where a browser may follow it, and in words."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None, one_line(url)
    is_page = parts.scheme in {"http", "https"} and bool(parts.netloc)
    return url if is_page and url.isprintable() else None, one_line(url)


def _beside_words(versions: Sequence[Version]) -> str:
    """`2 other versions, 1 copy`; empty where there is nothing to compare with."""
    others = sum(each.kind == "version" for each in versions)
    copies = len(versions) - others
    told = (
        counted(others, "other version") if others else "",
        ("1 copy" if copies == 1 else f"{copies} copies") if copies else "",
    )
    return ", ".join(filter(None, told))


def _claims(passages: Iterable[Passage]) -> dict[str, list[tuple[str, str, str, str]]]:
    """The claims that each attribution is part of: id, words, status in words and as it is."""
    found: dict[str, dict[str, tuple[str, str, str, str]]] = defaultdict(dict)
    for each in passages:
        if each.attribution is not None:
            row = _claim(each, BESIDE)
            found[each.attribution].setdefault(each.claim, row)
    return {attribution: list(rows.values()) for attribution, rows in found.items()}


def _claim(passage: Passage, length: int) -> tuple[str, str, str, str]:
    status = passage.status
    return passage.claim, shortened(passage.text, length), value_words(status), status.value


def _own_voice(article: str, passages: Iterable[Passage]) -> list[dict[str, object]]:
    """What the outlet says itself, each claim once."""
    own = {each.claim: each for each in reversed(list(passages)) if each.attribution is None}
    rows = sorted(own.values(), key=lambda each: (each.start, each.claim))
    return [
        {
            "claim": _claim(each, LONGEST),
            "href": place(article, Span(each.start, each.end)),
            "firmness": each.certainty + (" that not" if each.degree < 0 else ""),
            "is_heading": each.is_heading,
        }
        for each in rows[:MOST_OWN]
    ]


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
    count = min(len(reading.attributions), MOST_LIT)
    return Response(_highlights(count), media_type="text/css")


def _highlights(count: int) -> str:
    """Rules that light up the pieces of one attribution where one of them is pointed at.

    Of marks within each other only the innermost counts; the number behind a mark is what the
    keyboard reaches.
    """
    selectors = ",\n".join(
        f":root:has(:is(#a{number}:is(:target, :hover, :focus-within),"
        f" .n{number}:is(:hover:not(:has(.m:hover)), :focus-within:not(:has(.m:focus-within)))))"
        f" :is(.n{number}, #a{number})"
        for number in range(1, count + 1)
    )
    return f"{selectors} {{ background: var(--strong); }}\n" if selectors else ""
