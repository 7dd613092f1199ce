"""The pages of outlets and of speakers over all stories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import pytest
from starlette.testclient import TestClient

from tests.desk.conftest import browser_of, encoder_of
from tests.desk.rooms import Elements, read_at, store_of
from whence.ledger.outlet import Outlet
from whence.pipeline.keep import rebuild
from whence.pipeline.prints import page_of, profile_of
from whence.pipeline.shelf import shelf_of
from whence.store.engine import Store
from whence.store.meta import count_change
from whence.store.outlets import keep_outlets

LAMP = "https://lamp.example/"
FIRST = """Harbour bridge in Osk to close on Friday

Mayor Jane Doe said on Monday that the harbour bridge in Osk would close on Friday. The cables of \
the harbour bridge have rusted, officials said.

The ferry goes on as long as the harbour bridge in Osk is open. Governor Ana Ruiz denied that the \
harbour bridge was unsafe.
"""
LATER = """Osk closes its harbour bridge

The harbour bridge in Osk would close on Friday, Mayor Jane Doe said. Governor Ana Ruiz denied \
that the harbour bridge in Osk was unsafe.

The cables of the harbour bridge have rusted, officials said. The ferry goes on.
"""
OWN = """Fish is dear

A crate of herring cost 90 crowns in Osk on Sunday. Bo Lind said that herring was dear.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The lamp has it first, then the echo; the post copies the lamp; one has no name."""
    days = {
        "2031-05-01": [read_at("https://lamp.example/1", FIRST, "2031-05-01", "The Lamp")],
        "2031-05-02": [
            read_at("https://echo.example/1", LATER, "2031-05-02", "Echo"),
            read_at("https://post.example/1", FIRST, "2031-05-02", "<b>Post</b>"),
        ],
        "2031-05-03": [
            read_at(f"{LAMP}{n}", OWN.replace("90", str(90 + n)), "2031-05-03", "Lamp")
            for n in range(2, 25)
        ],
    }  # fmt: skip
    with closing(store_of(tmp_path_factory.mktemp("outlets"), days)) as made:
        with made.writing() as connection:
            said = Outlet("The Lamp", ("Lamplight",), ("lamp.example",), "NOR", "its readers", "B")
            keep_outlets(connection, [said], "2031-05-04T00:00:00Z")
            count_change(connection)
        rebuild(made, encoder_of(made), "1")
        yield made


@pytest.fixture(scope="module")
def desk(store: Store) -> Iterator[TestClient]:
    """A desk over it."""
    with browser_of(store) as client:
        yield client


def links(text: str) -> list[str]:
    """Where a page leads."""
    return [each["href"] or "" for each in Elements(text).of("a")]


def test_outlets_are_listed_by_one_name(desk: TestClient) -> None:
    """Spellings of one outlet are one row, with what the user said of it; most articles first."""
    text = desk.get("/outlets").text
    rows = re.findall(r'<tr class="item">.*?</tr>', text)

    assert "<h1>3 outlets</h1>" in text
    assert "The Lamp" in rows[0]
    assert ">24</td>" in rows[0]
    assert ">NOR</td>" in rows[0]
    assert ">B</td>" in rows[0]
    assert all(desk.get(each).status_code == 200 for each in links(text) if "/outlets/" in each)


@pytest.mark.parametrize("name", ["The Lamp", "Lamp", "Lamplight", "lamp.example"])
def test_an_outlet_is_found_by_any_of_its_names(desk: TestClient, name: str) -> None:
    """The page is the same one, and says what the user said."""
    text = desk.get(f"/outlets/{name}").text

    assert "<h1><bdi>The Lamp</bdi></h1>" in text
    assert "its readers" in text
    assert "usually reliable" in text


def test_voices_are_counted(store: Store) -> None:
    """Named, unnamed, its own and copied voices are all there are, each where it belongs."""
    shelf = shelf_of(store)
    lamp, post = (
        profile_of(store, shelf.one(name).own, most=9) for name in ("Lamp", "<b>Post</b>")
    )

    assert lamp.voices.every == sum(lamp.voices)
    assert lamp.voices.named >= 23
    assert lamp.voices.unnamed >= 1
    assert lamp.voices.own >= 23
    assert lamp.voices.taken == 0
    assert post.voices.own == 0
    assert post.voices.taken >= 1
    assert "Jane Doe" in {each.name for each in lamp.given}
    assert [each.claim_count for each in lamp.given] == sorted(
        (each.claim_count for each in lamp.given), reverse=True
    )


def test_what_was_printed_first_is_told(store: Store) -> None:
    """The lamp had the quay a day before the echo; the echo had nothing before others."""
    shelf = shelf_of(store)
    lamp, echo = (
        page_of(store, shelf.one(name).own, limit=50, offset=0) for name in ("Lamp", "Echo")
    )

    found = {each.claim.text: each.others for each in lamp.first_reports}
    assert any("close on Friday" in text and "Echo" in others for text, others in found.items())
    assert echo.first_reports == ()


def test_copies_are_told_of_whom(desk: TestClient, store: Store) -> None:
    """The post's article is the lamp's text, and leads to both side by side."""
    text = desk.get("/outlets/%3Cb%3EPost%3C%2Fb%3E").text
    (copy,) = page_of(store, shelf_of(store).one("<b>Post</b>").own, limit=5, offset=0).copies

    assert copy.kind in text
    assert "The Lamp" in text
    both = next(each for each in links(text) if "/versions?with=" in each)
    assert desk.get(both).status_code == 200
    assert "<b>Post" not in text


def test_articles_come_by_pages_the_latest_first(desk: TestClient) -> None:
    """All of them, each once."""
    path, seen = "/outlets/Lamp", []
    while path:
        text = desk.get(path).text
        seen += re.findall(r'<li class="item"><a href="/articles/(\w+)"', text)
        path = next((each.split("#")[0] for each in links(text) if "from=20" in each), "")
        if "from=20" in path and len(seen) > 20:
            break

    assert len(seen) == len(set(seen)) == 24


def test_a_day_gone_by_knows_fewer(desk: TestClient) -> None:
    """On the first day there was one outlet; the page of a later one says that none was known."""
    text = desk.get("/outlets?as-of=2031-05-01").text

    assert "<h1>1 outlet</h1>" in text
    assert "known by then" in desk.get("/outlets/Echo?as-of=2031-05-01").text
    lamp = desk.get("/outlets/Lamp?as-of=2031-05-01").text
    assert "1 article" in lamp
    assert "before others" not in lamp


def test_a_speaker_is_heard_over_all_stories(desk: TestClient) -> None:
    """From an outlet to a speaker: its stories, and its latest words with where they stand."""
    text = desk.get("/outlets/Lamp").text
    of_jane = re.search(r'<a href="(/actors/\w+)"><bdi>Jane Doe</bdi>', text)
    assert of_jane is not None
    speaker = desk.get(of_jane[1]).text

    assert "<h1><bdi>Jane Doe</bdi></h1>" in speaker
    assert "First speaker in 1 story" in speaker
    assert "close on Friday" in speaker
    for link in links(speaker):
        if link.startswith(("/stories/", "/articles/", "/claims/")):
            assert desk.get(link.split("#")[0]).status_code == 200
    then = desk.get(f"{of_jane[1]}?as-of=2031-04-01").text
    assert "nowhere the first speaker" in then


@pytest.mark.parametrize("path", ["/outlets/Nowhere", "/actors/none", "/outlets/x%0Ay"])
def test_who_is_not_there_is_told(desk: TestClient, path: str) -> None:
    """With a page for people."""
    assert desk.get(path).status_code == 404


def test_an_article_that_names_no_outlet_is_known_by_its_address(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """The user's domain tells whose it is; of an address that nobody knows it is nobody's."""
    known = read_at("https://lamp.example/9", FIRST, "2031-05-01", "")
    other = read_at("https://unknown.example/9", LATER, "2031-05-01", "")
    folder = tmp_path_factory.mktemp("nameless")
    with closing(store_of(folder, {"2031-05-01": [known, other]})) as made:
        with made.writing() as connection:
            said = Outlet("The Lamp", (), ("lamp.example",))
            keep_outlets(connection, [said], "2031-05-04T00:00:00Z")

        (lamp,) = shelf_of(made).publications
        page = page_of(made, lamp.own, limit=5, offset=0)

    assert (lamp.name, lamp.article_count) == ("The Lamp", 1)
    assert known.article is not None
    assert [each.article for each in page.pieces] == [known.article.id]
