"""A source -> the desk: pages, API, style, and the manners that every answer has."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import resources
from pathlib import PurePosixPath

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from whence.desk import (
    actors,
    api,
    correct_actor,
    correct_claim,
    correct_story,
    decisions,
    errors,
    pages,
    today,
)
from whence.desk.source import Source

LONGEST_PATH = 2_000
"""Characters of an address; ids and filters need fewer."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
KINDS = {".css": "text/css", ".js": "text/javascript"}

Next = Callable[[Request], Awaitable[Response]]


def make_desk(source: Source, version: str) -> FastAPI:
    """The desk over one store.

    Args:
        source: The store as it reads it.
        version: The program's.
    """
    app = FastAPI(
        title="whence",
        version=version,
        description="Who says what, through whom, how firmly. It never says what is true.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.source = source
    errors.install(app)

    @app.middleware("http")
    async def mannered(request: Request, proceed: Next) -> Response:
        if len(request.url.path) + len(request.url.query) > LONGEST_PATH:
            response = errors.answer(request, 414, "the address is too long")
        else:
            response = await proceed(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    @app.get("/health", include_in_schema=False)
    def health() -> JSONResponse:
        source.days()  # a store that cannot be read is told as any other error
        return JSONResponse({"status": "ok"})

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        found = {each.name: each for each in resources.files("whence.desk.static").iterdir()}
        kind = KINDS.get(PurePosixPath(name).suffix)
        if name not in found or kind is None:
            raise HTTPException(404, f"no file {name}")
        headers = {"Cache-Control": "max-age=3600"}
        return Response(found[name].read_bytes(), media_type=kind, headers=headers)

    app.include_router(api.router)
    for part in (today, pages, actors, correct_claim, correct_story, correct_actor, decisions):
        app.include_router(part.router)
    return app
