"""The pictures of a story on the desk, as a browser without a script gets them."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from tests.desk.test_pages import Page, page
from whence.desk.story_pictures import Name, sentence_without


@pytest.fixture(scope="module")
def story(desk: TestClient) -> str:
    """The bridge's story."""
    links = [link for link in page(desk, "/").links if link.startswith("/stories/")]
    return next(link for link in links if "bridge" in desk.get(link).text)


@pytest.mark.parametrize("name", list(Name))
def test_a_page_has_a_drawing_or_says_why_not(desk: TestClient, story: str, name: Name) -> None:
    """A picture has words for it, a table with links, a light and a dark drawing."""
    answer = desk.get(f"{story}/{name.value}")

    assert answer.status_code == 200
    if sentence_without(name) in answer.text:
        assert desk.get(f"{story}/pictures/{name.value}.svg").status_code == 404
        return
    found = Page(answer.text)
    assert found.handlers == []
    assert {"picture", "img", "table", "details"} <= set(found.tags)
    assert f"{name.value}.svg?theme=dark" in answer.text
    assert all(desk.get(link.split("#")[0]).status_code == 200 for link in found.links)


def test_some_pictures_are_drawn(desk: TestClient, story: str) -> None:
    """Of the bridge: what was printed when, and who stands how."""
    for name in (Name.TIMELINE, Name.POSITIONS):
        drawing = desk.get(f"{story}/pictures/{name.value}.svg")
        assert drawing.headers["content-type"].startswith("image/svg+xml")
        assert ET.fromstring(drawing.text).get("aria-label")  # noqa: S314 - our own
        spec = desk.get(f"{story}/pictures/{name.value}.json?theme=dark").json()
        assert spec["config"]["background"] == "transparent"
        table = desk.get(f"{story}/pictures/{name.value}.csv")
        assert "attachment" in table.headers["content-disposition"]
        assert table.text.startswith("day,")


def test_a_picture_is_of_its_day(desk: TestClient) -> None:
    """Who spoke on the second day only is not in the first day's tables; links keep the day."""
    day = "as-of=2024-10-21"
    now = [f"{link}/positions" for link in page(desk, "/").links if "/stories/" in link]
    then = [link.split("?")[0] for link in page(desk, f"/?{day}").links if "/stories/" in link]

    assert any("Ana Ruiz" in desk.get(each).text for each in now)
    pages = [desk.get(f"{each}/positions?{day}").text for each in then]
    assert pages
    assert any(f"pictures/positions.csv?{day}" in each for each in pages)
    assert all(f"/network?{day}" in each for each in pages)
    tables = [desk.get(f"{each}/pictures/positions.csv?{day}").text for each in then]
    assert not any("Ana Ruiz" in each for each in (*pages, *tables))


def test_an_unchanged_drawing_is_not_sent_again(desk: TestClient, story: str) -> None:
    """Its mark is answered with 304."""
    first = desk.get(f"{story}/pictures/timeline.svg")
    again = desk.get(
        f"{story}/pictures/timeline.svg", headers={"If-None-Match": first.headers["etag"]}
    )

    assert again.status_code == 304
    assert again.content == b""


def test_the_library_is_our_own_host_s(desk: TestClient) -> None:
    """It comes as a script, whole, and the same."""
    answer = desk.get("/scripts/vega.js")

    assert answer.headers["content-type"].startswith("text/javascript")
    assert "window.vegaEmbed" in answer.text
    assert desk.get("/scripts/vega.js").headers["etag"] == answer.headers["etag"]


def test_words_of_strangers_make_no_element(desk: TestClient) -> None:
    """An outlet called <b>Post</b> is written, not made."""
    links = [link for link in page(desk, "/").links if link.startswith("/stories/")]
    drawings = [desk.get(f"{each}/pictures/timeline.svg").text for each in links]
    hostile = [each for each in drawings if "Post" in each]

    assert hostile
    for drawing in hostile:
        names = {element.tag.rpartition("}")[2] for element in ET.fromstring(drawing).iter()}  # noqa: S314 - our own
        assert names <= {"svg", "g", "path", "text", "defs", "clipPath", "rect", "line", "tspan"}
        assert "\u202e" not in drawing


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/stories/none/map", 404),
        ("/stories/none/pictures/map.svg", 404),
        ("/stories/none/pictures/odd.svg", 422),
        ("/stories/none/pictures/map.svg?theme=odd", 422),
        ("/stories/none/pictures/map.exe", 404),
    ],
)
def test_what_is_not_there_is_told(desk: TestClient, path: str, status: int) -> None:
    """With the status of the fault."""
    assert desk.get(path).status_code == status


def test_a_spec_holds_no_address(desk: TestClient, story: str) -> None:
    """Nothing is fetched from elsewhere when it is drawn in a browser."""
    for name in Name:
        answer = desk.get(f"{story}/pictures/{name.value}.json")
        if answer.status_code == 200:
            spec = answer.json()
            spec.pop("$schema")
            assert "http" not in json.dumps(spec)
            assert '"url"' not in json.dumps(spec)
