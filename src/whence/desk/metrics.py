"""How the desk does, for programs: whether it can answer, how often and how fast it did."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from threading import Lock
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from whence.desk.frame import source_of
from whence.desk.persons import Reader
from whence.errors import StoreError
from whence.store.counts import row_counts
from whence.store.meta import is_current

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

BOUNDS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
KIND = "text/plain; version=0.0.4; charset=utf-8"
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NOWHERE = "none"
"""The route of a request that no route took; a path of strangers names no series."""

router = APIRouter(include_in_schema=False)


class Counts:
    """Requests since the desk was opened, by route."""

    def __init__(self) -> None:
        """None yet."""
        self._lock = Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._slots: dict[str, list[int]] = {}
        self._seconds: Counter[str] = Counter()

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request was answered."""
        with self._lock:
            self._requests[method if method in METHODS else "other", route, status] += 1
            slots = self._slots.setdefault(route, [0] * (len(BOUNDS_S) + 1))
            slots[bisect_left(BOUNDS_S, seconds)] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]

    def lines(self) -> list[str]:
        """As Prometheus reads them."""
        with self._lock:
            requests = sorted(self._requests.items())
            slots = sorted((route, list(found)) for route, found in self._slots.items())
            seconds = dict(self._seconds)
        name = "whence_request_seconds"
        lines = ["# TYPE whence_requests_total counter"]
        lines += [
            f'whence_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'
            for (method, route, status), count in requests
        ]
        lines.append(f"# TYPE {name} histogram")
        for route, found in slots:
            total = 0
            for bound, count in zip((*BOUNDS_S, "+Inf"), found, strict=True):
                total += count
                lines.append(f'{name}_bucket{{route="{route}",le="{bound}"}} {total}')
            lines.append(f'{name}_sum{{route="{route}"}} {seconds[route]:.6f}')
            lines.append(f'{name}_count{{route="{route}"}} {total}')
        return lines


class Measured:
    """The desk, with its requests counted."""

    def __init__(self, app: ASGIApp, counts: Counts) -> None:
        """Stand before an application."""
        self._app, self._counts = app, counts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count one request by the route that took it and the status of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            route = getattr(scope.get("route"), "path", NOWHERE)
            self._counts.add(scope["method"], route, status, time.perf_counter() - began)


@router.get("/metrics")
def metrics(request: Request, _: Reader) -> Response:
    """Requests and how long they took, and how much the store holds, as Prometheus reads them.

    A reader's token is enough: it tells nothing that a reader cannot count, and what scrapes
    it needs no more.
    """
    counts: Counts = request.app.state.counts
    with source_of(request).store.reading() as connection:
        held = row_counts(connection)
    lines = counts.lines()
    for name, count in held.items():
        lines += [f"# TYPE whence_{name} gauge", f"whence_{name} {count}"]
    return PlainTextResponse("\n".join(lines) + "\n", media_type=KIND)


@router.get("/health")
def health(request: Request) -> Response:
    """Whether the store can be read, and whether its ledger is that of all it has read."""
    try:
        with source_of(request).store.reading() as connection:
            is_built = is_current(connection, request.app.version)
    except StoreError:
        return JSONResponse({"status": "unavailable"}, 503)
    return JSONResponse({"status": "ok", "ledger": "current" if is_built else "stale"})
