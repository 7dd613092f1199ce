"""Where the desk's processes listen."""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor

import pytest

from whence.desk.processes import ListenError, reserve


def test_what_is_answered_is_sent_at_once() -> None:
    """Of a connection taken at a reserved address, small pieces do not wait for each other."""
    assert _in_a_thread(_delay_of_one()) == 1


async def _delay_of_one() -> int:
    """TCP_NODELAY of the first connection that an event loop takes."""
    found: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def look(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        own = writer.get_extra_info("socket")
        found.set_result(own.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    with reserve("127.0.0.1", 0) as listening:
        server = await asyncio.start_server(look, sock=listening)
        async with server:
            _, writer = await asyncio.open_connection(*listening.getsockname())
            delay = await asyncio.wait_for(found, 10)
            writer.close()
    return delay


def _in_a_thread(coroutine: object) -> object:
    """A browser's tests leave a loop in the main one."""
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(asyncio.run, coroutine).result()  # type: ignore[arg-type]  # of `asyncio.run`


def test_a_taken_address_is_told() -> None:
    """Nobody shares an address with another desk without a word."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(ListenError, match="cannot listen"):
            reserve("127.0.0.1", other.getsockname()[1])
