"""A desk -> processes that answer for it, side by side at one address.

Each listens with a socket of its own (SO_REUSEPORT), so that the system shares connections out
among them. With one socket for all, the first process that wakes up takes every connection
that waits, and the others have nothing to do.
"""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable
from multiprocessing import get_context
from threading import Event
from typing import TYPE_CHECKING

from fastapi import FastAPI

from whence.errors import WhenceError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event as Flag
    from types import FrameType

CAN_SHARE = hasattr(socket, "SO_REUSEPORT")
"""Whether several processes can have an address each with its own socket; else there is one."""

WAITING = 128
"""Connections of a process that are not yet taken."""

SHUTDOWN_S = 5
"""For answers that are under way."""

START_S = 60.0
LOOK_S = 0.5
SHORTEST_S = 5.0
"""A process that ends sooner will not do better when it is started again."""


class ListenError(WhenceError):
    """Nobody can listen there."""


def reserve(host: str, port: int) -> socket.socket:
    """A socket that keeps an address for those who listen; it does not listen itself.

    Args:
        host: An address or a name.
        port: 0 for any that is free.

    Raises:
        ListenError: The address is taken, or is none of this machine.
    """
    try:
        if port:
            _check_free(host, port)
        return _shared(host, port)
    except OSError as error:
        raise ListenError(f"cannot listen on {host}, port {port}: {error.strerror}") from error


def _check_free(host: str, port: int) -> None:
    """Another desk of the same user would share the address without a word.

    Raises:
        OSError: The address is taken.
    """
    with socket.socket(_family(host), socket.SOCK_STREAM) as alone:
        alone.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        alone.bind((host, port))


class Processes:
    """Some processes that make the same desk and answer at one address."""

    def __init__(self, make: Callable[[], FastAPI], host: str, port: int, count: int) -> None:
        """Start them; each makes its own desk by `make`, which is sent to it.

        Raises:
            ListenError: One of them ended at once.
        """
        self._make, self._host, self._port = make, host, port
        self._context = get_context("spawn")
        self._stopping = Event()
        self._started: dict[SpawnProcess, float] = {}
        flags = [self._start() for _ in range(count if CAN_SHARE else 1)]
        until = time.monotonic() + START_S
        for flag in flags:
            while not flag.wait(0.05):
                if time.monotonic() > until or not all(each.is_alive() for each in self._started):
                    self._end()
                    raise ListenError("the desk's processes do not start")

    def _start(self) -> Flag:
        flag = self._context.Event()
        process = self._context.Process(
            target=_answer, args=(self._make, self._host, self._port, flag), daemon=True
        )
        process.start()
        self._started[process] = time.monotonic()
        return flag

    def wait(self) -> None:
        """Until somebody stops the program; a process that ends meanwhile is started anew."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        try:
            while not self._stopping.wait(LOOK_S):
                for process, began in list(self._started.items()):
                    if process.is_alive():
                        continue
                    del self._started[process]
                    if time.monotonic() - began < SHORTEST_S:
                        raise ListenError("one of the desk's processes ends again and again")
                    self._start()
        finally:
            self._end()

    def _stop(self, _: int, __: FrameType | None) -> None:
        self._stopping.set()

    def _end(self) -> None:
        for process in self._started:
            process.terminate()
        for process in self._started:
            process.join(SHUTDOWN_S + 1)
            if process.is_alive():
                process.kill()


def _answer(make: Callable[[], FastAPI], host: str, port: int, ready: Flag) -> None:
    """What one process does."""
    import uvicorn

    with _shared(host, port) as listening:
        listening.listen(WAITING)
        ready.set()
        config = uvicorn.Config(
            make,
            factory=True,
            log_level="warning",
            access_log=False,
            lifespan="on",
            server_header=False,
            proxy_headers=False,  # the desk itself believes them, where it is told to
            timeout_graceful_shutdown=SHUTDOWN_S,
        )
        uvicorn.Server(config).run(sockets=[listening])


def _shared(host: str, port: int) -> socket.socket:
    """A socket that others may have beside it.

    Raises:
        OSError: It cannot be had.
    """
    # asyncio sends small pieces at once (TCP_NODELAY) only where the protocol is told; else the end
    # of every answer waits 40 ms for the reader's word that it has the beginning
    found = socket.socket(_family(host), socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if CAN_SHARE:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        found.bind((host, port))
    except OSError:
        found.close()
        raise
    return found


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
