"""The desk's records as JSON."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

from whence.desk.source import Source
from whence.pipeline.keep import ledger_in
from whence.render.contract import claim_json, reading_json, story_json


def source(desk: TestClient) -> Source:
    """What the desk stands over."""
    found: Source = desk.app.state.source  # type: ignore[attr-defined]
    return found


def walked(desk: TestClient, path: str) -> list[dict[str, object]]:
    """All records of a list, page after page."""
    found: list[dict[str, object]] = []
    after = ""
    while True:
        page = desk.get(f"{path}{'&' if '?' in path else '?'}limit=3{after}").json()
        found += page["items"]
        if page["next"] is None:
            return found
        after = f"&after={page['next']}"


def test_records_are_those_of_the_output_contract(desk: TestClient) -> None:
    """Stories, claims and readings are printed as the command line prints them."""
    stand = source(desk)
    ledger = ledger_in(stand.store, stand.encoder, stand.version)
    by_id = sorted(ledger.claims, key=lambda each: each.id)

    stories = sorted(ledger.stories, key=lambda each: each.id)
    assert walked(desk, "/api/v1/stories") == [json.loads(story_json(each)) for each in stories]
    assert walked(desk, "/api/v1/claims") == [json.loads(claim_json(each)) for each in by_id]
    article = by_id[0].assertions[0].article
    reading = json.loads(reading_json(source(desk).reading(article)))
    assert desk.get(f"/api/v1/articles/{article}").json() == reading


def test_a_day_gone_by_has_its_own_records(desk: TestClient) -> None:
    """On the first day one article was known, and nobody denied anything."""
    then = "as-of=2024-10-21"

    assert len(walked(desk, f"/api/v1/articles?{then}")) == 1
    assert len(walked(desk, f"/api/v1/stories?{then}")) == 1
    assert walked(desk, f"/api/v1/claims?{then}&stance=denies") == []
    assert walked(desk, "/api/v1/claims?stance=denies") != []
    story = walked(desk, f"/api/v1/stories?{then}")[0]
    assert desk.get(f"/api/v1/stories/{story['id']}?{then}").json() == story


@pytest.mark.parametrize("day", ["", "&as-of=2024-10-22"])
def test_filters_leave_what_they_name(desk: TestClient, day: str) -> None:
    """Story, status, outlet, first speaker, stance and day, of now as of the last day."""
    every = walked(desk, f"/api/v1/claims?{day}")
    story = every[0]["story"]

    def ids(claims: list[dict[str, object]]) -> list[object]:
        return [each["id"] for each in claims]

    found = walked(desk, f"/api/v1/claims?story={story}{day}")
    assert ids(found) == [each["id"] for each in every if each["story"] == story]
    found = walked(desk, f"/api/v1/claims?status=disputed{day}")
    assert ids(found) == [each["id"] for each in every if each["status"] == "disputed"]
    for name, key in (("outlet=The+Lamp", "outlet"), ("stance=denies", "stance")):
        found = walked(desk, f"/api/v1/claims?{name}{day}")
        wanted = name.split("=")[1].replace("+", " ")
        assert ids(found) == [each["id"] for each in every if wanted in said(each, key)]
        assert found
    found = walked(desk, f"/api/v1/claims?speaker=Ana+Ruiz{day}")
    assert [origin(each) for each in found] == ["Ana Ruiz"] * len(found)
    assert found
    news = walked(desk, f"/api/v1/claims?since=2024-10-22{day}")
    assert 0 < len(news) < len(every)
    assert walked(desk, f"/api/v1/claims?since=2024-10-23{day}") == []
    assert len(walked(desk, f"/api/v1/stories?since=2024-10-22{day}")) > 0
    assert walked(desk, f"/api/v1/stories?since=2024-10-23{day}") == []


def said(claim: dict[str, object], key: str) -> set[object]:
    """What the assertions of a claim have in a field."""
    assertions = claim["assertions"]
    assert isinstance(assertions, list)
    return {each[key] for each in assertions}


def origin(claim: dict[str, object]) -> object:
    """The first speaker of the first assertion that has one beside its outlet."""
    assertions = claim["assertions"]
    assert isinstance(assertions, list)
    names = [each["chain"][-1]["name"] for each in assertions if len(each["chain"]) > 1]
    return next(name for name in names if name == "Ana Ruiz")


def test_articles_come_as_they_were_learned_of(desk: TestClient) -> None:
    """With their outlet, title, story and days, and without their text."""
    every = walked(desk, "/api/v1/articles")

    assert [each["learned_at"] for each in every] == ["2024-10-21", "2024-10-22", "2024-10-22"]
    assert every[0]["outlet"] == "The Lamp"
    assert every[0]["title"] == "Harbour bridge to close on Friday"
    assert every[0]["schema"] == "whence.article/1"
    assert "text" not in every[0]
    assert walked(desk, "/api/v1/articles?outlet=The+Owl") == [
        each for each in every if each["outlet"] == "The Owl"
    ]
    own = walked(desk, f"/api/v1/articles?story={every[0]['story']}")
    assert own == [each for each in every if each["story"] == every[0]["story"]]
    assert walked(desk, "/api/v1/articles?language=xx") == []
    assert len(walked(desk, "/api/v1/articles?since=2024-10-22")) == 2


def test_outlets_are_those_that_articles_print(desk: TestClient) -> None:
    """Each once, with how many articles it printed."""
    found = walked(desk, "/api/v1/outlets")

    assert [(each["name"], each["article_count"]) for each in found] == [
        ("<b>Post</b>", 1),
        ("The Lamp", 1),
        ("The Owl", 1),
    ]


def test_a_story_is_told_from_all_sides(desk: TestClient) -> None:
    """Its brief, its numbers, who speaks in it, where one stands, and what changed."""
    denied = walked(desk, "/api/v1/claims?stance=denies")[0]
    path = f"/api/v1/stories/{denied['story']}"

    brief = desk.get(f"{path}/brief").json()
    assert [each["story"] for each in brief["stories"]] == [denied["story"]]
    counted = walked(desk, "/api/v1/claims?speaker=engineers")[0]["story"]
    numbers = desk.get(f"/api/v1/stories/{counted}/numbers").json()["items"]
    assert [each["words"] for each in numbers] == ["at least 40"]
    names = [each["actor"]["name"] for each in desk.get(f"{path}/positions").json()["items"]]
    assert "Ana Ruiz" in names
    own = desk.get(f"{path}/positions/Ana Ruiz").json()["items"]
    assert {each["kind"] for each in own} == {"position"}
    assert {each["stance"] for each in own} == {"denies"}
    news = desk.get(f"{path}/changes?since=2024-10-21").json()["items"]
    assert "denial" in {each["kind"] for each in news}
    assert "article" in {each["kind"] for each in news}
    assert desk.get(f"{path}/changes?since=2024-10-22").json() == {"items": []}


def test_problems_are_told_as_rfc_9457_has_them(desk: TestClient) -> None:
    """Title, status and detail, for what is not there and for what cannot be asked."""
    for path, status in (
        ("/api/v1/claims/none", 404),
        ("/api/v1/claims?after=none", 404),
        ("/api/v1/claims?after=WyJhIiwgImIiXQ", 404),  # a cursor of articles
        ("/api/v1/claims?limit=0", 422),
        ("/api/v1/claims?status=odd", 422),
        ("/api/v1/stories?as_of=soon", 200),  # an unknown parameter is no error
        ("/api/v1/stories?as-of=soon", 422),
        ("/api/v1/stories?as-of=2024-02-30", 422),
        ("/api/v1/stories?as-of=9999-12-31", 422),
        ("/api/v1/stories?as-of=", 422),
        ("/api/v1/stories/none/changes", 422),
        ("/api/v1/stories/none/positions/nobody", 404),
        ("/api/v1/none", 404),
        ("/api/v1/claims?speaker=" + "x" * 2000, 414),
    ):
        answer = desk.get(path)
        assert answer.status_code == status, path
        if status != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.json()["status"] == status
            assert answer.json()["detail"]
    refused = desk.post("/api/v1/claims", json={})
    assert (refused.status_code, refused.headers["allow"]) == (405, "GET")
