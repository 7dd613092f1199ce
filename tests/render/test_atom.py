"""Feeds as text."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from whence.render.atom import Entry, atom

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_feed_says_what_its_entries_say() -> None:
    """Days become moments, and what XML cannot carry is left out."""
    entry = Entry(
        id="urn:uuid:1",
        title="<b>Dale</b> & sons\x00",
        updated="2025-03-04",
        link="http://desk.example/claims/1?as-of=2025-03-04",
        summary="one\nline",
    )
    words = atom("urn:uuid:0", "The dam", "2025-03-04T06:00:00Z", [entry], "http://desk.example/f")

    assert words.startswith('<?xml version="1.0" encoding="utf-8"?>')
    feed = fromstring(words)  # noqa: S314 - our own
    assert feed.findtext(f"{ATOM}updated") == "2025-03-04T06:00:00Z"
    found = feed.find(f"{ATOM}entry")
    assert found is not None
    assert found.findtext(f"{ATOM}updated") == "2025-03-04T00:00:00Z"
    title = found.findtext(f"{ATOM}title")
    assert title is not None
    assert title.startswith("<b>Dale</b> & sons")
    assert found.findtext(f"{ATOM}summary") == "one line"
