"""One JSON object in a shape that news is passed round in -> its text, what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from whence.articles.dates import read_date
from whence.articles.told import Told, clean

Json = Mapping[str, object]

_TEXT_KEYS = (
    "text",
    "articleBody",
    "body_text",
    "body",
    "content",
    "body_xhtml",
    "body_html",
    "maintext",
    "raw_text",
    "html",
    "description_text",
)
_TITLE_KEYS = ("title", "headline", "name", "head")
_OUTLET_KEYS = (
    "outlet",
    "publisher",
    "publication",
    "sitename",
    "site_name",
    "source_name",
    "infosources",
    "infosource",
    "source",
    "provider",
    "sourceOrganization",
    "copyrightholder",
)
_DATE_KEYS = (
    "published",
    "published_at",
    "publishedAt",
    "datePublished",
    "date_publish",
    "date",
    "date_published",
    "pub_date",
    "pubDate",
    "versioncreated",
    "firstcreated",
    "dateCreated",
    "dateModified",
)
_AUTHOR_KEYS = ("authors", "author", "byline", "creator", "by")
_URL_KEYS = (
    "url",
    "canonical",
    "canonical_url",
    "link",
    "mainEntityOfPage",
    "source_url",
    "uri",
    "@id",
)
_LANGUAGE_KEYS = ("language", "inLanguage", "lang")
_CANCELLED = frozenset({"canceled", "cancelled", "withheld"})
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_NAMES = re.compile(r"\s*(?:;|\||\band\b|&|,)\s*")
_MARKUP_COUNT = 3
"""Elements in a text field that make it markup; one "<p>" may stand in prose."""

_MARKUP = re.compile(
    r"<(?:p|div|br|html|body|h\d|article|span|a|ul|li)\b[^>]{0,300}>", re.IGNORECASE
)


class Found(NamedTuple):
    """One article of a JSON value.

    Attributes:
        text: As it stands in the field; None where no field holds text.
        is_page: The text is markup.
        is_cancelled: ninjs `pubstatus` says that it was withdrawn.
    """

    text: str | None
    is_page: bool
    is_cancelled: bool
    told: Told


def articles_in(value: object) -> Iterator[Found]:
    """The articles of a JSON value: an object, a list, an object with `@graph` or a list in it.

    Shapes: schema.org NewsArticle, ninjs (IPTC), and plain keys such as `title` and `text`.
    """
    for entry in _entries(value, depth=3):
        yield _found(entry)


def _entries(value: object, depth: int) -> Iterator[Json]:
    if isinstance(value, list):
        for each in value:
            yield from _entries(each, depth)
        return
    if not isinstance(value, Mapping):
        return
    entry = cast("Json", value)
    if _text_of(entry) is not None or depth == 0:
        yield entry
        return
    inner = [
        entry[key]
        for key in (
            "@graph",
            "articles",
            "items",
            "results",
            "data",
            "docs",
            "itemListElement",
            "item",
            "mainEntity",
            "article",
        )
        if isinstance(entry.get(key), (list, Mapping))
    ]
    if not inner:
        yield entry
    for each in inner:
        yield from _articles_only(_entries(each, depth - 1))


def _articles_only(entries: Iterator[Json]) -> Iterator[Json]:
    """Without the other things of a graph (the site, its logo, its authors)."""
    return (entry for entry in entries if _text_of(entry) is not None)


def _found(entry: Json) -> Found:
    text = _text_of(entry)
    status = str(entry.get("pubstatus", "")).lower()
    key = next((key for key in _TEXT_KEYS if isinstance(entry.get(key), str) and entry[key]), "")
    is_page = key in ("body_xhtml", "body_html", "html") or (
        text is not None and len(_MARKUP.findall(text[:5000])) >= _MARKUP_COUNT
    )
    return Found(text, is_page, status in _CANCELLED, told_by(entry))


def _text_of(entry: Json) -> str | None:
    for key in _TEXT_KEYS:
        value = entry.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            return "\n\n".join(cast("list[str]", value))
    return None


def told_by(entry: Json) -> Told:
    """What an object says of its article."""
    language = _string(_value(entry, _LANGUAGE_KEYS))
    date = _string(_value(entry, _DATE_KEYS))
    url = _string(_value(entry, _URL_KEYS))
    return Told(
        title=_string(_value(entry, _TITLE_KEYS)),
        outlet=_string(_value(entry, _OUTLET_KEYS)),
        authors=_authors(_value(entry, _AUTHOR_KEYS)),
        published_at=read_date(date) if date is not None else None,
        url=url,
        language=language[:2].lower() if language is not None and len(language) > 1 else None,
        agency=_string(entry.get("agency")),
    )


def _value(entry: Json, keys: Sequence[str]) -> object:
    """The value of the first key that has one; keys are compared without regard to case."""
    lower = {key.lower(): value for key, value in entry.items()}
    return next((lower[key.lower()] for key in keys if lower.get(key.lower())), None)


def _string(value: object) -> str | None:
    """A string, or the name, URL or first of what stands there."""
    if isinstance(value, str):
        return clean(value, 2000)
    if isinstance(value, list):
        return next((found for each in value if (found := _string(each)) is not None), None)
    if isinstance(value, Mapping):
        keys = ("name", "literal", "main", "rendered", "title", "@id", "url", "@value")
        return next((found for key in keys if (found := _string(value.get(key))) is not None), None)
    return None


def _authors(value: object) -> tuple[str, ...]:
    """Names as given; one string of several names is taken apart, a list is kept."""
    if isinstance(value, str):
        names: list[str | None] = [clean(each) for each in _NAMES.split(_BY.sub("", value.strip()))]
    elif isinstance(value, list):
        names = [_string(each) for each in value]
    else:
        names = [_string(value)]
    return tuple(dict.fromkeys(name for name in names if name))
