"""The feed of a story."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

from starlette.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_story_has_a_feed(desk: TestClient) -> None:
    """New claims, denials and numbers, the latest day first, each under a name of its own."""
    denied = desk.get("/api/v1/claims?stance=denies").json()["items"][0]
    counted = desk.get("/api/v1/claims?speaker=engineers").json()["items"][0]
    titles = []
    for story in (denied["story"], counted["story"]):
        answer = desk.get(f"/stories/{story}/feed.atom")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        feed = fromstring(answer.text)  # noqa: S314 - our own
        days = [text(each, "updated") for each in feed.iter(f"{ATOM}entry")]
        assert days == sorted(days, reverse=True)
        assert text(feed, "updated") == days[0]
        names = [text(each, "id") for each in feed.iter(f"{ATOM}entry")]
        assert len(names) == len(set(names))
        titles += [text(each, "title") for each in feed.iter(f"{ATOM}entry")]
        for entry in feed.iter(f"{ATOM}entry"):
            link = entry.find(f"{ATOM}link")
            assert link is not None
            assert desk.get(link.attrib["href"]).status_code == 200

    assert any(title.startswith("Ana Ruiz denies: ") for title in titles)
    assert any(title.endswith(": at least 40") for title in titles)


def text(element: Element, name: str) -> str:
    """What a child says."""
    found = element.findtext(f"{ATOM}{name}")
    assert found
    return found


def test_no_feed_of_no_story(desk: TestClient) -> None:
    """What is not there has no feed."""
    assert desk.get("/stories/none/feed.atom").status_code == 404
