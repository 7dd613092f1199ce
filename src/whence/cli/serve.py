"""`whence serve`: a store -> the desk, in a browser."""

from __future__ import annotations

from contextlib import closing
from typing import Annotated

import typer

from whence.cli.call import make_call
from whence.cli.options import Quiet, Store, Verbose, examples
from whence.cli.output import CallError, put

EXAMPLES = examples(
    "whence serve",
    "whence serve --store crisis.db --port 8080",
    "WHENCE_STORE=crisis.db whence serve",
)
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})

WAITING = 128  # connections that are not yet taken

Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; this machine alone.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")]


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
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
        from whence.desk.app import make_desk
        from whence.desk.source import Source
        from whence.pipeline.settings import program_version

        source = Source(opened, encoder_of(opened), program_version())
        app = make_desk(source, program_version())
        _run(app, host, port, is_quiet=quiet)


def _run(app: object, host: str, port: int, *, is_quiet: bool) -> None:
    import socket

    import uvicorn

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, port))
            listening.listen(WAITING)  # from here on a browser waits instead of being refused
        except OSError as error:
            raise CallError(f"cannot listen on {host}, port {port}: {error.strerror}") from error
        if not is_quiet:
            name = f"[{host}]" if ":" in host else host
            put(f"the desk is at http://{name}:{listening.getsockname()[1]}/\n")
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off")  # type: ignore[arg-type]
        )
        server.run(sockets=[listening])
