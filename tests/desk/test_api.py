"""The desk's records as JSON."""

from __future__ import annotations

import json

from starlette.testclient import TestClient

from whence.desk.source import Source
from whence.pipeline.build import Ledger
from whence.pipeline.keep import ledger_in
from whence.render.contract import claim_json, story_json


def ledger_of(desk: TestClient) -> Ledger:
    """What the store has that the desk stands over."""
    source: Source = desk.app.state.source  # type: ignore[attr-defined]
    return ledger_in(source.store, source.encoder, source.version)


def test_records_are_those_of_the_output_contract(desk: TestClient) -> None:
    """Stories and claims are printed as the command line prints them."""
    ledger = ledger_of(desk)

    stories = desk.get("/api/v1/stories").json()
    assert stories["items"] == [json.loads(story_json(each)) for each in ledger.stories]
    claims = desk.get("/api/v1/claims?limit=200").json()
    assert claims["items"] == [json.loads(claim_json(each)) for each in ledger.claims]


def test_pages_of_records_follow_each_other(desk: TestClient) -> None:
    """Each record once, in the ledger's order, however few come at once."""
    found, after = [], ""
    while True:
        page = desk.get(f"/api/v1/claims?limit=3{after}").json()
        found += [each["id"] for each in page["items"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"

    assert found == [each.id for each in ledger_of(desk).claims]


def test_one_record_is_found_by_its_id(desk: TestClient) -> None:
    """A story, its claims by status, and the article that one stands in."""
    story = desk.get("/api/v1/stories").json()["items"][0]
    assert desk.get(f"/api/v1/stories/{story['id']}").json() == story

    claims = desk.get(f"/api/v1/claims?story={story['id']}&limit=200").json()["items"]
    assert {each["story"] for each in claims} == {story["id"]}
    claim = desk.get(f"/api/v1/claims/{claims[0]['id']}").json()
    article = claim["assertions"][0]["article"]
    assert desk.get(f"/api/v1/articles/{article}").json()["article"]["id"] == article


def test_problems_are_told_as_rfc_9457_has_them(desk: TestClient) -> None:
    """Title, status and detail, for what is not there and for what cannot be asked."""
    for path, status in (
        ("/api/v1/claims/none", 404),
        ("/api/v1/claims?after=none", 404),
        ("/api/v1/claims?limit=0", 422),
        ("/api/v1/stories?as_of=soon", 200),  # an unknown parameter is no error
        ("/api/v1/stories?as-of=soon", 422),
        ("/api/v1/none", 404),
    ):
        answer = desk.get(path)
        assert answer.status_code == status, path
        if status != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.json()["status"] == status
            assert answer.json()["detail"]


def test_the_description_names_every_route(desk: TestClient) -> None:
    """OpenAPI has the routes for programs and none of the pages."""
    paths = set(desk.get("/api/v1/openapi.json").json()["paths"])

    assert paths == {
        "/api/v1/stories",
        "/api/v1/stories/{story}",
        "/api/v1/claims",
        "/api/v1/claims/{claim}",
        "/api/v1/articles/{article}",
    }
