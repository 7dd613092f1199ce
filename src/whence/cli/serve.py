"""`whence serve`: a store -> the desk, in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import make_call
from whence.cli.options import Quiet, Store, Verbose, examples
from whence.cli.output import CallError, put

if TYPE_CHECKING:
    from socket import socket

EXAMPLES = examples(
    "whence serve",
    "whence serve --store crisis.db --port 8080",
    "WHENCE_STORE=crisis.db whence serve",
)
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

WAITING = 128  # connections that are not yet taken

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; this machine alone.")]
SHUTDOWN_S = 5  # for answers that are under way

Workers = Annotated[
    int, typer.Option(min=1, max=64, help="Processes that answer; each takes some memory.")
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")]


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 2,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Open the desk: the ledger of the store as pages, and as JSON under /api/v1.

    It shows what `whence add` writes meanwhile. Stop it with Ctrl-C.
    """
    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    if host not in LOOPBACK:
        raise CallError(f"--host {host}: without a log-in the desk listens on this machine alone")
    from whence.store.engine import open_store, store_exists

    location = call.settings.store
    if not store_exists(location):
        raise CallError(f"no store at {location}; make one with `whence init`")
    with closing(open_store(location)) as opened:
        from whence.cli.ledger import encoder_of
        from whence.desk.keeper import Keeper, make_first
        from whence.pipeline.settings import program_version

        encoder = encoder_of(opened)
        make_first(opened, encoder, program_version())
        with _listening(host, port) as listening:
            if not quiet:
                name = f"[{host}]" if ":" in host else host
                put(f"the desk is at http://{name}:{listening.getsockname()[1]}/\n")
            keeper = Keeper(opened, encoder, program_version())
            keeper.start()
            try:
                _run(location, listening, workers)
            finally:
                keeper.stop()


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket]:
    """A socket that waits for browsers."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen(WAITING)  # from here on a browser waits instead of being refused
        except OSError as error:
            raise CallError(f"cannot listen on {host}, port {port}: {error.strerror}") from error
        yield listening


def _run(location: str, listening: socket, workers: int) -> None:
    """Answer until somebody stops it."""
    from functools import partial

    from uvicorn import Config
    from uvicorn.supervisors import Multiprocess

    from whence.desk.worker import make_worker

    config = Config(
        partial(make_worker, location),
        factory=True,
        workers=workers,
        log_level="warning",
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_S,
    )
    Multiprocess(config, sockets=[listening]).run()
