"""What holds for every test: an empty environment and no network beyond loopback."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from whence.text.trees import Tree

TreeOf = Callable[[str], Tree]
"""Gives the trees of a text."""

SHARED = Path(__file__).resolve().parents[2] / "shared"
"""Development data beside the repository; absent on a machine that has only the clone."""

KEPT = {"PATH", "HOME", "TMPDIR", "LANG", "SYSTEMROOT", "PYTEST_CURRENT_TEST"}


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the machine decides a test."""
    for name in set(os.environ) - KEPT:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection beyond loopback fails the test that tries it."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:  # noqa: ANN401
        is_local = self.family == socket.AF_UNIX or str(address[0]) in {"127.0.0.1", "::1"}
        if not is_local:
            raise OSError(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def shared() -> Path:
    """The development data, or a skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED


@pytest.fixture(scope="session")
def tree_of() -> TreeOf:
    """The trees that the package's own reader gives a text of one paragraph."""
    from whence.reader.read import TrainedReader

    reader = TrainedReader()

    def read(text: str) -> Tree:
        return Tree(reader.read(text, [(0, len(text))]).parse)

    return read
