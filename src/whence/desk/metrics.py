"""How the desk does, for programs: whether it can answer, how often and how fast it did."""

from __future__ import annotations

import json
import os
import time
from bisect import bisect_left
from collections import Counter
from contextlib import suppress
from operator import add
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

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
LEFT_S = 2.0
"""How old what a process leaves for the others may be while it is busy."""
NOWHERE = "none"
"""The route of a request that no route took; a path of strangers names no series."""

router = APIRouter(include_in_schema=False)


class Tally(NamedTuple):
    """What was counted.

    Attributes:
        requests: How many of a method, route and status.
        slots: Of each route, how many took no longer than each of `BOUNDS_S`; the last: longer.
        seconds: Of each route, together.
    """

    requests: Counter[tuple[str, str, int]]
    slots: dict[str, list[int]]
    seconds: Counter[str]


class Counts:
    """Requests since the desk was opened, by route; those of processes beside it count too."""

    def __init__(self, folder: Path | None = None) -> None:
        """None yet; with a folder, each process leaves there what it counted."""
        self._lock = Lock()
        self._folder = folder
        self._own = Tally(Counter(), {}, Counter())
        self._left_at = 0.0

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request was answered."""
        requests, every, spent = self._own
        with self._lock:
            requests[method if method in METHODS else "other", route, status] += 1
            slots = every.setdefault(route, [0] * (len(BOUNDS_S) + 1))
            slots[bisect_left(BOUNDS_S, seconds)] += 1
            spent[route] += seconds  # type: ignore[assignment]
            now = time.monotonic()
            if self._folder is not None and now - self._left_at > LEFT_S:
                self._left_at = now
                self._leave(self._folder)

    def _leave(self, folder: Path) -> None:
        """Leave what was counted for the others; a full disk costs no request."""
        path = folder / f"{os.getpid()}.json"
        rows = [[list(key), count] for key, count in self._own.requests.items()]
        with suppress(OSError):
            aside = path.with_suffix(".new")
            aside.write_text(json.dumps([rows, self._own.slots, self._own.seconds]))
            aside.replace(path)

    def _together(self) -> Tally:
        """What all processes counted."""
        with self._lock:
            own = self._own
            found = Tally(
                Counter(own.requests),
                {route: list(slots) for route, slots in own.slots.items()},
                Counter(own.seconds),
            )
        for path in sorted(self._folder.glob("*.json")) if self._folder else ():
            if path.stem == str(os.getpid()):
                continue
            with suppress(OSError, ValueError):
                rows, slots, seconds = json.loads(path.read_text())
                found.requests.update({tuple(key): count for key, count in rows})
                for route, counts in slots.items():
                    before = found.slots.get(route, [0] * len(counts))
                    found.slots[route] = list(map(add, before, counts))
                found.seconds.update(seconds)
        return found

    def lines(self) -> list[str]:
        """As Prometheus reads them."""
        requests, every, seconds = self._together()
        name = "whence_request_seconds"
        lines = ["# TYPE whence_requests_total counter"]
        lines += [
            f'whence_requests_total{{method="{method}",route="{route}",status="{status}"}} {count}'
            for (method, route, status), count in sorted(requests.items())
        ]
        lines.append(f"# TYPE {name} histogram")
        for route, found in sorted(every.items()):
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
