"""A feed's entries -> Atom (RFC 4287), the newest first as they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from whence.render.visible import one_line

NAMESPACE = "http://www.w3.org/2005/Atom"
BEGINNING = "1970-01-01T00:00:00Z"
"""When a feed without entries was changed last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        id: Of the thing that it is of, as `urn_of` makes it; never of its address.
        link: A whole address.
        updated: A day or a moment.
        summary: Plain text; None for none.
    """

    id: str
    title: str
    link: str
    updated: str
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries that grows.

    Attributes:
        id: As that of an entry.
        link: Whole address of the page that shows the same.
        self_link: Whole address of the feed.
        entries: The newest first.
    """

    id: str
    title: str
    link: str
    self_link: str
    entries: Sequence[Entry]


def urn_of(kind: str, name: str) -> str:
    """The stable name of something in this ledger ("urn:whence:claim:3f2a…")."""
    return f"urn:whence:{kind}:{name}"


def moment_of(moment: str) -> str:
    """A day or a moment as RFC 3339 writes a moment; a day is its beginning in UTC."""
    if len(moment) <= len("2024-10-21"):
        return f"{moment}T00:00:00Z"
    has_zone = moment.endswith("Z") or moment[-6] in "+-"
    return moment if has_zone else f"{moment}Z"


def atom(feed: Feed) -> str:
    """The feed as a document; what strangers wrote is one line of plain text in it."""
    root = ET.Element("feed", xmlns=NAMESPACE)
    moments = [moment_of(entry.updated) for entry in feed.entries]
    _head(root, feed.id, feed.title, max(moments, default=BEGINNING))
    author = ET.SubElement(root, "author")
    ET.SubElement(author, "name").text = "whence"
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=feed.link)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=feed.self_link)
    for entry, moment in zip(feed.entries, moments, strict=True):
        element = ET.SubElement(root, "entry")
        _head(element, entry.id, entry.title, moment)
        ET.SubElement(element, "link", rel="alternate", type="text/html", href=entry.link)
        if entry.summary is not None:
            ET.SubElement(element, "summary", type="text").text = one_line(entry.summary)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _head(element: ET.Element, name: str, title: str, moment: str) -> None:
    ET.SubElement(element, "id").text = name
    ET.SubElement(element, "title", type="text").text = one_line(title)
    ET.SubElement(element, "updated").text = moment
