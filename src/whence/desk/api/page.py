"""The API's description -> a page for people: every route, what it takes and what it answers."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import Response

from whence.desk.frame import AsOf, html

router = APIRouter(include_in_schema=False)


@router.get("/api")
def api_page(request: Request, as_of: AsOf = None) -> Response:
    """The routes by what they are about."""
    app: FastAPI = request.app
    schema = app.openapi()
    routes = [
        (operation["tags"][0], _route(path, operation))
        for path, methods in schema["paths"].items()
        for operation in methods.values()
    ]
    groups = [
        (tag["name"], tag["description"], [route for name, route in routes if name == tag["name"]])
        for tag in schema["tags"]
    ]
    return html("api.html", request, as_of, title="The ledger for programs", groups=groups)


def _route(path: str, operation: dict[str, Any]) -> dict[str, object]:
    (kind, content), *_ = operation["responses"]["200"]["content"].items()
    example = content.get("example", "")
    words = example if isinstance(example, str) else json.dumps(example, indent=1)
    return {
        "id": operation["operationId"],
        "path": path,
        "has_day": any(each["name"] == "as-of" for each in operation.get("parameters", ())),
        "is_open": "{" not in path
        and not any(each.get("required") for each in operation.get("parameters", ())),
        "about": operation.get("description", "").replace("`", ""),
        "kind": kind,
        "parameters": [_parameter(each) for each in operation.get("parameters", ())],
        "example": words.split("\n"),
    }


def _parameter(parameter: dict[str, Any]) -> dict[str, object]:
    schema = parameter["schema"]
    kinds = [schema, *schema.get("anyOf", ())]
    return {
        "name": parameter["name"],
        "about": parameter.get("description", "").replace("`", ""),
        "is_needed": parameter.get("required", False),
        "default": schema.get("default"),
        "values": [value for each in kinds for value in each.get("enum", ())],
    }
