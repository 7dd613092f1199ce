"""The desk over many articles: how long each page takes at twenty requests in flight.

    python -m benchmarks.desk --articles 10000

A store is made (see `benchmarks.many`), served by `whence serve` as processes of their own, and
asked over loopback; the program that asks shares the machine's cores. "server" is from the
request's arrival to its answer, as the desk itself tells in `Server-Timing`; "client" has the
waiting of a request for its turn as well. Pages are asked for in an order by chance, most of them
once, so that hardly any comes from what a process remembers.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

from benchmarks.many import make_store

IN_FLIGHT = 20
REQUESTS = 400
"""Of each page."""
WARM_S = 3600
"""How long the desk may take to tell all stories once."""

_TIMING = re.compile(rb"server-timing: app;dur=([\d.]+)", re.IGNORECASE)
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


class Answer(NamedTuple):
    """One request; times in milliseconds."""

    status: int
    client_ms: float
    server_ms: float
    size_bytes: int


def main() -> None:
    """Make the store if it is not there, serve it, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--store", type=Path, default=Path(".venv/benchmark.db"))
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--requests", type=int, default=REQUESTS)
    parser.add_argument("--flat", type=int, default=10_000, help="requests to watch memory over")
    told = parser.parse_args()
    if not told.store.exists():
        print(f"{make_store(told.store, told.articles)} articles in {told.store}")
    command = ["-m", "whence", "serve", "--store", str(told.store), "--port", "0"]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *command, "--workers", str(told.workers)], stdout=subprocess.PIPE
    )
    try:
        if process.stdout is None:
            raise SystemExit("the desk does not say where it is")
        port = int(process.stdout.readline().decode().rstrip("/\n").rsplit(":", 1)[1])
        pages = addresses(told.store)
        pages["actor"] = actors(port, pages["who speaks"][:150])
        print(f"told all stories once in {warm(told.store):.0f} s")
        measure(port, pages, told.requests)
        watch(process.pid, port, pages, told.flat)
    finally:
        process.terminate()
        process.wait(30)


def addresses(store: Path) -> dict[str, list[str]]:
    """Pages by their kind, in an order by chance that is the same each time."""
    with closing(sqlite3.connect(store)) as connection:

        def column(query: str) -> list[str]:
            return [row[0] for row in connection.execute(query)]

        stories = column("SELECT id FROM stories WHERE claim_count > 20 ORDER BY id")
        largest = column("SELECT id FROM stories ORDER BY claim_count DESC LIMIT 1")[0]
        claims = column("SELECT id FROM claims ORDER BY id LIMIT 20000")
        articles = column("SELECT id FROM articles ORDER BY id")
        days = column("SELECT DISTINCT substr(learned_at, 1, 10) FROM articles ORDER BY 1")
        own = connection.execute(
            "SELECT DISTINCT s.story, substr(a.learned_at, 1, 10) FROM story_articles s"
            " JOIN articles a ON a.id = s.article"
            " WHERE s.story IN (SELECT id FROM stories WHERE claim_count > 20) ORDER BY 1, 2"
        ).fetchall()
        outlets = column("SELECT DISTINCT outlet FROM articles WHERE outlet IS NOT NULL")
        words = column("SELECT DISTINCT name FROM entities ORDER BY name LIMIT 3000")
    chance = random.Random(7)  # noqa: S311 - an order, no secret
    found = {
        "today": ["/"],
        "today since a day": [f"/?since={day}" for day in days[-30:]],
        "today on a day": [f"/?as-of={day}" for day in days[-30:]],
        "stories": [f"/stories?page={page}" for page in range(1, 15)],
        "story": [f"/stories/{each}" for each in stories],
        "story, its largest": [f"/stories/{largest}"],
        "story on a day": [f"/stories/{story}?as-of={day}" for story, day in own],
        "numbers drawn": [f"/stories/{each}/numbers" for each in stories],
        "map": [f"/stories/{each}/map" for each in stories],
        "network, dark": [f"/stories/{each}/pictures/network.svg?theme=dark" for each in stories],
        "claim": [f"/claims/{each}" for each in claims],
        "article": [f"/articles/{each}" for each in articles],
        "who speaks": [f"/stories/{each}/actors" for each in stories],
        "search": [f"/search?q={quote(each)}" for each in words],
        "outlet": [f"/outlets/{quote(each)}" for each in outlets],
        "API, claims": [f"/api/v1/claims?story={each}" for each in stories],
    }
    for each in found.values():
        chance.shuffle(each)
    return found


