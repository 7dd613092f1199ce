"""Feeds are Atom that any reader takes, whatever strangers wrote."""

from __future__ import annotations

from datetime import datetime
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.render.atom import BEGINNING, NAMESPACE, Entry, Feed, atom, moment_of, urn_of

IN = {"a": NAMESPACE}
moments = st.sampled_from(
    ["2024-10-21", "2024-10-21T10:00:00Z", "2024-10-21T10:00:00", "2024-10-21T10:00:00+02:00"]
)
any_text = st.text(st.characters())
entries = st.builds(
    Entry,
    id=st.just(urn_of("claim", "3f2a")),
    title=any_text,
    link=st.just("http://localhost:8000/claims/3f2a"),
    updated=moments,
    summary=st.none() | any_text,
)


def _feed(*found: Entry) -> ET.Element:
    feed = Feed("urn:whence:search:1", "bridge", "http://d/search", "http://d/feed.atom", found)
    return ET.fromstring(atom(feed).encode("utf-8"))  # noqa: S314 - we wrote it


@given(st.lists(entries, max_size=3))
def test_every_feed_is_well_formed_and_has_what_it_must(found: list[Entry]) -> None:
    """Feed and entries each have one id, one title and one moment; the feed's is the last."""
    root = _feed(*found)

    assert root.tag == f"{{{NAMESPACE}}}feed"
    assert root.findtext("a:author/a:name", namespaces=IN) == "whence"
    own = root.findall("a:entry", IN)
    assert len(own) == len(found)
    for element in (root, *own):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"a:{name}", IN)) == 1
        told = element.findtext("a:updated", namespaces=IN) or ""
        assert datetime.fromisoformat(told).tzinfo is not None
    assert {link.get("rel") for link in root.findall("a:link", IN)} == {"alternate", "self"}


def test_a_feed_of_nothing_is_a_feed() -> None:
    """Without entries it has never changed."""
    assert _feed().findtext("a:updated", namespaces=IN) == BEGINNING


def test_markup_of_strangers_is_text() -> None:
    """What looks like markup in a title stands there as words."""
    entry = Entry("urn:whence:claim:1", "<b>\u202eno</b>", "http://d/", "2024-10-21", "a\nb")
    root = _feed(entry)

    assert root.findtext("a:entry/a:title", namespaces=IN) == "<b>�no</b>"
    assert root.findtext("a:entry/a:summary", namespaces=IN) == "a b"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2024-10-21", "2024-10-21T00:00:00Z"),
        ("2024-10-21T10:00:00", "2024-10-21T10:00:00Z"),
        ("2024-10-21T10:00:00+02:00", "2024-10-21T10:00:00+02:00"),
    ],
)
def test_moments_are_written_as_the_standard_asks(moment: str, written: str) -> None:
    """A day is its beginning in UTC, a moment without a zone is in UTC."""
    assert moment_of(moment) == written
