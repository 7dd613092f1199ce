"""The desk's pages, as a browser without a script gets them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient


class Page(HTMLParser):
    """Links, elements and handlers of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.scripts: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element is and leads to."""
        self.tags.append(tag)
        if tag == "script":
            self.scripts.append(dict(attrs).get("src") or "inline")
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.links.append(value or "")
            if name in {"src", "srcset"} and tag in {"img", "source"}:
                self.pictures.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on") or name == "style":
                self.handlers.append(f"{tag} {name}")


def page(desk: TestClient, path: str) -> Page:
    """A page that is there."""
    answer = desk.get(path)
    assert answer.status_code == 200, path
    return Page(answer.text)


def first(links: list[str], start: str) -> str:
    """The first link that begins so."""
    return next(link for link in links if link.startswith(start))


def test_every_page_is_reached_from_the_first(desk: TestClient) -> None:
    """From the stories to a story, a claim, its drawing and the words in an article."""
    story = page(desk, first(page(desk, "/").links, "/stories/"))
    claim = page(desk, first(story.links, "/claims/"))
    evidence = first(claim.links, "/articles/")
    article = page(desk, evidence.split("#")[0])

    assert evidence.endswith("#here")
    assert "here" in article.ids


def test_a_line_is_one_click_from_its_words(desk: TestClient) -> None:
    """The letter behind a line of the brief leads to the words that it rests on."""
    story = desk.get(first(page(desk, "/").links, "/stories/")).text
    letter = re.search(r'href="(/articles/[^"#]+)#here"', story)

    assert letter is not None
    assert "<mark" in desk.get(letter[1].replace("&amp;", "&")).text


def test_all_links_lead_somewhere(desk: TestClient) -> None:
    """No link of any page is broken."""
    seen, left = set(), ["/"]
    while left:
        path = left.pop()
        answer = desk.get(path)
        assert answer.status_code == 200, path
        if "html" not in answer.headers["content-type"]:
            continue
        for link in Page(answer.text).links:
            target = link.split("#")[0]
            if target.startswith("/") and target not in seen:
                seen.add(target)
                left.append(target)
    assert len(seen) > 10


def test_a_day_gone_by_turns_the_page_back(desk: TestClient) -> None:
    """On the first day the denial had not come; links keep the day."""
    then, now = desk.get("/?as-of=2024-10-21"), desk.get("/")

    assert "known at the end of 2024-10-21" in then.text
    assert "Officials deny" in now.text
    assert "Officials deny" not in then.text
    assert all("as-of=2024-10-21" in link for link in Page(then.text).links if "/stories/" in link)


def test_the_first_page_tells_what_changed(desk: TestClient) -> None:
    """Since the first day: the denial and the new articles; since the last nothing."""
    news = desk.get("/?since=2024-10-21").text
    assert "2 denials" in news
    assert "Denied by Ana Ruiz" in news
    assert "new article" in news

    assert "Nothing has changed" in desk.get("/?since=2024-10-22").text
    assert desk.get("/?since=&as-of=").text == desk.get("/").text


def test_claims_are_filtered_and_sorted(desk: TestClient) -> None:
    """By status and by words; what does not fit is left out."""
    stories = [link for link in page(desk, "/").links if link.startswith("/stories/")]
    texts = [desk.get(f"{link}?words=RUSTED&sort=first").text for link in stories]

    assert any("40 cables have rusted" in text for text in texts)
    assert not any("the claims" in text for text in texts)
    none = [desk.get(f"{link}?words=nothing+of+this").text for link in stories]
    assert all("0 claims" in text for text in none)
    for link in stories:  # as a form sends it where any status will do
        assert desk.get(f"{link}?status=&words=&sort=weight").text == desk.get(link).text


def test_an_actor_has_its_positions_by_day(desk: TestClient) -> None:
    """From a story to those who speak in it, and to the words of one."""
    stories = [link for link in page(desk, "/").links if link.startswith("/stories/")]
    speakers = [link for each in stories for link in page(desk, f"{each}/actors").links]
    texts = [desk.get(link).text for link in speakers if "Jane" in link]

    told = [text for text in texts if "the harbour bridge would close on Friday" in text]
    assert len(texts) == 2
    assert len(told) == 1
    assert any(link.endswith("#here") for link in Page(told[0]).links)


def test_what_strangers_wrote_runs_nowhere(desk: TestClient) -> None:
    """Words of an article make no element, handler or link, and turn no line round."""
    left, seen = ["/"], set()
    while left:
        path = left.pop()
        answer = desk.get(path)
        if "html" not in answer.headers["content-type"]:
            continue
        found = Page(answer.text)
        assert found.handlers == []
        assert all(source.startswith("/static/") for source in found.scripts)
        assert all(source.startswith(("/claims/", "/stories/")) for source in found.pictures)
        assert not any(link.lower().startswith("javascript") for link in found.links)
        assert "\u202e" not in answer.text
        left += [
            link.split("#")[0]
            for link in found.links
            if link.startswith("/") and link.split("#")[0] not in seen
        ]
        seen |= {link.split("#")[0] for link in found.links}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stories/none", 404),
        ("/claims/none", 404),
        ("/articles/none", 404),
        ("/articles/..%2f..%2fetc%2fpasswd", 404),
        ("/static/../app.py", 404),
        ("/static/app.py", 404),
        ("/?as-of=never", 422),
        ("/stories/none?sort=odd", 422),
        ("/nowhere", 404),
        ("/stories/none/actors", 404),
        ("/stories/none/actors/Nobody", 404),
        ("/" + "x" * 3000, 414),
    ],
)
def test_what_is_not_there_is_told(desk: TestClient, path: str, status: int) -> None:
    """With a page for people that leads back."""
    answer = desk.get(path)

    assert answer.status_code == status
    assert "To all stories" in answer.text


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/api/v1/stories", "/static/desk.css", "/health"]
)
def test_every_answer_has_its_manners(desk: TestClient, path: str) -> None:
    """No script but our own, no frame, no guessing of types."""
    headers = desk.get(path).headers

    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"


def test_nothing_is_written(desk: TestClient) -> None:
    """Only questions are answered."""
    for path in ("/", "/stories/x"):
        assert desk.post(path).status_code == 403
    for path in ("/api/v1/stories", "/api/v1/claims/x"):
        assert desk.post(path, json={}).status_code == 405