def actors(port: int, pages: Sequence[str]) -> list[str]:
    """Where the pages of who speaks lead to, one from each."""
    found: list[str] = []
    for page in pages:
        with urlopen(f"http://127.0.0.1:{port}{page}") as answer:
            links = re.findall(rf'href="({page}/[^"]+)"', answer.read().decode())
        found += links[len(found) % 7 :][:3]
    random.Random(9).shuffle(found)  # noqa: S311 - an order, no secret
    return found


def warm(store: Path) -> float:
    """Wait until the desk has told all stories; the seconds."""
    began = time.monotonic()
    query = (
        "SELECT count(*) FROM stories s WHERE (SELECT count(*) FROM digests d"
        " WHERE d.story = s.id AND d.mark = s.mark AND d.kind IN ('days', 'pictures')) < 2"
    )
    while time.monotonic() - began < WARM_S:
        with closing(sqlite3.connect(store)) as connection:
            (left,) = connection.execute(query).fetchone()
        if left == 0:
            break
        time.sleep(1)
    return time.monotonic() - began


def measure(port: int, pages: Mapping[str, Sequence[str]], requests: int) -> None:
    """Ask for each kind of page, and print its times."""
    print(f"{'page':17} {'asked':>6} {'p50':>7} {'p95':>7} {'server p95':>11} {'kB':>6}  wrong")
    for kind, paths in pages.items():
        asyncio.run(ask(port, list(paths)[-1:] * 2 * IN_FLIGHT))  # code that never ran is slow
        some = (list(paths) * (requests // len(paths) + 1))[:requests]
        answers = asyncio.run(ask(port, some))
        client = sorted(each.client_ms for each in answers)
        server = sorted(each.server_ms for each in answers)
        size = sum(each.size_bytes for each in answers) / len(answers) / 1000
        wrong = sum(each.status not in {200, 404} for each in answers)
        print(
            f"{kind:17} {len(answers):6} {_at(client, 50):7.0f} {_at(client, 95):7.0f}"
            f" {_at(server, 95):11.0f} {size:6.0f}  {wrong}"
        )


def watch(parent: int, port: int, pages: Mapping[str, Sequence[str]], requests: int) -> None:
    """Print the memory of all processes before, and after each fourth of many requests."""
    every = [path for paths in pages.values() for path in paths]
    random.Random(8).shuffle(every)  # noqa: S311 - an order, no secret
    every = (every * (requests // len(every) + 1))[:requests]
    print(f"memory before: {memory_mb(parent):.0f} MB")
    for part in range(4):
        asyncio.run(ask(port, every[part * requests // 4 : (part + 1) * requests // 4]))
        print(f"after {(part + 1) * requests // 4} requests: {memory_mb(parent):.0f} MB")


def memory_mb(parent: int) -> float:
    """What a process and those that it started hold, without what they share."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
            own = int(re.search(r"PPid:\s+(\d+)", status)[1])  # type: ignore[index]  # always there
            if parent in {own, int(folder.name)}:
                rollup = (folder / "smaps_rollup").read_text()
                total += int(re.search(r"Pss:\s+(\d+)", rollup)[1])  # type: ignore[index]
        except (OSError, TypeError):
            continue  # ended meanwhile
    return total / 1000


async def ask(port: int, paths: Sequence[str]) -> list[Answer]:
    """All answers; no more than `IN_FLIGHT` are waited for at once."""
    left = list(reversed(paths))
    found: list[Answer] = []

    async def one_after_the_other() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while left:
            path = left.pop()
            began = time.perf_counter()
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            head = await reader.readuntil(b"\r\n\r\n")
            length = _LENGTH.search(head)
            body = await reader.readexactly(int(length[1])) if length else b""
            timing = _TIMING.search(head)
            found.append(
                Answer(
                    status=int(head.split(b" ", 2)[1]),
                    client_ms=(time.perf_counter() - began) * 1000,
                    server_ms=float(timing[1]) if timing else 0.0,
                    size_bytes=len(body),
                )
            )
        writer.close()

    await asyncio.gather(*(one_after_the_other() for _ in range(IN_FLIGHT)))
    return found


def _at(values: Sequence[float], percent: int) -> float:
    return values[min(len(values) - 1, len(values) * percent // 100)]


if __name__ == "__main__":
    main()
