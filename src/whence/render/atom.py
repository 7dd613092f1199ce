"""Entries -> an Atom feed (RFC 4287), as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from whence.render.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMESPACE = "http://www.w3.org/2005/Atom"
NOBODY = "whence"
"""Who made the feed; entries have no authors of their own."""

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Entry(NamedTuple):
    """One entry of a feed.

    Attributes:
        id: An IRI that stays the same.
        updated: A day, or a moment with its zone.
        link: The address of the page that it is about.
    """

    id: str
    title: str
    updated: str
    link: str
    summary: str


def atom(feed_id: str, title: str, updated: str, entries: Sequence[Entry], self_link: str) -> str:
    """A feed with its entries in the order in which they are given.

    Args:
        feed_id: An IRI that stays the same.
        title: Of the feed.
        updated: When it last changed, a day or a moment.
        entries: Any number.
        self_link: The feed's own address.
    """
    feed = Element("feed", xmlns=NAMESPACE)
    _add(feed, "id", feed_id)
    _add(feed, "title", title)
    _add(feed, "updated", moment_of(updated))
    SubElement(feed, "link", rel="self", type="application/atom+xml", href=_told(self_link))
    _add(SubElement(feed, "author"), "name", NOBODY)
    for each in entries:
        entry = SubElement(feed, "entry")
        _add(entry, "id", each.id)
        _add(entry, "title", each.title)
        _add(entry, "updated", moment_of(each.updated))
        SubElement(entry, "link", rel="alternate", type="text/html", href=_told(each.link))
        _add(entry, "summary", each.summary)
    indent(feed, "")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(feed, encoding="unicode")}\n'


def moment_of(day: str) -> str:
    """A day as its first moment in UTC; a moment as it is."""
    return day if "T" in day else f"{day[:10]}T00:00:00Z"


def _add(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _told(words)


def _told(words: str) -> str:
    """On one line, without what XML cannot carry."""
    return _NO_XML.sub("\ufffd", one_line(words))
