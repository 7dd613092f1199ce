"""A source -> the desk: pages, API, style, and the manners that every answer has."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import PurePosixPath

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException

from whence.desk import (
    account,
    actors,
    api,
    articles,
    claims,
    correct_actor,
    correct_claim,
    correct_story,
    decisions,
    errors,
    login,
    metrics,
    outlets,
    pictures,
    search,
    searches,
    speakers,
    stories,
    today,
    turn,
    users,
    versions,
)
from whence.desk.access import Access
from whence.desk.api import described
from whence.desk.etags import Tagged, kept
from whence.desk.guard import Guard
from whence.desk.limits import Buckets
from whence.desk.manners import Mannered
from whence.desk.metrics import Counts, Measured
from whence.desk.source import Source

KINDS = {".css": "text/css", ".js": "text/javascript"}


AT_ONCE = 2
"""Pages that are made at the same time; the others wait their turn, which is quicker for all."""


@asynccontextmanager
async def _opened(_: FastAPI) -> AsyncIterator[None]:
    current_default_thread_limiter().total_tokens = AT_ONCE
    yield


def make_desk(
    source: Source, version: str, access: Access | None = None, counts: Counts | None = None
) -> FastAPI:
    """The desk over one store.

    Args:
        source: The store as it reads it.
        version: The program's.
        access: Whom it lets in; None for everybody who calls it by a name of this machine.
        counts: Of requests; None for those of this process alone.
    """
    app = FastAPI(
        title="whence",
        version=version,
        description="Who says what, through whom, how firmly. It never says what is true.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=_opened,
    )
    app.state.source = source
    app.state.buckets = Buckets()
    app.state.counts = counts or Counts()
    errors.install(app)

    # the last one comes first: who asks is known before an answer has its tag
    app.add_middleware(Tagged, source=source, version=version)
    app.add_middleware(Guard, access=access or Access(), store=source.store)
    app.add_middleware(Mannered)
    app.add_middleware(Measured, counts=app.state.counts)

    @app.get("/favicon.ico", include_in_schema=False)
    def icon() -> Response:
        return Response(status_code=204, headers={"Cache-Control": "max-age=86400"})

    @app.get("/static/{name}", include_in_schema=False)
    def static(request: Request, name: str) -> Response:
        found = {each.name: each for each in resources.files("whence.desk.static").iterdir()}
        kind = KINDS.get(PurePosixPath(name).suffix)
        if name not in found or kind is None:
            raise HTTPException(404, f"no file {name}")
        return kept(request, found[name].read_bytes(), kind)

    app.include_router(api.router)
    reading = (today, turn, stories, claims, articles, versions, actors, speakers, outlets)
    finding = (pictures, search, searches)
    deciding = (correct_claim, correct_story, correct_actor, decisions)
    for part in (*reading, *finding, *deciding, login, account, users, metrics):
        app.include_router(part.router)
    described.describe(app)
    return app
