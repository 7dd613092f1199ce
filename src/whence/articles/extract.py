"""A web page -> the article's text on lines, what the page says of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from whence.articles.dates import date_in_address, read_date
from whence.articles.objects import Json, told_by
from whence.articles.told import Told, clean
from whence.errors import ArticleError
from whence.lexicon.outlets import outlet_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
)
"""Names of meta elements that hold the day of publication (htmldate's list, shortened)."""

_ARTICLE_TYPES = re.compile(
    r"(?:News|Reportage|Analysis|Opinion|Background|Review)?Article$|BlogPosting$|LiveBlogPosting$"
)
_LETTERS = re.compile(r"[\W_]+")


class Page(NamedTuple):
    """The article of a page."""

    text: str
    told: Told


def read_page(html: str) -> Page:
    """The article of a web page.

    The text is what trafilatura extracts, one paragraph, heading or list item per line, with
    the page's title as its first line. The date is only what the page states as its
    own (metadata, JSON-LD, `<time pubdate>`, address); dates guessed from the prose are not used.

    Raises:
        ArticleError: "no_text" where nothing of an article is on the page.
    """
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    tree = load_html(html)
    if tree is None:
        raise ArticleError("no_text", "holds no page; give the HTML of an article")
    told = _told(tree)
    found = bare_extraction(html, with_metadata=True, include_comments=False)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise ArticleError(
            "no_text", "has no article text; save the whole page, or give the text as .txt"
        )
    told = told.over(_told_by_extractor(found))
    return Page(_with_title(found.text or "", told.title), told)


def _with_title(body: str, title: str | None) -> str:
    """The body with the title as first line, unless it begins with it."""
    if title is None:
        return body
    lines = body.split("\n", 3)[:3]
    if any(_letters(line) == _letters(title) for line in lines):
        return body
    return f"{title}\n{body}"


def _letters(words: str) -> str:
    return _LETTERS.sub("", words).lower()


def _told(tree: HtmlElement) -> Told:
    """What JSON-LD and meta elements say, JSON-LD first."""
    meta = _meta(tree)
    linked = next(iter(_linked(tree)), None)
    from_data = told_by(linked) if linked is not None else Told()
    addresses = tree.xpath('//link[@rel="canonical"]/@href')
    url = clean(str(addresses[0]), 2000) if addresses else meta.get("og:url") or from_data.url
    times = tree.xpath("//time[@pubdate or contains(@itemprop, 'datePublished')]/@datetime")
    dates = [
        *(meta[name] for name in _DATE_NAMES if name in meta),
        *(str(each) for each in times),
    ]
    day = next((found for each in dates if (found := read_date(each)) is not None), None)
    site = clean(meta.get("og:site_name") or meta.get("application-name"), 80)
    language = str(tree.get("lang") or meta.get("og:locale") or "")
    own = Told(
        title=meta.get("og:title"),
        outlet=site,
        published_at=day or (date_in_address(url) if url else None),
        url=url if url and urlsplit(url).scheme in ("http", "https") else None,
        language=language[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", language) else None,
    )
    return Told(
        title=from_data.title or own.title,
        outlet=own.outlet or from_data.outlet,
        authors=from_data.authors,
        published_at=from_data.published_at or own.published_at,
        url=own.url or from_data.url,
        language=from_data.language or own.language,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Contents of meta elements by lower-case name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = clean(element.get("content"), 2000)
        if name and content:
            found.setdefault(str(name).lower(), content)
    return found


def _linked(tree: HtmlElement) -> Iterator[Json]:
    """Objects of JSON-LD that are articles."""
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles(value, depth=4)


def _articles(value: object, depth: int) -> Iterator[Json]:
    if isinstance(value, list):
        for each in value:
            yield from _articles(each, depth)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(each, str) and _ARTICLE_TYPES.search(each) for each in names):
            yield value
        elif depth:
            yield from _articles(list(value.values()), depth - 1)


def _told_by_extractor(found: Document) -> Told:
    """What trafilatura found in the page itself; its date may be a guess and is left out."""
    host = found.hostname or urlsplit(found.url or "").hostname or ""
    authors = tuple(name for each in (found.author or "").split(";") if (name := clean(each)))
    named = clean(found.sitename, 80)
    return Told(
        title=clean(found.title),
        outlet=outlet_at(host) or (named if named and "." not in named else None),
        authors=authors,
        url=found.url,
    )
