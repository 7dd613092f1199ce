"""The API's description, for programs and for people."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from whence.store.rows import TABLES


def test_the_description_names_every_route(desk: TestClient) -> None:
    """OpenAPI has the routes for programs and none of the pages."""
    paths = set(desk.get("/api/v1/openapi.json").json()["paths"])

    story = "/api/v1/stories/{story}"
    assert paths == {
        *(f"/api/v1/{table}.{kind}" for table in TABLES for kind in ("csv", "jsonl")),
        *(f"/api/v1/{name}" for name in ("stories", "claims", "articles", "outlets")),
        *(f"{story}/{name}" for name in ("brief", "numbers", "changes", "positions")),
        "/api/v1/search",
        story,
        f"{story}/positions/{{name}}",
        "/api/v1/claims/{claim}",
        "/api/v1/articles/{article}",
    }


def test_every_route_is_described_whole(desk: TestClient) -> None:
    """With a name, words, an example, a shape, and each parameter and problem told."""
    schema = desk.get("/api/v1/openapi.json").json()
    operations = [each for methods in schema["paths"].values() for each in methods.values()]

    assert len({each["operationId"] for each in operations}) == len(operations)
    for operation in operations:
        name = operation["operationId"]
        assert operation["description"], name
        assert all(each["description"] for each in operation["parameters"]), name
        (content,) = operation["responses"]["200"]["content"].values()
        assert content["example"], name
        assert content["schema"], name
        assert "ETag" in operation["responses"]["200"]["headers"]
        for status, answer in operation["responses"].items():
            if status >= "4":
                assert list(answer["content"]) == ["application/problem+json"], name
    assert not {"HTTPValidationError", "ValidationError"} & set(schema["components"]["schemas"])


def test_people_find_every_route_on_a_page(desk: TestClient) -> None:
    """The page is drawn from the description, and links to what can be asked at once."""
    words = desk.get("/api").text

    for path in desk.get("/api/v1/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in words
    assert '<a href="/api/v1/claims.csv">' in words
    assert '<a href="/api/v1/claims/' not in words


def test_the_document_names_every_route_and_filter(desk: TestClient) -> None:
    """`docs/api.md` has each route with the parameters that it takes."""
    lines = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8").split("\n")
    paging = {"limit", "after"}

    for path, methods in desk.get("/api/v1/openapi.json").json()["paths"].items():
        (line,) = [each for each in lines if f"`{path}`" in each and each.startswith("|")]
        for each in methods["get"]["parameters"]:
            is_told = each["in"] == "path" or each["name"] in paging or path.endswith(("csv", "l"))
            assert is_told or f"`{each['name']}`" in line, (path, each["name"])
