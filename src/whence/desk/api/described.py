"""Routes -> their OpenAPI description: with problems as RFC 9457 has them, and ETags."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from whence.desk.api.shapes import Problem

TAGS = [
    {"name": "stories", "description": "Articles and claims about one chain of events."},
    {"name": "claims", "description": "What is said, with everybody who says it."},
    {"name": "articles", "description": "Texts as printed, and what was read in them."},
    {"name": "outlets", "description": "Who prints the articles."},
    {"name": "search", "description": "Words and operators over all of it."},
    {"name": "tables", "description": "Files to download, of one story or of all."},
]
_UNUSED = ("HTTPValidationError", "ValidationError")
_TAG = {
    "ETag": {
        "description": "Sent back as `If-None-Match`, it is answered 304 while nothing changed.",
        "schema": {"type": "string"},
    }
}


def describe(app: FastAPI) -> None:
    """Let an app describe itself so; made when it is first asked for."""
    made = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_tags = [dict(each) for each in TAGS]
            _complete(made())
        return app.openapi_schema or {}

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's own way


def _complete(schema: dict[str, Any]) -> None:
    shapes = schema.setdefault("components", {}).setdefault("schemas", {})
    for name in _UNUSED:
        shapes.pop(name, None)
    shapes[Problem.__name__] = Problem.model_json_schema()
    for route in schema["paths"].values():
        for operation in route.values():
            for status, answer in operation["responses"].items():
                if status in {"200", "304"}:
                    answer["headers"] = _TAG
