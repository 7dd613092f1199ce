"""`whence serve`: a store -> the desk, in a browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from whence.cli.call import Call, make_call
from whence.cli.options import Quiet, Store, Verbose, examples
from whence.cli.output import CallError, put
from whence.errors import LogInError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from socket import socket

    from whence.desk.access import Access
    from whence.store.engine import Store as OpenStore

EXAMPLES = examples(
    "whence serve",
    "whence serve --store crisis.db --port 8080",
    "whence serve --host 0.0.0.0 --allow-host desk.example --behind-proxy",
)
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
ANYWHERE = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - told apart, not bound to


Host = Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen; this machine alone.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")]
Workers = Annotated[
    int, typer.Option(min=1, max=64, help="Processes that answer; each takes some memory.")
]
LogIn = Annotated[
    bool | None,
    typer.Option(
        "--log-in/--no-log-in",
        help="Whether one must log in.  [default: where there are users]",
        show_default=False,
    ),
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host",
        metavar="NAME",
        help="A name that browsers call it by; may be given several times.",
        show_default=False,
    ),
]
BehindProxy = Annotated[
    bool,
    typer.Option(
        "--behind-proxy",
        help="Believe X-Forwarded-For and X-Forwarded-Proto; only where all come by a proxy.",
    ),
]


def serve(
    *,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    log_in: LogIn = None,
    allow_host: AllowHost = None,
    behind_proxy: BehindProxy = False,
    workers: Workers = 2,
    store: Store = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Open the desk: the ledger of the store as pages, and as JSON under /api/v1.

    It shows what `whence add` writes meanwhile. Stop it with Ctrl-C. Elsewhere than on this
    machine one has to log in: `whence user add` lets somebody. An OpenID Connect provider is
    named by WHENCE_OIDC_ISSUER, WHENCE_OIDC_CLIENT_ID and WHENCE_OIDC_CLIENT_SECRET.
    """
    call = make_call(store=store, is_quiet=quiet, is_verbose=verbose)
    from whence.store.engine import open_store, store_exists
    from whence.store.location import shown

    location = call.settings.store
    if not store_exists(location):
        raise CallError(f"no store at {shown(location)}; make one with `whence init`")
    with closing(open_store(location)) as opened:
        from functools import partial
        from pathlib import Path
        from tempfile import TemporaryDirectory

        from whence.cli.ledger import encoder_of
        from whence.desk.keeper import Keeper, make_first
        from whence.desk.processes import ListenError, Processes
        from whence.desk.worker import make_worker
        from whence.pipeline.settings import program_version

        access = _access(opened, host, log_in, allow_host or (), is_behind_proxy=behind_proxy)
        _warn(call, host, access)
        encoder = encoder_of(opened)
        make_first(opened, encoder, program_version())
        with _reserved(host, port) as kept, TemporaryDirectory(prefix="whence-") as folder:
            number = kept.getsockname()[1]
            make = partial(make_worker, location, access, Path(folder))
            try:
                processes = Processes(make, host, number, workers)
                if not quiet:
                    put(f"the desk is at http://{_bracketed(host)}:{number}/\n")
                keeper = Keeper(opened, encoder, program_version())
                keeper.start()
                try:
                    processes.wait()
                finally:
                    keeper.stop()
            except ListenError as error:
                raise CallError(str(error)) from error


def _access(
    store: OpenStore,
    host: str,
    log_in: bool | None,
    names: Sequence[str],
    *,
    is_behind_proxy: bool,
) -> Access:
    """Whom the desk lets in.

    On this machine nobody logs in until there is a user. Once there is, everybody does, there
    too: other people may have accounts on the machine, and the audit log wants names.

    Raises:
        CallError: It would let in everybody, or nobody, or answer to no name.
    """
    from whence.desk.access import HERE, Access, new_secret
    from whence.pipeline.oidc import Provider
    from whence.pipeline.settings import oidc_settings
    from whence.pipeline.users import has_anybody
    from whence.store.meta import desk_secret

    oidc = oidc_settings(os.environ)
    has_users = oidc is not None or has_anybody(store)
    is_here = host in LOOPBACK
    needs_log_in = has_users or not is_here if log_in is None else log_in
    if not is_here and not needs_log_in:
        raise CallError(f"--host {host}: others reach the desk there, so --no-log-in cannot be")
    if needs_log_in and not has_users:
        where = f"--host {host}" if not is_here else "--log-in"
        raise CallError(
            f"{where}: nobody can log in yet, and without a log-in the desk listens on this"
            " machine alone; `whence user add NAME --role admin` lets somebody"
        )
    if host in ANYWHERE and not names:
        raise CallError(f"--host {host}: name it as browsers call it, with --allow-host")
    own = {_bracketed(each.lower()) for each in (*names, *(() if host in ANYWHERE else [host]))}
    secret = new_secret()
    if needs_log_in:
        with store.writing() as connection:
            secret = desk_secret(connection)
    try:
        provider = Provider(oidc) if oidc and needs_log_in else None
    except LogInError as error:
        raise CallError(f"WHENCE_OIDC_ISSUER: {error}") from error
    return Access(needs_log_in, HERE | own, is_behind_proxy, provider, secret)


def _warn(call: Call, host: str, access: Access) -> None:
    if host not in LOOPBACK and not access.is_behind_proxy:
        call.say(
            "passwords pass by http here; let a proxy with a certificate stand before the desk"
            " and start it with --behind-proxy"
        )


def _bracketed(name: str) -> str:
    """A name as it stands in an address."""
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


@contextmanager
def _reserved(host: str, port: int) -> Iterator[socket]:
    """The address, kept for the processes that listen there."""
    from whence.desk.processes import ListenError, reserve

    try:
        found = reserve(host, port)
    except ListenError as error:
        raise CallError(str(error)) from error
    with found:
        yield found
