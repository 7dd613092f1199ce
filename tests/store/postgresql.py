"""A PostgreSQL server of our own on this machine, for as long as some tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

USER = "whence"
DEBIAN = Path("/usr/lib/postgresql")


@contextmanager
def open_server() -> Iterator[str]:
    """A server whose language orders words otherwise than Python; the start of its URLs."""
    pytest.importorskip("psycopg", reason="the driver psycopg is not here", exc_type=ImportError)
    programs = _programs()
    if programs is None:
        pytest.skip("the programs of a PostgreSQL server are not here")
    as_somebody = _as_somebody()
    folder = Path(tempfile.mkdtemp(prefix="whence-postgresql-"))
    if as_somebody:
        shutil.chown(folder, "postgres")
    port = _free_port()
    data = ["-D", str(folder / "data")]
    options = f"-F -c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {port}"
    control = [*as_somebody, str(programs / "pg_ctl"), *data, "-w"]
    language = ["--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "-E", "UTF8"]
    made = [str(programs / "initdb"), *data, "-A", "trust", "-U", USER, "--no-sync", *language]
    try:
        _run([*as_somebody, *made], folder)
        _run([*control, "-l", str(folder / "log"), "-o", options, "start"], folder)
        try:
            yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}/"
        finally:
            _run([*control, "-m", "immediate", "stop"], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(server: str) -> str:
    """The URL of a database that has nothing in it."""
    name = f"t{uuid4().hex}"
    engine = create_engine(f"{server}postgres", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{server}{name}"


def _programs() -> Path | None:
    """Their folder: on the path, else the newest that Debian has."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = DEBIAN.glob("*/bin/initdb")
    newest = sorted(versions, key=lambda each: float(each.parts[-3]))
    return newest[-1].parent if newest else None


def _as_somebody() -> list[str]:
    """Before the programs, which root may not run."""
    if os.geteuid() != 0:
        return []
    try:
        pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("root may not run a PostgreSQL server, and there is no user postgres")
    return ["runuser", "-u", "postgres", "--"]


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _run(command: list[str], folder: Path) -> None:
    """In a folder that everybody may enter; what is said goes to a file, for a server keeps it."""
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, cwd=folder, stdout=said, stderr=said, check=False)
        said.seek(0)
        assert done.returncode == 0, said.read().decode()
