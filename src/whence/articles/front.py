"""Markdown with front matter -> where its text starts, what the front matter says."""

from __future__ import annotations

import re

from whence.articles.dates import read_date
from whence.articles.told import Told, clean

_FRONT = re.compile(
    r"\A\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_KEY = re.compile(r"^(?P<key>[A-Za-z_][\w -]{0,40}?)\s*[:=]\s*(?P<value>.*)$")
_ITEM = re.compile(r"^\s*-\s+(?P<value>.+)$")

_OUTLET_KEYS = ("outlet", "publication", "publisher", "source", "site", "sitename", "site_name")
_DATE_KEYS = ("date", "published", "published_at", "publishdate", "pubdate", "datepublished")
_AUTHOR_KEYS = ("author", "authors", "byline", "by")
_URL_KEYS = ("url", "link", "canonical", "canonical_url")
_LANGUAGE_KEYS = ("language", "lang")


def read_front(text: str) -> tuple[int, Told]:
    """The character after the front matter (0 without one), and what it says."""
    found = _FRONT.match(text)
    if found is None:
        return 0, Told()
    values = _values(found[2])
    if not values:
        return 0, Told()
    language = _first(values, _LANGUAGE_KEYS)
    date = _first(values, _DATE_KEYS)
    return found.end(), Told(
        title=_first(values, ("title", "headline")),
        outlet=_first(values, _OUTLET_KEYS),
        authors=_all(values, _AUTHOR_KEYS),
        published_at=read_date(date) if date is not None else None,
        url=_first(values, _URL_KEYS),
        language=language[:2].lower() if language is not None else None,
    )


def _values(lines: str) -> dict[str, list[str]]:
    """Keys in lower case with their values: one, an inline list, or the items below."""
    values: dict[str, list[str]] = {}
    key = None
    for line in lines.splitlines():
        item = _ITEM.match(line)
        if item is not None and key is not None:
            values[key].append(_plain(item["value"]))
            continue
        found = _KEY.match(line)
        if found is None:
            key = None
            continue
        key = found["key"].lower()
        value = found["value"].strip()
        inline = value[1:-1].split(",") if value[:1] == "[" and value[-1:] == "]" else [value]
        values[key] = [plain for each in inline if (plain := _plain(each))]
    return values


def _plain(value: str) -> str:
    return value.strip().strip("\"'").strip()


def _first(values: dict[str, list[str]], keys: tuple[str, ...]) -> str | None:
    return next((clean(values[key][0]) for key in keys if values.get(key)), None)


def _all(values: dict[str, list[str]], keys: tuple[str, ...]) -> tuple[str, ...]:
    found = next((values[key] for key in keys if values.get(key)), [])
    return tuple(
        name for each in found for name in re.split(r"\s*(?:;|,|\band\b)\s*", each) if name
    )
